"""A large change comes into the window in steps: it can be stopped, and nothing that is done meanwhile is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, queue_list, review_of, run, surface_of

from core.model import ReviewState
from core.presenting.find import Query, replacement
from core.work import finished
from core.workflow.propose import Tried
from core.workflow.sessions import open_session
from ui.desktop.app.window import Parts
from ui.desktop.panels.find.panel import FindPanel

Key = Qt.Key
PATIENCE_MS = 30_000


@pytest.fixture
def told(opened: Parts) -> list[str]:
    """What the status bar was told."""
    words: list[str] = []
    opened.workspace.told.connect(words.append)
    return words


@pytest.fixture
def start(opened: Parts) -> ReviewState:
    """What there was before; every change of more than one block is large here."""
    review_of(opened).most = 1
    return review_of(opened).state


def everywhere(state: ReviewState) -> Tried:
    """A word more in every note."""
    keys = [block.id for chapter in state.document.chapters for block in chapter.blocks]
    return finished(replacement(state, Query("^", is_pattern=True), "Well, ", keys))


def change(parts: Parts, done: list[str] | None = None) -> ReviewState:
    """Begin a large change; the result is the state that it leads to."""
    tried = everywhere(review_of(parts).state)
    parts.workspace.following.do(tried, lambda _: (done if done is not None else []).append("done"))
    assert review_of(parts).is_on_the_way
    return tried.after


def arrive(parts: Parts, qtbot: QtBot) -> ReviewState:
    qtbot.waitUntil(lambda: not review_of(parts).is_behind, timeout=PATIENCE_MS)
    return review_of(parts).state


def shown(parts: Parts) -> list[str]:
    pane = surface_of(parts).merged.rows.pane
    return [pane.row(at).text for at in range(len(pane))]


def test_it_arrives_and_the_panes_show_it(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    goal = change(opened)
    assert arrive(opened, qtbot) is goal
    assert {block.text for chapter in goal.document.chapters for block in chapter.blocks} <= set(shown(opened))
    assert start is not goal


def test_it_is_one_step_to_undo(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    change(opened)
    arrive(opened, qtbot)
    run(opened, "undo")
    assert arrive(opened, qtbot) is start


def test_what_is_to_be_done_then_waits_for_it(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    done: list[str] = []
    change(opened, done)
    assert done == []
    qtbot.waitUntil(lambda: done == ["done"], timeout=PATIENCE_MS)
    assert not review_of(opened).is_on_the_way
    assert review_of(opened).state is not start


def test_a_decision_meanwhile_is_refused_calmly(
    opened: Parts, start: ReviewState, told: list[str], qtbot: QtBot
) -> None:
    go_to_first(opened)
    rows = queue_list(opened)
    goal = change(opened)
    QTest.keyClick(rows, Key.Key_Return)
    assert "a large change" in told[-1].lower()
    assert arrive(opened, qtbot) is goal
    assert start is not goal


def test_escape_stops_it_and_nothing_is_changed(
    opened: Parts, start: ReviewState, told: list[str], qtbot: QtBot
) -> None:
    done: list[str] = []
    rows = surface_of(opened).merged.rows
    rows.setFocus()
    change(opened, done)
    QTest.keyClick(rows, Key.Key_Escape)
    assert arrive(opened, qtbot) is start
    qtbot.waitUntil(lambda: any("nothing was changed" in words for words in told), timeout=PATIENCE_MS)
    assert done == []


def test_escape_in_the_queue_stops_it(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    rows = queue_list(opened)
    change(opened)
    QTest.keyClick(rows, Key.Key_Escape)
    assert arrive(opened, qtbot) is start


def test_escape_where_it_was_asked_for_stops_it(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    opened.workspace.panel_requested.emit("find", False)
    panel = opened.window.docks.by_id["find"].widget()
    assert isinstance(panel, FindPanel)
    change(opened)
    QTest.keyClick(panel.words, Key.Key_Escape)
    assert arrive(opened, qtbot) is start
    assert panel.isVisible()


def test_escape_twice_stops_it_too(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    rows = surface_of(opened).merged.rows
    rows.setFocus()
    change(opened)
    QTest.keyClick(rows, Key.Key_Escape)
    QTest.keyClick(rows, Key.Key_Escape)
    assert arrive(opened, qtbot) is start


def test_it_says_how_far_it_is(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    shares: list[float] = []
    opened.workspace.bridge.went_on.connect(shares.append)
    assert change(opened) is not start
    arrive(opened, qtbot)
    assert shares
    assert shares == sorted(shares)
    qtbot.waitUntil(lambda: not opened.window.status._stop.isVisible(), timeout=PATIENCE_MS)


@pytest.mark.usefixtures("start")
def test_the_session_has_all_of_it_before_it_is_seen(opened: Parts) -> None:
    goal, kept = change(opened), opened.workspace.keeping.kept
    assert kept is not None
    assert kept.flush(PATIENCE_MS / 1000).is_safe
    again = finished(open_session(kept.path, is_judged=False))
    assert again.review.state.document == goal.document
    assert again.status.steps == 1
    again.close()


@pytest.mark.usefixtures("start")
def test_what_is_exported_meanwhile_is_all_of_it(opened: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "done.md"
    goal = change(opened)
    opened.workspace.exporting.to(path)
    qtbot.waitUntil(lambda: opened.workspace.exporting.path == path, timeout=PATIENCE_MS)
    text = path.read_text(encoding="utf-8")
    assert all(block.text in text for chapter in goal.document.chapters for block in chapter.blocks)


@pytest.mark.usefixtures("start")
def test_what_was_worked_out_for_another_state_is_not_done(opened: Parts, told: list[str], qtbot: QtBot) -> None:
    tried = everywhere(review_of(opened).state)
    change(opened)
    goal = arrive(opened, qtbot)
    opened.workspace.following.do(tried, lambda _: pytest.fail("it was done"))
    assert review_of(opened).state is goal
    assert "changed meanwhile" in told[-1]


# --------------------------------------------------------------------------------------- worked out beside the window


def select_all(parts: Parts) -> list[str]:
    """Every note of the document."""
    blocks = [block for chapter in review_of(parts).state.document.chapters for block in chapter.blocks]
    notes = [block.id for block in blocks if block.time_s is not None]
    parts.workspace.look_at_block(notes[0])
    parts.workspace.select_rows(tuple(notes))
    return list(notes)


def times(state: ReviewState) -> list[int | None]:
    return [block.time_s for chapter in state.document.chapters for block in chapter.blocks if block.time_s is not None]


def test_many_rows_are_moved_in_time_beside_the_window_as_one_step(
    opened: Parts, start: ReviewState, qtbot: QtBot
) -> None:
    select_all(opened)
    run(opened, "later-by-5")
    assert review_of(opened).state is start
    qtbot.waitUntil(lambda: review_of(opened).undo_label is not None, timeout=PATIENCE_MS)
    assert times(arrive(opened, qtbot)) == [time_s + 5 for time_s in times(start) if time_s is not None]
    run(opened, "undo")
    assert arrive(opened, qtbot) is start


def test_a_key_pressed_again_meanwhile_does_not_undo_the_first(
    opened: Parts, start: ReviewState, told: list[str], qtbot: QtBot
) -> None:
    select_all(opened)
    run(opened, "later-by-5")
    run(opened, "later-by-5")
    assert "still being worked out" in told[-1]
    qtbot.waitUntil(lambda: review_of(opened).undo_label is not None, timeout=PATIENCE_MS)
    assert times(arrive(opened, qtbot)) == [time_s + 5 for time_s in times(start) if time_s is not None]


def test_stopped_while_it_is_worked_out_nothing_is_done(opened: Parts, start: ReviewState, qtbot: QtBot) -> None:
    select_all(opened)
    run(opened, "later-by-5")
    assert opened.workspace.following.stop()
    qtbot.waitUntil(lambda: not opened.workspace.tasks.is_busy, timeout=PATIENCE_MS)
    assert review_of(opened).state is start
    assert review_of(opened).undo_label is None
    assert not opened.workspace.following.stop()
