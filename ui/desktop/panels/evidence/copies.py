"""One copy of what a finding is about: where it comes from, its words with the telling ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel, plain_tooltip
from ui.desktop.widgets.marked_text import MarkedText
from ui.desktop.widgets.words import translated

if TYPE_CHECKING:
    from core.presenting.evidence import Copy


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
        self._use.setProperty("role", "chip")
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
        column.setSpacing(4)
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
