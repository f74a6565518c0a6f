"""What a person may have otherwise in an export: a document is arranged before it is rendered, by one renderer.

Nothing is left out but what an option says; the review's own document stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.model import Block, Chapter, Document, Kind
from core.reading.grammar import leading_time
from core.timecode import TimeStyle

_Change = Callable[[Sequence[Block]], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Options:
    """The choices, as they are unless somebody chose."""

    quotes_last: bool = False  # at the end of their chapter, in time order, instead of beside the notes
    has_times: bool = True  # False: notes, quotes and headings without times
    style: TimeStyle | None = None  # of times from one hour on; None: as in the episode


def arrange(document: Document, options: Options) -> Document:
    """The document as the options want it; what they do not touch is shared."""
    if options.quotes_last:
        document = _with_blocks(document, _quotes_last)
    if not options.has_times:
        document = _with_blocks(document, _without_times)
    return document


def _with_blocks(document: Document, change: _Change) -> Document:
    return replace(document, chapters=tuple(_changed(chapter, change) for chapter in document.chapters))


def _changed(chapter: Chapter, change: _Change) -> Chapter:
    blocks = change(chapter.blocks)
    return chapter if blocks == chapter.blocks else replace(chapter, blocks=blocks)


def _quotes_last(blocks: Sequence[Block]) -> tuple[Block, ...]:
    quotes = [block for block in blocks if block.kind is Kind.QUOTE]
    timed = sorted((block for block in quotes if block.time_s is not None), key=lambda block: block.time_s or 0)
    others = (block for block in blocks if block.kind is not Kind.QUOTE)
    return (*others, *timed, *(block for block in quotes if block.time_s is None))


def _without_times(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(_without_time(block) for block in blocks)


def _without_time(block: Block) -> Block:
    """Words that begin with a time in brackets would be taken for one, so there the block keeps its own before them."""
    time_s = block.time_s if leading_time(block.text) else None
    return replace(block, time_s=time_s, children=_without_times(block.children))
