"""What can be written into the document and read back the same; edits refuse the rest before anything changes."""

from __future__ import annotations

from core.errors import EditError
from core.messages import Message
from core.model import DEEPEST, Block, Kind, SourceChunk
from core.reading.encoding import is_storable
from core.reading.grammar import leading_time, split_range
from core.timecode import LATEST_S


def check_line(text: str) -> None:
    """One line with words in it and no blanks at its ends; raises EditError."""
    if "\n" in text or "\r" in text:
        raise EditError(Message("the text has a line break; a note, quote or title is one line"))
    if not text.strip():
        raise EditError(Message("the text is blank; drop the item instead"))
    if text != text.strip():
        raise EditError(Message("the text begins or ends with a blank"))
    if not is_storable(text):
        raise EditError(Message("the text holds half a character, which no file can keep; type it again"))


def check_title(title: str) -> None:
    """A chapter title: its range is computed, so it must not end in one."""
    check_line(title)
    if split_range(title)[1] is not None:
        raise EditError(Message("the title ends with a time range; ranges are computed, so leave it out"))


def check_time(time_s: int | None) -> None:
    """A time that every style can write."""
    if time_s is not None and not 0 <= time_s <= LATEST_S:
        raise EditError(Message("the time lies before the start or beyond what can be written"))


def check_block(kind: Kind, time_s: int | None, text: str, speaker: str | None) -> None:
    """The parts of one note or quote; raises EditError that says which cannot be written."""
    check_line(text)
    check_time(time_s)
    if time_s is None and leading_time(text) is not None:
        raise EditError(Message("the text begins with a time in brackets; set it as the time of the item"))
    if kind is Kind.PROSE and time_s is not None:
        raise EditError(Message("only notes and quotes have a time"))
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


def check_chunk(chunk: SourceChunk) -> None:
    """A chunk as it could have been read; an edit that holds one may come from anywhere."""
    named = [*chunk.entries, *chunk.strays]
    is_sound = len(chunk.roles) == len(chunk.lines) and all(item.chunk == chunk.key for item in named)
    ids = {entry.id for entry in chunk.entries if entry.kind is not Kind.PROSE and entry.depth in range(DEEPEST + 1)}
    if not (is_sound and chunk.key and ids == {f"{chunk.key}:{entry.line}" for entry in chunk.entries}):
        raise EditError(Message("this revision of a chunk is not as chunks are read"))
    if len(ids) < len(chunk.entries):
        raise EditError(Message("two entries of a chunk begin in one line"))
    for entry in chunk.entries:
        check_time(entry.time_s)
