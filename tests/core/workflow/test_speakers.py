"""Speakers: who is known, which quotes bear one label, and one step that names all of them."""

from __future__ import annotations

from chunk_builder import chunk, episode

from core.model import Block, ItemId, Kind, blocks_of
from core.workflow.opening import built
from core.workflow.review import Review
from core.workflow.speakers import known_speakers, quotes_labelled_as, set_speakers

SOURCES = episode(
    chunk(
        1,
        "# Fog",
        "00:10 the lamp is lit",
        "> 00:11 never dark — Ilse",
        "> 00:12 who is there — (화자 미상)",
        "> 00:13 a ship passes — Anton",
        "> 00:14 it hoots twice — 화자 미상",
        "> 00:15 nobody answers — Ilse",
        "> 00:16 at dusk",
    )
)


def quotes(review: Review) -> list[Block]:
    return [block for block in blocks_of(review.state.document) if block.kind is Kind.QUOTE]


def alike(review: Review, text: str) -> tuple[ItemId, ...]:
    item = next(block.id for block in quotes(review) if block.text == text)
    return quotes_labelled_as(review.state, item)


def test_those_who_speak_most_come_first_and_nobody_unknown() -> None:
    assert known_speakers(built(SOURCES).state) == ("Ilse", "Anton")


def test_a_name_that_only_the_editor_gave_is_known() -> None:
    review = built(SOURCES)
    edit = set_speakers(review.state, alike(review, "at dusk"), "Mare")
    assert edit is not None
    review.do(edit)
    assert "Mare" in known_speakers(review.state)


def test_quotes_of_one_label_are_found() -> None:
    review = built(SOURCES)
    assert len(alike(review, "who is there")) == 2


def test_a_quote_without_a_label_is_like_the_others_without_one() -> None:
    review = built(SOURCES)
    assert len(alike(review, "at dusk")) == 1


def test_all_are_named_in_one_step() -> None:
    review = built(SOURCES)
    edit = set_speakers(review.state, alike(review, "who is there"), "Ilse")
    assert edit is not None
    assert str(edit.label) == "set the speaker of 2 quotes"
    review.do(edit)
    assert [block.speaker for block in quotes(review)].count("Ilse") == 4
    review.undo()
    assert [block.speaker for block in quotes(review)].count("Ilse") == 2


def test_a_name_that_stands_there_already_is_no_step() -> None:
    review = built(SOURCES)
    assert set_speakers(review.state, alike(review, "a ship passes"), "Anton") is None
