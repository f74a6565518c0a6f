"""Every panel, dialog and action: builds, shows, has names for those who hear the window, and dies quietly."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, queue_list, run, surface_of

from ui.desktop.actions import ACTIONS
from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.panels import PANELS, Panel

NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.MenuItem,
    QAccessible.Role.ProgressBar,
}
BARE = re.compile(r"(Shift\+)?[A-Za-z0-9]")


def nameless(interface: QAccessibleInterface, path: str = "") -> list[str]:
    """Controls in the accessibility tree that say nothing about themselves."""
    found: list[str] = []
    for at in range(min(interface.childCount(), 200)):
        child = interface.child(at)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        here = f"{path}/{child.role().name}"
        if child.role() in NAMED and not child.text(QAccessible.Text.Name):
            owner = child.object()
            found.append(f"{here} {type(owner).__name__} {owner.objectName() if owner else ''}")
        if child.role() not in (QAccessible.Role.Table, QAccessible.Role.List):
            found += nameless(child, here)
    return found


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_a_panel_builds_shows_and_dies(qtbot: QtBot, parts: Parts, panel: Panel) -> None:
    widget = panel.build(parts.workspace)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.close()
    shiboken6.delete(widget)
    parts.workspace.queue_changed.emit()
    parts.workspace.focus_changed.emit(parts.workspace.focus)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_opens_and_closes(qtbot: QtBot, opened: Parts, name: str) -> None:
    go_to_first(opened)
    dialog = DIALOGS[name](opened.workspace, opened.window)
    dialog.open()
    assert nameless(QAccessible.queryAccessibleInterface(dialog)) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_a_panel_has_a_name(panel: Panel) -> None:
    assert panel.words


def test_the_window_has_names_for_its_controls(opened: Parts) -> None:
    go_to_first(opened)
    assert nameless(QAccessible.queryAccessibleInterface(opened.window)) == []


def test_the_start_page_has_names_for_its_controls(parts: Parts) -> None:
    parts.window.show()
    assert nameless(QAccessible.queryAccessibleInterface(parts.window)) == []


def test_an_item_of_the_queue_says_what_it_is_and_which_of_how_many(opened: Parts) -> None:
    go_to_first(opened)
    view = queue_list(opened)
    assert isinstance(view.property("currentIndex"), object)
    index = view.currentIndex()  # type: ignore[attr-defined]
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Possible duplicate, 1 of ")
    assert words.endswith("not decided")


def test_action_names_are_unique() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


def test_keys_are_unique() -> None:
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_queue_keys_are_unique() -> None:
    keys = Counter(key for action in ACTIONS for key in action.queue_keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=[action.id for action in ACTIONS])
def test_no_bare_letter_is_a_key_outside_the_queue(action: object) -> None:
    keys = getattr(action, "keys", ())
    assert [key for key in keys if BARE.fullmatch(key)] == []


def test_forbidden_keys_are_not_taken() -> None:
    """They belong to input methods and desktops."""
    forbidden = re.compile(r"Ctrl\+Space|Shift\+Space|F10|Ctrl\+Alt\+.*")
    assert [key for action in ACTIONS for key in action.keys if forbidden.fullmatch(key)] == []


def test_every_action_stands_in_a_menu_or_on_the_card() -> None:
    unseen = [action.id for action in ACTIONS if not action.menu and not action.answers and not action.keys]
    assert unseen == []


def test_no_action_fails_where_nothing_is_opened(parts: Parts) -> None:
    for action in ACTIONS:
        assert action.can(parts.workspace) in (True, False)


def test_f6_goes_round_the_panes(opened: Parts) -> None:
    surface = surface_of(opened)
    surface.chunks.rows.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(5):  # merged notes, timeline, queue, evidence, and the chunks again
        run(opened, "next-pane")
        seen.append(QApplication.focusWidget())
    assert seen[0] is surface.merged.rows
    assert seen[-1] is surface.chunks.rows


def test_the_theme_changes_while_the_window_stands(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "theme-dark")
    assert opened.workspace.theme.is_dark
    assert opened.window.palette().window().color() == opened.workspace.theme.colour("window")
    run(opened, "theme-light")
    assert not opened.workspace.theme.is_dark


def test_zoom_makes_rows_higher_and_is_remembered(opened: Parts) -> None:
    view = surface_of(opened).merged.rows
    before = view.rowHeight(view.visible_rows()[0])
    run(opened, "zoom-in")
    run(opened, "zoom-in")
    assert view.rowHeight(view.visible_rows()[0]) > before
    assert opened.workspace.settings.value("view/scale") is not None


def test_f12_goes_to_the_source_and_back(opened: Parts) -> None:
    surface = surface_of(opened)
    surface.merged.rows.setFocus()
    go_to_first(opened)
    run(opened, "other-side")
    assert QApplication.focusWidget() is surface.chunks.rows
    run(opened, "other-side")
    assert QApplication.focusWidget() is surface.merged.rows


def test_a_closed_panel_comes_back_from_the_menu(opened: Parts) -> None:
    dock = opened.window.docks.by_id["evidence"]
    dock.close()
    assert dock.isHidden()
    dock.toggleViewAction().trigger()
    assert not dock.isHidden()


def test_hostile_text_is_shown_as_it_is(qtbot: QtBot, parts: Parts) -> None:
    notes = "## A\n\n- [00:10] <img src='file:///etc/hostname'> & <b>bold</b>\n- [00:11] <b>other</b>\n"
    parts.opener.open(notes)
    parts.window.show()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    review = parts.workspace.review
    assert review is not None
    parts.workspace.go_to_block(review.state.document.chapters[0].blocks[0].id)
    panel = parts.window.docks.by_id["evidence"].widget()
    from ui.desktop.widgets.marked_text import MarkedText

    shown = [view.toPlainText() for view in panel.findChildren(MarkedText) if view.isVisible()]
    assert shown == ["<img src='file:///etc/hostname'> & <b>bold</b>"]
