"""What of a text from outside is drawn: characters without a shape get a visible mark, and no more than Qt can lay out.

Knows nothing of Qt. The data keep every character; only the drawing differs.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

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
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    left_out: int = 0


def shown(text: str) -> ShownText:
    r"""The text as it is drawn.

    >>> shown("a\u202eb").text
    'a[RLO]b'
    """
    left_out = max(0, len(text) - LONGEST)
    text = text[:LONGEST] if left_out else text
    if _SHAPELESS.search(text) is None:
        return ShownText(text, (), left_out)
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
    whole = "".join([*parts, text[done:]])
    return ShownText(whole, tuple(mark for mark in marks if mark[0] < LONGEST), left_out)


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
