"""The document as a PDF, on A4 with page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from core.errors import ExportError
from core.messages import Message
from ui.desktop.exporters.paper import Paper

_CREATOR = "Notestitch"
_DOTS_PER_INCH = 300


def rendered(title: str, sections: Sequence[str]) -> bytes:
    """The file's bytes; raises ExportError where Qt wrote none."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # printing a document has margins of its own, and page numbers
    Paper(title, sections).print_(writer)
    data = bytes(buffer.data().data())
    if not data.startswith(b"%PDF"):
        raise ExportError(Message("the document could not be written as PDF; choose another format"))
    return data
