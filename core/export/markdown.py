"""The final Markdown of a document: exactly its parts in their order, in a form that reads back with the same words.

Knows nothing of options, files or reviews; the counterpart is ``core.reading.document``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from core.model import Block, Chapter, Document, Kind
from core.reading.document import escaped
from core.reading.lines import fenced
from core.timecode import TimeStyle, written


def markdown(document: Document, style: TimeStyle) -> str:
    """The document as Markdown, with one line end at its end.

    >>> print(markdown(Document("Title", ("One.",), ()), TimeStyle.HOURS), end="")
    # Title
    <BLANKLINE>
    1. One.
    """
    summary = "\n".join(f"{number}. {line}" for number, line in enumerate(document.summary, start=1))
    parts = [f"# {document.title}" if document.title else "", summary]
    number = 0
    for at, chapter in enumerate(document.chapters):
        is_lead = at == 0 and not chapter.title and bool(chapter.blocks)
        if not is_lead:
            number += 1
            parts.append(_heading(chapter, number, style))
        parts += _blocks(chapter.blocks, style, is_lead=is_lead)
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(chapter: Chapter, number: int, style: TimeStyle) -> str:
    span = f"({written(chapter.span[0], style)}-{written(chapter.span[1], style)})" if chapter.span else ""
    return " ".join(part for part in (f"## Chapter {number}:", chapter.title, span) if part)


def _blocks(blocks: Sequence[Block], style: TimeStyle, *, is_lead: bool) -> Iterator[str]:
    """Parts that blank lines divide: the notes of a run together, each quote and line of prose alone."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind is Kind.NOTE:
            yield "\n".join(line for block in run for line in _note(block, style, ""))
        elif kind is Kind.QUOTE:
            yield from (_quote(block, style) for block in run)
        else:
            yield from _prose([block.text for block in run], is_lead=is_lead)


def _note(block: Block, style: TimeStyle, indent: str) -> Iterator[str]:
    yield f"{indent}- {_time(block, style)}{block.text}"
    for child in block.children:
        yield from _note(child, style, f"{indent}  ")


def _quote(block: Block, style: TimeStyle) -> str:
    speaker = "" if block.speaker is None else f" — {block.speaker}"
    return f'> "{_time(block, style)}{block.text}"{speaker}'


def _time(block: Block, style: TimeStyle) -> str:
    return "" if block.time_s is None else f"[{written(block.time_s, style)}] "


def _prose(texts: Sequence[str], *, is_lead: bool) -> Iterator[str]:
    """Each line alone, a code fence with its lines as one."""
    for is_code, run in groupby(zip(texts, fenced(texts), strict=True), key=lambda pair: pair[1]):
        lines = [text for text, _ in run]
        yield from ["\n".join(lines)] if is_code else [escaped(text, is_lead=is_lead) for text in lines]
