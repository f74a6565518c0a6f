"""Text from outside with some of its words marked; never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.desktop.theme import Theme

LONGEST = 10_000  # characters that are laid out
_LINE_PX = 21


class MarkedText(QTextEdit):
    """Text that can be selected and copied but not changed, as high as it needs; never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quote")
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)

    def show_text(self, text: str, marked: tuple[tuple[int, int], ...], speaker: str | None, theme: Theme) -> None:
        """Show a text; ``marked`` are offsets in characters."""
        self.document().setDefaultFont(theme.font("body"))
        self.clear()
        cursor, plain, mark, faint = self.textCursor(), QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        line = QTextBlockFormat()
        line.setLineHeight(_LINE_PX, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(line)
        plain.setForeground(theme.colour("text"))
        mark.setForeground(theme.colour("text"))
        mark.setBackground(theme.colour("marked_words"))
        faint.setForeground(theme.colour("muted"))
        at, text = 0, text[:LONGEST]
        for start, end in marked:
            _insert(cursor, text[at:start], plain)
            _insert(cursor, text[start:end], mark)
            at = end
        _insert(cursor, text[at:], plain)
        if speaker:
            _insert(cursor, f"  — {speaker[:200]}", faint)
        self.setTextCursor(cursor)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        around = self.height() - self.viewport().height()
        self.setFixedHeight(round(self.document().size().height()) + max(around, 0))


def _insert(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    if text:
        cursor.insertText(text, look)
