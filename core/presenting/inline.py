"""Which words of a line are strong, emphasised or code, as the exported page has them; free of Qt.

The page comes from ``core.export.inline``, which loads Python-Markdown; this reads the same of a line without it, and
says where it stands, for views that the first paint waits for. As there, a closing sign may touch a particle behind it,
as in ``**word(word)**는``, which strict CommonMark does not allow. Links and escaped signs stay as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

Style = Enum("Style", "STRONG EMPHASIS CODE")
Place = tuple[int, int]  # half-open offsets into a text

_SIGN = re.compile(r"[*_`]")
_MOST, _LONGEST = 200, 10_000  # signs and characters: the page does not look for more either
# Compiled by the first line that needs them, and kept by ``re``: the first paint waits for this module.
_COUNTED = r"[\[\]<*_`]"
_PART = (
    r"(?i)(?P<ticks>`+)"
    r"|(?P<run>\*+|_+)"
    r"|\\[\\*_]"
    r"|\]\((?:https?://|mailto:)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*\)"  # of a link
)
_SUM = r"[0-9A-Za-z)\]]\*{1,2}[0-9A-Za-z(]"  # a product or a power, whatever Markdown makes of it


class Styled(NamedTuple):
    """A run of words with one look, without its signs."""

    start: int
    end: int
    style: Style


class Inline(NamedTuple):
    """What was found in a line.

    Attributes:
        styled: In the order of their beginnings, an outer one before those within it.
        signs: The places that make it so and can be left out, in order, each apart from the others.
    """

    styled: tuple[Styled, ...] = ()
    signs: tuple[Place, ...] = ()


class Line(NamedTuple):
    """A line without its signs; the places are those in this text."""

    text: str
    styled: tuple[Styled, ...] = ()


_NOTHING = Inline()


def inline(text: str) -> Inline:
    """The styled words of a line.

    >>> inline("a **b** c")
    Inline(styled=(Styled(start=4, end=5, style=<Style.STRONG: 1>),), signs=((2, 4), (5, 7)))
    """
    if not _SIGN.search(text) or len(text) > _LONGEST or len(re.findall(_COUNTED, text)) > _MOST:
        return _NOTHING
    found = _Found(text)
    runs: list[_Run] = []
    for start, end in _parts(text, found):
        runs.append(_run(text, start, end))
    _pair(runs, found)
    return Inline(tuple(sorted(found.styled, key=_outer_first)), tuple(sorted(found.signs)))


def without_signs(text: str) -> Line:
    """The line as it is read.

    >>> without_signs("a **b** c")
    Line(text='a b c', styled=(Styled(start=2, end=3, style=<Style.STRONG: 1>),))
    """
    found = inline(text)
    if not found.styled:
        return Line(text)
    kept: list[str] = []
    shifts: list[int] = []  # of each place of the text, what was left out before it
    done = gone = 0
    for start, end in (*found.signs, (len(text), len(text))):
        kept.append(text[done:start])
        shifts += [gone] * (start - done)
        shifts += range(gone, gone + end - start)
        done, gone = end, gone + end - start
    shifts.append(gone)
    moved = (Styled(each.start - shifts[each.start], each.end - shifts[each.end], each.style) for each in found.styled)
    return Line("".join(kept), tuple(moved))


def cut(styled: Sequence[Styled], start: int, end: int) -> tuple[Styled, ...]:
    """What is styled of a part of a text; the places are those in the part."""
    within = (Styled(max(0, each.start - start), min(each.end, end) - start, each.style) for each in styled)
    return tuple(each for each in within if each.start < each.end)


class _Found:
    """What was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.styled: list[Styled] = []
        self.signs: list[Place] = []

    def add(self, opening: Place, closing: Place, style: Style) -> None:
        self.styled.append(Styled(opening[1], closing[0], style))
        if not re.compile(_SUM).match(self.text, opening[0] - 1):
            self.signs += (opening, closing)


def _outer_first(styled: Styled) -> tuple[int, int]:
    return styled.start, -styled.end


def _parts(text: str, found: _Found) -> Iterator[Place]:
    """The runs of signs that may make words strong or emphasised; code is taken out on the way."""
    ticks = {match.start(): len(match[0]) for match in re.finditer("`+", text)}
    closing: dict[int, int] = {}  # of each run of backticks the next of that length
    last: dict[int, int] = {}  # length: where the one before was seen, from the end
    for start, length in reversed(ticks.items()):
        if length in last:
            closing[start] = last[length]
        last[length] = start
    at, part = 0, re.compile(_PART)
    while (match := part.search(text, at)) is not None:
        start, at = match.span()
        if match["run"]:
            yield start, at
        elif match["ticks"] and start in closing and text[start - 1 : start] != "\\":
            found.add((start, at), (closing[start], closing[start] + at - start), Style.CODE)
            at = closing[start] + at - start


class _Run:
    """A run of asterisks or underscores, of which pairs take from the side of their words."""

    __slots__ = ("closes", "end", "length", "opens", "sign", "start")

    def __init__(self, sign: str, start: int, end: int, *, opens: bool, closes: bool) -> None:
        self.sign = sign
        self.start = start
        self.end = end
        self.length = end - start  # of the whole run
        self.opens = opens
        self.closes = closes

    @property
    def left(self) -> int:
        """How many signs nothing was made of yet."""
        return self.end - self.start

    def may_close(self, opening: _Run) -> bool:
        """Whether it ends what the other begins: one that could be either does not pair where three would be torn."""
        if not opening.opens or opening.sign != self.sign or not opening.left:
            return False
        is_torn = (self.length + opening.length) % 3 == 0 and (self.length % 3 or opening.length % 3)
        return not (self.opens and is_torn)


def _run(text: str, start: int, end: int) -> _Run:
    before, after = text[start - 1 : start], text[end : end + 1]
    opens, closes = bool(after.strip()), bool(before.strip())
    if text[start] == "_":  # inside a word it is a letter
        opens, closes = opens and not _is_letter(before), closes and not _is_letter(after)
    return _Run(text[start], start, end, opens=opens, closes=closes)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _pair(runs: list[_Run], found: _Found) -> None:
    """Find the runs that belong together: from the first that ends something, the nearest before it that begins it."""
    for at, closing in enumerate(runs):
        while closing.closes and closing.left:
            opened = next((n for n in range(at - 1, -1, -1) if closing.may_close(runs[n])), None)
            if opened is None:
                break
            opening = runs[opened]
            size = 2 if min(opening.left, closing.left) >= 2 else 1
            style = Style.STRONG if size == 2 else Style.EMPHASIS
            found.add((opening.end - size, opening.end), (closing.start, closing.start + size), style)
            opening.end -= size
            closing.start += size
            for between in runs[opened + 1 : at]:
                between.opens = False
