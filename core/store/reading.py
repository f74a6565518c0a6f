"""Opening a session file: nothing is written, and nothing in the file is trusted.

The bytes are read and looked at in a copy, in memory; where the last run did not end properly, the copy lies with its
write-ahead log in a folder of its own, since only SQLite itself may put the two together.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.messages import Message
from core.store import schema, tables
from core.store.checking import check_episode, check_state
from core.store.contents import Contents
from core.store.errors import NoSessionError, SessionError, damaged, reason_of
from core.store.tables import Stored

LARGEST_FILE_BYTES = 1 << 30
SIDE_SUFFIXES = ("-wal", "-journal")
_MAGIC, _HEADER_BYTES = b"SQLite format 3\0", 100
_TRIES = 20  # the window that works on it may be writing
_SPARE_FOLDERS = (Path("/dev/shm"),)  # where the disk is full


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session as it was read."""

    contents: Contents
    holder: str | None  # who works on it, or did not end properly (JSON)
    is_newer: bool  # written by a newer version: it may be looked at, not changed
    is_left_open: bool  # somebody works on it, or the last run did not end properly


def load(path: Path, folder: Path | None = None) -> Loaded:
    """Read a session, its paths as seen from a folder (its own, if none is given).

    Raises NoSessionError, DamagedSessionError, or SessionError if it cannot be read now.
    """
    file = str(path)
    bytes_of = _snapshot(path)
    main = bytes_of[""]
    if not main.startswith(_MAGIC) or len(main) < _HEADER_BYTES:
        raise damaged(file) if _was_one(path, main) else _no_session(file)
    if int.from_bytes(main[68:72], "big") != schema.APPLICATION_ID:
        raise damaged(file) if _was_one(path, main) else _no_session(file)
    try:
        with _opened(bytes_of) as connection:
            found, is_newer = _read(connection, (folder or path.parent).absolute())
        return Loaded(found.contents, found.holder, is_newer, found.holder is not None or len(bytes_of) > 1)
    except (sqlite3.Error, ValueError, ArithmeticError, RecursionError) as error:  # text that is none is a ValueError
        if int.from_bytes(main[60:64], "big") > schema.VERSION:
            message = Message("the session was made by a newer Notestitch, which alone can read it")
            raise SessionError(message, file=file) from error
        raise damaged(file) from error
    except OSError as error:
        message = Message("the last steps cannot be put together ({reason}); make room", {"reason": reason_of(error)})
        raise SessionError(message, file=file) from error


def _read(connection: sqlite3.Connection, folder: Path) -> tuple[Stored, bool]:
    schema.check(connection)
    is_newer = schema.version_of(connection) > schema.VERSION
    connection.execute("BEGIN")  # the copy may be brought up to date
    schema.migrate(connection)
    found = tables.stored(connection, folder)
    connection.execute("ROLLBACK")
    check_episode(found.contents.start.episode)
    check_state(found.contents.start)
    check_episode(found.contents.checkpoint.state.episode)
    check_state(found.contents.checkpoint.state)
    return found, is_newer


def _snapshot(path: Path) -> Mapping[str, bytes]:
    """The bytes of the file and of what lies beside it, all of one moment."""
    file = str(path)
    try:
        for _ in range(_TRIES):
            before = _stamps(path)
            if "" not in before or not path.is_file():
                raise SessionError(Message("there is no such session; check the path"), file=file)
            if sum(stamp[1] for stamp in before.values()) > LARGEST_FILE_BYTES:
                raise SessionError(Message("the session is larger than 1 GB; it cannot be opened"), file=file)
            found = {suffix: _bytes(_beside(path, suffix)) for suffix in before}
            if _stamps(path) == before:
                return found
    except (OSError, ValueError) as error:
        reason = {"reason": reason_of(error)}
        message = Message("the session cannot be read ({reason}); check its permissions", reason)
        raise SessionError(message, file=file) from error
    raise SessionError(Message("the session is being written all the time; open it again"), file=file)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # it has just been put away: the stamps differ now
        return b""


def _stamps(path: Path) -> Mapping[str, tuple[int, int, int]]:
    """For the file and each that is not empty beside it: what changes when it is written."""
    found: dict[str, tuple[int, int, int]] = {}
    for suffix in ("", *SIDE_SUFFIXES):
        try:
            status = _beside(path, suffix).stat()
        except FileNotFoundError:
            continue
        if status.st_size or not suffix:
            found[suffix] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


@contextmanager
def _opened(bytes_of: Mapping[str, bytes]) -> Generator[sqlite3.Connection]:
    if len(bytes_of) == 1:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            main = bytes_of[""]
            connection.deserialize(main[:18] + b"\1\1" + main[20:])  # no write-ahead log in memory
            yield _defended(connection)
        return
    with tempfile.TemporaryDirectory(prefix="notestitch-", dir=_folder_for(bytes_of)) as folder:
        for suffix, data in bytes_of.items():
            _beside(Path(folder, "copy"), suffix).write_bytes(data)
        with closing(sqlite3.connect(Path(folder, "copy"), isolation_level=None)) as connection:
            yield _defended(connection)


def _defended(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_FILE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _folder_for(bytes_of: Mapping[str, bytes]) -> Path | None:
    """A folder that has room for the copy; None: the usual one."""
    needed = 2 * sum(map(len, bytes_of.values()))
    for folder in (Path(tempfile.gettempdir()), *_SPARE_FOLDERS):
        if folder.is_dir() and os.access(folder, os.W_OK) and _free_bytes(folder) > needed:
            return folder
    return None


def _free_bytes(folder: Path) -> int:
    from shutil import disk_usage  # noqa: PLC0415 - needed after a crash alone

    return disk_usage(folder).free


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _was_one(path: Path, main: bytes) -> bool:
    """Whether something that is no session now was one: its name says so, or one half of its marks."""
    return path.suffix == ".notestitch" or main[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def _no_session(file: str) -> NoSessionError:
    return NoSessionError(Message("this is no session of Notestitch"), file=file)
