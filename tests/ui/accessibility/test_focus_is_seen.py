"""Whatever has the focus looks different while it has it."""

from __future__ import annotations

import numpy as np
import pytest
from opened_window import wait_until
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from window_driver import go_to_first, run

from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.main_window.tabbing import tabbed
from ui.desktop.panels import PANELS
from ui.desktop.theme import THEMES

LEAST_PIXELS, LEAST_STEP = 30, 40  # a ring of one pixel around the smallest button, and what can be told apart


def picture(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3].astype(int)


def unseen(widgets: list[QWidget], elsewhere: QWidget) -> list[str]:
    """Those that look the same with and without the focus."""
    found: list[str] = []
    for widget in widgets:
        if widget is elsewhere:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert QApplication.focusWidget() is widget
        with_focus = picture(widget)
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        without = picture(widget)
        if np.count_nonzero(np.abs(with_focus - without).max(axis=2) > LEAST_STEP) < LEAST_PIXELS:
            found.append(f"{type(widget).__name__} “{widget.accessibleName()}” {widget.property('role') or ''}")
    return found


@pytest.fixture(params=THEMES)
def window(request: pytest.FixtureRequest, window: Parts) -> Parts:
    run(window, f"theme-{request.param}")
    return window


@pytest.mark.parametrize("panel", [panel.id for panel in PANELS])
def test_the_focus_is_seen_in_a_panel(window: Parts, panel: str) -> None:
    go_to_first(window)
    window.workspace.panel_requested.emit(panel, False)
    dock = window.window.docks.by_id[panel]
    wait_until(lambda: all(not widget.size().isEmpty() for widget in tabbed(window.window, [dock])))
    assert unseen(tabbed(window.window, [dock]), window.window.bar.find_field) == []


def test_the_focus_is_seen_in_panes_bar_and_status_line(window: Parts) -> None:
    go_to_first(window)
    main = window.window
    elsewhere = main.docks.by_id["timeline"].widget()
    assert unseen(tabbed(main, [main.bar, main.middle, main.status]), elsewhere) == []


@pytest.mark.parametrize("name", list(DIALOGS))
def test_the_focus_is_seen_in_a_dialog(window: Parts, name: str) -> None:
    go_to_first(window)
    dialog = DIALOGS[name](window.workspace, window.window)
    try:
        dialog.open()
        dialog.activateWindow()
        wait_until(dialog.isActiveWindow)
        widgets = [w for w in tabbed(dialog, [dialog]) if not isinstance(w, QRadioButton) or w.isChecked()]
        assert unseen(widgets[1:], widgets[0]) + unseen(widgets[:1], widgets[-1]) == []
    finally:
        dialog.reject()
        dialog.deleteLater()
        window.window.activateWindow()
        wait_until(window.window.isActiveWindow)
