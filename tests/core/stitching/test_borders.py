"""Moving the border between two chapters: whole families change sides, in order, and nothing is lost."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import states

from core.checks.finding import ChapterView
from core.checks.order import IN_DOCUMENT
from core.editing.session import ReviewSession
from core.model import Block, Document, ItemId, Kind, ReviewState, blocks_of, walk
from core.stitching.candidate import candidate
from core.stitching.propose import border_at, move_border

TWO = chunk(
    1,
    *("# One", "00:10 a", "  00:12 a1", "00:20 b", "> 00:21 said in b", "00:30 c"),
    *("# Two", "00:40 d", "> 00:41 said in d", "00:50 e", "  00:52 e1"),
)


def review() -> ReviewState:
    read = episode(TWO)
    return ReviewState(read, candidate(read))


def second(state: ReviewState) -> ItemId:
    return state.document.chapters[1].id


def outline(state: ReviewState) -> list[list[str]]:
    return [[block.text for _, block in walk(chapter.blocks)] for chapter in state.document.chapters]


def moved(state: ReviewState, time_s: int) -> ReviewState:
    edit = move_border(state, second(state), time_s)
    assert edit is not None
    return edit.apply(state)


def test_an_earlier_border_takes_the_families_behind_it_with_their_quotes() -> None:
    assert outline(moved(review(), 15)) == [
        ["a", "a1"],
        ["b", "said in b", "c", "d", "said in d", "e", "e1"],
    ]


def test_a_later_border_gives_the_families_before_it_with_their_quotes() -> None:
    assert outline(moved(review(), 45)) == [["a", "a1", "b", "said in b", "c", "d", "said in d"], ["e", "e1"]]


def test_a_family_is_never_cut() -> None:
    assert outline(moved(review(), 51)) == outline(moved(review(), 45))


def test_each_chapter_keeps_a_family() -> None:
    assert outline(moved(review(), 0))[0] == ["a", "a1"]
    assert outline(moved(review(), 999))[1] == ["e", "e1"]


def test_the_way_back_leads_to_the_same_document() -> None:
    state = review()
    assert moved(moved(state, 15), 35).document == state.document


def test_where_nothing_changes_sides_there_is_nothing_to_do() -> None:
    state = review()
    assert move_border(state, second(state), 35) is None


def test_the_first_chapter_has_no_border() -> None:
    state = review()
    assert move_border(state, state.document.chapters[0].id, 35) is None


def test_the_preview_says_where_it_will_be_and_how_many_families_go() -> None:
    border = border_at(review(), second(review()), 15)
    assert border is not None
    assert (border.time_s, border.moved, border.is_later) == (20, 2, False)


def test_quotes_at_the_end_of_a_chapter_go_where_their_time_puts_them() -> None:
    state = review()
    above, below = state.document.chapters
    quotes = tuple(block for block in above.blocks if block.kind is Kind.QUOTE)
    rest = tuple(block for block in above.blocks if block.kind is not Kind.QUOTE)
    document = Document("", (), (type(above)(above.id, "", rest + quotes), below), state.document.next_id)
    done = moved(ReviewState(state.episode, document), 45)
    assert outline(done)[0] == ["a", "a1", "b", "said in b", "c", "d", "said in d"]


def families(state: ReviewState) -> list[Block]:
    return [block for chapter in state.document.chapters for block in chapter.blocks if block.kind is not Kind.QUOTE]


def disorder(state: ReviewState) -> int:
    views = (ChapterView(state.episode, chapter) for chapter in state.document.chapters)
    return sum(1 for view in views for _ in IN_DOCUMENT.find(view))


@given(states(), st.data())
def test_whatever_is_asked_no_block_is_lost_and_families_stay_as_they_were(state: ReviewState, data: st.DataObject):
    chapter = data.draw(st.sampled_from([c.id for c in state.document.chapters]))
    edit = move_border(state, chapter, data.draw(st.integers(0, 200)))
    if edit is None:
        return
    after = edit.apply(state)
    assert families(after) == families(state)
    assert {b.id: b for b in blocks_of(after.document)} == {b.id: b for b in blocks_of(state.document)}
    assert [(c.id, c.title) for c in after.document.chapters] == [(c.id, c.title) for c in state.document.chapters]


@given(states(), st.data())
def test_what_was_in_order_still_is(state: ReviewState, data: st.DataObject) -> None:
    times = [family.time_s for family in families(state) if family.time_s is not None]
    if disorder(state) or times != sorted(times):
        return
    chapter = data.draw(st.sampled_from([c.id for c in state.document.chapters]))
    edit = move_border(state, chapter, data.draw(st.integers(0, 200)))
    assert edit is None or disorder(edit.apply(state)) == 0


@pytest.mark.parametrize("time_s", [0, 15, 25, 45, 999])
def test_one_undo_takes_it_back(time_s: int) -> None:
    session = ReviewSession(review())
    edit = move_border(session.state, second(session.state), time_s)
    assert edit is not None
    session.apply(edit)
    assert session.undo()
    assert session.state.document == review().document
