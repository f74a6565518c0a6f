"""What an edit would do, in words: a move says between what it will stand."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.model import Block, ItemId, blocks_of
from core.presenting.outcome import outcome, standing
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    lines = ("# Light", "00:10 the lamp", "  00:12 at nine", "  00:14 by hand", "00:20 the sea", "00:30 the ship")
    return built(episode(chunk(1, *lines), chunk(2, "# Land", "01:00 the town"), language="en"))


def block(review: Review, text: str) -> Block:
    return next(one for one in blocks_of(review.state.document) if one.text == text)


def told(review: Review, item: ItemId) -> str:
    state = review.state
    return str(standing(state.document, item, state.episode.style))


def test_a_block_stands_between_its_neighbours(review: Review) -> None:
    assert told(review, block(review, "the sea").id) == "between 00:10 “the lamp” and 00:30 “the ship”, in chapter 1"


def test_the_first_and_the_last_have_one_neighbour(review: Review) -> None:
    assert told(review, block(review, "the lamp").id) == "before 00:20 “the sea”, in chapter 1"
    assert told(review, block(review, "the ship").id) == "behind 00:20 “the sea”, in chapter 1"


def test_one_alone_stands_in_its_chapter(review: Review) -> None:
    assert told(review, block(review, "the town").id) == "in chapter 2"


def test_a_child_stands_beneath_its_parent(review: Review) -> None:
    assert told(review, block(review, "by hand").id) == "behind 00:12 “at nine”, beneath 00:10 “the lamp”"


def test_long_words_are_cut(review: Review) -> None:
    sea = block(review, "the sea").id
    review.do(_needed(propose.edit_text(review.state, block(review, "the lamp").id, "the lamp " * 9)))
    assert "“the lamp the lamp the la…”" in told(review, sea)


def test_a_move_is_told_by_the_neighbours_that_it_will_have(review: Review) -> None:
    lamp = block(review, "the lamp").id
    review.do(_needed(propose.retime(review.state, lamp, 25)))
    edit = _needed(propose.move_to_its_time(review.state, lamp))
    assert [str(message) for message in outcome(review.state, edit)] == [
        "it moves between 00:20 “the sea” and 00:30 “the ship”, in chapter 1"
    ]


def _needed(edit: propose.Edit | None) -> propose.Edit:
    assert edit is not None
    return edit
