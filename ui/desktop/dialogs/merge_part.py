"""One wording to merge from: where it is from, its words, those marked that the result lacks, a button to take it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.presenting.joining import Part, lost_words
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel, plain_tooltip
from ui.desktop.widgets.marked_text import MarkedText
from ui.desktop.widgets.words import translated

_KEYS = 9  # so many have a key


class PartView(QWidget):
    """A wording under a line that says where it is from.

    Signals:
        taken(int): The words of the one with this number are wanted.
    """

    taken = Signal(int)

    def __init__(self, number: int, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._part = part
        self._lost: tuple[tuple[int, int], ...] | None = None
        origin = " · ".join(words for words in (translated(part.origin), part.stamp) if words)
        self.text = MarkedText()
        self.text.setAccessibleName(origin)
        self._take = QToolButton()
        keys = f"Ctrl+{number}" if number <= _KEYS else ""
        self._take.setText(self.tr("Take these words"))
        self._take.setToolTip(plain_tooltip(keys or self._take.text()))
        self._take.setAccessibleName(self.tr("Take the words of {origin}").format(origin=origin))
        self._take.setProperty("role", "chip")
        self._take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(origin, "muted"))
        top.addStretch(1)
        top.addWidget(PlainLabel(keys, "faint"))
        top.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.text)
        self._take.clicked.connect(self._on_take_clicked)

    def show_lost(self, result: str, theme: Theme) -> bool:
        """Mark the words that a result lacks; whether there are any."""
        lost = lost_words(self._part, result)
        if lost != self._lost:
            self._lost = lost
            self.text.show_text(self._part.text, lost, self._part.speaker, theme)
        return bool(lost)

    def _on_take_clicked(self) -> None:
        self.taken.emit(self._number)
