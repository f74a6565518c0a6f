from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.finding import SourcesView
from core.checks.repeated import REPEATED
from core.checks.table import repair
from core.checks.transcript import NOT_IN_TRANSCRIPT
from core.editing.edits import Drop
from core.model import ChunkKey, SourceChunk
from core.reading.document import read_document
from core.reading.transcript import Cue
from core.workflow.auditing import attached
from core.workflow.exporting import exported
from core.workflow.opening import built
from core.workflow.review import Review

LINES = ("00:10 amber", "00:20 basalt", "00:30 copper", "00:40 driftwood", "00:50 emerald", "> 00:52 hm, yes — Ilse")


def test_a_chunk_given_twice_is_told_once_and_merged() -> None:
    review = built(episode(chunk(1, *LINES), chunk(2, *LINES)))
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS104"]
    assert (found.chunk, str(found.message)) == ("2", "the chunk is a copy of chunk 1")
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert (review.ledger.kept, review.ledger.merged) == (6, 6)


def test_chunks_that_share_a_few_notes_are_no_copies() -> None:
    both = episode(chunk(1, *LINES), chunk(2, *LINES[3:], "01:00 feldspar", "01:10 granite", "01:20 hematite"))
    assert [found for found in REPEATED.find(SourcesView(both, {})) if found] == []


def told_of_the_document(review: Review) -> list[str]:
    return [str(finding.message) for finding in review.findings if finding.rule.is_of_document]


def test_a_copy_that_stands_in_the_document_is_told_once() -> None:
    review = built(episode(chunk(1, *LINES), chunk(2, *LINES)))
    assert told_of_the_document(review) == ["chunk 2 is a copy of chunk 1, and both are in the document"]


def test_a_copy_that_stands_in_the_document_is_merged_with_its_original() -> None:
    review = built(episode(chunk(1, *LINES), chunk(2, *LINES)))
    (found,) = [finding for finding in review.findings if finding.rule.is_of_document]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert (review.ledger.merged, told_of_the_document(review)) == (6, [])


@pytest.mark.parametrize("left_out", ["1", "2"])
def test_a_copy_of_which_one_is_left_out_stands_there_once(left_out: str) -> None:
    review = built(episode(chunk(1, *LINES), chunk(2, *LINES)))
    for entry in review.state.episode.by_key[ChunkKey(left_out)].entries:
        review.do(Drop(review.state.document.homes(entry.id)[0], "read out twice"))
    assert told_of_the_document(review) == []


def test_a_finished_document_that_tells_a_copy_once_tells_nothing_twice() -> None:
    once = read_document(exported(built(episode(chunk(1, *LINES)))).decode())
    assert told_of_the_document(Review(attached(episode(chunk(1, *LINES), chunk(2, *LINES)), once))) == []


CUES = (Cue(8, "Well, it is a battery"), Cue(12, "business. Not a robot business, no"), Cue(300, "그냥 화분이에요"))


def not_spoken(*chunks: SourceChunk, cues: tuple[Cue, ...] = CUES) -> list[int | None]:
    found = NOT_IN_TRANSCRIPT.find(SourcesView(episode(*chunks), {}, {}, cues))
    return [finding.line for finding in found if finding is not None]


def test_a_quote_that_was_spoken_is_fine_over_cue_borders_and_marks() -> None:
    assert (
        not_spoken(chunk(1, "> 00:10 It is a “battery business”, not a robot business", "> 05:01 그냥 화분이에요."))
        == []
    )


def test_a_quote_with_another_word_was_not_spoken() -> None:
    assert not_spoken(chunk(1, "> 00:10 it is a bakery business")) == [1]


def test_a_quote_at_the_wrong_time_was_spoken_all_the_same() -> None:
    assert not_spoken(chunk(1, "> 05:10 it is a battery business")) == []


def test_a_quote_from_a_window_whose_transcript_is_not_at_hand_is_not_missed() -> None:
    assert not_spoken(chunk(1, "> 02:00 said in between", "> 09:00 said behind", "> who knows when")) == []


def test_without_a_transcript_nothing_is_missed() -> None:
    assert not_spoken(chunk(1, "> 00:10 anything"), cues=()) == []
