"""A small round-cornered button that is on or off, as filters are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget


class Chip(QToolButton):
    """A filter: its words, and how many things it would show. ``toggled(bool)`` tells of a change."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show a number beside the words; None shows none."""
        text = self._words if count is None else f"{self._words} {count}"
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
