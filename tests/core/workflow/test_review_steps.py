"""A large change: done at once by the session, followed in steps by the review."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, states

from core.editing.edits import Absorb, Batch, Dismiss, RenameChapter, Rewrite
from core.editing.session import MemoryJournal, ReviewSession
from core.errors import EditError
from core.messages import Message
from core.model import FindingId, ReviewState
from core.presenting.merged_pane import MergedPane
from core.reading.discover import open_text
from core.workflow.opening import built
from core.workflow.review import Review, ReviewChange
from core.workflow.review_steps import steps

NOTES = "".join(f"## Part {at}\n\n- [00:{at:02}] the depot opens gate {at} at nine\n\n" for at in range(6))


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def review(journal: MemoryJournal) -> Review:
    """Follows one chapter at a time."""
    made = built(open_text(NOTES).episode, journal)
    made.most = 1
    return made


def in_capitals(review: Review) -> Batch:
    blocks = [block for chapter in review.state.document.chapters for block in chapter.blocks]
    rewritten = (Rewrite(block.id, block.time_s, block.text.upper(), block.speaker) for block in blocks)
    return Batch(Message("in capitals"), tuple(rewritten))


def texts(review: Review) -> list[str]:
    return [block.text for chapter in review.state.document.chapters for block in chapter.blocks]


def arrive(review: Review) -> None:
    while review.is_behind:
        review.go_on(0.0)


@given(states(), st.data())
def test_steps_lead_to_the_very_state_and_each_stands_between(start: ReviewState, data: st.DataObject) -> None:
    goal = start
    for _ in range(data.draw(st.integers(0, 6))):
        edit = data.draw(edits(goal))
        with suppress(EditError):
            goal = goal if edit is None else edit.apply(goal)
    way = list(steps(start, goal, data.draw(st.integers(1, 4)), is_back=data.draw(st.booleans())))
    assert way[-1] is goal
    either = {id(chapter) for state in (start, goal) for chapter in state.document.chapters}
    assert all(id(chapter) in either for state in way for chapter in state.document.chapters)
    assert all(state.dismissed.items() <= {*start.dismissed.items(), *goal.dismissed.items()} for state in way)


def test_decisions_without_a_chapter_are_parted_too(review: Review) -> None:
    start = review.state
    goal = Batch(Message("all right"), tuple(Dismiss(FindingId(f"f{at}"), "so") for at in range(5))).apply(start)
    assert [len(state.dismissed) for state in steps(start, goal, 2)] == [2, 4, 5, 5]


def test_a_small_change_is_there_at_once(review: Review) -> None:
    review.most = 100
    review.do(in_capitals(review))
    assert not review.is_on_the_way
    assert all(text.isupper() for text in texts(review))


def test_a_large_change_is_followed_step_by_step(review: Review) -> None:
    review.do(in_capitals(review))
    shares = list[float]()
    while review.is_on_the_way:
        shares.append(review.share)
        review.go_on(0.0)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert all(text.isupper() for text in texts(review))


def test_it_is_one_step_to_undo_and_one_line_of_the_log(review: Review, journal: MemoryJournal) -> None:
    start = review.state
    review.do(in_capitals(review))
    arrive(review)
    assert len(journal.lines) == 1
    assert review.undo()
    arrive(review)
    assert review.state is start
    assert review.undo_label is None


def test_the_session_holds_all_of_it_from_the_beginning(review: Review, journal: MemoryJournal) -> None:
    edit, start = in_capitals(review), review.state
    review.do(edit)
    assert review.is_on_the_way
    assert review.session.state == edit.apply(start)
    assert journal.states == [review.session.state]


def test_on_the_way_nothing_else_is_done(review: Review) -> None:
    review.do(in_capitals(review))
    goal = review.session.state
    with pytest.raises(EditError):
        review.do(RenameChapter(goal.document.chapters[0].id, "Another"))
    arrive(review)
    assert review.state is goal


@pytest.mark.parametrize("steps_before", [0, 2])
def test_turned_back_it_is_as_if_nothing_was_done(review: Review, steps_before: int) -> None:
    start = review.state
    review.do(in_capitals(review))
    for _ in range(steps_before):
        review.go_on(0.0)
    review.turn_back()
    arrive(review)
    assert review.state is start
    assert review.findings == built(open_text(NOTES).episode).findings


def test_an_undo_can_be_turned_back_too(review: Review) -> None:
    review.do(in_capitals(review))
    arrive(review)
    done = review.state
    review.undo()
    review.turn_back()
    arrive(review)
    assert review.state is done


def test_checks_are_told_when_it_has_arrived(review: Review) -> None:
    fresh = Review(ReviewSession(review.state))
    review.do(in_capitals(review))
    before = review.findings
    assert before == fresh.findings
    arrive(review)
    session = ReviewSession(review.session.start)
    session.state = review.state
    assert review.findings == Review(session).findings


def test_the_last_step_tells_of_every_chapter_that_the_checks_looked_at(review: Review) -> None:
    told: list[ReviewChange] = []
    review.subscribe(told.append)
    review.do(in_capitals(review))
    arrive(review)
    assert {chapter.id for chapter in told[-1].changed.chapters} == {c.id for c in review.state.document.chapters}


def test_rows_are_found_again_that_were_on_their_way_to_another_chapter() -> None:
    notes = (
        "## One\n\n- [00:01] the depot opens\n\n## Two\n\n- [10:02] the depot opens at nine\n  - [10:03] at gate two\n"
    )
    review = built(open_text(notes).episode)
    review.most = 1
    pane = MergedPane(review)

    def follow(change: ReviewChange) -> None:
        pane.follow(change)

    review.subscribe(follow)
    (keep, *_), (absorbed, *_) = (chapter.blocks for chapter in review.state.document.chapters)
    review.do(Absorb(keep.id, (absorbed.id,), keep.text, None, keep.sources[0]))
    assert review.is_on_the_way
    review.turn_back()
    arrive(review)
    assert all(pane.find(pane.row(at).key) == at for at in range(len(pane)))
