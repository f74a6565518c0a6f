"""Labels that show text from outside as it is: never as markup, never wider than their place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

_LONGEST_LINE = 80  # of a tooltip, in characters; Qt breaks none that is no markup


class PlainLabel(QLabel):
    """A label whose text is never taken for markup, whatever it holds (a QLabel alone would load its images)."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        """Another meaning, so another colour of the theme."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label that takes what width is left and shortens its text to it; a tooltip shows all of it."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        self._full_text = ""
        super().__init__("", role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)
        self.set_full_text(text)

    @property
    def full_text(self) -> str:
        return self._full_text

    def set_full_text(self, text: str) -> None:
        self._full_text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def event(self, event: QEvent) -> bool:
        """The tooltip comes when it is asked for: one that stands ready is heard as a description, beside the name."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.text() != self._full_text:
            QToolTip.showText(event.globalPos(), plain_tooltip(self._full_text), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._full_text) + margins.left() + margins.right() + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _elide(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideRight, room))


def plain_tooltip(text: str) -> str:
    """Text for a tooltip, shown as it is and broken into lines.

    It is taken for markup when it looks like it, so it is given as escaped markup then; else not, for a tooltip is
    what a screen reader says of a control, tags and all.
    """
    if not any(sign in text for sign in "<&") and all(len(line) <= _LONGEST_LINE for line in text.split("\n")):
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"
