"""What can be wrong with a session file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from core.errors import NotestitchError
from core.messages import Message


class SessionError(NotestitchError):
    """A session that cannot be opened or written now; nothing of it was changed."""

    code = "session"


class NoSessionError(SessionError):
    """A file that is no session at all."""

    code = "no-session"


class DamagedSessionError(SessionError):
    """A session whose bytes are not those that were written; it is left as it is."""

    code = "damaged-session"
    backup: Path | None = None  # the newest that there is


class ChangedElsewhereError(SessionError):
    """The file went another way since it was opened, so nothing may be added to it."""

    code = "changed-elsewhere"


class HeldError(SessionError):
    """Another window works on the session."""

    code = "held-elsewhere"


def damaged(file: str) -> DamagedSessionError:
    """The one thing that is said of damage, however it was found."""
    message = Message("the session is damaged and was left as it is; open its newest backup instead")
    return DamagedSessionError(message, file=file)


def reason_of(error: OSError | ValueError | sqlite3.Error) -> str:
    """The system's own words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
