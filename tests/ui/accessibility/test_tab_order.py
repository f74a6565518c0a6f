"""Tab visits every control once, in the order in which the window is read, and comes back; nothing holds it."""

from __future__ import annotations

import pytest
from opened_window import wait_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit, QRadioButton, QTabBar, QWidget
from window_driver import go_to_first, surface_of

from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.main_window.tabbing import is_in_view
from ui.desktop.panels import PANELS
from ui.desktop.workspace.workspace import Focus

PANEL_IDS = [panel.id for panel in PANELS]
MOST_STEPS = 120


def expected(root: QWidget) -> set[QWidget]:
    """What takes the focus by Tab and is in view; of buttons of which one is chosen, that one."""
    found = {root, *root.findChildren(QWidget)}
    takes = {w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus}
    return {
        w
        for w in takes
        if w.isEnabled()
        and w.window() is root.window()
        and is_reached(w)
        and w.focusProxy() is None
        and not isinstance(w.parentWidget(), QTabBar)
        and not (isinstance(w, QRadioButton) and not w.isChecked())
    }


def is_reached(widget: QWidget) -> bool:
    """Whether it is seen, or would be if the panel that it stands in were scrolled."""
    return widget.isVisible() and is_in_view(dock_of(widget))


def walked(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What has the focus, from one Tab to the next, until it is where it began."""
    visited: list[QWidget] = []
    for _ in range(MOST_STEPS):
        widget = QApplication.focusWidget()
        assert widget is not None
        if visited and widget is visited[0]:
            return visited
        visited.append(widget)
        QTest.keyClick(widget, key)
    raise AssertionError(f"it never came back; it ended with {[described(widget) for widget in visited[-4:]]}")


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def look_at_nothing(window: Parts) -> None:
    """While a block is current, Tab indents it in the merged pane; F6 leads out."""
    surface_of(window).merged.rows.select(())
    window.workspace.look_at(Focus())
    window.window.commands.refresh()


@pytest.fixture(params=PANEL_IDS)
def panel(request: pytest.FixtureRequest, window: Parts) -> str:
    go_to_first(window)
    window.workspace.panel_requested.emit(request.param, False)
    QTest.qWait(30)
    look_at_nothing(window)
    window.window.bar.find_field.setFocus()
    return request.param


def test_tab_visits_all_that_is_in_view_once(window: Parts, panel: str) -> None:
    visited = walked()
    assert sorted(map(described, visited)) == sorted(map(described, expected(window.window)))


def test_shift_tab_goes_the_same_way_back(window: Parts, panel: str) -> None:
    there = walked()
    assert walked(Qt.Key.Key_Backtab) == [there[0], *reversed(there[1:])]


def test_tab_comes_to_no_panel_behind_another(window: Parts, panel: str) -> None:
    assert [described(widget) for widget in walked() if not is_in_view(dock_of(widget))] == []


def dock_of(widget: QWidget) -> QWidget:
    at: QWidget | None = widget
    while at is not None and at.objectName() not in PANEL_IDS:
        at = at.parentWidget()
    return at or widget


def test_f6_comes_to_no_panel_behind_another(window: Parts, panel: str) -> None:
    seen: list[QWidget] = []
    for _ in range(len(PANELS) + 3):
        window.window.commands.by_id["next-pane"].trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(dock_of(focused))
    assert [described(pane) for pane in seen if not is_in_view(pane)] == []
    assert surface_of(window).merged.rows in seen


def test_f6_leads_out_where_tab_indents(window: Parts) -> None:
    rows = surface_of(window).merged.rows
    go_to_first(window)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not rows


@pytest.mark.parametrize("name", list(DIALOGS))
def test_tab_visits_all_of_a_dialog_once(window: Parts, name: str) -> None:
    go_to_first(window)
    dialog = DIALOGS[name](window.workspace, window.window)
    try:
        open_(dialog)
        assert sorted(map(described, walked())) == sorted(map(described, expected(dialog)))
    finally:
        close(window, dialog)


def open_(dialog: QDialog) -> None:
    dialog.open()
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)


def close(window: Parts, dialog: QDialog) -> None:
    dialog.reject()
    dialog.deleteLater()
    window.window.activateWindow()
    wait_until(window.window.isActiveWindow)


def test_no_editor_of_text_holds_the_tab_key(window: Parts) -> None:
    editors = window.window.findChildren(QPlainTextEdit)
    assert [described(editor) for editor in editors if not editor.tabChangesFocus()] == []


def test_every_button_can_be_pressed_by_keys(window: Parts) -> None:
    """By Tab and Space, or because it is a key's or a menu's action too."""
    buttons = [button for button in window.window.findChildren(QAbstractButton) if button.isVisible()]
    mute = [b for b in buttons if b.focusPolicy() is Qt.FocusPolicy.NoFocus and not b.actions()]
    assert [described(button) for button in mute if not button.objectName().startswith("qt_")] == []
