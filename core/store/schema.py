"""The tables of a session file, version by version, and whether a file has just these."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from core.store.codec import MalformedError

APPLICATION_ID = 0x4E537463  # "NStc"

# Each version is what the scripts up to it make, so a script is never changed: a new version is a new one behind them.
MIGRATIONS: Sequence[Sequence[str]] = (
    (
        """CREATE TABLE source (
            place INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, revision INTEGER NOT NULL,
            sha256 TEXT NOT NULL, content BLOB NOT NULL, digest BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE packed (id INTEGER PRIMARY KEY, content BLOB NOT NULL, digest BLOB NOT NULL) STRICT""",
        """CREATE TABLE log (
            seq INTEGER PRIMARY KEY, step TEXT NOT NULL, edit TEXT, burst TEXT, at TEXT NOT NULL, chain BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, digest BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)
VERSION = len(MIGRATIONS)


def create(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Make all tables in an empty file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection, migrations)


def migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Bring older tables up to date, in the transaction that is open."""
    for script in migrations[version_of(connection) :]:
        for statement in script:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(len(migrations), version_of(connection))}")


def version_of(connection: sqlite3.Connection) -> int:
    """The version that the file says it has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Raise MalformedError unless the tables are sound and, up to this version, exactly those that belong there."""
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise MalformedError("the file is not sound")
    found, version = _schema(connection), version_of(connection)
    if any(row[0] not in ("table", "index") for row in found):
        raise MalformedError("the file holds a trigger or a view")
    if version > len(migrations):
        return  # what a newer version has besides is not known; what is needed is read or missed
    with_tables = sqlite3.connect(":memory:", isolation_level=None)
    try:
        create(with_tables, migrations[:version])
        if version < 1 or found != _schema(with_tables):
            raise MalformedError("the file holds other tables")
    finally:
        with_tables.close()


def _schema(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")
    return [tuple(row) for row in rows]
