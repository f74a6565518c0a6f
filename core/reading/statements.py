"""Lines become statements: headings, notes, quotes, separators, and lines that are none of these.

Serves chunks and finished documents alike and knows neither. A statement names its lines by their position; every
line that is not blank belongs to exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.model import DEEPEST, Kind, Role
from core.reading.grammar import LeadingTime, bullet, heading, indent, is_separator, leading_time
from core.reading.lines import fenced
from core.reading.quotes import closes, opener_of, parse_quote, starts_attribution, starts_quote

_QUOTE_PREFIX = re.compile(r"(?:>\s?)+")
_CHILD_INDENT = 2  # one column more is an untidy sibling, as in Markdown


class Statement(NamedTuple):
    """What one line says, with the lines that continue it."""

    role: Role  # HEADING, ENTRY, SEPARATOR or STRAY
    at: tuple[int, ...]  # its lines, from 0
    text: str
    kind: Kind = Kind.NOTE  # entries only
    level: int = 0  # of a heading; of a note the depth
    time_s: int | None = None
    stamp: str = ""
    speaker: str | None = None


def scan(lines: Sequence[str]) -> tuple[Statement, ...]:
    """All statements in the order of their lines."""
    scanner, codes = _Scanner(lines), fenced(lines)
    for at, line in enumerate(lines):
        if text := line.strip():
            scanner.take(at, line, text, is_code=codes[at])
    scanner.close()
    return tuple(scanner.found)


@dataclass(slots=True)
class _Open:
    """The note or quote that further lines may continue."""

    kind: Kind
    at: list[int]
    parts: list[str]  # of a note without its time
    time: LeadingTime | None = None
    depth: int = 0
    column: int = 0
    opener: str = ""
    is_closed: bool = False
    has_speaker: bool = False
    is_broken: bool = False  # its last line ends in a hard line break


class _Scanner:
    """Reads line by line; ``found`` holds what is finished."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.found: list[Statement] = []
        self._lines = lines
        self._open: _Open | None = None
        self._indents: list[int] = []  # of the note above and its parents

    def take(self, at: int, line: str, text: str, *, is_code: bool) -> None:
        if is_code:
            self._take_other(at, line, text)
        elif text[0] == ">":
            self._take_quote(at, line, _QUOTE_PREFIX.sub("", text, count=1).strip())
        elif head := heading(line):
            self._put(Statement(Role.HEADING, (at,), head[1], level=head[0]))
        elif is_separator(text):
            self._put(Statement(Role.SEPARATOR, (at,), text))
        elif (words := bullet(text)) is not None:
            self._take_note(at, line, words)
        else:
            self._take_other(at, line, text)

    def close(self) -> None:
        """Finish the open entry."""
        above, self._open = self._open, None
        if above is None:
            return
        statement = _note(above) if above.kind is Kind.NOTE else _quote(above)
        if statement.text:
            self.found.append(statement)
        else:  # a bullet or quote mark that says nothing
            self.found += [Statement(Role.STRAY, (at,), self._lines[at].strip()) for at in above.at]

    def _put(self, statement: Statement) -> None:
        self.close()
        self.found.append(statement)
        if statement.role is not Role.STRAY:
            self._indents.clear()

    def _take_note(self, at: int, line: str, words: str) -> None:
        self.close()
        column = indent(line)
        while self._indents and column < self._indents[-1]:
            self._indents.pop()
        if self._indents and column - self._indents[-1] < _CHILD_INDENT:
            self._indents.pop()
        depth = min(len(self._indents), DEEPEST)
        time = leading_time(words)
        words = time.rest if time else words
        self._open = _Open(Kind.NOTE, [at], [words] if words else [], time, depth, column)
        if words:
            self._indents.append(column)

    def _extend_note(self, above: _Open, at: int, text: str) -> None:
        """The words of a bullet that said nothing so far may begin here, also with their time."""
        above.at.append(at)
        if not above.parts and above.time is None and (time := leading_time(text)):
            above.time, text = time, time.rest
        if not text:
            return
        if not above.parts:
            self._indents.append(above.column)
        above.parts.append(text)

    def _take_quote(self, at: int, line: str, body: str) -> None:
        is_broken = line.rstrip("\r\n").endswith(("  ", "\\"))
        if not body:
            self.close()
            self.found.append(Statement(Role.SEPARATOR, (at,), ">"))
        elif self._open and self._continues_quote(self._open, at, body):
            self._extend_quote(self._open, at, body)
            self._open.is_broken = is_broken
        else:
            self.close()
            quote = parse_quote(body)
            has_speaker = quote.speaker is not None
            self._open = _Open(
                Kind.QUOTE,
                [at],
                [body],
                opener=opener_of(body),
                is_closed=quote.is_closed,
                has_speaker=has_speaker,
                is_broken=is_broken,
            )

    def _continues_quote(self, above: _Open, at: int, body: str) -> bool:
        if above.kind is not Kind.QUOTE or at != above.at[-1] + 1:
            return False
        if above.is_closed or not above.opener:
            if starts_attribution(body):
                return not above.has_speaker
            return not (above.opener or above.has_speaker or above.is_broken or starts_quote(body))
        return not starts_quote(body)

    def _extend_quote(self, above: _Open, at: int, body: str) -> None:
        above.at.append(at)
        above.parts.append(body)
        if above.is_closed or not above.opener:
            above.has_speaker = starts_attribution(body) or parse_quote(body).speaker is not None
        else:
            above.is_closed = closes(body, above.opener)
            above.has_speaker = above.is_closed and parse_quote(above.opener + body).speaker is not None

    def _take_other(self, at: int, line: str, text: str) -> None:
        above = self._open if indent(line) else None
        if above and above.kind is Kind.NOTE:
            self._extend_note(above, at, text)
        elif above and self._continues_quote(above, at, text):
            self._extend_quote(above, at, text)
        else:
            self._put(Statement(Role.STRAY, (at,), text))


def _note(above: _Open) -> Statement:
    """The note; its text is empty if it says nothing."""
    time_s, stamp = (above.time.time_s, above.time.stamp) if above.time else (None, "")
    text = " ".join(above.parts)
    return Statement(Role.ENTRY, tuple(above.at), text, level=above.depth, time_s=time_s, stamp=stamp)


def _quote(above: _Open) -> Statement:
    """The quote; its text is empty if it says nothing."""
    quote = parse_quote(" ".join(above.parts))
    return Statement(
        Role.ENTRY,
        tuple(above.at),
        quote.text,
        Kind.QUOTE,
        time_s=quote.time_s,
        stamp=quote.stamp,
        speaker=quote.speaker,
    )
