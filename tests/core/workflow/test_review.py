"""A review follows each edit; what it holds then is what a review made from nothing would hold."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, merges, states

from core.editing.session import ReviewSession
from core.errors import EditError
from core.model import Merge, ReviewState
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.presenting.pane import Change, Pane
from core.presenting.row import Row
from core.work import finished
from core.workflow.review import Review


def rows(pane: Pane) -> list[Row]:
    return [pane.row(at) for at in range(len(pane))]


def replay(shown: list[Row], changes: tuple[Change, ...], pane: Pane) -> None:
    """Apply changes to what a view shows: afterwards it must show the pane."""
    for change in changes:
        assert 0 <= change.at <= change.at + change.removed <= len(shown)
        shown[change.at : change.at + change.removed] = [None] * change.inserted  # type: ignore[list-item]
    assert len(shown) == len(pane)
    for at, row in enumerate(shown):
        if row is None:
            shown[at] = pane.row(at)
    assert shown == rows(pane)


def known(found: tuple[Merge, ...], state: ReviewState) -> tuple[Merge, ...]:
    """The merges whose entries there are."""
    return tuple(merge for merge in found if all(entry in state.episode.entries for entry in merge.members))


def step(review: Review, data: st.DataObject) -> None:
    """Undo, redo, or something that a person may do."""
    match data.draw(st.integers(0, 4)):
        case 0:
            review.undo()
        case 1:
            review.redo()
        case _:
            edit = data.draw(edits(review.state))
            with suppress(EditError):
                if edit is not None:
                    review.do(edit)


@given(states(), st.data())
def test_following_edits_gives_what_a_new_review_gives(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    review = Review(ReviewSession(state), found)
    merged, chunks = MergedPane(review), ChunksPane(review)
    shown = (rows(merged), rows(chunks))

    def follow(change: object) -> None:
        replay(shown[0], merged.follow(change), merged)  # type: ignore[arg-type]
        replay(shown[1], chunks.follow(change), chunks)  # type: ignore[arg-type]

    review.subscribe(follow)
    for _ in range(data.draw(st.integers(1, 8))):
        episode = review.state.episode
        step(review, data)
        if review.state.episode is not episode:  # detection runs again then
            review.set_merges(known(found, review.state))
    found = known(found, review.state)
    session = ReviewSession(state)
    session.state = review.state
    fresh = Review(session, found)
    assert [(f, review.answer(f)) for f in review.findings] == [(f, fresh.answer(f)) for f in fresh.findings]
    assert review.ledger == fresh.ledger
    assert [review.verdict(m) for m in found] == [fresh.verdict(m) for m in found]
    assert rows(merged) == rows(MergedPane(fresh))
    assert rows(chunks) == rows(ChunksPane(fresh))
    for pane in (merged, chunks):
        assert all(pane.find(pane.row(at).key) == at for at in range(len(pane)))


@given(states(), st.data())
def test_checks_that_ran_beside_edits_catch_up_with_them(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    review = Review(ReviewSession(state), found, is_judged=False)
    judged = finished(review.judging())
    for _ in range(data.draw(st.integers(0, 5))):
        edit = data.draw(edits(review.state))
        try:
            if edit is not None:
                review.do(edit)
        except EditError:
            continue
    review.take_judged(judged)
    session = ReviewSession(state)
    session.state = review.state
    fresh = Review(session, known(found, review.state))
    assert review.findings == fresh.findings
