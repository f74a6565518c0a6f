"""The head of a docked panel: its name and a button that closes it; it is dragged like any title bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import ElidedLabel

_HEIGHT_PX = 36


class DockTitle(QWidget):
    """A panel's name.

    Signals:
        close_requested(): The panel shall go; the View menu brings it back.
    """

    close_requested = Signal()

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(words)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close the panel {name}").format(name=words))
        self._close.setToolTip(self.tr("Close this panel"))
        self._close.clicked.connect(self.close_requested)
        self.setFixedHeight(_HEIGHT_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 6, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.set_theme(theme)

    def set_words(self, words: str) -> None:
        """Another name, such as what the panel shows now."""
        self._words.set_full_text(words)

    def set_theme(self, theme: Theme) -> None:
        self._words.setFont(theme.font("heading"))
        self._close.setIcon(theme.icon("close", "muted", 14))
