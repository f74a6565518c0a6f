"""The health of what was read: chunks without notes, repeated, shifted, missing ones, each with the next step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.model import EntryId
from core.presenting.health import HealthLine, Step, health
from core.work import Work
from core.workflow.repairs import says
from core.workflow.review import Review
from core.workflow.revising import Revision, revision_from_file
from ui.desktop.panels.health.line import HealthRow
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Wanted, Workspace

MOST = 40  # lines; the queue lists all of them


class HealthPanel(QWidget):
    """One row for each thing that is wrong and not answered."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._lines: tuple[HealthLine, ...] | None = None
        self.rows: list[HealthRow] = []
        self._column = QVBoxLayout()
        self._sound = PlainLabel(self.tr("Nothing is wrong with the notes that were read."), "muted")
        self._more = PlainLabel("", "muted")
        self._build()
        self._connect_signals()
        self.refresh()

    def set_theme(self, _theme: Theme) -> None:
        self._lines = None
        self.refresh()

    def refresh(self) -> None:
        """Show what is wrong now."""
        workspace = self._workspace
        review, queue = workspace.review, workspace.queue
        lines = health(queue, review.state.episode) if review and queue else ()
        words = (
            self.tr("{count} about the notes as read").format(count=len(lines)) if lines else self.tr("Notes as read")
        )
        self.setWindowTitle(words)
        self._sound.setVisible(queue is not None and not lines)
        if lines == self._lines:
            return
        self._lines = lines
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [HealthRow(line, self._repair_words(line), workspace.theme) for line in lines[:MOST]]
        for at, row in enumerate(self.rows):
            row.step_wanted.connect(self._on_step_wanted)
            self._column.insertWidget(at, row)
        self._more.setText(self.tr("More in the queue: {count}").format(count=len(lines) - MOST))
        self._more.setVisible(len(lines) > MOST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        inner, scroll = QWidget(), QScrollArea()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setLayout(self._column)
        self._column.setContentsMargins(0, 2, 0, 8)
        self._column.setSpacing(0)
        for label in (self._sound, self._more):
            label.setWordWrap(True)
            label.setContentsMargins(14, 6, 14, 6)
            self._column.addWidget(label)
        self._column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Notes as read"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(scroll)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.queue_changed.connect(self._on_changed)
        workspace.bridge.review_opened.connect(self._on_changed)
        workspace.theme_source.changed.connect(self.set_theme)

    def _repair_words(self, line: HealthLine) -> str:
        review, queue = self._workspace.review, self._workspace.queue
        item = queue.find(line.finding) if queue else None
        if review is None or item is None or Step.REPAIR not in line.steps:
            return ""
        return translated(says(review.state, item.finding))

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_step_wanted(self, line: HealthLine, step: Step) -> None:
        workspace = self._workspace
        workspace.mark(frozenset())
        if workspace.queue is not None and line.finding is not None:
            workspace.go_to(workspace.queue.find(line.finding))
        match step:
            case Step.FILE:
                self._choose_file(line)
            case Step.PASTE:
                workspace.wanted = Wanted(line.chunk, line.number)
                workspace.dialog_requested.emit("paste-notes")
            case Step.REPAIR:
                workspace.run(workspace.actions["repair"])
            case Step.IGNORE:
                workspace.run(workspace.actions["dismiss-because"])
            case Step.SHOW:
                pass  # it is shown

    def _choose_file(self, line: HealthLine) -> None:
        workspace = self._workspace
        paths = workspace.prompts.files_to_open()
        if paths and workspace.review is not None:
            make = partial(_from_file, workspace.review, line, paths[0])
            workspace.watching.revise(make, self.tr("Take {name} in").format(name=paths[0].name))


def _from_file(review: Review, line: HealthLine, path: Path, confirmed: Mapping[EntryId, EntryId]) -> Work[Revision]:
    return revision_from_file(review, line.chunk, path, number=line.number, confirmed=confirmed)
