"""The window as it is started, for whole paths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.desktop.app.window import Parts, built_window


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path) -> Iterator[Parts]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = built_window(settings, theme="light", prompts=FakePrompts(), is_complete=False)
    qtbot.addWidget(made.window)
    made.window.completed.connect(made.opener.begin)
    yield made
    made.workspace.tasks.close()
