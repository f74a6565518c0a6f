"""Whether the document is ready: by what is open in the queue, else by a check of what would be exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.model import ReviewState
from core.presenting.filters import EVERYTHING
from ui.desktop.tasks import Task

if TYPE_CHECKING:
    from core.workflow.ready import Readiness
    from ui.desktop.workspace.workspace import Workspace

DELAY_MS = 400  # after the last edit


class Readying(QObject):
    """Follows the review of one workspace.

    Attributes:
        count: How many things are open; None while it is not known, 0: ready.
        found: What the check of the export found; None where the queue alone tells.

    Signals:
        changed(): The count is another.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._judged: ReviewState | None = None
        self.count: int | None = None
        self.found: Readiness | None = None
        self._wait = QTimer(self, singleShot=True, interval=delay_ms)
        self._wait.timeout.connect(self._on_waited)
        workspace.bridge.review_opened.connect(self._begin)
        workspace.bridge.review_changed.connect(self._begin)
        workspace.queue_changed.connect(self._follow)
        self._follow()

    def go_to_first(self) -> None:
        """Look at the first thing that is open, or say what it is where no place shows it."""
        workspace = self._workspace
        if workspace.queue is None:
            return
        item = next((item for item in workspace.queue.items if item.is_open and item.is_needed), None)
        if item is not None:
            workspace.show_only(EVERYTHING)
            workspace.panel_requested.emit("queue", False)
            workspace.go_to(item)
        elif self.found is not None and self.found.open:
            workspace.tell(self.found.open[0].message)
        elif self.found is not None and self.found.lost:
            workspace.told.emit(self.tr("Some entries are lost: the ledger lists them"))

    def _begin(self) -> None:
        """What was known is of another state."""
        self._wait.stop()
        if self._judged is not None:
            self._judged = None
            self._workspace.tasks.cancel("ready")
        self._follow()

    def _follow(self) -> None:
        queue, review = self._workspace.queue, self._workspace.review
        if queue is None or review is None:
            self._set(None)
            return
        if needed := queue.counts.needed:
            self._wait.stop()
            self._set(needed)
        elif self._judged is not review.state:
            self._judged = review.state
            self._set(None)
            self._wait.start()

    def _on_waited(self) -> None:
        review = self._workspace.review
        if review is not None:
            from core.workflow.ready import ready  # noqa: PLC0415

            done = partial(self._on_judged, review.state)
            self._workspace.tasks.start(Task("ready", "", ready(review), done))

    def _on_judged(self, state: ReviewState, found: Readiness) -> None:
        review = self._workspace.review
        if review is not None and review.state is state:
            self._set(found.count, found)

    def _set(self, count: int | None, found: Readiness | None = None) -> None:
        self.found = found
        if count != self.count:
            self.count = count
            self.changed.emit()
