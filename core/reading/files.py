"""One input file: its bytes from disk, what it turned out to be, and every line of it; knows no folders.

Sources are only ever read.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from core.errors import InputError
from core.messages import Message
from core.model import SourceChunk
from core.reading.encoding import DecodedText, decode

LARGEST_FILE_BYTES = 64 * 1024 * 1024
_SNIFFED_BYTES = 1 << 16  # whole characters in any encoding of fixed width
_SESSION = b"SQLite format 3\0"
_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", _SESSION, b"ID3")
_SIGNATURES_AT_4 = (b"ftyp",)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_WIDE = frozenset({"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})  # full of NUL bytes
_FEW_CONTROLS = 8  # a damaged text may hold some
_BINARY_SHARE = 0.05

FileKind = Enum("FileKind", "NOTES PROMPT TRANSCRIPT FINISHED")
"""FINISHED: the document that is audited beside its notes."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the input that people should know, though it can be read."""

    message: Message
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with all its lines: those around the chunks, and the chunks, which hold the separators behind them."""

    path: str  # as it was given; empty for pasted text
    kind: FileKind
    decoded: DecodedText
    preface: tuple[str, ...] = ()
    chunks: tuple[SourceChunk, ...] = ()
    closing: tuple[str, ...] = ()

    def rebuilt(self) -> bytes:
        """The bytes of the file, put together again from its lines."""
        chunks = "".join(line for chunk in self.chunks for line in chunk.lines)
        text = f"{''.join(self.preface)}{chunks}{''.join(self.closing)}"
        return DecodedText(text, self.decoded.encoding, self.decoded.bom).encoded()


def read_text(path: Path) -> DecodedText:
    """Read a text file; raises InputError if it is missing, unreadable, too large, or no text."""
    file = str(path)
    data = read_bytes(path, LARGEST_FILE_BYTES)
    if data.startswith(_SESSION):
        raise InputError(Message("this is a session or another database; give the notes as text files"), file=file)
    if _is_binary(data):
        raise InputError(Message("this is no text file; give the notes as Markdown text"), file=file)
    return decode(data)


def read_bytes(path: Path, largest: int | None = None) -> bytes:
    """The bytes of an ordinary file; raises InputError if there is none, it is larger, or it cannot be read."""
    file = str(path)
    try:
        if not path.is_file():
            raise InputError(_no_file(path), file=file)
        if largest is not None and path.stat().st_size > largest:
            raise InputError(Message("the file is larger than 64 MB; give the notes alone, as text files"), file=file)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError | ValueError) -> InputError:
    """What is said of a file that the system does not give."""
    message = Message("the file cannot be read ({reason}); check its permissions", {"reason": _reason(error)})
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        message = Message("the name is longer than any file's; check the path")
    return InputError(message, file=str(path))


def assumptions(decoded: DecodedText, path: str) -> tuple[Notice, ...]:
    """What was assumed about the encoding, as far as it is worth a word."""
    if not decoded.is_guess:
        return ()
    if bad_bytes := decoded.bad_bytes:
        kept = {"count": bad_bytes}
        message = Message("read as UTF-8; bytes that are not valid in it and are kept as they are: {count}", kept)
    else:
        guess = {"encoding": decoded.encoding}
        message = Message("read as {encoding}, a guess; if the text looks wrong, save the file as UTF-8", guess)
    return (Notice(message, path),)


def _no_file(path: Path) -> Message:
    if path.is_dir():
        return Message("this is a folder; give one file")
    if path.exists():
        return Message("this is neither a file nor a folder; give an ordinary file")
    return Message("there is no such file or folder; check the path")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _is_binary(data: bytes) -> bool:
    """By signature, or by control characters that no text holds in such numbers."""
    if data.startswith(_SIGNATURES) or data[4:8] in _SIGNATURES_AT_4:
        return True
    sample = data[:_SNIFFED_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(_FEW_CONTROLS, len(sample) * _BINARY_SHARE) and decode(sample).encoding not in _WIDE
