"""The final Markdown of a document: exactly its parts in their order, in a form that reads back with the same words.

Knows nothing of options, files or reviews; the counterpart is ``core.reading.document``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.export.material import Material
from core.model import Block, Chapter, Document, ItemId, Kind
from core.reading.document import escaped
from core.reading.lines import fenced
from core.timecode import TimeStyle, written

HEAD = ItemId("")  # what title and summary lines belong to


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the Markdown: its sign, and the words behind it."""

    item: ItemId  # the chapter or block that it is, else HEAD
    sign: str  # "# ", "1. ", "  - "
    words: str
    run: str = ""  # lines of one run stand together, all others are divided by blank lines

    def __str__(self) -> str:
        return f"{self.sign}{self.words}"


def rendered(material: Material) -> bytes:
    """The Markdown as a file; bytes that were no UTF-8 stay as they were read."""
    return markdown(material.document, material.style).encode("utf-8", "surrogateescape")


def markdown(document: Document, style: TimeStyle) -> str:
    """The document as Markdown, with one line end at its end.

    >>> print(markdown(Document("Title", ("One.",), ()), TimeStyle.HOURS), end="")
    # Title
    <BLANKLINE>
    1. One.
    """
    return joined((line.run, str(line)) for line in lines(document, style))


def joined(lines: Iterable[tuple[str, str]]) -> str:
    """Lines with the runs that they belong to as one text."""
    parts: list[str] = []
    last = ""
    for run, text in lines:
        parts += ("\n" if run and run == last else "\n\n", text)
        last = run
    return "".join(parts[1:]) + "\n"


def lines(document: Document, style: TimeStyle) -> Iterator[Line]:
    """The document's lines in their order."""
    if document.title:
        yield Line(HEAD, "# ", document.title)
    for number, line in enumerate(document.summary, start=1):
        yield Line(HEAD, f"{number}. ", line, "summary")
    for number, chapter in numbered(document):
        if number is not None:
            yield Line(chapter.id, "## ", _heading(chapter, number, style))
        yield from _blocks(chapter.blocks, style, is_lead=number is None)


def numbered(document: Document) -> Iterator[tuple[int | None, Chapter]]:
    """The chapters with their numbers; None for what stands before the first heading."""
    number = 0
    for at, chapter in enumerate(document.chapters):
        is_lead = at == 0 and not chapter.title and bool(chapter.blocks)
        number += not is_lead
        yield None if is_lead else number, chapter


def quoted(block: Block, style: TimeStyle) -> str:
    """A quote's words in quote marks, its time before them and its speaker behind them."""
    speaker = "" if block.speaker is None else f" — {block.speaker}"
    return f'"{_time(block, style)}{block.text}"{speaker}'


def _heading(chapter: Chapter, number: int, style: TimeStyle) -> str:
    span = f"({written(chapter.span[0], style)}-{written(chapter.span[1], style)})" if chapter.span else ""
    return " ".join(part for part in (f"Chapter {number}:", chapter.title, span) if part)


def _blocks(blocks: Sequence[Block], style: TimeStyle, *, is_lead: bool) -> Iterator[Line]:
    """The notes of a run stand together, each quote and line of prose alone."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind is Kind.NOTE:
            yield from (line for block in run for line in _note(block, style, ""))
        elif kind is Kind.QUOTE:
            yield from (Line(block.id, "> ", quoted(block, style)) for block in run)
        else:
            yield from _prose(tuple(run), is_lead=is_lead)


def _note(block: Block, style: TimeStyle, indent: str) -> Iterator[Line]:
    yield Line(block.id, f"{indent}- ", f"{_time(block, style)}{block.text}", "notes")
    for child in block.children:
        yield from _note(child, style, f"{indent}  ")


def _time(block: Block, style: TimeStyle) -> str:
    return "" if block.time_s is None else f"[{written(block.time_s, style)}] "


def _prose(blocks: Sequence[Block], *, is_lead: bool) -> Iterator[Line]:
    """Each line alone, a code fence with its lines as one."""
    texts = [block.text for block in blocks]
    for is_code, pairs in groupby(zip(blocks, fenced(texts), strict=True), key=lambda pair: pair[1]):
        run = [block for block, _ in pairs]
        for block in run:
            words = block.text if is_code else escaped(block.text, is_lead=is_lead)
            yield Line(block.id, "", words, f"code {run[0].id}" if is_code else "")
