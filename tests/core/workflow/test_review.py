"""A review follows each edit; what it holds then is what a review made from nothing would hold."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, episodes, merges, states
from strategies import documents

from core.checks.finding import Finding
from core.editing.edits import SetHead
from core.editing.session import ReviewSession
from core.errors import EditError
from core.export.markdown import markdown
from core.model import Document, FindingId, Merge, ReviewState
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.presenting.pane import Change, Pane
from core.presenting.queue import Queue
from core.presenting.row import Row
from core.reading.discover import open_text
from core.reading.document import read_document
from core.work import finished
from core.workflow.opening import built
from core.workflow.review import News, Review, ReviewChange


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


def go_on(review: Review, most: int | None = None) -> None:
    """Look at so many pieces of a large change, or at all of it."""
    while review.is_behind and most != 0:
        review.go_on(0.0)
        most = None if most is None else most - 1


def made_anew(start: ReviewState, review: Review, found: tuple[Merge, ...]) -> Review:
    """A review of the same state, made from nothing."""
    session = ReviewSession(start)
    session.state = review.state
    return Review(session, found)


def hear(told: dict[FindingId, Finding], news: News) -> None:
    """What somebody knows of the findings who only hears the news."""
    for finding in news.gone:
        del told[finding]
    told.update({finding.id: finding for finding in news.come})


@given(states(), st.data())
def test_following_edits_gives_what_a_new_review_gives(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    review = Review(ReviewSession(state), found)
    # What checks say comes after the edit, and a larger one is followed in steps.
    review.waits_from, review.most = data.draw(st.sampled_from((None, 0))), data.draw(st.sampled_from((None, 1, 3)))
    merged, chunks, queue = MergedPane(review), ChunksPane(review), Queue(review)
    shown = (rows(merged), rows(chunks))
    told = {finding.id: finding for finding in review.findings}

    def follow(change: ReviewChange) -> None:
        queue.follow(change)
        hear(told, change.news)
        replay(shown[0], merged.follow(change), merged)
        replay(shown[1], chunks.follow(change), chunks)

    review.subscribe(follow)
    for _ in range(data.draw(st.integers(1, 8))):
        episode = review.state.episode
        step(review, data)
        if review.state.episode is not episode:  # detection runs again then
            review.set_merges(known(found, review.state))
        go_on(review, data.draw(st.integers(0, 3)))
    go_on(review)
    found = known(found, review.state)
    fresh = made_anew(state, review, found)
    assert [(f, review.answer(f)) for f in review.findings] == [(f, fresh.answer(f)) for f in fresh.findings]
    assert told == {finding.id: finding for finding in fresh.findings}
    again = Queue(fresh, queue.found)
    assert (queue.items, queue.groups, queue.left) == (again.items, again.groups, again.left)
    assert all(queue.find(item.id) is item for item in queue.items)
    assert review.ledger == fresh.ledger
    assert [review.verdict(m) for m in found] == [fresh.verdict(m) for m in found]
    assert rows(merged) == rows(MergedPane(fresh))
    assert rows(chunks) == rows(ChunksPane(fresh))
    for pane in (merged, chunks):
        assert all(pane.find(pane.row(at).key) == at for at in range(len(pane)))


def test_what_is_found_of_a_change_of_no_chapter_comes_with_it() -> None:
    review = built(open_text("## Start\n\n- [00:01] the depot opens\n").episode)
    review.waits_from = 0
    told = {finding.id: finding for finding in review.findings}
    review.subscribe(lambda change: hear(told, change.news))
    review.do(SetHead("Another title", ()))
    assert told == {finding.id: finding for finding in review.findings}


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
    fresh = made_anew(state, review, known(found, review.state))
    assert review.findings == fresh.findings


@given(documents(), st.data())
def test_a_brought_document_is_judged_as_it_is_edited(document: Document, data: st.DataObject) -> None:
    episode = data.draw(episodes())
    state = ReviewState(episode, read_document(markdown(document, episode.style)).document)
    review = Review(ReviewSession(state))
    for _ in range(data.draw(st.integers(1, 6))):
        step(review, data)
    session = ReviewSession(state)
    session.state = review.state
    assert review.findings == Review(session).findings


@given(states(), st.data())
def test_rows_that_nobody_has_seen_count_by_their_keys(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    review = Review(ReviewSession(state), found)
    panes = MergedPane(review), ChunksPane(review)
    shown: list[list[Row | None]] = [[None] * len(pane) for pane in panes]

    def look(pane: Pane, rows_seen: list[Row | None]) -> None:
        for at in data.draw(st.sets(st.integers(0, max(0, len(pane) - 1)), max_size=4)):
            rows_seen[at] = pane.row(at)

    def follow(change: ReviewChange) -> None:
        for pane, rows_seen in zip(panes, shown, strict=True):
            for one in pane.follow(change):
                rows_seen[one.at : one.at + one.removed] = [None] * one.inserted
            assert len(rows_seen) == len(pane)
            assert all(row is None or row == pane.row(at) for at, row in enumerate(rows_seen))
            look(pane, rows_seen)

    review.subscribe(follow)
    for _ in range(data.draw(st.integers(1, 5))):
        step(review, data)
    for pane in panes:
        assert [pane.time_s(at) for at in range(len(pane))] == [row.time_s for row in rows(pane)]
