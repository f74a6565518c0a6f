"""The errors that the core raises on purpose: each says what happened, where, and what to do.

One boundary in the window and one on the command line turn them into words; nothing else catches them all.
"""

from __future__ import annotations

from core.messages import Message


class NotestitchError(Exception):
    """What happened, where (file and 1-based line, when known), and a stable code for programs."""

    code = "error"

    def __init__(self, message: Message, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.file = file
        self.line = line


class InputError(NotestitchError):
    """A path or text that cannot be read as notes."""

    code = "unreadable-input"


class FinishedDocumentError(InputError):
    """A finished document where notes are needed; it is audited beside them."""


class EditError(NotestitchError):
    """An edit that does not fit the state; nothing was changed."""

    code = "edit-refused"


class ExportError(NotestitchError):
    """A file that could not be written; what was there before is untouched."""

    code = "not-written"


class WouldOverwriteError(ExportError):
    """The file exists and nobody said that it may be replaced."""

    code = "would-overwrite"
