"""The formats that only Qt can write, as one table; Qt is loaded when one is written, and no display is needed.

They are made of the sections of the page, with a look for paper. What the formats are is said in the core
(``core.export.exporters.DRAWN``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from core.errors import ExportError
from core.messages import Message


def _pdf(title: str, sections: Sequence[str]) -> bytes:
    from ui.desktop.exporters.pdf import rendered  # noqa: PLC0415 - it loads Qt

    return rendered(title, sections)


RENDERERS: Mapping[str, Callable[[str, Sequence[str]], bytes]] = {"pdf": _pdf}


def rendered_without_display(name: str, title: str, sections: Sequence[str]) -> bytes:
    """The document in a format of ``RENDERERS`` where no window is open; raises ExportError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - it loads Qt
    except ImportError as error:
        reason = {"reason": str(error)}
        raise ExportError(Message("the format needs Qt, which cannot be loaded ({reason})", reason)) from error
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        return RENDERERS[name](title, sections)
    finally:
        del application
