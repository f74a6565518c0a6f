"""The lines of one chunk become a SourceChunk; knows nothing of files, prompts or other chunks."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ChunkKey, Entry, EntryId, Heading, Role, SourceChunk, StrayLine
from core.reading.statements import Statement, scan


def read_chunk(
    lines: Sequence[str],
    *,
    number: int,
    name: str,
    file: str = "",
    first_line: int = 1,
    key: ChunkKey | None = None,
) -> SourceChunk:
    """Read the raw lines of a chunk that begins at ``first_line`` (1-based) of its file.

    Every line gets exactly one role. The key is the number unless one is given (a replacement has a key of its own).
    """
    key = ChunkKey(str(number)) if key is None else key
    roles = [Role.BLANK] * len(lines)
    headings, entries, strays = list[Heading](), list[Entry](), list[StrayLine]()
    for statement in scan(lines):
        line = first_line + statement.at[0]
        for at in statement.at:
            roles[at] = statement.role
        if statement.role is Role.HEADING:
            headings.append(Heading(line, statement.level, statement.text))
        elif statement.role is Role.ENTRY:
            entries.append(_entry(statement, key, line))
        elif statement.role is Role.STRAY:
            strays.append(StrayLine(key, line, statement.text))
    return SourceChunk(
        key, number, name, file, first_line, tuple(lines), tuple(roles), tuple(headings), tuple(entries), tuple(strays)
    )


def _entry(statement: Statement, key: ChunkKey, line: int) -> Entry:
    return Entry(
        EntryId(f"{key}:{line}"),
        key,
        statement.kind,
        line,
        statement.time_s,
        statement.text,
        statement.speaker,
        statement.level,
        statement.stamp,
    )
