"""Writing the document to a file, and whether it stands there as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotestitchError, WouldOverwriteError
from core.model import ReviewState
from core.work import Work
from core.workflow.review import Review
from ui.desktop.tasks import Task
from ui.desktop.workspace.remembering import Value

if TYPE_CHECKING:
    from core.workflow.exporting import Options
    from core.workflow.sessions import KeptReview
    from ui.desktop.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Export:
    """A file to write: its format, and what the person wants otherwise in it."""

    path: Path
    format_name: str = "markdown"
    options: Options | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    state: ReviewState
    data: bytes
    is_document: bool  # it holds the document to read, not something about it


class Exporting(QObject):
    """The exports of one workspace.

    Attributes:
        path: The file that the document was written to last, None before that.
        last: What was written last, in whatever format.

    Signals:
        done(): A file was written of what is shown.
    """

    done = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.begin()
        workspace.bridge.review_opened.connect(self.begin)
        keeping = workspace.keeping
        keeping.remembered.add("exported", self._now, self._go_back, shown=keeping.kept)

    def begin(self) -> None:
        """Another review is shown: nothing of it is exported yet, unless its session remembers that."""
        self.path: Path | None = None
        self.last: Export | None = None
        self._state: ReviewState | None = None
        self._written: dict[Path, bytes] = {}  # what stands in those files if nobody else wrote there

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
        """Write the same file; if somebody else changed it since, that asks as any other file does."""
        if self.last is not None:
            self.to(self.last.path, self.last.format_name, self.last.options)

    def to(
        self, path: Path, format_name: str = "markdown", options: Options | None = None, *, replaces: bool = False
    ) -> None:
        """Write the document; asks before a file is replaced, and tells when it is done or refused."""
        review, workspace = self._workspace.review, self._workspace
        wanted, kept = Export(path, format_name, options), workspace.keeping.kept
        if review is not None and _is_source(review, kept, path):
            workspace.told.emit(self.tr("{name} is one of the sources, which are never written").format(name=path.name))
        elif review is not None:
            self._write(review, wanted, kept, replaces=replaces)

    def _write(self, review: Review, wanted: Export, kept: KeptReview | None, *, replaces: bool) -> None:
        done, failed = partial(self._on_written, review, wanted), partial(self._on_not_written, review, wanted, kept)
        work = _writing(review, wanted, kept, self._written.get(wanted.path), replaces=replaces)
        self._workspace.tasks.start(Task("export", self.tr("Exporting"), work, done, failed))

    def _on_written(self, review: Review, wanted: Export, written: Written) -> None:
        if review is self._workspace.review:  # else another input was opened meanwhile, and this is none of its exports
            self._note(wanted, written)
        self._workspace.told.emit(self.tr("Exported to {name}").format(name=wanted.path.name))

    def _note(self, wanted: Export, written: Written) -> None:
        self.last = wanted
        self._written[wanted.path] = written.data
        if written.is_document:
            self.path, self._state = wanted.path, written.state
        if (kept := self._workspace.keeping.kept) is not None:
            self._workspace.keeping.remembered.note(kept)
        self.done.emit()

    def _on_not_written(self, review: Review, wanted: Export, kept: KeptReview | None, error: Exception) -> None:
        if isinstance(error, WouldOverwriteError):
            if self._workspace.prompts.may_replace(wanted.path):
                self._write(review, wanted, kept, replaces=True)
        elif isinstance(error, NotestitchError):
            self._workspace.tell(error.message)
        else:
            self._workspace.tasks.failed.emit(error)

    def _now(self) -> Value:
        """What a session remembers of it; that nothing changed since holds for so many steps, and no more."""
        kept = self._workspace.keeping.kept
        if self.last is None or kept is None:
            return None
        document = str(self.path.absolute()) if self.path is not None else None
        steps = kept.status.steps if self.is_done else None
        return {"last": _value_of(self.last), "document": document, "unchanged_steps": steps}

    def _go_back(self, value: Value) -> None:
        """What stands in the files is not known any more, so that to replace one is asked."""
        review, kept = self._workspace.review, self._workspace.keeping.kept
        match value:
            case {"last": last, "document": document, "unchanged_steps": steps} if review is not None:
                self.last = _export_of(last)
                self.path = _file_at(document)
                is_same = self.path is not None and kept is not None and steps == kept.status.steps
                self._state = review.state if is_same else None
            case _:
                pass  # nothing was exported, or it was not written by us


def _value_of(export: Export) -> Value:
    options = export.options
    style = options.style.name if options is not None and options.style is not None else None
    chosen: Value = None
    if options is not None:
        chosen = {"quotes_last": options.quotes_last, "has_times": options.has_times, "style": style}
    return {"path": str(export.path.absolute()), "format": export.format_name, "options": chosen}


def _export_of(value: object) -> Export | None:
    """An export as ``_value_of`` says it; None where it is another thing."""
    from core.timecode import TimeStyle  # noqa: PLC0415 - not needed for the first paint
    from core.workflow.exporting import FORMATS, Options  # noqa: PLC0415

    match value:
        case {"path": path, "format": str(name), "options": chosen} if name in FORMATS:
            file = _file_at(path)
        case _:
            return None
    options = None
    match chosen:
        case {"quotes_last": bool(quotes_last), "has_times": bool(has_times), "style": style}:
            options = Options(quotes_last, has_times, TimeStyle.__members__.get(str(style)))
        case _:
            pass  # none were chosen
    return Export(file, name, options) if file is not None else None


def _file_at(path: object) -> Path | None:
    """A file that is there: a session of somebody else must not name a new one to be written unasked."""
    try:
        file = Path(path) if isinstance(path, str) else None
        return file if file is not None and file.is_absolute() and file.is_file() else None
    except (OSError, ValueError):
        return None


def _is_source(review: Review, kept: KeptReview | None, path: Path) -> bool:
    files = {Path(chunk.file) for chunk in review.state.episode.chunks if chunk.file}
    if kept is not None:
        files |= {kept.path, *(Path(source.path) for source in kept.sources if source.path)}
    return any(file.resolve() == path.resolve() for file in files)


def _writing(
    review: Review, wanted: Export, kept: KeptReview | None, ours: bytes | None, *, replaces: bool
) -> Work[Written]:
    from core.export.write import write_new  # noqa: PLC0415 - not needed for the first paint
    from core.workflow.exporting import EXPORTERS, exporting, is_document, rendered_sections  # noqa: PLC0415

    yield 0.0
    state, path, name = review.session.state, wanted.path, wanted.format_name
    if name in EXPORTERS:
        log = kept.log_lines if kept is not None else bytes
        data = yield from exporting(review, name, wanted.options, log=log)
    else:
        from ui.desktop.exporters import RENDERERS  # noqa: PLC0415

        sections = yield from rendered_sections(review, wanted.options)
        data = RENDERERS[name](state.document.title, sections)
    yield 0.9
    is_ours = ours is not None and path.is_file() and path.read_bytes() == ours
    write_new(path, data, replace=replaces or is_ours)
    return Written(state, data, is_document(name))
