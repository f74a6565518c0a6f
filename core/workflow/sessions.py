"""A review that is kept in a file, step by step: what the window holds, and how the command line makes one.

A review that was just built is kept from its first edit on (``keep``). A session file is opened again
(``open_session``), and never written by that alone. Where nothing can be written everything stays in memory, is said,
and can be saved elsewhere (``KeptReview.save_as``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from core.editing.session import ReviewSession, Step
from core.errors import EditError
from core.export.write import write_new
from core.messages import Message
from core.model import ReviewState
from core.reading.discover import Opened
from core.reading.encoding import decode
from core.reading.files import FileKind, Notice
from core.reading.lines import split_lines
from core.reading.transcript import Cue, joined, read_transcript
from core.store import log_file
from core.store.backups import Backups
from core.store.codec import MalformedError
from core.store.contents import Checkpoint, Contents, Source
from core.store.errors import DamagedSessionError, damaged
from core.store.history import StoredHistory, present_state
from core.store.image import image
from core.store.keeping import Place, utc_now
from core.store.lock import Holder, held, is_held
from core.store.places import data_folder
from core.store.reading import Loaded, load
from core.store.status import Saved, Status
from core.store.steps import Steps
from core.store.writer import SessionWriter
from core.work import Work, finished
from core.workflow.review import Review

__all__ = ["KeptReview", "Saved", "Status", "create", "keep", "open_session", "sources_of"]


class KeptReview:
    """A review and the file that keeps it.

    Attributes:
        notices: What should be said after opening: what was recovered, why it can only be read.
    """

    def __init__(self, review: Review, contents: Contents, place: Place, notices: tuple[Notice, ...] = ()) -> None:
        self.review = review
        self.notices = notices
        self._history: StoredHistory | None = None
        self._subscribers: list[Callable[[], None]] = []
        self._writer = SessionWriter(contents, review.session.state, place, self._tell)
        review.session.keep_in(self._writer)

    @property
    def path(self) -> Path:
        """Where it lies, or will lie after the first edit."""
        return Path(self._writer.path)

    @property
    def status(self) -> Status:
        """Whether everything is on the disk, as it is at this moment."""
        return self._writer.status

    @property
    def sources(self) -> tuple[Source, ...]:
        """The input files as they were read, each in all its revisions."""
        return self._writer.sources

    @property
    def settings(self) -> Mapping[str, str]:
        """What is remembered that is no decision: JSON by name."""
        return self._writer.settings

    def add_sources(self, sources: Iterable[Source]) -> None:
        """Keep files as they were read since; they go to the disk with the next edit, or when it is closed."""
        self._writer.add_sources(sources)

    def set_setting(self, name: str, value: str) -> None:
        """Remember a place, a filter, a layout; it is written with the next edit, or when the session is closed."""
        self._writer.set_setting(name, value)

    def subscribe(self, hear: Callable[[], None]) -> Callable[[], None]:
        """Be told, on any thread, that ``status`` may be another; the result ends it."""
        self._subscribers.append(hear)
        return lambda: self._subscribers.remove(hear)

    def flush(self, timeout_s: float = 10.0) -> Status:
        """Have everything on the disk now, if that can be done."""
        return self._writer.flush(timeout_s)

    def close(self, *, waits: bool = True) -> Status:
        """Leave one whole file behind; where the status then says FAILED, edits are in memory alone.

        Without waiting it is only asked for: close again to know how it went.
        """
        return self._writer.close(waits=waits)

    def save_as(self, path: Path, *, replace: bool = False, removes_old: bool = False) -> None:
        """Write all of it to another file, the edits that could not be saved too, and go on there.

        Raises WouldOverwriteError, ExportError or SessionError, and then it goes on where it was.
        """
        steps = finished(self.writing_copy(path, replace=replace))
        if steps is not None:
            finished(self.go_on_in(path, steps, removes_old=removes_old))

    def writing_copy(self, path: Path, *, replace: bool = False) -> Work[int | None]:
        """Write all of it to a file, for work beside the window; the steps that it holds, for ``go_on_in``.

        None: the session lies there already, and was only brought up to date. Raises as ``save_as`` does.
        """
        yield 0.0
        is_own = path.absolute() == self.path.absolute()
        if is_own:
            self.flush()
            if path.exists():
                return None
        elif is_held(path):
            raise held(path, None)
        contents, folder = self._writer.contents(), path.absolute().parent
        data = image(contents, folder)
        yield 0.5
        write_new(path, data, replace=replace)
        return len(contents.rows)

    def go_on_in(self, path: Path, steps: int, *, removes_old: bool = False) -> Work[None]:
        """Keep every step in a copy that holds so many of them, also those done meanwhile, from now on.

        The result puts the old file in order, or takes it away; for work beside the window.
        """
        contents, old = self._writer.contents(), self._writer
        place = _place(path, rows=steps)
        self._writer = SessionWriter(contents, self.review.session.state, place, self._tell, run=old.run)
        self.review.session.keep_in(self._writer)
        self._writer.flush(0)
        self._tell()
        return _left(old, removes=removes_old)

    def log_lines(self) -> bytes:
        """All decisions as JSON lines."""
        contents = self._writer.contents()
        return log_file.written(contents.start, contents.rows)

    def remembering(self) -> Work[None]:
        """Replay what former runs did, so that undo goes back there without a wait; for work beside the window."""
        if self._history is not None:
            yield from self._history.replaying()

    def follow(self, history: StoredHistory) -> None:
        """Take the history that undo goes back in."""
        self._history = history

    def say(self, message: Message) -> None:
        """Add a notice."""
        self.notices = (*self.notices, Notice(message, str(self.path)))
        self._tell()

    def _tell(self) -> None:
        for hear in tuple(self._subscribers):
            hear()


def keep(opened: Opened, review: Review, path: Path, free: Callable[[Path], Path] | None = None) -> KeptReview:
    """Keep a review that was just built at a path where nothing is yet; nothing is written before its first edit.

    Where somebody else comes first to that path, ``free`` gives another one like it.
    """

    def new(path: Path) -> Place:
        return replace(_place(path, is_new=True), elsewhere=partial(elsewhere, path) if free is not None else None)

    def elsewhere(taken: Path) -> Place:
        assert free is not None  # else nobody asks
        other = free(taken)
        # Somebody may hold the place whose file is not there yet.
        return new(other if other != taken else free(taken.with_name(f"{taken.stem} 2{taken.suffix}")))

    return KeptReview(review, _begun(opened, review), new(path))


def create(path: Path, opened: Opened, review: Review, *, replace: bool = False) -> None:
    """Write a session file at once, with all that was done; raises WouldOverwriteError or ExportError."""
    journal = _Collected()
    review.session.keep_in(journal)
    rows = journal.steps.rows(0, journal.count)
    contents = _begun(opened, review)
    whole = Contents(contents.id, contents.sources, contents.start, rows, Checkpoint(review.session.state, len(rows)))
    write_new(path, image(whole, path.absolute().parent), replace=replace)


def open_session(path: Path, *, is_judged: bool = True) -> Work[KeptReview]:
    """Open a session file; raises SessionError (of a damaged one with its newest backup). Writes nothing.

    Where it is not judged, the checks are left for later, see ``Review``.
    """
    yield 0.0
    backups = _backups(path)
    try:
        loaded = load(path)
        contents = loaded.contents
        yield 0.5
        now = present(contents, str(path))
    except DamagedSessionError as error:
        error.backup = next(reversed(backups.all()), None)
        raise
    yield 0.7
    kept: list[KeptReview] = []

    def say(message: Message) -> None:
        for one in kept:
            one.say(message)

    history = StoredHistory(contents.start, contents.rows, now, say)
    session = ReviewSession.resumed(contents.start, now, history)
    review = Review(session, transcript=transcript_of(contents.sources), is_judged=is_judged)
    yield 0.9
    refusal = _refusal(path, loaded)
    notices = [Notice(found, str(path)) for found in (_recovered(loaded, refusal), refusal) if found is not None]
    place = _place(path, is_left_open=loaded.is_left_open, refusal=refusal)
    kept.append(KeptReview(review, contents, place, tuple(notices)))
    kept[0].follow(history)
    return kept[0]


def _left(old: SessionWriter, *, removes: bool) -> Work[None]:
    yield 0.0
    if old.close().saved is Saved.SAVED and removes:
        Path(old.path).unlink(missing_ok=True)


def transcript_of(sources: tuple[Source, ...]) -> tuple[Cue, ...]:
    """What was spoken, of the transcripts among the sources."""
    texts = (decode(source.content).text for source in sources if source.kind is FileKind.TRANSCRIPT)
    return joined(read_transcript(split_lines(text)) for text in texts)


class _Collected:
    """A journal that only keeps the rows."""

    def __init__(self) -> None:
        self.steps, self.count = Steps(()), 0

    def append(self, step: Step, burst: str | None, after: ReviewState, /) -> None:
        """See Journal."""
        self.steps.add(step, burst, utc_now())
        self.count += 1


def _begun(opened: Opened, review: Review) -> Contents:
    session = review.session
    is_decided = session.undo_label is None and session.redo_label is None  # what it brought is where it starts
    start = session.state if is_decided else session.start
    return Contents(uuid4().hex, sources_of(opened), start, (), Checkpoint(start, 0))


def sources_of(opened: Opened) -> tuple[Source, ...]:
    """The files of an input, to be kept."""
    return tuple(Source(_absolute(file.path), file.kind, file.decoded.encoded()) for file in opened.files)


def _absolute(path: str) -> str:
    return os.path.abspath(path) if path else ""  # noqa: PTH100 - Path would not take out ".."


def _place(
    path: Path,
    *,
    is_new: bool = False,
    is_left_open: bool = False,
    refusal: Message | None = None,
    rows: int | None = None,
) -> Place:
    is_own = data_folder() in path.absolute().parents
    return Place(path, write_new, _backups(path), is_new, is_own, is_left_open, refusal, rows)


def _backups(path: Path) -> Backups:
    return Backups(path, data_folder(), partial(write_new, replace=True))


def present(contents: Contents, file: str) -> ReviewState:
    """The state behind the last row, whatever was lost in between; raises DamagedSessionError."""
    checkpoint = contents.checkpoint
    try:
        return present_state(checkpoint.state, contents.rows[checkpoint.seq :])
    except (EditError, MalformedError, KeyError, IndexError) as error:
        raise damaged(file) from error


def _refusal(path: Path, loaded: Loaded) -> Message | None:
    if loaded.is_newer:
        return Message("a newer Notestitch made the session; it can only be read here, or saved as a copy")
    if is_held(path):
        return held(path, loaded.holder).message
    if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        return Message("the session's file or folder is write-protected; it can only be read here")
    return None


def _recovered(loaded: Loaded, refusal: Message | None) -> Message | None:
    """What a run that did not end properly left."""
    if loaded.holder is None or (refusal is not None and not loaded.is_newer):
        return None
    try:
        before = Holder.of(loaded.holder).rows
    except MalformedError:
        before = 0
    count = {"count": max(0, len(loaded.contents.rows) - before)}
    return Message("the last run did not end properly; steps of it that were recovered: {count}", count)
