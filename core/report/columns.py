"""Text for a terminal: how many columns it takes, cut, filled up and harmless to show; knows nothing of findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

WIDTH = 100  # columns of a report; the same in a pipe, so that reports can be compared
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # part of how some scripts and emoji are written


def columns(text: str) -> int:
    """How many columns a terminal needs: Hangul, Han and Kana take two, marks that combine none."""
    return sum(map(_columns_of, text))


def filled(text: str, width: int) -> str:
    """The text with blanks behind it, up to a width in columns."""
    return text + " " * (width - columns(text))


def cut(text: str, width: int) -> str:
    """The text with ``…`` in place of what goes beyond a width in columns."""
    if columns(text) <= width:
        return text
    used = 1
    for at, character in enumerate(text):
        used += _columns_of(character)
        if used > width:
            return text[:at].rstrip() + "…"
    return text


def shown(text: str) -> str:
    """The text on one line with control, direction and invisible characters as marks, so that it cannot act."""
    return "".join(map(_shown, text))


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), gap: int = 2) -> list[str]:
    """Rows as lines with aligned columns; those named in ``right`` are set against their right edge.

    The last column is as long as it is.
    """
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for row in rows:
        cells = [
            " " * (width - columns(cell)) + cell if at in right else filled(cell, width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((" " * gap).join(cells).rstrip())
    return lines


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN or character in _JOINERS:
        return character
    if ord(character) < 0x20:
        return " " if character in "\t\n\r" else chr(0x2400 + ord(character))
    return f"⟨U+{ord(character):04X}⟩"
