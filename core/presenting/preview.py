"""The rendered document, as much of it as one can look at, made again only where it differs; free of Qt.

It is the HTML of the exported page, from the same renderer, but for lines that no widget could lay out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.export.html import chapter, head
from core.export.markdown import numbered
from core.model import Block, Chapter, Document, ItemId
from core.timecode import TimeStyle
from core.work import Work

LONGEST = 10_000  # characters of one line; Qt lays out long unbroken lines in quadratic time
MOST = 600  # blocks at a time; a change of one costs time in proportion to all that are there
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; sections with equal HTML look the same."""

    key: str  # a chapter's id, else HEAD
    html: str


def window(chapters: Sequence[Chapter], around: int) -> range:
    """The chapters to be looked at from one of them: as many on both sides as ``MOST`` blocks allow, all if they do.

    >>> window((), 0)
    range(0, 0)
    """
    first = last = max(0, min(around, len(chapters) - 1))
    left = MOST
    while left > 0 and (first > 0 or last < len(chapters)):
        is_behind = last < len(chapters) and (last - around <= around - first or first == 0)
        at = last if is_behind else first - 1
        left -= len(chapters[at].paths)
        first, last = (first, last + 1) if is_behind else (first - 1, last)
    return range(first, last)


class Preview:
    """Renders documents one after the other, and keeps what they share."""

    def __init__(self) -> None:
        self._made: Mapping[ItemId, tuple[Chapter, int | None, TimeStyle, Section]] = {}

    def rendering(self, document: Document, style: TimeStyle, shown: range) -> Work[tuple[Section, ...]]:
        """Some chapters of a document, before the first of all its head; what was rendered before is taken again."""
        sections = [Section(HEAD, head(_shortened_head(document)))] if shown.start == 0 else []
        made: dict[ItemId, tuple[Chapter, int | None, TimeStyle, Section]] = {}
        for number, part in tuple(numbered(document))[shown.start : shown.stop]:
            known = self._made.get(part.id)
            if known is None or known[0] is not part or known[1:3] != (number, style):
                known = (part, number, style, Section(part.id, chapter(_shortened(part), number, style)))
                yield len(sections) / len(shown)
            made[part.id] = known
            sections.append(known[3])
        self._made = made
        return tuple(sections)


def _shortened(part: Chapter) -> Chapter:
    blocks = tuple(_shortened_block(block) for block in part.blocks)
    return replace(part, title=_cut(part.title), blocks=blocks)


def _shortened_block(block: Block) -> Block:
    children = tuple(_shortened_block(child) for child in block.children)
    speaker = None if block.speaker is None else _cut(block.speaker)
    return replace(block, text=_cut(block.text), speaker=speaker, children=children)


def _shortened_head(document: Document) -> Document:
    return replace(document, title=_cut(document.title), summary=tuple(map(_cut, document.summary)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
