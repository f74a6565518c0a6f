"""Chunks for tests, written as lines: ``"00:10 a note"``, ``"  00:12 its child"``, ``"> 00:20 words — speaker"``.

``"- a note"`` has no time, ``"# …"`` is a heading, ``"? …"`` a stray line.
"""

from __future__ import annotations

import re

from core.model import ChunkKey, Entry, EntryId, Episode, Heading, Kind, Role, SourceChunk, StrayLine
from core.timecode import parse

_LINE = re.compile(r"(?P<indent> *)(?P<mark>[>#?-] ?)?(?P<stamp>[\d:]+:\d\d)? ?(?P<text>.*)")


def chunk(number: int, *lines: str) -> SourceChunk:
    key = ChunkKey(str(number))
    entries: list[Entry] = []
    headings: list[Heading] = []
    strays: list[StrayLine] = []
    for line, written in enumerate(lines, 1):
        match = _LINE.fullmatch(written)
        assert match is not None
        text, mark = match["text"], (match["mark"] or "").strip()
        if mark == "#":
            headings.append(Heading(line, 2, text))
        elif mark == "?":
            strays.append(StrayLine(key, line, text))
        else:
            entries.append(_entry(key, line, match))
    roles = tuple(Role.ENTRY for _ in lines)
    name = f"chunk {number}"
    return SourceChunk(key, number, name, f"{name}.md", 1, lines, roles, tuple(headings), tuple(entries), tuple(strays))


def _entry(key: ChunkKey, line: int, match: re.Match[str]) -> Entry:
    stamp, text, depth = match["stamp"] or "", match["text"], len(match["indent"]) // 2
    is_quote = (match["mark"] or "").startswith(">")
    words, _, speaker = text.partition(" — ") if is_quote else (text, "", "")
    kind = Kind.QUOTE if is_quote else Kind.NOTE
    return Entry(EntryId(f"{key}:{line}"), key, kind, line, parse(stamp), words, speaker or None, depth, stamp)


def episode(*chunks: SourceChunk, language: str = "") -> Episode:
    return Episode("An episode", language=language, chunks=chunks)
