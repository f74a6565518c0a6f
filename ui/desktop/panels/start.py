"""What the window shows before anything is opened: the ways to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Action, Workspace

_WAYS = ("open", "open-folder", "paste", "sample")
_WIDTH_PX, _BUTTON_PX = 560, 36


class StartPage(QWidget):
    """A calm page with one button for each way to begin."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sign = QLabel()
        self._title = PlainLabel("Notestitch")
        self._says = PlainLabel(
            self.tr("Turns the notes on overlapping parts of an episode into one document that you have approved."),
            "muted",
        )
        self._drop = PlainLabel(self.tr("Or drop chunk files, a folder or a merge prompt anywhere here."), "faint")
        self._keys = QGridLayout()
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        workspace.theme_source.changed.connect(self.set_theme)
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self._title.setFont(theme.font("title"))
        self._says.setFont(theme.font("body"))
        self._sign.setPixmap(theme.pixmap("merge", "accent", 40, self.devicePixelRatioF()))
        for name, button in self.buttons.items():
            icon = self._workspace.actions[name].icon or "open"
            button.setIcon(theme.icon(icon, "accent_text" if name == "open" else "muted"))

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(12)
        for label in (self._sign, self._title, self._says):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is self._says)
            column.addWidget(label)
        column.addSpacing(12)
        self._keys.setHorizontalSpacing(10)
        self._keys.setVerticalSpacing(10)
        for at, name in enumerate(name for name in _WAYS if name in self._workspace.actions):
            self._keys.addWidget(self._button(self._workspace.actions[name]), at // 2, at % 2)
        column.addLayout(self._keys)
        column.addSpacing(8)
        self._drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._drop.setWordWrap(True)
        column.addWidget(self._drop)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _button(self, action: Action) -> QPushButton:
        keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys[:1]]
        button = QPushButton("  ".join([action.words.replace("&", "&&"), *keys]))
        button.setAccessibleName(action.words)
        button.setProperty("role", "primary" if action.id == "open" else "")
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(_BUTTON_PX)
        button.clicked.connect(partial(self._workspace.run, action))
        self.buttons[action.id] = button
        return button
