"""What the window shows before anything is opened: the ways to begin, and what was worked on last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.workflow.session_files import Recent, missing, recent
from ui.desktop.theme import Theme
from ui.desktop.widgets.dates import ago
from ui.desktop.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Action, Workspace

_WAYS = ("open", "open-folder", "paste", "sample")
_WIDTH_PX, _EDGE_PX, _BUTTON_PX, _ROW_PX = 600, 40, 36, 36
_SHOWN = 6  # sessions; more are in their folders


class RecentButton(QPushButton):
    """A session that can be gone on with: its title, how far it is, and when that was; or why it cannot be opened."""

    def __init__(self, one: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why_not = missing(one)
        self.path = Path(one.path)
        title = one.title or self.path.stem
        words = self._words(one) if why_not is None else translated(why_not)
        role = "" if why_not is None else "faint"
        self.title, self.words = ElidedLabel(title, role), PlainLabel(words, role or "muted")
        self.setProperty("role", "row")
        self.setMinimumHeight(_ROW_PX)
        self.setEnabled(why_not is None)
        self.setAccessibleName(f"{title}, {words}")
        self.setToolTip(plain_tooltip(one.path))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        for label, stretch in ((self.title, 1), (self.words, 0)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, stretch)

    def set_theme(self, theme: Theme) -> None:
        self.title.setFont(theme.font("body"))
        self.words.setFont(theme.font("small"))

    def _words(self, one: Recent) -> str:
        return " · ".join(part for part in (self._progress(one), ago(one.at)) if part)

    def _progress(self, one: Recent) -> str:
        if not one.findings:
            return ""  # it was not closed, so that nobody knows
        if one.decided == one.findings:
            return self.tr("all {findings} decided").format(findings=one.findings)
        return self.tr("{decided} of {findings} decided").format(decided=one.decided, findings=one.findings)


class StartPage(QWidget):
    """A calm page: what was worked on last, and one button for each way to begin."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sign = QLabel()
        self._title = PlainLabel("Notestitch")
        self._says = PlainLabel(
            self.tr("Turns the notes on overlapping parts of an episode into one document that you have approved."),
            "muted",
        )
        self._drop = PlainLabel(
            self.tr("Or drop chunk files, a folder, a merge prompt or a session anywhere here."), "faint"
        )
        self._heading = PlainLabel(self.tr("Go on with"), "muted")
        self.buttons: dict[str, QPushButton] = {}
        self.recent = [RecentButton(one) for one in recent()[:_SHOWN]]
        self._build()
        workspace.theme_source.changed.connect(self.set_theme)
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self._title.setFont(theme.font("title"))
        self._says.setFont(theme.font("body"))
        self._heading.setFont(theme.font("strong"))
        # A card stands as high as its hints say, and hints know nothing of words that wrap.
        self._says.setMinimumHeight(self._says.heightForWidth(_WIDTH_PX - 2 * _EDGE_PX))
        self._sign.setPixmap(theme.pixmap("merge", "accent", 40, self.devicePixelRatioF()))
        for name, button in self.buttons.items():
            icon = self._workspace.actions[name].icon or "open"
            button.setIcon(theme.icon(icon, "accent_text" if name == "open" else "muted"))
        for row in self.recent:
            row.set_theme(theme)

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(_EDGE_PX, 32, _EDGE_PX, 28)
        column.setSpacing(10)
        for label in (self._sign, self._title, self._says):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is self._says)
            column.addWidget(label)
        column.addSpacing(10)
        column.addLayout(self._ways())
        column.addSpacing(4)
        self._drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._drop)
        if self.recent:
            column.addSpacing(10)
            column.addLayout(self._last())
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        first = next((row for row in (*self.recent, *self.buttons.values()) if row.isEnabled()), None)
        if first is not None:
            self.setFocusProxy(first)

    def _ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        for at, name in enumerate(name for name in _WAYS if name in self._workspace.actions):
            grid.addWidget(self._button(self._workspace.actions[name]), at // 2, at % 2)
        return grid

    def _last(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self._heading.setContentsMargins(12, 0, 0, 4)
        rows.addWidget(self._heading)
        for row in self.recent:
            row.setAutoDefault(True)  # Enter opens it
            row.clicked.connect(partial(self._workspace.open_requested.emit, (row.path,)))
            rows.addWidget(row)
        return rows

    def _button(self, action: Action) -> QPushButton:
        keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys[:1]]
        button = QPushButton("  ".join([action.words.replace("&", "&&"), *keys]))
        button.setAccessibleName(action.words)
        button.setProperty("role", "primary" if action.id == "open" else "")
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(_BUTTON_PX)
        button.setAutoDefault(True)
        button.clicked.connect(partial(self._workspace.run, action))
        self.buttons[action.id] = button
        return button
