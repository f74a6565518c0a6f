"""A strip over the panes that says something without stopping anybody, until it is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel

_ICON_PX = 16


class Notice(QFrame):
    """One sentence or a few, with a sign; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_error = False
        self._sign = QLabel()
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, *, is_error: bool = False) -> None:
        """Show a text; an error looks like one."""
        self._is_error = is_error
        self._words.setText(text)
        self._words.set_role("error" if is_error else "")
        self.setAccessibleName(text)
        self.set_theme(self._theme)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        icon, role = ("warning", "error") if self._is_error else ("info", "accent")
        self._sign.setPixmap(theme.pixmap(icon, role, _ICON_PX, self.devicePixelRatioF()))
        self._close.setIcon(theme.icon("close", "muted", _ICON_PX))
