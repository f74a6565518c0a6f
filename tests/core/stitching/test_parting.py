"""Two notes of one, and one of two."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st

from core.checks.homes import Ledger
from core.errors import EditError
from core.model import Block, EntryId, Fate, ItemId, blocks_of
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    lines = (
        "# Light",
        "00:10 the lamp was lit and the keeper slept",
        "  00:12 at nine",
        "00:20 a ship came",
        "> 00:21 Oh!",
    )
    return built(episode(chunk(1, *lines), language="en"))


def block(review: Review, text: str) -> Block:
    return next(one for one in blocks_of(review.state.document) if one.text == text)


def top(review: Review) -> list[str]:
    return [one.text for one in review.state.document.chapters[0].blocks]


def split(review: Review) -> None:
    item = block(review, "the lamp was lit and the keeper slept").id
    edit = propose.split_note(review.state, item, "the lamp was lit", " the keeper slept")
    assert edit is not None
    review.do(edit)


def test_the_second_half_stands_behind_the_first(review: Review) -> None:
    split(review)
    assert top(review)[:2] == ["the lamp was lit", "the keeper slept"]


def test_the_first_half_keeps_the_children(review: Review) -> None:
    split(review)
    assert [child.text for child in block(review, "the lamp was lit").children] == ["at nine"]


def test_both_halves_stand_for_the_entry_and_nothing_is_said_twice(review: Review) -> None:
    split(review)
    assert block(review, "the keeper slept").sources == block(review, "the lamp was lit").sources
    assert [f for f in review.findings if f.rule.kind == "duplicate"] == []


def test_a_split_is_one_step(review: Review) -> None:
    before = review.state
    split(review)
    review.undo()
    assert review.state == before


def test_a_half_without_words_is_no_split(review: Review) -> None:
    assert propose.split_note(review.state, block(review, "a ship came").id, "a ship came", "  ") is None


def test_a_quote_cannot_be_split(review: Review) -> None:
    with pytest.raises(EditError):
        propose.split_note(review.state, block(review, "Oh!").id, "O", "h!")


def test_a_note_is_joined_with_the_one_before(review: Review) -> None:
    edit = propose.join_note(review.state, block(review, "a ship came").id)
    assert edit is not None
    review.do(edit)
    assert top(review)[0] == "the lamp was lit and the keeper slept a ship came"
    assert review.fate(EntryId("1:4")) is Fate.MERGED


def test_the_first_note_and_a_quote_cannot_be_joined(review: Review) -> None:
    assert propose.join_note(review.state, block(review, "the lamp was lit and the keeper slept").id) is None
    assert propose.join_note(review.state, block(review, "Oh!").id) is None


@given(st.integers(0, 40), st.booleans())
def test_no_entry_is_lost_by_splitting_or_joining(at: int, is_joined_again: bool) -> None:
    made = built(episode(chunk(1, "00:10 the lamp was lit and the keeper slept", "00:20 a ship came"), language="en"))
    note = block(made, "the lamp was lit and the keeper slept")
    edit = propose.split_note(made.state, note.id, note.text[:at], note.text[at:])
    if edit is None:
        return
    made.do(edit)
    if is_joined_again:
        second: ItemId = made.state.document.chapters[0].blocks[1].id
        joined = propose.join_note(made.state, second)
        assert joined is not None
        made.do(joined)
    ledger: Ledger = made.ledger
    assert ledger.lost == 0
