"""Draws the window into a file without a display, with everything that it would show after a while."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from core.errors import NotestitchError
from core.work import finished
from ui.desktop.app.arguments import Arguments
from ui.desktop.app.display import offscreen_application
from ui.desktop.app.language import install
from ui.desktop.app.looking import looking
from ui.desktop.app.opener import reading
from ui.desktop.app.window import Parts, built_window

DONE, UNREADABLE, NOT_WRITTEN = 0, 2, 74
SIZE = (1440, 900)
_SETTLE_MS = 60


def screenshot(arguments: Arguments, path: Path) -> int:
    """Save a picture of the window; the exit status."""
    app = offscreen_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        install(settings)  # that of the system
        parts = built_window(settings, theme=arguments.theme or "light")
        try:
            if arguments.inputs:
                opened = finished(reading(arguments.inputs))
                parts.workspace.show(opened)
                found = finished(looking(opened.review))
                opened.review.set_merges(found.merges, found.clocks)
        except NotestitchError as error:
            sys.stderr.write(f"{':'.join(str(p) for p in (error.file, error.line) if p)}: {error}\n")
            return UNREADABLE
        parts.window.resize(*(arguments.size or SIZE))
        parts.window.show()
        QTimer.singleShot(_SETTLE_MS, parts.window, lambda: _look(parts))
        QTimer.singleShot(4 * _SETTLE_MS, app.quit)
        app.exec()
        is_saved = parts.window.grab().save(str(path), "PNG")
        parts.workspace.tasks.close()
        parts.window.deleteLater()
    if not is_saved:
        sys.stderr.write(f"{path}: the picture could not be written\n")
    return DONE if is_saved else NOT_WRITTEN


def _look(parts: Parts) -> None:
    """Look at the first finding, as somebody would who begins."""
    queue = parts.workspace.queue
    if queue is not None:
        parts.workspace.go_to(queue.next_open(None, +1))
        parts.window.docks.by_id["queue"].widget().setFocus()
