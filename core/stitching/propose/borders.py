"""Moving the border between two chapters: whole families change sides, and their quotes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.editing.edits import Batch, Edit, Place
from core.messages import Message
from core.model import LAST, Block, Chapter, ItemId, Kind, ReviewState
from core.stitching.propose.places import id_at, place_in_time


@dataclass(frozen=True, slots=True)
class Border:
    """Where a chapter would begin.

    Attributes:
        time_s: The time of its first family then.
        moved: How many families change sides; into the chapter before where ``is_later``.
    """

    chapter: ItemId
    time_s: int
    moved: int
    is_later: bool


def border_at(state: ReviewState, chapter: ItemId, time_s: int) -> Border | None:
    """Where the chapter would begin if its border were moved to that time; None if it stays where it is.

    A border stands before a family, and leaves at least one on either side. The first chapter has none.
    """
    at = state.document.chapter_at(chapter)
    if not at:
        return None
    above, below = (_families(one) for one in state.document.chapters[at - 1 : at + 1])
    families = [*above, *below]
    cut = next((n for n, family in enumerate(families) if family.time_s is not None and family.time_s >= time_s), LAST)
    cut = max(1, min(cut, len(families) - 1))
    start_s = next((family.time_s for family in families[cut:] if family.time_s is not None), None)
    if cut == len(above) or start_s is None:
        return None
    return Border(chapter, start_s, abs(cut - len(above)), is_later=cut > len(above))


def move_border(state: ReviewState, chapter: ItemId, time_s: int) -> Edit | None:
    """Let the chapter begin at that time, as ``border_at`` has it. The order of the families does not change."""
    border = border_at(state, chapter, time_s)
    if border is None:
        return None
    at = state.document.chapter_at(chapter)
    moving = _Moving(*state.document.chapters[at - 1 : at + 1])
    moving.pull(border) if border.is_later else moving.push(border)
    return Batch(Message("move the border of a chapter"), tuple(moving.edits))


class _Moving:
    """Two neighbouring chapters while blocks change sides. A quote goes where its time puts it."""

    def __init__(self, above: Chapter, below: Chapter) -> None:
        self._above, self._below = list(above.blocks), list(below.blocks)
        self._ids = {id(self._above): above.id, id(self._below): below.id}
        self.edits: list[Edit] = []

    def push(self, border: Border) -> None:
        """The last families of the chapter above become the first of the one below."""
        first = _families(self._above)[-border.moved]
        going = [block for block in self._above[self._above.index(first) :] if not _is_timed_quote(block)]
        quotes = [b for b in self._above if _is_timed_quote(b) and (b.time_s or 0) >= border.time_s]
        for at, block in enumerate(going):
            self._place(block, self._below, at)
        for quote in quotes:
            self._place(quote, self._below)

    def pull(self, border: Border) -> None:
        """The first families of the chapter below become the last of the one above."""
        first = _families(self._below)[border.moved]
        going = [block for block in self._below[: self._below.index(first)] if not _is_timed_quote(block)]
        quotes = [b for b in self._below if _is_timed_quote(b) and (b.time_s or 0) < border.time_s]
        last = _families(self._above)[-1:]
        at_end = self._above[self._above.index(last[0]) + 1 :] if last else self._above
        quotes = [*filter(_is_timed_quote, at_end), *quotes]  # behind those at the end come families now
        for block in going:
            self._place(block, self._above, len(self._above))
        for quote in quotes:
            self._place(quote, self._above)

    def _place(self, block: Block, into: list[Block], at: int | None = None) -> None:
        """Put a block there, or else at its time."""
        source = self._above if block in self._above else self._below
        was = source.index(block)
        del source[was]
        to = place_in_time(into, block) if at is None else at
        if source is not into or to != was:
            self.edits.append(Place(block.id, self._ids[id(into)], id_at(into, to)))
        into.insert(to, block)


def _families(chapter: Chapter | Sequence[Block]) -> list[Block]:
    blocks = chapter.blocks if isinstance(chapter, Chapter) else chapter
    return [block for block in blocks if block.kind is not Kind.QUOTE]


def _is_timed_quote(block: Block) -> bool:
    return block.kind is Kind.QUOTE and block.time_s is not None
