"""What of a text from outside is drawn: characters without a shape get a visible mark, and no more than Qt can lay out.

Knows nothing of Qt. The data keep every character; only the drawing differs.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.presenting.inline import Styled

LONGEST = 10_000  # Qt lays out long unbroken lines in quadratic time

_CONTROLS = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE"),
    *("DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"),
)
_NAMES = {
    **{chr(code): name for code, name in enumerate(_CONTROLS)},
    "\x7f": "DEL",
    "\u00ad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
# Controls, format characters, fillers that look like nothing, tags that can hide words, halves of pairs.
_SHAPELESS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_JOINERS = "\u200c\u200d"


class ShownText(NamedTuple):
    """A text as it is drawn.

    Attributes:
        text: What is drawn.
        marks: Start and length in ``text`` of each mark that stands for a character without a shape.
        left_out: How many characters of the data were not drawn, at the end.
        styled: The words in ``text`` that are strong, emphasised or code.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    left_out: int = 0
    styled: tuple[Styled, ...] = ()


def shown(text: str) -> ShownText:
    r"""The text as it is drawn.

    >>> shown("a\u202eb").text
    'a[RLO]b'
    """
    left_out = max(0, len(text) - LONGEST)
    text, marks = _marked(text[:LONGEST] if left_out else text)
    return ShownText(text, _drawn(marks), left_out)


def read(text: str) -> ShownText:
    r"""The text as it is drawn where Markdown is read: its signs make words look different, and are left out.

    >>> read("a\u202e**b**").text
    'a[RLO]b'
    """
    if not ("*" in text or "_" in text or "`" in text):
        return shown(text)
    from core.presenting.inline import without_signs  # noqa: PLC0415 - few notes need it, the first paint waits for it

    line = without_signs(text[:LONGEST])
    if not line.styled:
        return shown(text)
    words, marks = _marked(line.text)
    return ShownText(words, _drawn(marks), max(0, len(text) - LONGEST), _behind(marks, line.styled))


def _marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with its marks, and where they are."""
    if _SHAPELESS.search(text) is None:
        return text, []
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = done = 0
    for match in _SHAPELESS.finditer(text):
        if _joins(text, match.start()):
            continue
        before, mark = text[done : match.start()], f"[{_name(match.group())}]"
        marks.append((length + len(before), len(mark)))
        parts += (before, mark)
        length += len(before) + len(mark)
        done = match.end()
    return "".join([*parts, text[done:]]), marks


def _drawn(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks that are told apart by their colour."""
    return tuple(mark for mark in marks if mark[0] < LONGEST)


def _behind(marks: list[tuple[int, int]], styled: tuple[Styled, ...]) -> tuple[Styled, ...]:
    """What is styled, moved by the marks before it, each of which stands for one character."""
    if not marks:
        return styled
    grown = [0, *accumulate(length - 1 for _, length in marks)]
    stood = [start - before for (start, _), before in zip(marks, grown, strict=False)]  # without the marks before

    def moved(at: int) -> int:
        return at + grown[bisect_left(stood, at)]

    return tuple(each._replace(start=moved(each.start), end=moved(each.end)) for each in styled)


def _name(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that was no text
        return f"0x{ord(character) - 0xDC00:02X}"
    return _NAMES.get(character) or f"U+{ord(character):04X}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner does its work: inside an emoji, or in a script that is written with joiners."""
    if text[at] not in _JOINERS or at == 0:
        return False
    before = text[at - 1]
    return "\u0590" <= before <= "\u1cff" or unicodedata.category(before) in ("So", "Sk", "Mn")
