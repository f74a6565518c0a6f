"""Source files that change while their notes are worked on: noticed, told once, looked at when the person wants to.

A reload is one step, and the report of what became of each decision comes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from core.errors import NotestitchError
from core.model import EntryId
from ui.desktop.tasks import Task
from ui.desktop.widgets.choice import Choice
from ui.desktop.workspace.offer import Offer

if TYPE_CHECKING:
    from core.work import Work
    from core.workflow.changed_sources import ChangedSource
    from core.workflow.review import Review
    from core.workflow.revising import Revision
    from ui.desktop.workspace.workspace import Workspace

Make = Callable[[Mapping[EntryId, EntryId]], "Work[Revision]"]
_SETTLED_MS = 400  # nobody has written for so long


class Watching(QObject):
    """The source files of what the workspace shows.

    Attributes:
        changed: Those that are other than they were read, as they were last looked at.
        revision: What a reload would do, for the dialog that asks.
        about: What is to be taken in, for its heading.

    Signals:
        reloaded(Revision): Changed files were taken, in one step.
    """

    reloaded = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._watcher: QFileSystemWatcher | None = None
        self._told: frozenset[tuple[str, str, str]] = frozenset()
        self._offer: Offer | None = None
        self.changed: tuple[ChangedSource, ...] = ()
        self.revision: Revision | None = None
        self.about = ""
        self._make: Make | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled_timeout)

    def begin(self) -> None:
        """Watch the files of another review; those of a session may have changed since."""
        self._told, self._offer, self.changed, self.revision = frozenset(), None, (), None
        self._watch()
        if self._workspace.opened is not None and self._workspace.opened.kept is not None:
            self._compare(is_asked=False)

    def look(self) -> None:
        """Look at all files now, and ask whether those that changed are to be taken."""
        self._compare(is_asked=True)

    def revise(self, make: Make, about: str) -> None:
        """Take in another revision, such as pasted notes; asks only where a decision has to be confirmed or is lost."""
        self._make, self.about = make, about
        self._revise({}, is_confirmed=False)

    def ask_again(self, confirmed: Mapping[EntryId, EntryId]) -> None:
        """Make the revision again with what a person confirmed, and do it."""
        self._revise(confirmed, is_confirmed=True)

    def take(self, revision: Revision) -> None:
        """Do it, in one step."""
        self._workspace.following.do(revision, self._on_taken)

    def _on_taken(self, revision: Revision) -> None:
        kept = self._workspace.keeping.kept
        if kept is not None:
            kept.add_sources(revision.sources)
        self._watch()
        self._workspace.told.emit(self.tr("The new notes are taken in; Undo takes all of it back"))
        self.reloaded.emit(revision)

    # ------------------------------------------------------------------------------------------------------ watching

    def _watch(self) -> None:
        """Folders tell of files that are replaced, files of what is written into them; both are needed."""
        review = self._workspace.review
        files = {chunk.file for chunk in review.state.episode.chunks if chunk.file} if review is not None else set()
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_watcher_changed)
            self._watcher.fileChanged.connect(self._on_watcher_changed)
        if known := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(known)
        self._workspace.tasks.start(Task("watch", "", _there(files), self._on_found))

    def _on_found(self, there: list[str]) -> None:
        if self._watcher is not None and there:
            self._watcher.addPaths(there)

    def _on_watcher_changed(self, _path: str) -> None:
        self._settled.start()

    def _on_settled_timeout(self) -> None:
        self._watch()  # a file that was replaced is watched no more
        self._compare(is_asked=False)

    # ----------------------------------------------------------------------------------------------------- comparing

    def _compare(self, *, is_asked: bool) -> None:
        workspace = self._workspace
        workspace.keeping.ensure()
        review, kept = workspace.review, workspace.keeping.kept
        if review is None or kept is None:
            return
        from core.workflow.changed_sources import changed_sources  # noqa: PLC0415 - the panes are painted first

        words = self.tr("Looking at the files") if is_asked else ""
        done = partial(self._on_compared, review, is_asked)
        workspace.tasks.start(Task("compare", words, changed_sources(review, kept.sources), done))

    def _on_compared(self, review: Review, is_asked: bool, found: tuple[ChangedSource, ...]) -> None:
        if review is not self._workspace.review:
            return
        self.changed = found
        is_new = _stamps(found) != self._told
        self._told = _stamps(found)
        if is_asked or is_new:
            self._withdraw()
        if is_asked:
            self._look_into(found)
        elif is_new:
            self._tell(found)

    def _withdraw(self) -> None:
        if self._offer is not None:
            self._workspace.withdrawn.emit(self._offer)
        self._offer = None

    def _tell(self, found: tuple[ChangedSource, ...]) -> None:
        if not found:
            return
        look = Choice(self.tr("Look (F5)"), self.look)
        later = Choice(self.tr("Later"), _nothing)
        choices = (look, later) if any(source.parts for source in found) else ()
        self._offer = Offer("\n".join(self._lines(found)), choices)
        self._workspace.offered.emit(self._offer)

    def _look_into(self, found: tuple[ChangedSource, ...]) -> None:
        if any(source.parts for source in found):
            self._make, self.about = None, ""
            self._revise({}, is_confirmed=False)
            return
        words = self._lines(found) or [self.tr("All files are as they were read")]
        self._workspace.told.emit(" · ".join(words))

    def _revise(self, confirmed: Mapping[EntryId, EntryId], *, is_confirmed: bool) -> None:
        from core.workflow.revising import reload  # noqa: PLC0415 - the panes are painted first

        review = self._workspace.review
        if review is not None:
            work = self._make(confirmed) if self._make else reload(review, self.changed, confirmed=confirmed)
            done = partial(self._on_revised, review, is_confirmed)
            self._workspace.tasks.start(
                Task("reload", self.tr("Looking at the files"), work, done, self._on_not_revised)
            )

    def _on_revised(self, review: Review, is_confirmed: bool, revision: Revision) -> None:
        if review is not self._workspace.review:
            return
        if revision.before is not review.state:  # somebody decided something meanwhile
            self._revise({}, is_confirmed=False) if self._make else self._compare(is_asked=True)
        elif is_confirmed or (self._make is not None and _is_plain(revision)):
            self.take(revision)
        else:
            self.revision = revision
            self._workspace.dialog_requested.emit("reload")

    def _on_not_revised(self, error: Exception) -> None:
        if isinstance(error, NotestitchError):
            self._workspace.tell(error.message)
        else:
            self._workspace.tasks.failed.emit(error)

    def _lines(self, found: tuple[ChangedSource, ...]) -> list[str]:
        """What is said of each kind of change."""
        said: dict[str, list[str]] = {}
        for source in found:
            said.setdefault(source.change.name, []).append(Path(source.path).name)
        return [self._words(kind).format(names=_listed(names)) for kind, names in said.items()]

    def _words(self, kind: str) -> str:
        match kind:
            case "NEW":
                return self.tr("New on disk: {names} — F5 to look")
            case "MISSING":
                return self.tr("Gone from disk: {names}; the notes are still here")
            case "UNREADABLE":
                return self.tr("Cannot be read any more: {names}; the notes are still here")
            case "WITHOUT_NOTES":
                return self.tr("Holds no notes any more: {names}; the notes are still here")
            case _:
                return self.tr("Changed on disk: {names} — F5 to look")


def _there(files: set[str]) -> Work[list[str]]:
    """The files that are there, with their folders."""
    found: set[Path] = set()
    for file in files:
        yield 0.0
        path = Path(file).absolute()
        found |= {one for one in (path, path.parent) if one not in found and one.exists()}
    return sorted(map(str, found))


def _is_plain(revision: Revision) -> bool:
    """Whether every decision is found again without a question."""
    return all(decision.outcome.name in ("KEPT", "MOVED") for decision in revision.decisions)


def _stamps(found: tuple[ChangedSource, ...]) -> frozenset[tuple[str, str, str]]:
    """What tells one change from another of the same file."""
    return frozenset(
        (source.path, source.change.name, source.source.sha256 if source.source is not None else "") for source in found
    )


def _listed(names: list[str]) -> str:
    most = 3
    return ", ".join(names) if len(names) <= most else f"{', '.join(names[:most])} … (+{len(names) - most})"


def _nothing() -> None:
    """It stays as it is."""
