"""The document as a web page for reading and printing, chapter by chapter; the preview shows the same.

The words come from ``inline``, and nothing gets into the page but through nh3 with a list of its own: no script, no
picture, no style and no address but http, https and mailto. A Content-Security-Policy says the same to the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

import nh3

from core.export.inline import inline, plain, valid
from core.export.markdown import numbered
from core.export.material import Material
from core.export.page_style import STYLE
from core.model import DEEPEST, Block, Chapter, Document, Kind
from core.reading.grammar import heading
from core.reading.lines import fenced
from core.timecode import TimeStyle, written
from core.work import Work

_CLEANER = nh3.Cleaner(
    tags={"section", "h1", "h2", "h3", "p", "ol", "ul", "li", "blockquote", "pre", "span", "strong", "em", "code", "a"},
    clean_content_tags=set(),
    attributes={"a": {"href"}, **{tag: {"id", "class"} for tag in ("section", "h1", "h2", "h3", "p", "li", "pre")}}
    | {tag: {"id", "class"} for tag in ("ol", "ul", "blockquote", "span")},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow",
)
_HOUR_S = 3600  # from here on times are longer
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def rendered(material: Material) -> Work[bytes]:
    """The page, with nothing that it would have to load."""
    parts = yield from sections(material)
    return _page(material.document, material.episode.language, "\n".join(parts)).encode()


def sections(material: Material) -> Work[tuple[str, ...]]:
    """What stands on the page: the head, and each chapter."""
    parts = [head(material.document)]
    for done, (number, part) in enumerate(numbered(material.document), start=1):
        parts.append(chapter(part, number, material.style))
        yield done / len(material.document.chapters)
    return tuple(parts)


def head(document: Document) -> str:
    """Title and summary lines."""
    lines = "".join(f'<li id="summary:{at}">{inline(line)}</li>' for at, line in enumerate(document.summary))
    title = f'<h1 id="title">{inline(document.title)}</h1>' if document.title else ""
    return _CLEANER.clean(title + (f'<ol class="summary">{lines}</ol>' if lines else ""))


def chapter(part: Chapter, number: int | None, style: TimeStyle) -> str:
    """A chapter with its heading, each block with its id; without a number, what stands before the first heading."""
    heading_of = "" if number is None else _heading(part, number, style)
    return _CLEANER.clean(f'<section class="chapter">{heading_of}{"".join(_blocks(part.blocks, style))}</section>')


def _heading(part: Chapter, number: int, style: TimeStyle) -> str:
    title = " ".join(words for words in (f"Chapter {number}:", inline(part.title)) if words)
    span = "" if part.span is None else "–".join(written(time_s, style) for time_s in part.span)
    shown = f' <span class="range">{span}</span>' if span else ""
    return f"<h2{_id(part)}>{title}{shown}</h2>"


def _blocks(blocks: Sequence[Block], style: TimeStyle) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind is Kind.NOTE:
            yield _notes(tuple(run), style, 0)
        elif kind is Kind.QUOTE:
            yield from (_quote(block, style) for block in run)
        else:
            yield from _prose(tuple(run))


def _notes(blocks: Sequence[Block], style: TimeStyle, depth: int) -> str:
    """A list, with the lists beneath its notes; below the deepest level all stand side by side."""
    items: list[str] = []
    for block in blocks:
        below = _notes(block.children, style, depth + 1) if block.children else ""
        is_deepest = depth == DEEPEST
        items.append(f"<li{_id(block)}>{_time(block, style)}{inline(block.text)}{'' if is_deepest else below}</li>")
        items += [below] if is_deepest and below else []
    return "".join(items) if depth > DEEPEST else f'<ul class="notes">{"".join(items)}</ul>'


def _quote(block: Block, style: TimeStyle) -> str:
    speaker = "" if block.speaker is None else f' <span class="speaker">— {inline(block.speaker)}</span>'
    return f"<blockquote{_id(block)}><p>{_time(block, style)}“{inline(block.text)}”{speaker}</p></blockquote>"


def _time(block: Block, style: TimeStyle) -> str:
    return "" if block.time_s is None else f'<span class="time">{written(block.time_s, style)}</span> '


def _prose(blocks: Sequence[Block]) -> Iterator[str]:
    """Lines of a code fence as one block, a smaller heading as such, each other line as a paragraph."""
    codes = fenced([block.text for block in blocks])
    for is_code, pairs in groupby(zip(blocks, codes, strict=True), key=lambda pair: pair[1]):
        run = [block for block, _ in pairs]
        if is_code:
            lines = "\n".join(escape(valid(block.text), quote=False) for block in run)
            yield f"<pre{_id(run[0])}>{lines}</pre>"
        else:
            yield from (_line(block) for block in run)


def _line(block: Block) -> str:
    head_line = heading(block.text)
    if head_line is not None:
        return f"<h3{_id(block)}>{inline(head_line[1])}</h3>"
    return f"<p{_id(block)}>{inline(block.text)}</p>"


def _id(part: Block | Chapter) -> str:
    return f' id="{escape(valid(part.id))}"'


def _page(document: Document, language: str, body: str) -> str:
    has_hours = any(part.span is not None and part.span[1] >= _HOUR_S for part in document.chapters)
    main = '<main class="hours">' if has_hours else "<main>"
    lang = f' lang="{escape(valid(language))}"' if language else ""
    return f"""<!DOCTYPE html>
<html{lang}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(plain(document.title), quote=False)}</title>
<style>
{STYLE}</style>
</head>
<body>
{main}
{body}
</main>
</body>
</html>
"""
