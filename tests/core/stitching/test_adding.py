"""What an editor adds: a note below, a note beneath, a quote."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.model import Block, Kind, blocks_of
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    lines = ("# Light", "00:10 the lamp", "  00:12 at nine", "> 00:11 Oh!", "00:20 the sea", "> 00:25 Ah!")
    return built(episode(chunk(1, *lines), language="en"))


def block(review: Review, text: str) -> Block:
    return next(one for one in blocks_of(review.state.document) if one.text == text)


def top(review: Review) -> list[str]:
    return [one.text for one in review.state.document.chapters[0].blocks]


def add(review: Review, edit: propose.Edit | None) -> Block:
    assert edit is not None
    new = propose.next_item(review.state)
    review.do(edit)
    return review.state.document.block(review.state.document.find(new))


def test_a_note_beneath_another_takes_its_time_and_stands_before_later_ones(review: Review) -> None:
    new = add(review, propose.add_child(review.state, block(review, "the lamp").id, "new"))
    assert (new.time_s, new.kind) == (10, Kind.NOTE)
    assert [child.text for child in block(review, "the lamp").children] == ["new", "at nine"]


def test_nothing_stands_beneath_a_quote_or_a_chapter(review: Review) -> None:
    assert propose.add_child(review.state, block(review, "Oh!").id, "new") is None
    assert propose.add_child(review.state, review.state.document.chapters[0].id, "new") is None


def test_a_quote_stands_behind_the_family_that_was_looked_at(review: Review) -> None:
    new = add(review, propose.add_quote(review.state, block(review, "at nine").id, "Hm!"))
    assert (new.time_s, new.kind) == (12, Kind.QUOTE)
    assert top(review) == ["the lamp", "Oh!", "Hm!", "the sea", "Ah!"]


def test_a_quote_of_a_chapter_is_its_last(review: Review) -> None:
    add(review, propose.add_quote(review.state, review.state.document.chapters[0].id, "Hm!"))
    assert top(review)[-1] == "Hm!"


def test_what_was_added_is_no_finding(review: Review) -> None:
    new = add(review, propose.add_child(review.state, block(review, "the lamp").id, "new"))
    assert [finding for finding in review.findings if finding.block == new.id] == []
