"""What is typed in the summary panel is saved while it is typed, as it is in the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import review_of, run

from core.store.reading import load
from core.work import finished
from core.workflow.sessions import open_session
from ui.desktop.app.opener import reading
from ui.desktop.app.window import Parts
from ui.desktop.panels.summary.line_box import LineEditor
from ui.desktop.panels.summary.panel import SummaryPanel


@pytest.fixture
def editor(opened: Parts) -> LineEditor:
    """That of the first line."""
    opened.workspace.panel_requested.emit("summary", False)
    panel = opened.window.docks.by_id["summary"].widget()
    assert isinstance(panel, SummaryPanel)
    return panel.boxes[0].editor


def line_of(parts: Parts) -> str:
    return review_of(parts).state.document.summary[0]


def stored_line(path: Path) -> str:
    return finished(open_session(path)).review.state.document.summary[0]


def type_in(qtbot: QtBot, parts: Parts, editor: LineEditor, *words: str) -> Path:
    """Write at the end, word by word, each of them saved; the session's file."""
    for word in words:
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.insertPlainText(word)
        qtbot.waitUntil(lambda: not editor.is_waiting, timeout=30_000)
        qtbot.waitUntil(lambda: parts.window.status.saved.text() == "Saved", timeout=30_000)
    assert parts.workspace.keeping.kept is not None
    return parts.workspace.keeping.kept.path


def test_what_is_typed_is_in_the_file_before_anybody_keeps_it(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    path = type_in(qtbot, opened, editor, " and", " more")
    assert stored_line(path) == f"{before} and more"


def test_who_types_is_not_disturbed(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    type_in(qtbot, opened, editor, " and ")
    assert editor.toPlainText() == f"{before} and "  # the space at the end is there for the next word


def test_all_that_is_typed_is_one_step(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    type_in(qtbot, opened, editor, " one", " two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert line_of(opened) == f"{before} one two"
    assert review_of(opened).undo()
    assert line_of(opened) == editor.toPlainText() == before


def test_escape_takes_back_what_was_saved_already(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    path = type_in(qtbot, opened, editor, " not this")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert line_of(opened) == editor.toPlainText() == before
    qtbot.waitUntil(lambda: stored_line(path) == before, timeout=30_000)


def test_nothing_at_all_is_said_and_the_line_stays(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not editor.is_waiting, timeout=30_000)
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert line_of(opened) == editor.toPlainText() == before


def test_the_first_key_takes_the_word_saved_away(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    type_in(qtbot, opened, editor, " one")
    editor.insertPlainText("?")
    assert opened.window.status.saved.full_text == "Saving…"


def test_saving_takes_what_was_typed_a_moment_ago(opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertPlainText(" at last")
    run(opened, "save")
    assert line_of(opened) == f"{before} at last"


def test_an_undo_shows_the_line_of_then_while_it_is_typed(qtbot: QtBot, opened: Parts, editor: LineEditor) -> None:
    before = line_of(opened)
    path = type_in(qtbot, opened, editor, " now")
    assert load(path).contents.rows
    assert review_of(opened).undo()
    assert editor.toPlainText() == before
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert line_of(opened) == before


def test_opening_something_else_takes_what_was_typed_a_moment_ago(
    qtbot: QtBot, opened: Parts, editor: LineEditor, tmp_path: Path
) -> None:
    path = type_in(qtbot, opened, editor, " one")
    (tmp_path / "other.md").write_text("## Another\n\n- [00:01] Something else\n", "utf-8")
    other, before = finished(reading((tmp_path / "other.md",))), line_of(opened)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertPlainText(" two")
    opened.opener._show(other)
    assert stored_line(path) == before + " two"
