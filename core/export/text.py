"""The document as plain text, for mail and for fields that know no Markdown: all words, none of the signs."""

from __future__ import annotations

from collections.abc import Iterator

from core.export.inline import plain, valid
from core.export.markdown import joined, numbered, quoted
from core.export.material import Material
from core.model import Block, Chapter, Kind
from core.timecode import TimeStyle, written

_INDENT = "  "


def rendered(material: Material) -> bytes:
    """Title, summary, and chapter by chapter one line for each note and quote."""
    return joined(_lines(material)).encode()


def _lines(material: Material) -> Iterator[tuple[str, str]]:
    """Lines with the runs that they belong to, which blank lines divide."""
    document, style = material.document, material.style
    if document.title:
        yield "", plain(document.title)
    for number, line in enumerate(document.summary, start=1):
        yield "summary", f"{number}. {plain(line)}"
    for number, chapter in numbered(document):
        if number is not None:
            yield "", _heading(chapter, number, style)
        for block in chapter.blocks:
            yield from _block(block, style, "")


def _heading(chapter: Chapter, number: int, style: TimeStyle) -> str:
    span = f"({written(chapter.span[0], style)}-{written(chapter.span[1], style)})" if chapter.span else ""
    return " ".join(part for part in (f"Chapter {number}:", plain(chapter.title), span) if part)


def _block(block: Block, style: TimeStyle, indent: str) -> Iterator[tuple[str, str]]:
    if block.kind is Kind.PROSE:
        yield "prose", valid(block.text)
    elif block.kind is Kind.QUOTE:
        yield "", _INDENT + plain(quoted(block, style))
    else:
        stamp = "" if block.time_s is None else f"{written(block.time_s, style)}  "
        yield "notes", f"{indent}{stamp}{plain(block.text)}"
        for child in block.children:
            yield from _block(child, style, indent + _INDENT)
