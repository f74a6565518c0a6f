"""One copy of what a finding is about: where it comes from, its words with the telling ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QToolButton, QVBoxLayout, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel, plain_tooltip
from ui.desktop.widgets.words import translated

if TYPE_CHECKING:
    from core.presenting.evidence import Copy

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


class CopyView(QWidget):
    """A copy under a line that says where it comes from.

    Signals:
        words_wanted(int): Merge, and take the words of the copy with this number (from 1).
    """

    words_wanted = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._origin = PlainLabel("", "muted")
        self._state = PlainLabel("", "accepted")
        self._use = QToolButton()
        self._use.setText(self.tr("Use these words"))
        self._use.setCursor(Qt.CursorShape.PointingHandCursor)
        self.text = MarkedText()
        top = QHBoxLayout()
        top.setContentsMargins(2, 0, 0, 0)
        top.setSpacing(6)
        top.addWidget(self._origin)
        top.addWidget(self._state)
        top.addStretch(1)
        top.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.text)
        self._use.clicked.connect(self._on_use_clicked)

    def show_copy(self, copy: Copy, theme: Theme, *, keys: str, can_take: bool) -> None:
        """Show a copy; ``keys`` are those that take its words."""
        origin = " · ".join(part for part in (translated(copy.origin), copy.stamp) if part)
        self._origin.setText(origin)
        self._origin.setFont(theme.font("small"))
        self._state.setText(self.tr("in use") if copy.is_kept else "")
        self._state.setFont(theme.font("strong"))
        self._use.setVisible(can_take)
        self._use.setToolTip(plain_tooltip(f"{self.tr('Merge with the words of this copy')} ({keys})"))
        self._use.setAccessibleName(self.tr("Use the words of {origin}").format(origin=origin))
        self.text.setAccessibleName(origin)
        self.text.show_text(copy.text, copy.marked, copy.speaker, theme)

    def _on_use_clicked(self) -> None:
        self.words_wanted.emit(self._number)
