"""What can be written into the document and read back the same; edits refuse the rest before anything changes."""

from __future__ import annotations

import re

from core.errors import EditError
from core.messages import Message
from core.model import DEEPEST, Block, Kind
from core.timecode import LATEST_S, TIME_PATTERN

_LEADING_TIME = re.compile(rf"[\[［]\s*{TIME_PATTERN}\s*[\]］]")
_TRAILING_RANGE = re.compile(rf"\(\s*{TIME_PATTERN}\s*[-–—~]\s*{TIME_PATTERN}\s*\)$")


def check_line(text: str) -> None:
    """One line with words in it and no blanks at its ends; raises EditError."""
    if "\n" in text or "\r" in text:
        raise EditError(Message("the text has a line break; a note, quote or title is one line"))
    if not text.strip():
        raise EditError(Message("the text is blank; drop the item instead"))
    if text != text.strip():
        raise EditError(Message("the text begins or ends with a blank"))


def check_title(title: str) -> None:
    """A chapter title: its range is computed, so it must not end in one."""
    check_line(title)
    if _TRAILING_RANGE.search(title):
        raise EditError(Message("the title ends with a time range; ranges are computed, so leave it out"))


def check_time(time_s: int | None) -> None:
    """A time that every style can write."""
    if time_s is not None and not 0 <= time_s <= LATEST_S:
        raise EditError(Message("the time lies before the start or beyond what can be written"))


def check_block(kind: Kind, time_s: int | None, text: str, speaker: str | None) -> None:
    """The parts of one note or quote; raises EditError that says which cannot be written."""
    check_line(text)
    check_time(time_s)
    if time_s is None and _LEADING_TIME.match(text):
        raise EditError(Message("the text begins with a time in brackets; set it as the time of the item"))
    if speaker is None:
        return
    if kind is not Kind.QUOTE:
        raise EditError(Message("only quotes have a speaker"))
    check_line(speaker)
    if '"' in speaker:
        raise EditError(Message("a speaker's name cannot hold a straight quote mark"))


def check_depth(block: Block, depth: int) -> None:
    """A block with its children at a depth (0: in the chapter itself) that reads back the same."""
    if depth > DEEPEST:
        raise EditError(Message("notes can be nested {deepest} deep at most", {"deepest": DEEPEST}))
    for child in block.children:
        check_depth(child, depth + 1)
