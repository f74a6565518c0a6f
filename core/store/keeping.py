"""What it takes to have a session on the disk: the lock, the file, checkpoints, backups. No thread, no patience.

Raises what goes wrong and can be called again: it goes on where the disk is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from core.errors import NotestitchError
from core.messages import Message
from core.store import tables
from core.store.backups import Backups
from core.store.contents import Checkpoint, Contents, Source
from core.store.due import Pace
from core.store.errors import ChangedElsewhereError, SessionError, reason_of
from core.store.file import SessionFile
from core.store.image import image
from core.store.lock import Holder, SessionLock, held
from core.store.log import NO_ROW, LogRow, head
from core.store.reading import load
from core.store.steps import Steps


def utc_now() -> str:
    """The time, to the millisecond, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session lies, and what belongs to the place.

    Attributes:
        write: Writes a new file in one step; raises where there is one already.
        rows: Of the log that lie there, None: all.
        elsewhere: Gives another place, where somebody else came first to this new one.
        makes_folder: Its folder is the program's own.
        is_left_open: The last run did not end properly, so it is put in order at the end.
        refusal: Why nothing may be written there, if so.
    """

    path: Path
    write: Callable[[Path, bytes], None]
    backups: Backups | None = None
    is_new: bool = False
    makes_folder: bool = False
    is_left_open: bool = False
    refusal: Message | None = None
    rows: int | None = None
    elsewhere: Callable[[], Place] | None = None

    def rows_of(self, contents: Contents) -> int:
        """How much of the log lies there."""
        if self.is_new:
            return 0
        return len(contents.rows) if self.rows is None else self.rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What should be on the disk."""

    checkpoint: Checkpoint  # the state behind the last row
    settings: Mapping[str, str]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Image:
    data: bytes
    at: str
    content: str


class Keeping:
    """The one that writes a session; used by one thread."""

    def __init__(self, contents: Contents, place: Place, steps: Steps, pace: Pace) -> None:
        self.notice: Message | None = None  # what went wrong beside the edits
        self._contents, self._place, self._steps, self._pace = contents, place, steps, pace
        self._lock = SessionLock(place.path)
        self._file: SessionFile | None = None
        self._is_new = place.is_new
        self._written = self._began = place.rows_of(contents)
        self._checkpointed: int | None = contents.checkpoint.seq  # None: not known
        if place.is_new or self._checkpointed > self._written:
            self._checkpointed = None
        self._settings: dict[str, str | None] = {} if place.is_new else dict(contents.settings)
        self._sources = 0 if place.is_new else len(contents.sources)  # how many are written
        self._had_trouble = False
        self._before: _Image | None = None  # the file as it was before this run, until it is a backup
        self._is_imaged = False

    @property
    def path(self) -> Path:
        """Where it lies or will lie."""
        return self._place.path

    def has(self, wanted: Wanted) -> bool:
        """Whether nothing has to be written."""
        is_same = all(self._settings.get(name) == value for name, value in wanted.settings.items())
        is_same = is_same and self._sources >= len(wanted.sources)
        is_tidy = self._is_new or (is_same and not self._place.is_left_open)
        return self._written >= wanted.checkpoint.seq and is_tidy

    def write(self, wanted: Wanted) -> None:
        """Bring the file up to date; raises sqlite3.Error, OSError or NotestitchError."""
        self._put(wanted, is_last=False)
        if self._before is not None:
            self._keep_backup(self._before)
            self._before = None

    def finish(self, wanted: Wanted) -> None:
        """Bring it up to date, put all into the one file, and give the lock back; raises as ``write`` does."""
        try:
            if self._file is not None or not self.has(wanted):
                self._put(wanted, is_last=True)
            if self._file is not None:
                last = self._imaged(self._file, wanted.checkpoint.seq)
                file, self._file = self._file, None
                file.finish()
                self._keep_backup(last)
        finally:
            self._lock.release()

    def abandon(self, error: Exception) -> None:
        """Let go of the file after an error; the next write opens it again and looks how far it is."""
        self._had_trouble = True
        if self._file is not None:
            self._file.abandon()
            self._file = None
        if isinstance(error, ChangedElsewhereError):
            self._lock.release()

    def _put(self, wanted: Wanted, *, is_last: bool) -> None:
        file = self._file or self._open(wanted)
        self._file = file
        seq = wanted.checkpoint.seq
        rows = self._steps.rows(self._written, seq)
        checkpoint = self._packed(wanted.checkpoint) if self._needs_checkpoint(seq, is_last=is_last) else None
        changed, sources = self._changed(wanted.settings, is_last=is_last), wanted.sources[self._sources :]
        if rows or checkpoint is not None or changed or sources:
            file.write(rows, changed, checkpoint, sources)
        self._written, self._sources = seq, len(wanted.sources)
        self._settings |= changed
        if checkpoint is not None:
            self._checkpointed = seq
        if not file.is_in_place():
            message = Message("the session file was moved or removed; put it back, or save a copy elsewhere")
            raise SessionError(message, file=str(self._place.path))

    def _open(self, wanted: Wanted) -> SessionFile:
        try:
            return self._open_there(wanted)
        except SessionError:
            if not self._is_new or self._place.elsewhere is None:
                raise
        self._lock.release()
        self._place = self._place.elsewhere()
        self._lock = SessionLock(self._place.path)
        return self._open_there(wanted)

    def _open_there(self, wanted: Wanted) -> SessionFile:
        path = self._place.path
        if self._place.makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not self._lock.take():
            raise held(path, self._holder())
        if self._is_new and not path.exists():
            self._create(wanted)
        file = SessionFile(path, self._contents.id)
        try:
            self._follow(file)
        except BaseException:
            file.abandon()
            raise
        if not self._is_new and not self._is_imaged:
            self._before = self._imaged(file, self._written)
        self._is_imaged = True
        self._is_new = False
        return file

    def _holder(self) -> str | None:
        """Who works on it, as far as that can be read."""
        try:
            return load(self._place.path).holder
        except NotestitchError:
            return None

    def _create(self, wanted: Wanted) -> None:
        seq = wanted.checkpoint.seq
        rows = self._steps.rows(0, seq)
        contents = self._whole(wanted.checkpoint, rows)
        contents = replace(contents, settings=wanted.settings, sources=wanted.sources)
        self._place.write(self._place.path, image(contents, self._place.path.absolute().parent))
        self._settings = dict(wanted.settings)
        self._sources = len(wanted.sources)
        self._checkpointed = seq

    def _follow(self, file: SessionFile) -> None:
        """Go on behind the file's last row, if all its rows are among ours."""
        seq, chain = file.last_row()
        if not self._steps.holds(seq, chain):
            message = Message("the session was changed elsewhere since it was opened; save a copy, or open it again")
            raise ChangedElsewhereError(message, file=str(self._place.path))
        if self._had_trouble:
            file.settle()
        if seq != self._written or self._had_trouble:
            self._checkpointed = self._checkpointed if self._is_new else None
            self._settings = {}
            self._sources = file.source_count()
        self._written = seq

    def _needs_checkpoint(self, seq: int, *, is_last: bool) -> bool:
        done = self._checkpointed
        if done is None or (is_last and done != seq) or seq - done >= self._pace.checkpoint_rows:
            return True
        return self._steps.reach_back(self._written, seq, done)

    def _packed(self, checkpoint: Checkpoint) -> bytes:
        chain = head(self._steps.rows(checkpoint.seq - 1, checkpoint.seq))
        return tables.packed_checkpoint(self._whole(checkpoint, ()), chain, self._place.path.absolute().parent)

    def _whole(self, checkpoint: Checkpoint, rows: tuple[LogRow, ...]) -> Contents:
        return replace(self._contents, rows=rows, checkpoint=checkpoint)

    def _changed(self, settings: Mapping[str, str], *, is_last: bool) -> dict[str, str | None]:
        """Settings to write, with who works on the session until they end."""
        holder = self._settings.get(tables.HOLDER) or Holder.me(utc_now(), self._began).text()
        wanted: dict[str, str | None] = {**settings, tables.HOLDER: None if is_last else holder}
        return {n: value for n, value in wanted.items() if n not in self._settings or self._settings[n] != value}

    def _imaged(self, file: SessionFile, seq: int) -> _Image:
        chain = head(self._steps.rows(seq - 1, seq)) if seq else NO_ROW
        return _Image(file.image(), utc_now(), f"{seq:06}-{chain[:4].hex()}")

    def _keep_backup(self, kept: _Image) -> None:
        if self._place.backups is None:
            return
        try:
            self._place.backups.keep(kept.data, kept.at, kept.content)
        except (OSError, NotestitchError) as error:
            reason = {"reason": str(error) if isinstance(error, NotestitchError) else reason_of(error)}
            self.notice = Message("no backup could be kept ({reason}); the session itself is safe", reason)
