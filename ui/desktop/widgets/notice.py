"""A strip over the panes that says something without stopping anybody, until it is closed or answered.

The answers stand beside the words, and below them where too little of the line would be left for the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import PlainLabel

_ICON_PX, _GAP_PX = 16, 10
_LEAST_WORDS_PX = 360  # less is a column that nobody reads
_MARGINS_PX = (16, 6, 8, 6)
_ANY_PX = 16_777_215  # Qt's own "as wide as you like"


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
        self.words = PlainLabel()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self._on_close_clicked)
        self.buttons: list[QPushButton] = []
        self._answers = QWidget()
        self._flow = FlowLayout(self._answers, _GAP_PX)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QHBoxLayout(self)
        self._build()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        self._said.setSpacing(_GAP_PX)
        self._said.addWidget(self.words, 1)
        self._said.addWidget(self._answers)
        self._row.setContentsMargins(*_MARGINS_PX)
        self._row.setSpacing(_GAP_PX)
        self._row.addWidget(self._sign)
        self._row.addLayout(self._said, 1)
        self._row.addWidget(self._close)
        # The answers must not keep the window from being narrow: it is then that they go below.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        return self.words.text()

    def say(self, text: str, *, is_error: bool = False, choices: Sequence[Choice] = ()) -> None:
        """Show a text; an error looks like one. Enter takes the first of the answers while they have the focus."""
        self._is_error = is_error
        self.words.setText(text)
        self.words.set_role("error" if is_error else "")
        self.setAccessibleName(text)
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(choice, is_first=choice is choices[0]) for choice in choices]
        for button in self.buttons:
            QWidget.setTabOrder(button, self._close)
        if had_focus and self.buttons:
            self.buttons[0].setFocus()
        self.set_theme(self._theme)
        self._arrange()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        icon, role = ("warning", "error") if self._is_error else ("info", "accent")
        self._sign.setPixmap(theme.pixmap(icon, role, _ICON_PX, self.devicePixelRatioF()))
        self._close.setIcon(theme.icon("close", "muted", _ICON_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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
        self._flow.addWidget(button)
        button.show()
        return button

    def _arrange(self) -> None:
        """The answers beside the words, or below them."""
        answers_px = sum(button.sizeHint().width() + _GAP_PX for button in self.buttons)
        around_px = self._sign.sizeHint().width() + self._close.sizeHint().width() + 2 * _GAP_PX
        words_px = self.contentsRect().width() - _MARGINS_PX[0] - _MARGINS_PX[2] - around_px - answers_px
        is_below = bool(self.buttons) and words_px < min(_LEAST_WORDS_PX, self.words.sizeHint().width())
        self._said.setDirection(QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight)
        self._answers.setVisible(bool(self.buttons))
        self._answers.setFixedWidth(answers_px - _GAP_PX) if self.buttons and not is_below else _free(self._answers)
        for widget in (self._sign, self._close):
            self._row.setAlignment(widget, Qt.AlignmentFlag.AlignTop if is_below else Qt.AlignmentFlag.AlignVCenter)

    def _on_button_clicked(self, choice: Choice) -> None:
        self._on_close_clicked()
        choice.run()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.left.emit()


def _free(widget: QWidget) -> None:
    """Let it be of any width again."""
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(_ANY_PX)
