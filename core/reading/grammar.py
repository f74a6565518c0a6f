"""What one line of notes is: heading, bullet, separator, and the time that a text begins with.

Every function looks at one line alone and takes time in proportion to its length, whatever stands in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.timecode import TIME_PATTERN, parse

_TIME = re.compile(rf"(\*\*|__|[*_`]|)[\[［]\s*({TIME_PATTERN})\s*[\]］]\1\s*")
_RANGE = re.compile(rf"[(\[（［]\s*({TIME_PATTERN})\s*[-–—~〜∼]\s*({TIME_PATTERN})\s*[)\]）］]\Z")
_NO_TIME = re.compile(  # signs of a time that is none: 00:99, -1:00, 1:2:3:4, ??:??, 00:10-00:20
    r"(\*\*|__|[*_`]|)([\[［](?=[^\]］]{0,30}[:：])\s*(?:[\d?xX.,+−–—~〜∼\s_:：-]+|(?:HH:)?MM:SS)[\]］])(?!\()\1\s*"
)
_HEADING = re.compile(r"(#{1,6})(?:\s+(.*)|)", re.DOTALL)
_TIGHT_HEADING = re.compile(r"(#{2,6})([^#\s].*)", re.DOTALL)
_SEPARATOR = re.compile(r"-{3,}|\*{3,}|_{3,}")
_BULLET = re.compile(r"(?:[-*+•](?:\s+|\Z)|•|[-*+](?=[\[［]))(.*)", re.DOTALL)
_TAB = 4
_HEADING_INDENT = 3  # deeper than this Markdown sees no heading


class LeadingTime(NamedTuple):
    """A time at the start of a text, as written, and what follows it."""

    time_s: int
    stamp: str
    rest: str


def leading_time(text: str) -> LeadingTime | None:
    """The ``[time]`` that the text begins with, also in full-width signs or in bold; None if it begins with none.

    >>> leading_time("[01:02:03] Hello")
    LeadingTime(time_s=3723, stamp='01:02:03', rest='Hello')
    """
    match = _TIME.match(text)
    if match is None or (time_s := parse(match[2])) is None:
        return None
    return LeadingTime(time_s, match[2], text[match.end() :])


def unreadable_time(text: str) -> tuple[str, str] | None:
    """What the text begins with that looks like a ``[time]`` and is none, as written, and what follows it.

    >>> unreadable_time("[00:99] Hello"), unreadable_time("[00:59] Hello"), unreadable_time("[note] Hello")
    (('[00:99]', 'Hello'), None, None)
    """
    match = _NO_TIME.match(text)
    return (match[2], text[match.end() :]) if match and leading_time(text) is None else None


def split_range(text: str) -> tuple[str, tuple[int, int] | None]:
    """A chapter's title without the range at its end, and the range; a title that has one cannot be written.

    >>> split_range("Opening (00:12-01:10)"), split_range("Opening")
    (('Opening', (12, 70)), ('Opening', None))
    """
    match = _RANGE.search(text)
    if match is None or (start_s := parse(match[1])) is None or (end_s := parse(match[5])) is None:
        return text.strip(), None
    return text[: match.start()].strip(), (start_s, end_s)


def heading(line: str) -> tuple[int, str] | None:
    """Level and text of a heading line, None if it is none.

    >>> heading("## Two words"), heading("##Two"), heading("#tag")
    ((2, 'Two words'), (2, 'Two'), None)
    """
    text = line.strip()
    if not text.startswith("#") or indent(line) > _HEADING_INDENT:
        return None
    match = _HEADING.fullmatch(text) or _TIGHT_HEADING.fullmatch(text)
    return (len(match[1]), (match[2] or "").strip()) if match else None


def bullet(text: str) -> str | None:
    """What stands behind the bullet of a stripped line; None if there is no bullet."""
    match = _BULLET.fullmatch(text)
    return match[1] if match else None


def is_separator(text: str) -> bool:
    """Whether a stripped line is a rule across the page."""
    return _SEPARATOR.fullmatch(text) is not None


def indent(line: str) -> int:
    """The columns before the first word; a tab reaches to the next multiple of four."""
    columns = 0
    for character in line[: len(line) - len(line.lstrip())]:
        columns += _TAB - columns % _TAB if character == "\t" else 1
    return columns
