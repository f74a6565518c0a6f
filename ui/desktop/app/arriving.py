"""What is said of notes that were just read: whether whole chunks are empty, repeated, shifted or missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Choice, Offer, Workspace

if TYPE_CHECKING:
    from core.model import FindingId
    from core.workflow.review import Review

_MOST = 4  # places that are named; the panel has all


class Arriving(QObject):
    """Looks once at each review."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._seen: Review | None = None
        self._said: Offer | None = None  # until all that it names is answered
        self._named: tuple[FindingId | None, ...] = ()
        workspace.queue_changed.connect(self._on_queue_changed)

    def look(self, review: Review) -> None:
        """The notes were looked into: say what is wrong with whole chunks."""
        workspace = self._workspace
        is_resumed = workspace.opened is not None and workspace.opened.kept is not None  # then it was said before
        if review is self._seen or is_resumed or workspace.queue is None:
            return
        self._seen = review
        from core.presenting.health import health  # noqa: PLC0415 - the panes are painted first

        grave = [line for line in health(workspace.queue, review.state.episode) if line.is_grave]
        if not grave:
            return
        places: dict[str, list[str]] = {}
        for line in grave:
            places.setdefault(translated(line.title), []).append(translated(line.where) if line.where else "")
        named = [f"{title}: {_listed(where)}" for title, where in places.items()]
        look = Choice(self.tr("What can be done"), partial(workspace.panel_requested.emit, "health", False))
        self._said, self._named = Offer(" · ".join(named), (look,), is_calm=True), tuple(line.finding for line in grave)
        workspace.offered.emit(self._said)

    def _on_queue_changed(self) -> None:
        """Say no more what is answered."""
        workspace = self._workspace
        if self._said is None or workspace.queue is None or workspace.review is not self._seen:
            return
        items = [workspace.queue.find(finding) for finding in self._named if finding]
        if len(items) == len(self._named) and not any(item is not None and item.is_open for item in items):
            workspace.withdrawn.emit(self._said)
            self._said = None


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= _MOST else f"{', '.join(names[:_MOST])} … (+{len(names) - _MOST})"
