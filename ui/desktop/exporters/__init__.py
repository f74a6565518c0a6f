"""The table of formats that only Qt can write; Qt is loaded when one is written, and no display is needed.

They are made of the same safe HTML as the page: of its sections, with a look for paper.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.errors import ExportError
from core.messages import Message


@dataclass(frozen=True, slots=True)
class QtExporter:
    """A format that a document can be written in: its suffix with the dot, and bytes of a title and HTML sections."""

    suffix: str
    media_type: str
    render: Callable[[str, Sequence[str]], bytes]


def _odt(title: str, sections: Sequence[str]) -> bytes:
    from ui.desktop.exporters.odt import rendered  # noqa: PLC0415 - it loads Qt

    return rendered(title, sections)


def _pdf(title: str, sections: Sequence[str]) -> bytes:
    from ui.desktop.exporters.pdf import rendered  # noqa: PLC0415 - it loads Qt

    return rendered(title, sections)


QT_EXPORTERS: Mapping[str, QtExporter] = {
    "odt": QtExporter(".odt", "application/vnd.oasis.opendocument.text", _odt),
    "pdf": QtExporter(".pdf", "application/pdf", _pdf),
}


def rendered_without_display(name: str, title: str, sections: Sequence[str]) -> bytes:
    """The document in a format of ``QT_EXPORTERS`` where no window is open; raises ExportError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - it loads Qt
    except ImportError as error:
        reason = {"reason": str(error)}
        raise ExportError(Message("the format needs Qt, which cannot be loaded ({reason})", reason)) from error
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        return QT_EXPORTERS[name].render(title, sections)
    finally:
        del application
