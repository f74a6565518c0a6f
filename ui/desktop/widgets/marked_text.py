"""Text from outside with some of its words marked, and every sign of its Markdown; never read as markup by Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from core.presenting.inline import Style, inline
from ui.desktop.theme import Theme
from ui.desktop.widgets.inline_formats import code_ground, style_format, utf16

LONGEST = 10_000  # characters that are laid out
_LINE_PX = 21


class MarkedText(QTextEdit):
    """Text that can be selected and copied but not changed, as high as it needs.

    Strong words look so, but the signs that say so stay: what is compared and copied here are the data.
    """

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
        cursor.beginEditBlock()  # laid out once, however many parts look different
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
        self._style(text, marked, theme)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _style(self, text: str, marked: Sequence[tuple[int, int]], theme: Theme) -> None:
        """Let strong, emphasised and code words look so, and their signs step back where they are not marked."""
        found, faint, code = inline(text), QTextCharFormat(), QTextCharFormat()
        faint.setForeground(theme.colour("faint"))
        code.setBackground(code_ground(theme.colour("text")))
        for start, end, style in found.styled:
            self._merge(text, start, end, style_format(style, text[start:end], self.document().defaultFont()))
            for first, last in _without(start, end, marked) if style is Style.CODE else ():
                self._merge(text, first, last, code)
        for start, end in found.signs:
            for first, last in _without(start, end, marked):
                self._merge(text, first, last, faint)

    def _merge(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(text[:start]))
        cursor.setPosition(utf16(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

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


def _without(start: int, end: int, marked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that are not marked."""
    for first, last in marked:
        if start < min(first, end):
            yield start, min(first, end)
        start = max(start, last)
    if start < end:
        yield start, end
