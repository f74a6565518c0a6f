"""Text is edited where it stands, by keys, mouse and input methods; what is typed is never lost unasked."""

from __future__ import annotations

import pytest
from panes import ListPane
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.messages import Message
from core.presenting.row import Row, RowKind
from ui.desktop.rows.editor import RowEditor
from ui.desktop.rows.shown_text import LONGEST
from ui.desktop.rows.view import RowView
from ui.desktop.theme import load_theme

NOTE = "첫째 노트"


@pytest.fixture
def view(qtbot: QtBot) -> RowView:
    rows = [
        Row("chunk", RowKind.CHUNK, "chunk_001.md", label=Message("Chunk 1")),
        Row("a", RowKind.NOTE, NOTE, 10, "00:10"),
        Row("b", RowKind.NOTE, "둘째 노트", 20, "00:20"),
        Row("q", RowKind.QUOTE, "그런데 왜요?", 30, "00:30", speaker="출연자"),
        Row("c", RowKind.NOTE, "셋째 노트", 40, "00:40"),
    ]
    view = RowView(load_theme("light"), ListPane(rows))
    qtbot.addWidget(view)
    view.resize(500, 500)
    view.show()
    view.setFocus()
    return view


@pytest.fixture
def told(view: RowView) -> list[tuple[str, str]]:
    """The edits that were told."""
    edits: list[tuple[str, str]] = []
    view.text_edited.connect(lambda key, text: edits.append((key, text)))
    return edits


def go(view: RowView, key: str) -> None:
    view.select([key])


def editor(view: RowView) -> RowEditor:
    found = [each for each in view.findChildren(RowEditor) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def is_editing(view: RowView) -> bool:
    return any(each.isVisible() for each in view.findChildren(RowEditor))


def compose(target: RowEditor, *steps: str) -> None:
    """Type as an input method does: preview after preview, then the word."""
    for step in steps[:-1]:
        QApplication.sendEvent(target, QInputMethodEvent(step, []))
    done = QInputMethodEvent("", [])
    done.setCommitString(steps[-1])
    QApplication.sendEvent(target, done)


def test_enter_opens_and_enter_keeps(view: RowView, told: list[tuple[str, str]]) -> None:
    go(view, "a")
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), " more")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == [("a", f"{NOTE} more")]
    assert view.hasFocus()


def test_ctrl_enter_keeps(view: RowView, told: list[tuple[str, str]]) -> None:
    assert view.edit_row("a")
    QTest.keyClicks(editor(view), "!")
    QTest.keyClick(editor(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [("a", f"{NOTE}!")]


def test_escape_leaves_the_text_as_it_was(view: RowView, told: list[tuple[str, str]]) -> None:
    view.edit_row("a")
    QTest.keyClicks(editor(view), "gone")
    QTest.keyClick(editor(view), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert told == []
    assert not is_editing(view)


def test_f2_opens(view: RowView) -> None:
    go(view, "b")
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert editor(view).key == "b"


def test_a_double_click_opens(view: RowView) -> None:
    place = view.row_box(2).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor(view).key == "b"


def test_shift_enter_breaks_no_line(view: RowView, told: list[tuple[str, str]]) -> None:
    view.edit_row("a")
    QTest.keyClick(editor(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor(view).text == NOTE
    assert told == []


@pytest.mark.parametrize("before", ["", "plain ", "𝒜 and 한글 "], ids=["start", "plain", "beyond the plane"])
def test_shift_enter_wants_two_texts_where_the_cursor_stands(view: RowView, qtbot: QtBot, before: str) -> None:
    view.edit_row("a")
    editor(view).retype(f"{before}the rest", 0)
    editor(view).place_cursor(len(before))
    with qtbot.waitSignal(view.text_split) as split:
        QTest.keyClick(editor(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert split.args == ["a", before, "the rest"]


def test_backspace_at_the_beginning_wants_the_row_joined(view: RowView, qtbot: QtBot) -> None:
    view.edit_row("b")
    editor(view).place_cursor(0)
    with qtbot.waitSignal(view.text_joined) as joined:
        QTest.keyClick(editor(view), Qt.Key.Key_Backspace)
    assert joined.args == ["b", editor(view).text]


def test_backspace_held_down_joins_nothing(view: RowView, qtbot: QtBot) -> None:
    view.edit_row("b")
    editor(view).place_cursor(0)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "", True)
    with qtbot.assertNotEmitted(view.text_joined):
        QApplication.sendEvent(editor(view), held)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_where_somebody_minds_no_editor_opens(view: RowView, key: Qt.Key) -> None:
    view.may_edit = "b".__ne__
    go(view, "b")
    QTest.keyClick(view, key)
    assert not is_editing(view)


def test_where_somebody_minds_a_double_click_opens_none(view: RowView) -> None:
    view.may_edit = "b".__ne__
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(2).center())
    assert not is_editing(view)


def test_a_text_that_was_not_changed_is_not_told(view: RowView, told: list[tuple[str, str]]) -> None:
    view.edit_row("a")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == []


def test_hangul_is_composed(view: RowView, told: list[tuple[str, str]]) -> None:
    view.edit_row("a")
    compose(editor(view), "ㅎ", "하", "한", "한")
    compose(editor(view), "ㄱ", "그", "글", "글")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == [("a", f"{NOTE}한글")]


def test_a_quote_is_edited_in_its_words_only(view: RowView) -> None:
    view.edit_row("q")
    assert editor(view).text == "그런데 왜요?"


def test_what_cannot_be_edited_is_activated(view: RowView, qtbot: QtBot) -> None:
    go(view, "chunk")
    with qtbot.waitSignal(view.row_activated, timeout=100) as activated:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert activated.args == ["chunk"]
    assert not view.edit_row("chunk")


def test_going_elsewhere_keeps_what_was_typed(view: RowView, told: list[tuple[str, str]], qtbot: QtBot) -> None:
    view.edit_row("a")
    QTest.keyClicks(editor(view), "!")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(4).center() + QPoint(150, 0))
    qtbot.waitUntil(lambda: told == [("a", f"{NOTE}!")], timeout=1000)


def test_pasted_lines_become_one(view: RowView) -> None:
    view.edit_row("a")
    pasted = QMimeData()
    pasted.setText("one\r\ntwo\nthree\u2028four\n")
    editor(view).insertFromMimeData(pasted)
    assert editor(view).text == f"{NOTE}one two three four"


def test_pasted_markup_stays_text(view: RowView) -> None:
    view.edit_row("a")
    pasted = QMimeData()
    pasted.setHtml("<img src='x.png'><b>bold</b>")
    pasted.setText("<b>bold</b>")
    editor(view).insertFromMimeData(pasted)
    assert editor(view).text == f"{NOTE}<b>bold</b>"


def test_characters_without_a_shape_survive_an_edit(view: RowView, told: list[tuple[str, str]]) -> None:
    odd = "no\u00a0break \u200b\u202e and \u2028 end"
    view.apply(pane_of(view).rewrite("a", odd))
    view.edit_row("a")
    QTest.keyClicks(editor(view), "!")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == [("a", odd.replace("\u2028", " ") + "!")]


def test_the_end_of_a_very_long_text_is_kept(view: RowView, told: list[tuple[str, str]]) -> None:
    long = "가" * LONGEST + "끝"
    view.apply(pane_of(view).rewrite("a", long))
    view.edit_row("a")
    QTest.keyClick(editor(view), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor(view), "!")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == [("a", "!" + long)]


def test_the_row_grows_with_what_is_typed(view: RowView) -> None:
    view.edit_row("a")
    height = view.row_box(1).height()
    editor(view).insertPlainText(" words that need more room" * 10)
    assert view.row_box(1).height() >= height + 40
    assert view.row_box(2).top() == view.row_box(1).bottom() + 1
    assert editor(view).geometry().bottom() <= view.row_box(1).bottom()
    QTest.keyClick(editor(view), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert view.row_box(1).height() < height + 40


def test_the_row_is_as_high_as_its_editor_needs(view: RowView) -> None:
    view.edit_row("a")
    QApplication.processEvents()
    gap = view.row_box(1).bottom() - editor(view).geometry().bottom()
    assert 0 <= gap <= 8
    assert abs(editor(view).height() - editor(view).needed_height()) <= 8


def test_a_change_elsewhere_does_not_disturb_what_is_typed(view: RowView) -> None:
    view.edit_row("b")
    QTest.keyClicks(editor(view), "typed")
    view.apply(pane_of(view).rewrite("b", "changed behind the editor"))
    view.apply(pane_of(view).remove("a"))
    assert editor(view).key == "b"
    assert editor(view).text == "둘째 노트typed"


def test_what_is_typed_outlives_its_row_going_and_coming_again(view: RowView) -> None:
    view.edit_row("b")
    QTest.keyClicks(editor(view), "typed")
    pane = pane_of(view)
    row = pane.row(2)
    changes = pane.remove("b")
    changes += pane.insert_before("a", row)
    view.apply(changes)
    QApplication.processEvents()
    assert editor(view).key == "b"
    assert editor(view).text == "둘째 노트typed"
    assert editor(view).is_changed


def test_an_edit_that_moves_its_own_row_closes_the_editor(view: RowView) -> None:
    pane = pane_of(view)

    def move(key: str, text: str) -> None:
        row = pane.row(2)
        view.apply(pane.remove(key) + pane.insert_before("a", row))

    view.text_edited.connect(move)
    view.edit_row("b")
    QTest.keyClicks(editor(view), "!")
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not is_editing(view)
    assert view.current_key() == "b"


def pane_of(view: RowView) -> ListPane:
    assert isinstance(view.pane, ListPane)
    return view.pane


def test_down_offers_texts_beneath_the_last_line(view: RowView, told: list[tuple[str, str]], qtbot: QtBot) -> None:
    view.offers = {"a": ("one", "two"), "b": ()}.__getitem__
    view.edit_row("a")
    QTest.keyClick(editor(view), Qt.Key.Key_Down)
    menu = editor(view).findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor(view).text == "two"
    QTest.keyClick(editor(view), Qt.Key.Key_Return)
    assert told == [("a", "two")]


def test_where_nothing_is_offered_down_is_a_key_of_the_text(view: RowView) -> None:
    view.edit_row("a")
    QTest.keyClick(editor(view), Qt.Key.Key_Down)
    assert editor(view).findChild(QMenu) is None
