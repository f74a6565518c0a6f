"""A session file that is open for writing; belongs to the thread that opened it, and decides nothing.

Every commit is on the disk when it returns (write-ahead log, each commit synchronised; a rollback journal where the
file system refuses that). After ``finish`` only the file itself is left.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.messages import Message
from core.store import schema, tables
from core.store.codec import MalformedError
from core.store.contents import Source
from core.store.errors import ChangedElsewhereError, SessionError, damaged
from core.store.log import LogRow

_PATIENCE_S = 1.0  # another program may look at the file for a moment


class SessionFile:
    """One connection that writes."""

    def __init__(self, path: Path, session_id: str) -> None:
        """Open it; raises SessionError, sqlite3.Error or OSError, and then nothing has changed."""
        self._path = path
        uri = f"{path.absolute().as_uri()}?mode=rw"
        self._connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE_S)
        try:
            self._check(session_id)
            self._prepare()
            self._identity = _identity(path)
        except BaseException:
            self._connection.close()
            raise
        self._wal_identity: tuple[int, int] | None = None

    def _check(self, session_id: str) -> None:
        file = str(self._path)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        try:
            schema.check(self._connection)
            is_same = tables.setting(self._connection, tables.ID) == session_id
        except MalformedError as error:
            raise damaged(file) from error
        if not is_same:
            raise ChangedElsewhereError(Message("another session lies at this place now; save a copy"), file=file)
        if schema.version_of(self._connection) > schema.VERSION:
            raise SessionError(Message("a newer Notestitch has worked on the session; save a copy"), file=file)

    def _prepare(self) -> None:
        for pragma in ("synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        mode = self._connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        self._has_wal = mode == "wal"
        if not self._has_wal:
            self._connection.execute("PRAGMA journal_mode = TRUNCATE")
        if schema.version_of(self._connection) < schema.VERSION:
            self._connection.execute("BEGIN IMMEDIATE")
            schema.migrate(self._connection)
            self._connection.execute("COMMIT")

    def last_row(self) -> tuple[int, bytes]:
        """The number and chain of the last row that it holds."""
        return tables.last_row(self._connection)

    def source_count(self) -> int:
        """How many sources it holds."""
        return tables.source_count(self._connection)

    def write(
        self,
        rows: Sequence[LogRow],
        settings: Mapping[str, str | None],
        checkpoint: bytes | None,
        sources: Sequence[Source] = (),
    ) -> None:
        """Commit all of it or nothing; settings that are None are forgotten. Raises sqlite3.Error."""
        self._connection.execute("BEGIN IMMEDIATE")
        tables.put_sources(self._connection, sources, self._path.absolute().parent)
        tables.put_rows(self._connection, rows)
        tables.put_settings(self._connection, {name: v for name, v in settings.items() if v is not None})
        for name in (name for name, value in settings.items() if value is None):
            tables.drop_setting(self._connection, name)
        if checkpoint is not None:
            tables.put_packed(self._connection, tables.CHECKPOINT, checkpoint)
        self._connection.execute("COMMIT")

    def settle(self) -> None:
        """Write out of the log what is in it, so that a write that the disk did not confirm is done once more."""
        if self._has_wal:
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise SessionError(Message("another program holds the session; save a copy"), file=str(self._path))

    def is_in_place(self) -> bool:
        """Whether what was written can be found under the file's name; a file that was removed takes writes too."""
        if self._has_wal and self._wal_identity is None:
            self._wal_identity = self._wal()
        return (_identity(self._path), self._wal()) == (self._identity, self._wal_identity)

    def image(self) -> bytes:
        """The bytes of the whole file."""
        return self._connection.serialize()

    def finish(self) -> None:
        """Put everything into the one file and close it; raises sqlite3.Error, and then it is closed all the same."""
        try:
            self._connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            self._connection.close()

    def abandon(self) -> None:
        """Close it after an error, whatever state it is in."""
        self._connection.close()

    def _wal(self) -> tuple[int, int] | None:
        return _identity(self._path.with_name(f"{self._path.name}-wal")) if self._has_wal else None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
