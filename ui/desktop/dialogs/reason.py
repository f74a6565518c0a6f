"""Saying of findings that they are all right as they are, and why: with words that were said before, or with none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from core.workflow import propose
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Workspace
from ui.desktop.workspace.marked import dismiss_marked

REASONS = "reasons/dismissed"  # a setting
MOST = 8  # that are remembered
_WIDTH_PX = 440


class ReasonDialog(QDialog):
    """For what is marked, else for the finding in view. Enter takes what is typed, which may be nothing."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item = workspace.item
        self.setWindowTitle(self.tr("It is all right"))
        self.setMinimumWidth(_WIDTH_PX)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why? This may stay empty."))
        self.remembered = [self._button(words) for words in remembered(workspace.settings) or self._usual()]
        self._buttons = QDialogButtonBox()
        self.go = self._buttons.addButton(self.tr("It is all right"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._buttons.accepted.connect(self._on_go_clicked)
        self._buttons.rejected.connect(self.reject)
        self.reason.setFocus()

    def _build(self) -> None:
        count = len(self._workspace.marked)
        words = self.tr("All right as it is") if count < 2 else self.tr("Call {count} all right").format(count=count)
        heading = PlainLabel(words)
        heading.setFont(self._workspace.theme.font("heading"))
        explained = PlainLabel(self.tr("The reason is kept with your decisions, not in the document."), "muted")
        explained.setWordWrap(True)
        chips = QWidget()
        row = FlowLayout(chips)
        for button in self.remembered:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (heading, explained, self.reason, chips):
            column.addWidget(widget)
        column.addStretch(1)  # what is left over stands here, and pulls nothing apart
        column.addWidget(self._buttons)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        button.setProperty("role", "chip")
        button.clicked.connect(partial(self._take, words))
        return button

    def _usual(self) -> list[str]:
        """What can be said where nobody has said anything yet."""
        return [
            self.tr("it is meant so"),
            self.tr("nothing can be done about it"),
            self.tr("the source is wrong"),
            self.tr("it does not matter here"),
        ]

    def _on_go_clicked(self) -> None:
        self._take(self.reason.text().strip())

    def _take(self, reason: str) -> None:
        workspace, item = self._workspace, self._item
        if reason:
            remember(workspace.settings, reason)
        self.accept()
        if workspace.marked:
            dismiss_marked(workspace, reason)
        elif item is not None and workspace.do(propose.dismiss(item.id, reason)):
            workspace.go_on(item)


def remembered(settings: QSettings) -> list[str]:
    """The reasons that were given, the last first."""
    found = settings.value(REASONS, [])
    return [str(each) for each in found] if isinstance(found, list) else [str(found)] if found else []


def remember(settings: QSettings, reason: str) -> None:
    """Offer that reason first from now on."""
    others = [each for each in remembered(settings) if each != reason]
    settings.setValue(REASONS, [reason, *others][:MOST])
