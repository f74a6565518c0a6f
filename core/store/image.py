"""A whole session file as bytes, for whoever writes it in one step; touches no disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from core.store import schema, tables
from core.store.contents import Contents


def image(contents: Contents, folder: Path) -> bytes:
    """The bytes of a session file that will lie in the folder."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.create(connection)
        tables.put(connection, contents, folder)
        connection.execute("COMMIT")
        return connection.serialize()
