"""The totals, the counts, and finding text."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.model import EntryId
from core.presenting.counts import counted_notes, counts_of_chunks, counts_of_document
from core.presenting.find import places_of
from core.presenting.tally import tally
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    lines = ("# The Lamp", "00:10 the LAMP was lit", "00:20 a letter", "> 00:21 It was cold — Ilse", "? ???")
    return built(episode(chunk(1, *lines), language="en"))


def drop(review: Review, entry: str) -> None:
    review.do(propose.drop(review.homes.get(EntryId(entry))[0], "wrong"))


def test_all_entries_are_accounted_for(review: Review) -> None:
    assert str(tally(review).accounted) == "3 of 3 accounted for"
    assert tally(review).is_complete


def test_a_dropped_entry_is_accounted_for(review: Review) -> None:
    drop(review, "1:3")
    parts = [str(part) for part in tally(review).parts]
    assert "dropped with a reason: 1" in parts
    assert str(tally(review).accounted) == "3 of 3 accounted for"


def test_stray_lines_are_counted_beside(review: Review) -> None:
    assert "not understood: 1" in str(tally(review).parts[-1])


def test_counts_name_notes_chunks_and_chapters(review: Review) -> None:
    assert str(counts_of_chunks(review)) == "2 notes · 1 chunk"
    assert str(counts_of_document(review)) == "2 notes · 1 chapter"


@pytest.mark.parametrize(("count", "words"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes")])
def test_one_is_not_said_as_many(count: int, words: str) -> None:
    assert str(counted_notes(count)) == words


def test_text_is_found_in_titles_and_notes_whatever_its_case(review: Review) -> None:
    chapter = review.state.document.chapters[0]
    assert [place.item for place in places_of(review, "lamp")] == [chapter.id, chapter.blocks[0].id]


def test_a_speaker_is_found(review: Review) -> None:
    assert len(places_of(review, "ilse")) == 1


def test_an_entry_that_stands_nowhere_is_found_in_its_chunk(review: Review) -> None:
    drop(review, "1:3")
    assert [place.entry for place in places_of(review, "letter")] == [EntryId("1:3")]


def test_decomposed_hangul_is_found() -> None:
    review = built(episode(chunk(1, "# 밤", "00:10 심야 버스"), language="ko"))
    assert len(places_of(review, "\u1107\u1165\u1109\u1173")) == 1


def test_nothing_is_found_for_nothing(review: Review) -> None:
    assert places_of(review, "  ") == ()
