"""The keys that the window promises: each does its action and is shown wherever that is; no other key is bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from opened_window import opened_window
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from window_driver import block_of, editor_of, first_note, press, queue_list, surface_of

from ui.desktop.actions import ACTIONS
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.palette import Palette
from ui.desktop.dialogs.shortcuts import Shortcuts
from ui.desktop.workspace import Action

# What it does: its keys everywhere, and its keys while the queue has the focus.
KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "next": (("Alt+Down",), ()),  # in the queue the list itself goes down and up
    "previous": (("Alt+Up",), ()),
    "next-undecided": (("F8",), ("N",)),
    "previous-undecided": (("Shift+F8",), ("Shift+N",)),
    "accept-and-go-on": (("Ctrl+Return", "Ctrl+Enter"), ("Return", "Enter")),
    "keep-both": (("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), ("0",)),
    **{f"take-{n}": ((f"Ctrl+{n}",), (str(n),)) for n in range(1, 10)},
    "by-hand": (("Ctrl+M",), ("M",)),
    "same-for-all": (("Ctrl+Shift+A",), ()),
    "later": (("Alt+PgDown",), ("L",)),
    "drop": (("Alt+Delete",), ("Delete",)),
    "undo": (("Ctrl+Z",), ("Backspace",)),
    "redo": (("Ctrl+Shift+Z", "Ctrl+Y"), ()),
    "bring-in": (("Alt+Right",), ()),
    "other-side": (("F12",), ()),
    "edit-text": (("Ctrl+E",), ("E",)),
    "rename-chapter": (("F2",), ("F2",)),
    "move-up": (("Ctrl+Up",), ()),
    "move-down": (("Ctrl+Down",), ()),
    "indent": (("Tab",), ()),
    "outdent": (("Shift+Tab",), ()),
    "to-its-time": (("Ctrl+Shift+T",), ("T",)),
    "split-chapter": (("Ctrl+Shift+D",), ()),
    "join-chapter": (("Ctrl+Shift+J",), ()),
    "go-to-time": (("Ctrl+G",), ()),
    "play": (("F4",), ()),
    "play-earlier": (("Shift+F4",), ()),
    "reload": (("F5",), ()),
    "next-pane": (("F6",), ()),
    "previous-pane": (("Shift+F6",), ()),
    "timeline": (("F9",), ()),
    "full-screen": (("F11",), ()),
    "preview": (("Ctrl+Shift+V",), ()),
    "find": (("Ctrl+F",), ()),
    "replace": (("Ctrl+H",), ()),
    "find-in-chunks": (("Ctrl+Shift+F",), ()),
    "open": (("Ctrl+O",), ()),
    "open-folder": (("Ctrl+Shift+O",), ()),
    "save": (("Ctrl+S",), ()),
    "export": (("Ctrl+Shift+E",), ()),
    "export-again": (("Ctrl+Shift+R",), ()),
    "zoom-in": (("Ctrl+=",), ()),
    "zoom-out": (("Ctrl+-",), ()),
    "zoom-reset": (("Ctrl+0",), ()),
    "preferences": (("Ctrl+,",), ()),
    "help": (("F1",), ()),
    "shortcuts": (("Ctrl+?",), ()),
    "palette": (("Ctrl+Shift+P",), ()),
}
EVERYWHERE = [(name, key) for name, (keys, _) in KEYS.items() for key in keys]
IN_QUEUE = [(name, key) for name, (_, keys) in KEYS.items() for key in keys]
# What the keys of letters type while a Korean keyboard is in Hangul mode.
JAMO = {"N": "ㅜ", "M": "ㅡ", "L": "ㅣ", "E": "ㄷ", "T": "ㅅ", "D": "ㅇ", "S": "ㄴ"}
LETTERS = [(action.id, key) for action in ACTIONS for key in action.queue_keys if re.fullmatch(r"(Shift\+)?[A-Z]", key)]
ALLOWED_ALONE = re.compile(r"(Shift\+)?(F[1-9]|F1[12]|Tab)")
NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    with opened_window(tmp_path_factory.mktemp("keys")) as parts:
        yield parts


@pytest.fixture
def ran(window: Parts, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The actions that were asked for, all of which can be done; nothing is done."""
    asked: list[str] = []

    def note(action: Action) -> None:
        asked.append(action.id)

    monkeypatch.setattr(window.workspace, "run", note)
    surface_of(window).merged.rows.setFocus()
    window.window.commands.refresh()
    for made in window.window.commands.by_id.values():
        made.setEnabled(True)
    return asked


def action_of(name: str) -> Action:
    return next(action for action in ACTIONS if action.id == name)


# ------------------------------------------------------------------------------------------------ they are there


@pytest.mark.parametrize("name", KEYS)
def test_an_action_has_the_keys_that_are_promised(name: str) -> None:
    action, (keys, queue_keys) = action_of(name), KEYS[name]
    assert set(keys) <= set(action.keys)
    assert set(queue_keys) <= set(action.queue_keys)


@pytest.mark.parametrize(("name", "key"), EVERYWHERE)
def test_a_key_does_its_action(window: Parts, ran: list[str], name: str, key: str) -> None:
    QTest.keySequence(surface_of(window).merged.rows, QKeySequence(key))
    assert ran == [name]


@pytest.mark.parametrize(("name", "key"), IN_QUEUE)
def test_a_key_of_the_queue_does_its_action(window: Parts, ran: list[str], name: str, key: str) -> None:
    window.workspace.go_to(window.workspace.queue.items[0] if window.workspace.queue else None)
    QTest.keySequence(queue_list(window), QKeySequence(key))
    assert ran == [name]


def test_down_and_up_go_through_the_queue(window: Parts) -> None:
    queue = window.workspace.queue
    assert queue is not None
    window.workspace.go_to(queue.items[0])
    QTest.keyClick(queue_list(window), Qt.Key.Key_Down)
    assert window.workspace.item == queue.items[1]
    QTest.keyClick(queue_list(window), Qt.Key.Key_Up)
    assert window.workspace.item == queue.items[0]


def test_a_click_with_ctrl_shows_the_source_as_f12_does(window: Parts, qtbot: QtBot) -> None:
    rows = surface_of(window).merged.rows
    at = rows.visible_rows()[-2]
    with qtbot.waitSignal(rows.row_activated, timeout=1000):
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, rows.row_box(at).center()
        )


@pytest.mark.parametrize(("key", "is_kept"), [("Esc", False), ("Ctrl+Return", True), ("Return", True)])
def test_enter_edits_in_the_merged_pane_and_a_key_ends_it(window: Parts, key: str, is_kept: bool) -> None:
    note, rows = first_note(window), surface_of(window).merged.rows
    window.workspace.go_to_block(note.id)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    editor = editor_of(window)
    QTest.keyClicks(editor, " and more")
    QTest.keySequence(editor, QKeySequence(key))
    assert (block_of(window, note.id).text == f"{note.text} and more") is is_kept
    if is_kept:
        window.window.commands.by_id["undo"].trigger()
    assert block_of(window, note.id).text == note.text


# --------------------------------------------------------------------------------------------------- Hangul mode


def shift_of(key: str) -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.ShiftModifier if key.startswith("Shift+") else Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(("name", "key"), LETTERS)
def test_a_letter_works_in_hangul_mode_by_what_it_types(window: Parts, ran: list[str], name: str, key: str) -> None:
    press(queue_list(window), Qt.Key.Key_unknown, JAMO[key[-1]], shift_of(key))
    assert ran == [name]


@pytest.mark.parametrize(("name", "key"), LETTERS)
def test_a_letter_works_in_hangul_mode_by_the_code_of_its_key(
    window: Parts, ran: list[str], name: str, key: str
) -> None:
    press(queue_list(window), getattr(Qt.Key, f"Key_{key[-1]}"), JAMO[key[-1]], shift_of(key))
    assert ran == [name]


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key in LETTERS if "+" not in key])
def test_a_letter_works_where_an_input_method_takes_it(window: Parts, ran: list[str], name: str, key: str) -> None:
    queue = queue_list(window)
    QApplication.sendEvent(queue, QInputMethodEvent(JAMO[key], []))
    done = QInputMethodEvent()
    done.setCommitString(JAMO[key])
    QApplication.sendEvent(queue, done)
    assert ran == [name]


# ---------------------------------------------------------------------------------------------- where they are shown


@pytest.mark.parametrize("name", KEYS)
def test_the_tooltip_tells_the_keys(window: Parts, name: str) -> None:
    tooltip = window.window.commands.by_id[name].toolTip()
    for key in (*KEYS[name][0][:1], *KEYS[name][1][:1]):
        assert QKeySequence(key).toString(NATIVE) in tooltip


def menus_of(window: Parts) -> list[QMenu]:
    """The menus of the window, and those inside them."""
    found = [menu for action in window.window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    for menu in found:
        found += [inner for action in menu.actions() if isinstance(inner := action.menu(), QMenu)]
    return found


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.menu], ids=lambda action: action.id)
def test_a_menu_lists_an_action_with_its_key(window: Parts, action: Action) -> None:
    made = window.window.commands.by_id[action.id]
    assert any(made in menu.actions() for menu in menus_of(window))
    assert [key.toString() for key in made.shortcuts()] == [QKeySequence(key).toString() for key in action.keys]


def test_what_no_menu_lists_is_one_of_many_copies() -> None:
    assert {action.id.rstrip("123456789") for action in ACTIONS if not action.menu} <= {"take-", "exclude-"}


def test_a_button_of_the_toolbar_tells_its_key(window: Parts) -> None:
    untold: list[str] = []
    for button in window.window.bar.findChildren(QToolButton):
        action = button.defaultAction()
        if action is not None and action.shortcut().toString(NATIVE) not in button.toolTip():
            untold.append(action.objectName())
    assert untold == []


def test_the_list_of_keys_holds_them_all(window: Parts, qtbot: QtBot) -> None:
    dialog = Shortcuts(window.workspace, window.window)
    qtbot.addWidget(dialog)
    table = dialog.table
    shown = {item.text(): row for row in range(table.rowCount()) if (item := table.item(row, 0)) is not None}
    for name, promised in KEYS.items():
        row = shown[action_of(name).words.replace("&", "")]
        for column, keys in enumerate(promised, 1):
            item = table.item(row, column)
            assert item is not None
            assert {QKeySequence(key).toString(NATIVE) for key in keys} <= set(item.text().split(", ")), name


def test_the_palette_does_whatever_can_be_done(window: Parts, qtbot: QtBot) -> None:
    dialog = Palette(window.workspace, window.window)
    qtbot.addWidget(dialog)
    usable = {action.id for action in ACTIONS if action.can(window.workspace)} - {"palette"}
    assert {command.action.id for command in dialog.found.commands} == usable


# ----------------------------------------------------------------------------------------------- what no key may be


@pytest.mark.parametrize("key", [key for action in ACTIONS for key in action.keys])
def test_no_key_is_bare_outside_the_queue(key: str) -> None:
    assert "Ctrl+" in key or "Alt+" in key or ALLOWED_ALONE.fullmatch(key)


@pytest.mark.parametrize("key", [key for action in ACTIONS for key in (*action.keys, *action.queue_keys)])
def test_no_key_is_one_that_belongs_to_input_methods_or_desktops(key: str) -> None:
    assert not re.fullmatch(r"(Ctrl|Shift)\+Space|F10|.*Ctrl\+Alt\+.*|.*Alt\+Ctrl\+.*|.*(AltGr|Hangul).*", key)


def test_keys_of_the_queue_do_nothing_elsewhere(window: Parts, ran: list[str]) -> None:
    for key in {key for _, key in IN_QUEUE} - {"F2", "Return", "Enter"}:
        QTest.keySequence(surface_of(window).merged.rows, QKeySequence(key))
    assert ran == []
