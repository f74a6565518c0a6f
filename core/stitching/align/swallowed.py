"""Entries that a block tells in passing, beside what it was found to tell: two notes as one, at the time of the first.

Told by where the block stands: at the entry's own second, or last before it with nothing in between. There a few words,
or a number, that nothing else explains are enough. A block at a second that none of its entries has got it somewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from core.detection.cutoff import is_cut_off
from core.model import Kind
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text
from core.stitching.align.verbatim import apart_s

_NEW = 0.12  # of an entry's words in the block, and in none of the block's own entries
_NEW_BESIDE_NUMBERS = 0.05  # the same, where all numbers of the entry are in the block as well
_NEW_BEFORE = 0.2  # the same in the last block before, where another stands at the entry's second
_LITTLE = 0.01
_NEAR_S = 30
_TOLD_ELSEWHERE = 0.2  # of an entry's words in a block that has the entry's second; another block tells the rest
_CUT_OFF = 0.12  # of the words of a question that its window did not answer, in the block that tells the answer
_PART = 0.2  # of a block's words in an entry of its second, and in no other block that tells of it


def cite_swallowed(citations: Citations) -> None:
    """Cites entries that are left in the blocks that tell them in passing, and parts of notes that stand alone."""
    _cite_unfounded_seconds(citations)
    places = _Places(citations)
    for entry in citations.open_entries():
        if entry.kind is Kind.NOTE and (block := _telling(citations, places, entry)) is not None:
            citations.cite(block, entry)
    _cite_parts_of_one_second(citations)


class _Places:
    """The notes of a document by their times."""

    def __init__(self, citations: Citations) -> None:
        timed = [(b.time_s, b.at) for b in citations.texts.blocks if b.kind is Kind.NOTE and b.time_s is not None]
        self._timed = sorted(timed)
        self._blocks = citations.texts.blocks

    def over(self, time_s: int) -> Iterator[Text]:
        """The blocks at a second; where there are none, the last before it, if near."""
        yield from self._last(bisect_right(self._timed, (time_s, len(self._blocks))), time_s)

    def before(self, time_s: int) -> Iterator[Text]:
        """The last blocks before a second, if near."""
        yield from self._last(bisect_left(self._timed, (time_s, 0)), time_s)

    def _last(self, end: int, time_s: int) -> Iterator[Text]:
        """Of the first blocks, so many, those at the last second, if that is near."""
        for second, at in reversed(self._timed[:end]):
            if second != self._timed[end - 1][0] or time_s - second > _NEAR_S:
                return
            yield self._blocks[at]

    def after(self, time_s: int) -> Iterator[Text]:
        """The first block behind a second, if near."""
        end = bisect_right(self._timed, (time_s, len(self._blocks)))
        for second, at in self._timed[end : end + 1]:
            if second - time_s <= _NEAR_S:
                yield self._blocks[at]


def _telling(citations: Citations, places: _Places, entry: Text) -> Text | None:
    if entry.time_s is None:
        return None
    found = [(new, block) for block in places.over(entry.time_s) if (new := _new(citations, block, entry))]
    if not found:
        told = [(_new(citations, block, entry), block) for block in places.before(entry.time_s)]
        found = [(new, block) for new, block in told if new >= _NEW_BEFORE]
    if not found and is_cut_off(entry.text):
        beside = (*places.over(entry.time_s), *places.after(entry.time_s))
        told = [(citations.texts.likeness(block, entry).of_entry, block) for block in beside]
        found = [(share, block) for share, block in told if share >= _CUT_OFF]
    return max(found, key=lambda item: item[0])[1] if found else None


def _new(citations: Citations, block: Text, entry: Text) -> float:
    """How much of the entry only the block's telling of it explains; 0 if too little to say so."""
    cited = citations.cited_by(block)
    told = entry.numbers.told_by(block.numbers)
    numbers = told.difference(*(entry.numbers.told_by(own.numbers) for own in cited))
    share = _share(citations, block, entry, cited)
    if not cited:
        return 0.0
    if numbers and told == entry.numbers.notable:
        return max(share, _LITTLE) if share >= _NEW_BESIDE_NUMBERS or any(map(_is_rare, numbers)) else 0.0
    is_near = apart_s(block, entry) == 0 or (block.stems & entry.stems).difference(*(own.stems for own in cited))
    return share if share >= _NEW and is_near and (told or not entry.numbers.notable) else 0.0


def _is_rare(number: str) -> bool:
    """Whether two texts hardly share it by chance."""
    return len(number) > 1


def _share(citations: Citations, block: Text, entry: Text, explained: Sequence[Text]) -> float:
    """How much of the entry is in the block and in none of the texts that explain it otherwise."""
    texts = citations.texts
    shared = (block.grams & entry.grams).difference(*(text.grams for text in explained))
    return texts.weight(shared) / max(texts.weight(entry.grams), 1e-9)


def _cite_unfounded_seconds(citations: Citations) -> None:
    """A block at a second that none of its entries has: that of another one, which it tells at least a little of."""
    for block in citations.texts.blocks:
        cited = citations.cited_by(block)
        if block.kind is not Kind.NOTE or not cited or block.time_s in {entry.time_s for entry in cited}:
            continue
        for entry in citations.texts.at_second(block):
            told = citations.texts.likeness(block, entry).of_entry
            if told >= _TOLD_ELSEWHERE or (told > 0 and not citations.homes(entry)):
                citations.cite(block, entry)


def _cite_parts_of_one_second(citations: Citations) -> None:
    """Blocks that are left and tell a part of an entry of their second that no other block tells."""
    for block in citations.open_blocks():
        if block.kind is Kind.NOTE:
            parts = [
                (part, entry) for entry in citations.texts.at_second(block) if (part := _part(citations, block, entry))
            ]
            if parts:
                citations.cite(block, max(parts, key=lambda item: item[0])[1])


def _part(citations: Citations, block: Text, entry: Text) -> float:
    texts = citations.texts
    homes = citations.homes(entry)
    if any(apart_s(home, block) == 0 and block.numbers.told_by(home.numbers) for home in homes):
        return 0.0
    own = (block.grams & entry.grams).difference(*(home.grams for home in homes))
    share = texts.weight(own) / max(texts.weight(block.grams), 1e-9)
    numbers = block.numbers.notable
    is_numbered = bool(numbers) and numbers == block.numbers.told_by(entry.numbers)
    return share if share >= (0.0 if is_numbered else _PART) else 0.0
