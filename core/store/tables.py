"""What stands in which table: the only place with SQL for a session's contents. Checks every row that it reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from core.model import Episode, ReviewState, SourceChunk
from core.reading.files import FileKind
from core.store.codec import Json, MalformedError
from core.store.contents import (
    Checkpoint,
    Contents,
    Source,
    opened_episode,
    opened_path,
    stored_episode,
    stored_path,
)
from core.store.encoding import (
    chunks_json,
    chunks_of,
    digest,
    episode_json,
    episode_of,
    packed,
    state_json,
    state_of,
    unpacked,
)
from core.store.log import LogRow, head

EPISODE, START, CHECKPOINT = 1, 2, 3  # the ids of what is packed
ID, HOLDER = "session", "holder"  # names in the table of settings that are no settings of the window
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """What was read, and who has not ended work on it properly (as JSON)."""

    contents: Contents
    holder: str | None


def put(connection: sqlite3.Connection, contents: Contents, folder: Path) -> None:
    """Write everything into empty tables; paths are kept relative to the folder."""
    put_sources(connection, contents.sources, folder)
    put_packed(connection, EPISODE, packed(episode_json(stored_episode(contents.start.episode, folder))))
    put_packed(connection, START, packed(state_json(contents.start)))
    put_rows(connection, contents.rows)
    put_packed(
        connection, CHECKPOINT, packed_checkpoint(contents, head(contents.rows[: contents.checkpoint.seq]), folder)
    )
    put_settings(connection, {**contents.settings, ID: contents.id})


def put_sources(connection: sqlite3.Connection, sources: Iterable[Source], folder: Path) -> None:
    """Add sources behind those that are there."""
    for place, source in enumerate(sources, source_count(connection)):
        row = (stored_path(source.path, folder), source.kind.name, source.revision, source.sha256)
        values = (place, *row, source.content, digest(place, *row))
        connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def source_count(connection: sqlite3.Connection) -> int:
    """How many sources there are, all revisions counted."""
    return _of(int, connection.execute("SELECT count(*) FROM source").fetchone()[0])


def put_rows(connection: sqlite3.Connection, rows: Iterable[LogRow]) -> None:
    """Add rows to the log."""
    values = ((row.seq, row.step, row.edit, row.burst, row.at, row.chain) for row in rows)
    connection.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", values)


def put_packed(connection: sqlite3.Connection, place: int, content: bytes) -> None:
    """Write one packed value over the last."""
    connection.execute("INSERT OR REPLACE INTO packed VALUES (?, ?, ?)", (place, content, digest(place, content)))


def put_settings(connection: sqlite3.Connection, settings: Mapping[str, str]) -> None:
    """Write settings over those of the same names."""
    values = ((name, value, digest(name, value)) for name, value in settings.items())
    connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?, ?)", values)


def drop_setting(connection: sqlite3.Connection, name: str) -> None:
    """Forget one setting."""
    connection.execute("DELETE FROM setting WHERE name = ?", (name,))


def packed_checkpoint(contents: Contents, chain: bytes, folder: Path) -> bytes:
    """The checkpoint, tied to the row that it stands behind; of its chunks only those that the start has not."""
    checkpoint, start = contents.checkpoint, contents.start.episode
    value: dict[str, Json] = {"seq": checkpoint.seq, "chain": chain.hex(), "state": None}
    if checkpoint.seq:  # before any row it is the start
        value["state"] = state_json(checkpoint.state)
    if checkpoint.state.episode.chunks != start.chunks:
        value["chunks"] = chunks_json(stored_episode(checkpoint.state.episode, folder), stored_episode(start, folder))
    return packed(value)


def last_row(connection: sqlite3.Connection) -> tuple[int, bytes]:
    """The number and the chain of the last row, (0, b"") where there is none."""
    row = connection.execute("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, b"") if row is None else (_of(int, row[0]), _of(bytes, row[1]))


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """One setting, None where there is none."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else _of(str, row[0])


def stored(connection: sqlite3.Connection, folder: Path) -> Stored:
    """Everything that a file holds, seen from its folder; raises MalformedError."""
    settings = dict(_settings(connection))
    name, holder = settings.pop(ID, ""), settings.pop(HOLDER, None)
    episode = opened_episode(episode_of(_packed(connection, EPISODE)), folder)
    start = state_of(_packed(connection, START), episode)
    rows = tuple(_rows(connection))
    checkpoint = _checkpoint(_packed(connection, CHECKPOINT), rows, start, folder)
    if not name:
        raise MalformedError("the session has no id")
    return Stored(Contents(name, tuple(_sources(connection, folder)), start, rows, checkpoint, settings), holder)


def _checkpoint(value: Json, rows: tuple[LogRow, ...], start: ReviewState, folder: Path) -> Checkpoint:
    if not isinstance(value, dict):
        raise MalformedError("the checkpoint is no object")
    seq, chain = _of(int, value.get("seq")), _of(str, value.get("chain"))
    if not 0 <= seq <= len(rows) or head(rows[:seq]).hex() != chain:
        raise MalformedError("the log is shorter than it was, or another")
    episode = start.episode
    if "chunks" in value:
        chunks = (_opened(chunk, episode, folder) for chunk in chunks_of(value["chunks"], episode))
        episode = replace(episode, chunks=tuple(chunks))
    return Checkpoint(state_of(value.get("state"), episode) if seq else start, seq)


def _opened(chunk: SourceChunk, start: Episode, folder: Path) -> SourceChunk:
    """A chunk with its path as it is now; those of the start are opened already."""
    is_of_start = start.by_key.get(chunk.key) is chunk
    return chunk if is_of_start else replace(chunk, file=opened_path(chunk.file, folder))


def _sources(connection: sqlite3.Connection, folder: Path) -> Iterable[Source]:
    query = "SELECT place, path, kind, revision, sha256, content, digest FROM source ORDER BY place"
    for at, (place, path, kind, revision, sha256, content, check) in enumerate(connection.execute(query)):
        if place != at or digest(place, path, kind, revision, sha256) != check or kind not in FileKind.__members__:
            raise MalformedError("a source was changed")
        found = Source(opened_path(_of(str, path), folder), FileKind[kind], _of(bytes, content), _of(int, revision))
        if found.sha256 != sha256:
            raise MalformedError("a source's bytes were changed")
        yield found


def _packed(connection: sqlite3.Connection, place: int) -> Json:
    row = connection.execute("SELECT content, digest FROM packed WHERE id = ?", (place,)).fetchone()
    if row is None or digest(place, _of(bytes, row[0])) != row[1]:
        raise MalformedError("a packed value is missing or was changed")
    return unpacked(_of(bytes, row[0]))


def _rows(connection: sqlite3.Connection) -> Iterable[LogRow]:
    above = None
    for values in connection.execute("SELECT seq, step, edit, burst, at, chain FROM log ORDER BY seq"):
        row = LogRow(*values)
        if not row.follows(above):
            raise MalformedError("a row of the log is missing or was changed")
        yield row
        above = row


def _settings(connection: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    for name, value, check in connection.execute("SELECT name, value, digest FROM setting"):
        if digest(_of(str, name), _of(str, value)) != check:
            raise MalformedError("a setting was changed")
        yield name, value


def _of(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise MalformedError(f"{type(value).__name__} in place of {kind.__name__}")
    return cast("T", value)
