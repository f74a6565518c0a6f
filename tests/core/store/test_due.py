"""What was done waits for others a moment, what is typed for a pause, nothing for long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.store.due import Due, Pace

PACE = Pace()


def test_nothing_is_due_before_anything_came() -> None:
    assert Due(PACE).at_s is None


def test_a_step_waits_for_others_for_a_moment() -> None:
    due = Due(PACE)
    for now_s in (10.0, 10.01, 10.04):
        due.take(now_s, is_typed=False)
    assert due.at_s == 10.0 + PACE.gather_s


def test_typing_waits_for_a_pause() -> None:
    due = Due(PACE)
    for now_s in (10.0, 10.1):
        due.take(now_s, is_typed=True)
    assert due.at_s == 10.1 + PACE.pause_s


def test_a_step_takes_what_was_typed_with_it() -> None:
    due = Due(PACE)
    due.take(10.0, is_typed=True)
    due.take(10.1, is_typed=False)
    assert due.at_s == 10.1 + PACE.gather_s


def test_after_a_write_began_nothing_is_due() -> None:
    due = Due(PACE)
    due.take(10.0, is_typed=True)
    due.begun()
    assert due.at_s is None


def test_what_failed_is_tried_again() -> None:
    due = Due(PACE)
    due.failed(10.0)
    assert due.at_s == 10.0 + PACE.retry_s


@given(st.lists(st.tuples(st.floats(0, 0.3), st.booleans()), min_size=1))
def test_nothing_waits_longer_than_half_a_second_with_two_tenths_left_for_the_editor_and_the_disk(
    steps: list[tuple[float, bool]],
) -> None:
    due, now_s, first_s = Due(PACE), 100.0, 100.0
    for after_s, is_typed in steps:
        now_s += after_s
        if due.at_s is not None and due.at_s <= now_s:
            due.begun()
        if due.at_s is None:
            first_s = now_s
        due.take(now_s, is_typed=is_typed)
        assert due.at_s is not None
        assert due.at_s <= first_s + 0.3
