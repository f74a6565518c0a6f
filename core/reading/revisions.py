"""Another text for one chunk, read as its next revision; knows nothing of where the text comes from."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from core.model import ChunkKey, SourceChunk
from core.reading.chunks import read_chunk
from core.reading.lines import split_lines

_LETTERS = re.compile(r"[a-z]*\Z")
_LAST = ord("z")


@dataclass(frozen=True, slots=True)
class Window:
    """What a chunk is called, whatever stands in it."""

    number: int
    name: str
    file: str = ""  # empty for pasted text
    first_line: int = 1


def root_of(key: ChunkKey) -> ChunkKey:
    """The key that a chunk was first read with: of ``3c`` it is ``3``."""
    return ChunkKey(_LETTERS.sub("", key))


def next_key(key: ChunkKey, taken: Container[ChunkKey]) -> ChunkKey:
    """The key of the next revision that is free: ``3``, ``3b``, … ``3z``, ``3zb``."""
    root = root_of(key)
    letters = key[len(root) :]
    while True:
        is_full = not letters or ord(letters[-1]) == _LAST
        letters = f"{letters}b" if is_full else f"{letters[:-1]}{chr(ord(letters[-1]) + 1)}"
        if (found := ChunkKey(f"{root}{letters}")) not in taken:
            return found


def pasted_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that was pasted; half characters give way to a sign."""
    return split_lines(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def read_revision(lines: Sequence[str], key: ChunkKey, window: Window) -> SourceChunk:
    """Read all lines as one chunk."""
    return read_chunk(
        lines, number=window.number, name=window.name, file=window.file, first_line=window.first_line, key=key
    )
