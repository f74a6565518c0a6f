"""Setting right all findings that were marked: what will be done, to which, and then one step that undo takes back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.model import ReviewState
from core.presenting.queue import QueueItem
from core.workflow.repairs import Repairs, has_repair, repairing, says
from ui.desktop.rows.shown_text import shown
from ui.desktop.tasks import Task
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _LONGEST = 600, 440, 300


class RepairAllDialog(QDialog):
    """Lists the marked findings that a repair is known for."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.items = self._repairable()
        self.setWindowTitle(self.tr("Fix all of these"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.list = QListWidget()
        self._head, self._explained = PlainLabel(), PlainLabel("", "muted")
        self._buttons = QDialogButtonBox()
        self.go = self._buttons.addButton(
            self.tr("Fix {count}").format(count=len(self.items)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go.setProperty("role", "primary")
        self.go.setEnabled(bool(self.items))
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._buttons.accepted.connect(self._on_go_clicked)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _build(self) -> None:
        theme = self._workspace.theme
        kinds = dict.fromkeys(translated(item.title) for item in self.items)
        self._head.setText(f"{', '.join(kinds)}: {len(self.items)}")
        self._head.setFont(theme.font("heading"))
        self._head.setWordWrap(True)
        self._explained.setText(self.tr("All in one step, which Undo takes back. What no longer fits stays as it is."))
        self._explained.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What will be done"))
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for item in self.items:
            self.list.addItem(QListWidgetItem(self._line(item)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (self._head, self._explained):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons)
        self.go.setFocus()

    def _line(self, item: QueueItem) -> str:
        review = self._workspace.review
        what = translated(says(review.state, item.finding)) if review else ""
        about = shown(item.text[:_LONGEST]).text if item.text else translated(item.why)
        return " · ".join(part for part in (item.stamp, what, about) if part)

    def _repairable(self) -> list[QueueItem]:
        queue, marked = self._workspace.queue, self._workspace.marked
        found = queue.items if queue else ()
        return [item for item in found if item.id in marked and item.is_open and has_repair(item.finding)]

    def _on_go_clicked(self) -> None:
        review = self._workspace.review
        if review is not None:
            work = repairing(review.state, [item.finding for item in self.items])
            done = partial(_take, self._workspace, review.state)
            self._workspace.tasks.start(Task("repair", self.tr("Fixing"), work, done))
        self.accept()

    def _on_finished(self) -> None:
        self._workspace.mark(frozenset())


def _take(workspace: Workspace, before: ReviewState, repairs: Repairs) -> None:
    review = workspace.review
    if review is None or review.state is not before:
        workspace.told.emit(workspace.tr("The document changed meanwhile, so nothing was fixed; try again"))
    elif workspace.do(repairs.edit):
        workspace.told.emit(workspace.tr("Fixed: {count}").format(count=len(repairs.done)))
        item = workspace.queue.next_open(workspace.focus.finding, +1, workspace.shows) if workspace.queue else None
        workspace.go_to(item)
