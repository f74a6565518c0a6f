"""Answers to many findings: what they come to is known before they are done."""

from __future__ import annotations

from chunk_builder import chunk, episode

from core.editing.edit import Tried
from core.model import Block, EntryId, ItemId, Merge, ReviewState, Tier, blocks_of
from core.work import Work, finished
from core.workflow.opening import built
from core.workflow.review import Review
from core.workflow.together import (
    accepting,
    are_neighbours,
    dismissing,
    indenting,
    moving_down,
    moving_up,
    outdenting,
    shifting,
)


def test_the_edit_leads_to_the_state_that_was_worked_out() -> None:
    notes = ("00:10 the lamp was lit", "00:20 the keeper wrote a letter")
    review = built(episode(chunk(1, "# First", *notes), chunk(2, "# Second", *notes), language="en"))
    review.set_merges([Merge((EntryId(f"1:{line}"), EntryId(f"2:{line}")), 0.9, Tier.CERTAIN) for line in (2, 3)])
    for answers in (
        finished(accepting(review.state, review.findings)),
        finished(dismissing(review.state, review.findings)),
    ):
        assert answers.edit is not None
        assert answers.edit.apply(review.state) == answers.after


# ------------------------------------------------------------------------------------------------------- several rows


def rows() -> Review:
    """Two chapters: a, b with its child c, d; then e."""
    first = ("00:10 a", "00:20 b", "    00:25 c", "00:30 d")
    return built(episode(chunk(1, "# First", *first, "# Second", "00:40 e"), language="en"))


def ids(review: Review, words: str) -> list[ItemId]:
    found = {b.text: b.id for b in blocks_of(review.state.document)}
    return [found[word] for word in words]


def shape(state: ReviewState) -> str:
    """The texts, each with its children in brackets, chapters apart."""

    def told(block: Block) -> str:
        return block.text + (f"({''.join(map(told, block.children))})" if block.children else "")

    return "|".join("".join(map(told, chapter.blocks)) for chapter in state.document.chapters)


def after(review: Review, work: Work[Tried]) -> str:
    tried = finished(work)
    assert tried.edit is not None
    assert tried.edit.apply(review.state) == tried.after
    return shape(tried.after)


def test_all_are_later_by_the_same_seconds() -> None:
    review = rows()
    tried = finished(shifting(review.state, ids(review, "abe"), 5))
    times = {b.text: b.time_s for b in blocks_of(tried.after.document)}
    assert times == {"a": 15, "b": 25, "c": 25, "d": 30, "e": 45}


def test_all_are_earlier_as_far_as_the_first_second() -> None:
    review = rows()
    tried = finished(shifting(review.state, ids(review, "ab"), -15))
    times = [block.time_s for block in tried.after.document.chapters[0].blocks]
    assert times == [0, 10, 30]


def test_what_goes_along_with_its_parent_is_indented_once() -> None:
    review = rows()
    assert after(review, indenting(review.state, ids(review, "bcd"))) == "a(b(c)d)|e"


def test_nothing_is_indented_beneath_another_that_stays() -> None:
    review = rows()
    assert finished(indenting(review.state, ids(review, "ab"))).edit is None


def test_outdented_rows_keep_their_order() -> None:
    review = rows()
    edit = finished(indenting(review.state, ids(review, "bd"))).edit
    assert edit is not None
    review.do(edit)
    assert after(review, outdenting(review.state, ids(review, "bd"))) == "ab(c)d|e"


def test_neighbours_move_up_as_one_block() -> None:
    review = rows()
    assert after(review, moving_up(review.state, ids(review, "bd"))) == "b(c)da|e"


def test_neighbours_move_down_as_one_block_into_the_next_chapter() -> None:
    review = rows()
    assert after(review, moving_down(review.state, ids(review, "bcd"))) == "a|b(c)de"


def test_at_the_top_a_block_stays_whole() -> None:
    review = rows()
    assert finished(moving_up(review.state, ids(review, "ab"))).edit is None


def test_rows_with_another_between_them_are_no_neighbours() -> None:
    review = rows()
    assert are_neighbours(review.state, ids(review, "bcd"))
    assert not are_neighbours(review.state, ids(review, "ad"))
