"""What is said of a session's safety, and the words for what went wrong."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from core.errors import NotestitchError
from core.messages import Message
from core.store.errors import reason_of

Saved = Enum("Saved", "NEW SAVED SAVING FAILED READ_ONLY")  # NEW: there is no file and nothing to keep yet

_FULL = Message("the disk is full; make room, or save a copy elsewhere")
_PROTECTED = Message("the session may not be written to; save a copy elsewhere")
_GONE = Message("the session's folder is gone or cannot be reached; save a copy elsewhere")
_HELD = Message("another program holds the session; close it there, or save a copy elsewhere")
_BROKEN = Message("the session file was damaged meanwhile; save a copy elsewhere")
_BY_SYSTEM: Mapping[int, Message] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _PROTECTED,
    errno.EPERM: _PROTECTED,
    errno.EROFS: _PROTECTED,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}
_BY_SQLITE: Mapping[int, Message] = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,  # no room for the index of the write-ahead log
    sqlite3.SQLITE_READONLY: _PROTECTED,
    sqlite3.SQLITE_PERM: _PROTECTED,
    sqlite3.SQLITE_CANTOPEN: _GONE,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
}


@dataclass(frozen=True, slots=True)
class Status:
    """Whether everything that was done is on the disk."""

    saved: Saved
    steps: int  # rows of the log that there are
    saved_steps: int  # of these, that are on the disk
    message: Message | None = None  # why not, and what to do
    notice: Message | None = None  # something else that did not go well: the edits are safe all the same

    @property
    def is_safe(self) -> bool:
        """Whether every step is on the disk."""
        return self.steps == self.saved_steps

    @property
    def is_stuck(self) -> bool:
        """Whether nothing can be written there: it failed, or may not be done."""
        return self.saved in (Saved.FAILED, Saved.READ_ONLY)


def words_for(error: sqlite3.Error | OSError | NotestitchError) -> Message:
    """What to say when a session could not be written."""
    if isinstance(error, NotestitchError):
        return error.message
    known = _BY_SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else _of_sqlite(error)
    if known is not None:
        return known
    reason = {"reason": reason_of(error)}
    return Message("the session could not be written ({reason}); save a copy elsewhere", reason)


def _of_sqlite(error: sqlite3.Error) -> Message | None:
    """Words for the number of an error, or for what it is a kind of; errors of Python's own layer have none."""
    code = getattr(error, "sqlite_errorcode", 0)
    return _BY_SQLITE.get(code) or _BY_SQLITE.get(code & 0xFF) if isinstance(code, int) else None
