"""The window that nobody has sized yet."""

from __future__ import annotations

from pathlib import Path

from fake_prompts import FakePrompts
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.desktop.app.window import built_window


def test_a_first_window_fits_the_screen_with_its_frame(qtbot: QtBot, tmp_path: Path, prompts: FakePrompts) -> None:
    settings = QSettings(str(tmp_path / "none.ini"), QSettings.Format.IniFormat)
    window = built_window(settings, theme="light", prompts=prompts).window
    qtbot.addWidget(window)
    room = window.screen().availableSize()  # smaller than what the window would have, where there is no screen
    assert window.width() < room.width()
    assert window.height() < room.height()
