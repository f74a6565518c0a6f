"""What a text document gets instead of a file or an address that its text names: nothing is ever opened."""

from __future__ import annotations

from PySide6.QtGui import QImage, QTextDocument


def nothing(kind: int) -> object:
    """Nothing, in a form that Qt takes for an answer; given none, Qt would open local files itself."""
    if kind == QTextDocument.ResourceType.ImageResource.value:
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(0)
        return empty
    return ""
