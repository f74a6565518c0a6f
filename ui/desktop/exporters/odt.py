"""The document for word processors, as OpenDocument text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QTextDocumentWriter

from core.errors import ExportError
from core.messages import Message
from ui.desktop.exporters.paper import Paper


def rendered(title: str, sections: Sequence[str]) -> bytes:
    """The file's bytes; raises ExportError where Qt cannot write it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QTextDocumentWriter(buffer, b"odf").write(Paper(title, sections)):
        raise ExportError(Message("the document could not be written as ODT; choose another format"))
    return bytes(buffer.data().data())
