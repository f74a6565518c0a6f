"""The session file of one workspace: begun with the first edit, told of, saved elsewhere, closed. Nobody has to save.

What is not on the disk stays in memory, is said, and can be saved elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotestitchError, WouldOverwriteError
from core.work import Work, finished
from core.workflow.opening import SESSION_SUFFIX, is_session
from core.workflow.review import ReviewChange
from ui.desktop.prompts import Leaving
from ui.desktop.tasks import Task
from ui.desktop.widgets.words import capital, sentence
from ui.desktop.workspace.remembering import Remembered

if TYPE_CHECKING:
    from core.workflow.session_files import Beside
    from core.workflow.sessions import KeptReview, Status
    from ui.desktop.workspace.workspace import Opened, Workspace

_PATIENCE_S = 5.0  # for a disk, when somebody leaves


class Keeping(QObject):
    """The session of what the workspace shows.

    Attributes:
        kept: The review with its file; None while nothing is opened, and for a moment after opening.
        remembered: What is not decided but remembered, such as where somebody was.

    Signals:
        changed(): Whether everything is saved, or where it is, may be different now.
        found_beside(Beside): The same notes were worked on before, in a session that is there.
    """

    changed = Signal()
    found_beside = Signal(object)
    _heard = Signal()  # from any thread

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._opened: Opened | None = None
        self._hush: Callable[[], None] | None = None
        self._leaving: list[Callable[[], object]] = []  # each waits until a file that was left is in order
        self._given_up: tuple[KeptReview, int] | None = None  # left with so many steps, on purpose
        self._is_named = self._is_listed = self._is_replayed = False
        self.kept: KeptReview | None = None
        self.remembered = Remembered()
        self._heard.connect(self._on_heard)
        workspace.bridge.review_changed.connect(self._on_review_changed)

    @property
    def status(self) -> Status | None:
        """Whether everything is on the disk, as it is at this moment."""
        return self.kept.status if self.kept is not None else None

    @property
    def has_failed(self) -> bool:
        """Whether there are steps that cannot be saved where they belong."""
        status = self.status
        return status is not None and status.is_stuck and not status.is_safe

    def is_at(self, path: Path) -> bool:
        """Whether the session that is worked on lies there, and can be written."""
        kept = self.kept
        return (
            kept is not None and path.exists() and kept.path.absolute() == path.absolute() and not kept.status.is_stuck
        )

    # ------------------------------------------------------------------------------------------- beginning, leaving

    def begin(self, opened: Opened) -> None:
        """Leave what was shown, and keep what is opened: in its session, or in a new file from its first edit on."""
        self.leave()
        self._opened = opened
        self._is_named, self._is_listed, self._is_replayed = opened.kept is not None, False, False
        if opened.kept is not None:
            self._take(opened.kept)
        else:
            self.changed.emit()

    def find_place(self) -> None:
        """Look beside the window where the session will lie, and for one that is there already."""
        opened = self._opened
        if self.kept is None and opened is not None and opened.read is not None:
            self._workspace.tasks.start(Task("place", "", _finding(opened), partial(self._on_place_found, opened)))

    def ensure(self) -> None:
        """Have a place for the session now."""
        opened = self._opened
        if self.kept is None and opened is not None and opened.read is not None:
            self._keep_at(_free_place(opened))

    def recall(self) -> None:
        """Replay former runs beside the window, so that undo goes back there without a wait."""
        if self.kept is not None and not self._is_replayed:
            self._is_replayed = True
            self._workspace.tasks.start(Task("history", "", self.kept.remembering(), _nothing))

    def may_leave(self, *, is_closing: bool) -> bool:
        """Have everything on the disk, and ask where that cannot be done; False: stay."""
        kept = self.kept
        if kept is None:
            return True
        status = kept.flush(_PATIENCE_S)
        if status.is_safe or self._given_up == (kept, status.steps):
            return True
        reason = sentence(status.message) if status.message else capital(self.tr("the disk does not answer"))
        answer = self._workspace.prompts.leaving_unsaved(reason, is_closing=is_closing)
        if answer is Leaving.COPY:
            return self._copy_at_once(kept)
        if answer is Leaving.LEAVE:
            self._given_up = (kept, status.steps)
        return answer is Leaving.LEAVE

    def leave(self) -> None:
        """Put the session in order in its own thread, with what is to be remembered of it."""
        kept, self._opened = self.kept, None
        if kept is None:
            return
        if self._hush is not None:
            self._hush()
        self.remembered.note(kept)
        self.kept = None
        self._list(kept, is_closed=True)
        kept.close(waits=False)
        self._leaving.append(kept.close)

    def flush(self) -> None:
        """Have everything on the disk now, if that can be done; for when something went wrong."""
        if self.kept is not None:
            self.kept.flush(_PATIENCE_S)

    def settle(self) -> None:
        """Wait until every file that was left is in order; may be called beside the window."""
        while self._leaving:
            self._leaving.pop()()

    def close(self) -> None:
        """Leave one whole file behind for every session."""
        self.leave()
        self.settle()

    # ------------------------------------------------------------------------------------------------------- saving

    def save(self) -> None:
        """Name the file the first time; later say where everything is saved."""
        self.ensure()
        kept = self.kept
        if kept is None:
            return
        status = kept.flush()
        if status.is_stuck or not self._is_named:
            self._save_to_another(goes_on=True)
        elif status.is_safe:
            self._workspace.told.emit(self.tr("Saved in {path}").format(path=kept.path))

    def save_copy(self) -> None:
        """Save everything in another file; where the session cannot be written, go on there."""
        self.ensure()
        if self.kept is not None:
            self._save_to_another(goes_on=self.kept.status.is_stuck)

    def _save_to_another(self, *, goes_on: bool) -> None:
        kept = self.kept
        path = self._asked_path()
        if kept is not None and path is not None:
            self._copy(kept, path, goes_on=goes_on, replace=False)

    def _asked_path(self) -> Path | None:
        path = self._workspace.prompts.session_to_save(self.kept.path) if self.kept is not None else None
        return path if path is None or is_session(path) else path.with_name(path.name + SESSION_SUFFIX)

    def _copy(self, kept: KeptReview, path: Path, *, goes_on: bool, replace: bool) -> None:
        done = partial(self._on_copied, kept, path, goes_on)
        failed = partial(self._on_not_copied, kept, path, goes_on)
        work = kept.writing_copy(path, replace=replace)
        self._workspace.tasks.start(Task("save", self.tr("Saving"), work, done, failed))

    def _on_copied(self, kept: KeptReview, path: Path, goes_on: bool, steps: int | None) -> None:
        if kept is not self.kept:
            return
        if goes_on and steps is not None:
            self._leaving.append(partial(finished, kept.go_on_in(path, steps, removes_old=not self._is_named)))
            self._workspace.tasks.start(Task("put-away", "", _settling(self.settle), _nothing))
        self._is_named, self._is_listed = self._is_named or goes_on, self._is_listed and not goes_on
        words = self.tr("Saved in {path}") if goes_on else self.tr("A copy is saved in {path}")
        self._workspace.told.emit(words.format(path=path))
        self.changed.emit()

    def _on_not_copied(self, kept: KeptReview, path: Path, goes_on: bool, error: Exception) -> None:
        if isinstance(error, WouldOverwriteError):
            if self._workspace.prompts.may_replace(path):
                self._copy(kept, path, goes_on=goes_on, replace=True)
        elif isinstance(error, NotestitchError):
            self._workspace.tell(error.message)
        else:
            self._workspace.tasks.failed.emit(error)

    def _copy_at_once(self, kept: KeptReview) -> bool:
        """For somebody who leaves; False where it could not be done."""
        path = self._asked_path()
        if path is None:
            return False
        try:
            kept.save_as(path, replace=path.exists() and self._workspace.prompts.may_replace(path))
        except NotestitchError as error:
            self._workspace.tell(error.message)
        return kept.status.is_safe

    # ------------------------------------------------------------------------------------------------------- inside

    def _on_place_found(self, opened: Opened, found: tuple[Path, Beside | None]) -> None:
        if opened is not self._opened:
            return
        place, beside = found
        if self.kept is None:
            self._keep_at(place)
        if beside is not None:
            self.found_beside.emit(beside)

    def _keep_at(self, place: Path) -> None:
        from core.workflow.session_files import free_place  # noqa: PLC0415 - the panes are painted first
        from core.workflow.sessions import keep  # noqa: PLC0415

        if self._opened is not None and self._opened.read is not None:
            self._take(keep(self._opened.read, self._opened.review, place, free_place))

    def _take(self, kept: KeptReview) -> None:
        self.kept = kept
        self._hush = kept.subscribe(self._heard.emit)
        self.changed.emit()

    def _on_heard(self) -> None:
        kept = self.kept
        if kept is not None and not self._is_listed and kept.status.is_safe and kept.status.steps:
            self._is_listed = True
            self._list(kept, is_closed=False)
        self.changed.emit()

    def _on_review_changed(self, change: ReviewChange) -> None:
        if change.before is not change.after:
            self.ensure()
            if self.kept is not None:
                self.remembered.note(self.kept)

    def _list(self, kept: KeptReview, *, is_closed: bool) -> None:
        """Show it on the start page from now on."""
        from core.workflow.session_files import as_recent, remember  # noqa: PLC0415

        if kept.path.exists():
            counts = self._workspace.queue.counts if is_closed and self._workspace.queue is not None else None
            known = {} if counts is None else {"decided": counts.total - counts.left, "findings": counts.total}
            one = as_recent(kept, **known)
            self._workspace.attempt(partial(remember, one))


def _nothing(_: object) -> None:
    """Nothing is left to do."""


def _settling(settle: Callable[[], None]) -> Work[None]:
    yield 0.0
    settle()


def _finding(opened: Opened) -> Work[tuple[Path, Beside | None]]:
    from core.workflow import sessions  # noqa: F401, PLC0415 - it takes a while to load, and is needed next
    from core.workflow.session_files import session_beside  # noqa: PLC0415

    yield 0.0
    assert opened.read is not None
    beside = yield from session_beside(opened.paths, opened.read)
    return _free_place(opened), beside


def _free_place(opened: Opened) -> Path:
    from core.workflow.session_files import free_place, place_for  # noqa: PLC0415

    assert opened.read is not None
    return free_place(place_for(opened.paths, opened.read.episode.title))
