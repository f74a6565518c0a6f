"""A strip over the panes that says something without stopping anybody, until it is closed or answered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.labels import PlainLabel

_ICON_PX = 16


class Notice(QFrame):
    """One sentence or a few, with a sign, and perhaps with answers; hidden while there is nothing to say.

    Signals:
        left(): It was closed or answered.
    """

    left = Signal()

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
        self._close.clicked.connect(self._on_close_clicked)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, *, is_error: bool = False, choices: Sequence[Choice] = ()) -> None:
        """Show a text; an error looks like one. Enter takes the first of the answers while they have the focus."""
        self._is_error = is_error
        self._words.setText(text)
        self._words.set_role("error" if is_error else "")
        self.setAccessibleName(text)
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            button.deleteLater()
        self.buttons = [self._button(choice, is_first=choice is choices[0]) for choice in choices]
        for button in self.buttons:
            QWidget.setTabOrder(button, self._close)
        if had_focus and self.buttons:
            self.buttons[0].setFocus()
        self.set_theme(self._theme)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        icon, role = ("warning", "error") if self._is_error else ("info", "accent")
        self._sign.setPixmap(theme.pixmap(icon, role, _ICON_PX, self.devicePixelRatioF()))
        self._close.setIcon(theme.icon("close", "muted", _ICON_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _button(self, choice: Choice, *, is_first: bool) -> QPushButton:
        button = QPushButton(choice.words.replace("&", "&&"), self)
        button.setAutoDefault(True)  # Enter presses it, as it does in a dialog
        button.setProperty("role", "primary" if is_first else "")
        button.clicked.connect(partial(self._on_button_clicked, choice))
        self._row.insertWidget(self._row.count() - 1, button)
        button.show()
        return button

    def _on_button_clicked(self, choice: Choice) -> None:
        self._on_close_clicked()
        choice.run()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.left.emit()
