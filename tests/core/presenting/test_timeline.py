"""The timeline: what stands where, and that following an edit says the same as looking anew."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, merges, states

from core.editing.session import ReviewSession
from core.errors import NotestitchError
from core.model import EntryId, Merge, ReviewState, Tier
from core.presenting.timeline import Sign, State, Timeline, TimelineChange
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review, ReviewChange

END_S = 10_000


def merge(*members: str) -> Merge:
    return Merge(tuple(map(EntryId, members)), 0.9, Tier.CERTAIN)


@pytest.fixture
def review() -> Review:
    chunks = (
        chunk(1, "# First", "00:10 the lamp was lit", "00:20 the keeper wrote a letter"),
        chunk(2, "# Second", "00:20 he wrote a letter", "00:40 the ship came"),
        chunk(3, "# Third", "05:00 they sailed on"),
    )
    made = built(episode(*chunks, language="en"))
    made.set_merges([merge("1:3", "2:2")])
    return made


def followed(review: Review) -> tuple[Timeline, list[TimelineChange]]:
    timeline, told = Timeline(review), list[TimelineChange]()

    def hear(change: ReviewChange) -> None:
        told.append(timeline.follow(change))

    review.subscribe(hear)
    return timeline, told


def test_neighbouring_chunks_lie_in_different_lanes(review: Review) -> None:
    assert [(c.number, c.lane, c.start_s, c.end_s) for c in Timeline(review).chunks] == [
        (1, 0, 10, 20),
        (2, 1, 20, 40),
        (3, 0, 300, 300),
    ]


def test_chunks_that_share_a_second_overlap(review: Review) -> None:
    assert Timeline(review).overlaps == ((20, 20),)


def test_a_gap_is_where_nothing_was_noted(review: Review) -> None:
    assert [(gap.start_s, gap.end_s, gap.is_open) for gap in Timeline(review).gaps] == [(40, 300, True)]


def test_a_chapter_reaches_to_the_next(review: Review) -> None:
    chapters = Timeline(review).chapters
    assert [(c.number, c.title, c.start_s, c.end_s) for c in chapters] == [
        (1, "First", 10, 20),
        (2, "Second", 20, 300),
        (3, "Third", 300, 300),
    ]
    assert [chapter.has_border for chapter in chapters] == [False, True, True]


def test_it_begins_at_zero_and_ends_with_the_last_note(review: Review) -> None:
    timeline = Timeline(review)
    assert (timeline.start_s, timeline.end_s) == (0, 300)


def test_a_part_of_a_longer_episode_begins_where_it_begins() -> None:
    timeline = Timeline(built(episode(chunk(7, "62:00 a", "70:00 b"))))
    assert timeline.start_s == 3720


def test_an_episode_without_times_has_nothing_to_show() -> None:
    timeline = Timeline(built(episode(chunk(1, "- a", "- b"))))
    assert (timeline.end_s, timeline.chunks, timeline.chapters) == (0, (), ())
    assert timeline.chapter_at(5) is None


@pytest.mark.parametrize(("time", "span"), [("00:00", (0, 10)), ("00:42", (37, 47)), ("10:00", (595, 605))])
def test_notes_of_one_second_stand_in_the_middle_of_ten(time: str, span: tuple[int, int]) -> None:
    timeline = Timeline(built(episode(chunk(1, "# Only", f"{time} one", f"{time} two"), language="en")))
    assert (timeline.start_s, timeline.end_s) == span


def test_a_finding_has_a_sign_at_its_time(review: Review) -> None:
    marks = Timeline(review).marks
    assert marks.state(Sign.DUPLICATE, 20, 21) is State.OPEN
    assert marks.state(Sign.DUPLICATE, 21, END_S) is State.NONE
    assert marks.state(Sign.ORDER, 0, END_S) is State.NONE


def test_a_decision_touches_its_own_second_alone(review: Review) -> None:
    timeline, told = followed(review)
    review.do(propose.keep_apart(merge("1:3", "2:2")))
    assert told == [TimelineChange(times=frozenset({20}))]
    assert timeline.marks.state(Sign.DUPLICATE, 20, 21) is State.DECIDED


def test_another_title_touches_the_chapters(review: Review) -> None:
    timeline, told = followed(review)
    edit = propose.rename_chapter(review.state, review.state.document.chapters[1].id, "The letter")
    assert edit is not None
    review.do(edit)
    assert [change.has_chapters for change in told] == [True]
    assert timeline.chapters[1].title == "The letter"


def test_a_sign_says_what_is_wrong_and_whether_it_was_decided(review: Review) -> None:
    timeline, _ = followed(review)
    said, more = timeline.marks.said(20, 21)
    assert (str(said[0]), more) == ("Suspected duplicate: the same thing is said 2 times", 0)
    review.do(propose.keep_apart(merge("1:3", "2:2")))
    assert str(timeline.marks.said(20, 21)[0][0]).startswith("Suspected duplicate, decided:")


def test_a_place_is_said_with_its_chapter_and_chunks(review: Review) -> None:
    assert [str(message) for message in Timeline(review).spoken(30)] == [
        "00:30",
        "chapter 2, Second",
        "Chunk 2 · 00:20–00:40 · 2 notes",
    ]


def test_chapters_are_gone_through_one_by_one(review: Review) -> None:
    timeline = Timeline(review)
    assert [timeline.chapter_start(time_s, +1) for time_s in (0, 10, 20, 300)] == [10, 20, 300, 300]
    assert [timeline.chapter_start(time_s, -1) for time_s in (300, 20, 15, 10)] == [20, 10, 10, 0]


def looks(timeline: Timeline) -> object:
    while not timeline.marks.is_complete:
        timeline.marks.grow(1)
    signs = [timeline.marks.state(sign, at, at + 1) for sign in Sign for at in range(300)]
    return timeline.chunks, timeline.overlaps, timeline.gaps, timeline.chapters, timeline.end_s, signs


@given(states(), st.data())
def test_after_any_decisions_it_looks_as_a_new_one(state: ReviewState, data: st.DataObject) -> None:
    review = Review(ReviewSession(state))
    timeline, told = followed(review)
    review.set_merges(data.draw(merges(state.episode)))
    for _ in range(4):
        before, count = looks(timeline), len(told)
        try:
            if data.draw(st.integers(0, 4)) == 0:
                review.undo()
            elif (edit := data.draw(edits(review.state))) is not None:
                review.do(edit)
        except NotestitchError:
            continue
        assert looks(timeline) == looks(Timeline(review))
        if told[count:] == [TimelineChange()]:
            assert looks(timeline) == before


def test_many_findings_are_worked_off_in_slices() -> None:
    lines = [f"{at // 60:02}:{at % 60:02} note {at}" for at in range(0, 900, 2)]
    review = built(episode(chunk(1, *lines), chunk(2, *lines)))
    timeline, _ = followed(review)
    review.set_merges([merge(f"1:{at}", f"2:{at}") for at in range(1, 451)])
    assert not timeline.marks.is_complete
    while not timeline.marks.is_complete:
        timeline.marks.grow(0)
        timeline.marks.grow(0.001)
    assert all(timeline.marks.state(Sign.DUPLICATE, at, at + 1) is State.OPEN for at in range(0, 900, 2))
