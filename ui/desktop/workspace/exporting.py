"""Writing the document to a file, and whether it stands there as it is now."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotestitchError, WouldOverwriteError
from core.model import ReviewState
from core.work import Work
from core.workflow.review import Review
from ui.desktop.tasks import Task

if TYPE_CHECKING:
    from ui.desktop.workspace.workspace import Workspace


class Exporting(QObject):
    """The exports of one workspace.

    Attributes:
        path: The file that was written last, None before the first export.

    Signals:
        done(): The document was written to a file.
    """

    done = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.begin()

    def begin(self) -> None:
        """Another review is shown: nothing of it is exported yet."""
        self.path: Path | None = None
        self._state: ReviewState | None = None
        self._written: bytes | None = None  # what stands in that file if nobody else wrote there

    @property
    def has_unexported_work(self) -> bool:
        """Whether there are decisions that no exported file holds."""
        review = self._workspace.review
        if review is None or review.state is review.session.start:
            return False
        return self._state is None or review.state.document is not self._state.document

    @property
    def is_done(self) -> bool:
        """Whether the document as it is now stands in a file."""
        review, state = self._workspace.review, self._state
        return review is not None and state is not None and review.state.document is state.document

    def again(self) -> None:
        """Write to the same file; if somebody else changed it since, that asks as any other file does."""
        if self.path is not None:
            self.to(self.path)

    def to(self, path: Path, *, replace: bool = False) -> None:
        """Write the document; asks before a file is replaced, and tells when it is done or refused."""
        review, workspace = self._workspace.review, self._workspace
        if review is not None and _is_source(review, path):
            workspace.told.emit(self.tr("{name} is one of the sources, which are never written").format(name=path.name))
        elif review is not None:
            words = self.tr("Exporting")
            done, failed = partial(self._on_written, path), partial(self._on_not_written, path)
            ours = self._written if path == self.path else None
            work = _writing(review, path, replace=replace, ours=ours)
            workspace.tasks.start(Task("export", words, work, done, failed))

    def _on_written(self, path: Path, written: tuple[ReviewState, bytes]) -> None:
        self.path = path
        self._state, self._written = written
        self._workspace.told.emit(self.tr("Exported to {name}").format(name=path.name))
        self.done.emit()

    def _on_not_written(self, path: Path, error: Exception) -> None:
        if isinstance(error, WouldOverwriteError):
            if self._workspace.prompts.may_replace(path):
                self.to(path, replace=True)
        elif isinstance(error, NotestitchError):
            self._workspace.tell(error.message)
        else:
            self._workspace.tasks.failed.emit(error)


def _is_source(review: Review, path: Path) -> bool:
    files = (chunk.file for chunk in review.state.episode.chunks)
    return any(file and Path(file).resolve() == path.resolve() for file in files)


def _writing(review: Review, path: Path, *, replace: bool, ours: bytes | None) -> Work[tuple[ReviewState, bytes]]:
    from core.export.write import write_new  # noqa: PLC0415 - not needed for the first paint
    from core.workflow.exporting import exported  # noqa: PLC0415

    yield 0.0
    state, data = review.state, exported(review)
    yield 0.5
    is_ours = ours is not None and path.is_file() and path.read_bytes() == ours
    write_new(path, data, replace=replace or is_ours)
    return state, data
