"""Rows of the log are chained, and it is known what a checkpoint leads to."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import random_step, start, taken

from core.editing.session import ReviewSession, replayed
from core.store.history import StoredHistory, present_state
from core.store.log import LogRow, Undoables, head
from core.store.steps import Steps


def random_run(seed: int, count: int = 30) -> tuple[Steps, ReviewSession, list[object]]:
    """The rows of a run by chance, the session, and its states after each row."""
    chance, session = random.Random(seed), ReviewSession(start())
    steps, states = Steps(()), [session.state]
    while len(states) <= count:
        line = random_step(chance, session)
        if line is None or not taken(session, line):
            continue
        steps.add(line.step, line.burst, "now")
        states.append(session.state)
    return steps, session, list(states)


@given(st.integers(0, 10**6))
def test_rows_lead_to_the_same_state(seed: int) -> None:
    steps, session, _ = random_run(seed)
    rows = steps.rows(0, 30)
    assert replayed(start(), (row.line() for row in rows)).state == session.state


@given(st.integers(0, 10**6))
def test_what_undo_leads_to_is_known_without_doing_any_edit(seed: int) -> None:
    steps, session, _ = random_run(seed)
    history = StoredHistory(start(), steps.rows(0, 30), session.state, lambda _: None)
    assert (history.undo_label, history.redo_label) == (session.undo_label, session.redo_label)


@given(st.integers(0, 10**6), st.integers(0, 30), st.integers(0, 30))
def test_rows_that_do_not_reach_back_lead_from_a_checkpoint_to_the_same_state(seed: int, one: int, other: int) -> None:
    steps, _, states = random_run(seed)
    checkpoint, until = sorted((one, other))
    if not steps.reach_back(checkpoint, until, checkpoint):
        assert present_state(states[checkpoint], steps.rows(checkpoint, until)) == states[until]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("change", [{"seq": 9}, {"edit": "{}"}, {"burst": "x"}, {"at": "then"}, {"step": "undo"}])
def test_a_changed_row_does_not_follow(change: dict[str, object]) -> None:
    first, second, _ = random_run(1)[0].rows(0, 3)
    assert second.follows(first)
    assert not replace(second, **change).follows(first)


def test_a_row_does_not_follow_where_one_is_missing() -> None:
    first, _, third = random_run(1)[0].rows(0, 3)
    assert not third.follows(first)


def test_rows_are_held_up_to_a_row_with_the_same_chain() -> None:
    steps = random_run(1)[0]
    rows = steps.rows(0, 30)
    assert steps.holds(0, b"")
    assert steps.holds(30, head(rows))
    assert not steps.holds(29, head(rows))
    assert not steps.holds(31, head(rows))


def test_an_undo_of_nothing_changes_nothing() -> None:
    rows = [LogRow.made(None, "undo", None, "now")]
    undoables = Undoables()
    undoables.take_all(rows)
    assert (undoables.past, undoables.future) == ([], [])


def test_a_log_that_leads_elsewhere_is_told_and_not_used() -> None:
    steps, _, _ = random_run(3)
    said: list[str] = []
    history = StoredHistory(start(), steps.rows(0, 30), start(), lambda message: said.append(str(message)))
    assert history.replayed() is None
    assert history.undo_label is None
    assert len(said) == 1
