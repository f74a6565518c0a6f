"""One window with the sample open, for tests that look at it from many sides and leave it as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.desktop.app.window import Parts, built_window
from ui.desktop.prompts import Prompts
from ui.desktop.theme import RESOURCES

SAMPLE = RESOURCES / "sample"


@contextmanager
def opened_window(
    folder: Path,
    *,
    theme: str = "light",
    size: tuple[int, int] = (1280, 800),
    path: Path | None = SAMPLE,
    prompts: Prompts | None = None,
) -> Iterator[Parts]:
    """A shown window, with its duplicates found where something is opened; ``folder`` takes settings and sessions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        parts = built_window(settings, theme=theme, prompts=prompts or FakePrompts())
        parts.window.resize(*size)
        if path is not None:
            parts.opener.open_first((path,))
        parts.window.show()
        parts.window.activateWindow()
        if path is not None:
            parts.opener.begin()
        wait_until(lambda: not parts.workspace.tasks.is_busy and QApplication.activeWindow() is parts.window)
        yield parts
        parts.workspace.tasks.close()
        parts.workspace.keeping.close()
        parts.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(is_so: Callable[[], bool], timeout_s: float = 40.0, *, every_ms: int = 5) -> None:
    """Let the window work until something is so; where no ``qtbot`` is, as in a fixture for a whole module."""
    end = monotonic() + timeout_s
    while not is_so():
        assert monotonic() < end, "it never came"
        QTest.qWait(every_ms)
