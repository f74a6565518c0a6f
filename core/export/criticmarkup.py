"""The document with what was changed in it since it was built or brought, in CriticMarkup (criticmarkup.com).

Marks stand inside their line, so that it reads as Markdown too. Taking all changes gives the exported Markdown, taking
none gives the first one, but for blank lines and bullets without words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from core.export.markdown import Line, joined, lines
from core.export.material import Material
from core.model import Block, Document, EntryId, ItemId, blocks_of
from core.text.hunks import HunkKind, hunks
from core.timecode import TimeStyle, written

_OPENS, _CLOSES = re.compile(r"\{(?=\+\+|--|~~|==|>>)"), re.compile(r"(?<=[+\-~=<]{2})\}")


def rendered(material: Material) -> bytes:
    """The Markdown with additions, deletions and why something went."""
    return joined(_marked(material)).encode("utf-8", "surrogateescape")


def literal(text: str) -> str:
    """Words that hold no mark: where they look like one, a backslash stands in it."""
    return _CLOSES.sub(r"\\}", _OPENS.sub(r"{\\", text)).replace("~>", r"~\>")


def _marked(material: Material) -> Iterator[tuple[str, str]]:
    now = list(lines(material.document, material.style))
    old = list(lines(material.start or material.document, material.style))
    why = _Why(material)
    keys, old_keys = [(line.item, line.sign) for line in now], [(line.item, line.sign) for line in old]
    for kind, old_from, old_to, now_from, now_to in SequenceMatcher(None, old_keys, keys, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs = zip(old[old_from:old_to], now[now_from:now_to], strict=True)
            yield from (
                (after.run, f"{after.sign}{''.join(changed(before.words, after.words))}") for before, after in pairs
            )
            continue
        for line in old[old_from:old_to]:
            yield line.run, f"{line.sign}{{--{literal(line.words)}--}}{why.gone(line)}"
        for line in now[now_from:now_to]:
            yield line.run, f"{line.sign}{{++{literal(line.words)}++}}"


def changed(before: str, after: str) -> Iterator[str]:
    """Both wordings of one line, piece by piece."""
    for hunk in hunks(before, after):
        old, new = before[hunk.a_start : hunk.a_end], after[hunk.b_start : hunk.b_end]
        if hunk.kind is HunkKind.SAME and old == new:
            yield literal(new)
        elif old and new:
            yield f"{{~~{literal(old)}~>{literal(new)}~~}}"
        else:
            yield f"{{--{literal(old)}--}}" if old else f"{{++{literal(new)}++}}"


class _Why:
    """Says in a comment what became of a line that is not there any more."""

    def __init__(self, material: Material) -> None:
        self._document, self._style = material.document, material.style
        self._before = _blocks(material.start)
        self._now = _blocks(material.document)
        self._dropped: Mapping[EntryId, str] = material.state.dropped if material.state else {}

    def gone(self, line: Line) -> str:
        """The comment, empty where there is nothing to say."""
        words = self._words(line.item)
        return f"{{>>{literal(words)}<<}}" if words else ""

    def _words(self, item: ItemId) -> str:
        if item in self._now:
            return "moved"
        if item not in self._before:
            return ""
        sources = self._before[item].sources
        homes = (home for entry in sources for home in self._document.homes(entry))
        if (home := next(homes, None)) is not None:
            return f"merged into {_place(self._now[home], self._style)}"
        reason = next((self._dropped[entry] for entry in sources if entry in self._dropped), None)
        return f"dropped: {reason}" if reason else ""


def _blocks(document: Document | None) -> Mapping[ItemId, Block]:
    return {block.id: block for block in blocks_of(document)} if document else {}


def _place(block: Block, style: TimeStyle) -> str:
    return block.text if block.time_s is None else f"[{written(block.time_s, style)}]"
