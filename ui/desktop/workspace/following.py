"""Large changes: worked out beside the window, taken in step by step, stopped on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from core.errors import NotestitchError
from core.work import Work, finished
from core.workflow.propose import Tried
from ui.desktop.tasks import Task

if TYPE_CHECKING:
    from ui.desktop.workspace.workspace import Workspace

_FEW = 50  # findings or blocks
_NAME = "work-out"
_CHANGES = (_NAME, "resolve", "replace", "take-decisions")  # work that ends with a change
T = TypeVar("T", bound=Tried)


class Following(QObject):
    """What is done when a change is there, which a large one is not at once."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._waiting: list[Callable[[], None]] = []
        self._is_turning = False
        workspace.bridge.arrived.connect(self._on_arrived)
        workspace.bridge.review_opened.connect(self._on_review_opened)

    def run(self, work: Work[T], count: int, done: Callable[[T], None] | None = None) -> None:
        """Do what the work leads to: at once where it is about few, else beside the window, one after the other."""
        tasks = self._workspace.tasks
        if count <= _FEW:
            self._workspace.attempt(lambda: self._take(done, finished(work)))
        elif tasks.is_under_way(_NAME):
            self._workspace.told.emit(self.tr("What was asked before is still being worked out; wait, or stop it"))
        else:
            tasks.start(Task(_NAME, self.tr("Working it out"), work, partial(self._take, done), self._refuse))

    def do(self, tried: T, done: Callable[[T], None] | None = None) -> None:
        """Do what was worked out beside the window, unless something else was done meanwhile; ``done`` gets it then."""
        workspace, review = self._workspace, self._workspace.review
        if review is None or review.state is not tried.before:
            workspace.told.emit(self.tr("The document changed meanwhile, so nothing was done; try again"))
        elif workspace.do(tried.edit, tried.after) and done is not None:
            self.when_there(partial(done, tried))

    def when_there(self, run: Callable[[], None]) -> None:
        """Run something when the review has arrived at what was done last: now, or after some steps."""
        review = self._workspace.review
        if review is not None and review.is_on_the_way:
            self._waiting.append(run)
        else:
            run()

    def stop(self) -> bool:
        """Stop the change that is under way, and take back what is half taken in; False where none is."""
        tasks, review = self._workspace.tasks, self._workspace.review
        names = [name for name in _CHANGES if tasks.is_under_way(name)]
        for name in names:
            tasks.cancel(name)
        is_on_the_way = review is not None and review.is_on_the_way
        if review is not None and is_on_the_way and not self._is_turning:
            self._is_turning, self._waiting = True, []
            review.turn_back()
        elif not names:
            return is_on_the_way
        self.when_there(partial(self._workspace.told.emit, self.tr("Stopped; nothing was changed")))
        return True

    def stop_all(self) -> None:
        """Stop whatever is under way."""
        self.stop()
        self._workspace.tasks.cancel()

    def _take(self, done: Callable[[T], None] | None, tried: T) -> None:
        self.do(tried, done)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, NotestitchError):
            self._workspace.tell(error.message)
        else:
            self._workspace.tasks.failed.emit(error)

    def _on_arrived(self) -> None:
        self._is_turning = False
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()

    def _on_review_opened(self) -> None:
        self._is_turning, self._waiting = False, []
