"""Sentences one beneath the other with a sign each: what speaks for a merge, and what keeps it from being certain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.messages import Message
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import sentence

_SIGN_PX = 14


class Sentences(QFrame):
    """A list of sentences of one meaning; hidden while there are none."""

    def __init__(self, sign: str, role: str, frame: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._role = role
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(3)
        margin = 8 if frame else 0
        self._rows.setContentsMargins(margin, margin // 2, margin, margin // 2)
        if frame:
            self.setProperty("role", frame)
        self.hide()

    def show_sentences(self, messages: Sequence[Message], theme: Theme) -> None:
        """Show these in place of those before."""
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for message in messages:
            self._rows.addWidget(self._row(message, theme))
        self.setVisible(bool(messages))

    def _row(self, message: Message, theme: Theme) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark = PlainLabel(self._sign, self._role)
        mark.setFont(theme.font("strong"))
        mark.setFixedWidth(_SIGN_PX)
        label = PlainLabel(sentence(message), self._role if self.property("role") else "")
        label.setWordWrap(True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return box
