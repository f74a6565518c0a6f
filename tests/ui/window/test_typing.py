"""What is typed is saved while it is typed: nothing waits for Enter, and all of it is one step to undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driver import block_of, editor_of, first_note, run

from core.store.reading import load
from core.work import finished
from core.workflow.sessions import open_session
from ui.desktop.app.window import Parts
from ui.desktop.rows.editor import RowEditor


def editing(parts: Parts) -> RowEditor:
    parts.workspace.go_to_block(first_note(parts).id)
    run(parts, "edit-text")
    return editor_of(parts)


def compose(editor: RowEditor, text: str) -> None:
    """As an input method does: first in the making, then done."""
    QApplication.sendEvent(editor, QInputMethodEvent(text[:1], []))
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(editor, done)


def stored_text(path: Path) -> str:
    document = finished(open_session(path)).review.state.document
    return document.chapters[0].blocks[0].text


def wait_until_saved(qtbot: QtBot, parts: Parts) -> Path:
    editor = next((editor for editor in parts.window.findChildren(RowEditor) if editor.isVisible()), None)
    qtbot.waitUntil(lambda: editor is None or not editor.is_waiting)
    qtbot.waitUntil(lambda: parts.window.status.saved.text() == "Saved", timeout=5000)
    assert parts.workspace.keeping.kept is not None
    return parts.workspace.keeping.kept.path


def test_what_is_typed_is_in_the_file_before_anybody_keeps_it(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, " 그리고")
    path = wait_until_saved(qtbot, opened)
    assert editor.isVisible()
    assert stored_text(path).endswith(" 그리고")


def test_each_key_is_saved_while_the_editor_stays_open(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    for at in range(1, 4):  # how soon is a property of Due; a busy machine says nothing of it
        compose(editor, "?")
        assert stored_text(wait_until_saved(qtbot, opened)).endswith("?" * at)
    assert editor.isVisible()


def test_the_first_key_takes_the_word_saved_away(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, "!")
    wait_until_saved(qtbot, opened)
    compose(editor, "?")
    assert opened.window.status.saved.full_text == "Saving…"


def test_what_is_typed_and_taken_back_at_once_leaves_nothing_to_save(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, "!")
    wait_until_saved(qtbot, opened)
    compose(editor, "?")
    editor.textCursor().deletePreviousChar()
    wait_until_saved(qtbot, opened)


def test_saved_is_not_said_while_a_key_is_not_saved(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    for at in range(20):
        compose(editor, str(at))
        qtbot.wait(at * 7)  # keys come at any pace
        if opened.window.status.saved.text() == "Saved":
            assert editor.text == first_note(opened).text


def test_typing_does_not_disturb_the_one_who_types(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    for word in ("하나", " 둘", " 셋"):
        compose(editor, word)
        wait_until_saved(qtbot, opened)
        assert editor_of(opened) is editor
        assert QApplication.focusWidget() is editor
    assert editor.text.endswith("하나 둘 셋")
    assert editor.textCursor().atEnd()


def test_a_syllable_in_the_making_stays_in_the_making(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, " 가")
    QApplication.sendEvent(editor, QInputMethodEvent("ㄴ", []))
    wait_until_saved(qtbot, opened)
    assert editor.textCursor().block().layout().preeditAreaText() == "ㄴ"
    assert not first_note(opened).text.endswith("ㄴ")


def test_all_that_was_typed_in_one_place_is_one_step(qtbot: QtBot, opened: Parts) -> None:
    before, block = first_note(opened).text, first_note(opened).id
    editor = editing(opened)
    for word in (" one", " two", " three"):
        compose(editor, word)
        wait_until_saved(qtbot, opened)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    path = wait_until_saved(qtbot, opened)
    assert len(load(path).contents.rows) == 3
    assert block_of(opened, block).text == f"{before} one two three"
    run(opened, "undo")
    assert block_of(opened, block).text == before
    run(opened, "redo")
    assert block_of(opened, block).text == f"{before} one two three"


def test_typing_in_two_places_is_two_steps(qtbot: QtBot, opened: Parts) -> None:
    for word in (" one", " two"):
        editor = editing(opened)
        compose(editor, word)
        wait_until_saved(qtbot, opened)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    run(opened, "undo")
    assert first_note(opened).text.endswith(" one")


def test_escape_takes_back_what_was_saved_already(qtbot: QtBot, opened: Parts) -> None:
    before = first_note(opened).text
    editor = editing(opened)
    compose(editor, " not this")
    QTest.keyClick(editor, Qt.Key.Key_Period)
    wait_until_saved(qtbot, opened)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    path = wait_until_saved(qtbot, opened)
    assert first_note(opened).text == before
    assert stored_text(path) == before


def test_escape_amid_a_syllable_ends_the_syllable_and_no_more(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, " 안")  # an input method commits what it holds, and hands the key on
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor_of(opened) is editor
    assert editor.text.endswith(" 안")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first_note(opened).text.endswith(" 안"))


def test_escape_takes_back_nothing_else(qtbot: QtBot, opened: Parts) -> None:
    editor = editing(opened)
    compose(editor, " this")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editing(opened), Qt.Key.Key_Escape)
    assert first_note(opened).text.endswith(" this")


def test_nothing_at_all_is_refused_when_it_is_kept_and_not_before(qtbot: QtBot, opened: Parts) -> None:
    before = first_note(opened).text
    editor = editing(opened)
    compose(editor, " more")
    wait_until_saved(qtbot, opened)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not editor.is_waiting)
    assert first_note(opened).text == f"{before} more"
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RowEditor))
    QTest.keyClick(editor_of(opened), Qt.Key.Key_Escape)
    assert first_note(opened).text == before
