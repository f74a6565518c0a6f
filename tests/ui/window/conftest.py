"""The real window, offscreen, with answers instead of questions, and a data folder for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.desktop.app.window import Parts, built_window
from ui.desktop.prompts import Leaving


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test: sessions of one test are not offered in another."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "notestitch"


@pytest.fixture
def prompts() -> FakePrompts:
    return FakePrompts()


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path, prompts: FakePrompts) -> Iterator[Parts]:
    """A window that shows nothing yet."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = built_window(settings, theme="light", prompts=prompts)
    made.window.resize(1280, 800)
    qtbot.addWidget(made.window)
    yield made
    prompts.leaves = Leaving.LEAVE
    made.workspace.tasks.close()
    made.workspace.keeping.close()


@pytest.fixture
def opened(qtbot: QtBot, parts: Parts, sample_path: Path) -> Parts:
    """A window that shows the sample, with its duplicates found."""
    parts.opener.open_first((sample_path,))
    parts.window.show()
    parts.opener.begin()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    return parts
