"""Moving the border between two chapters: whole families change sides, and their quotes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.editing.edits import Batch, Edit, Place
from core.messages import Message
from core.model import Block, Chapter, ItemId, Kind, ReviewState
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
    found = _families(state, chapter)
    if found is None:
        return None
    above, below = found
    families = [*above, *below]
    cut = next((at for at, family in enumerate(families) if (family.time_s or -1) >= time_s), len(families))
    cut = min(max(cut, 1), len(families) - 1)
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
    before, after = state.document.chapters[at - 1 : at + 1]
    moving = _Moving(before, after)
    if border.is_later:
        moving.pull(border)
    else:
        moving.push(border)
    return Batch(Message("move the border of a chapter"), tuple(moving.edits))


class _Moving:
    """Two neighbouring chapters while blocks change sides."""

    def __init__(self, before: Chapter, after: Chapter) -> None:
        self._ids = before.id, after.id
        self._blocks = list(before.blocks), list(after.blocks)
        self.edits: list[Edit] = []

    def push(self, border: Border) -> None:
        """The last families of the one before become the first of the one after."""
        above, below = self._blocks
        moved = [block for block in above if block.kind is not Kind.QUOTE][-border.moved :]
        first = id_at(below, 0)
        quotes = [b for b in above[above.index(moved[0]) :] if _is_quote_from(b, border.time_s)]
        self._take(above, [*moved, *quotes])
        for at, block in enumerate(moved):
            below.insert(at, block)
            self.edits.append(Place(block.id, self._ids[1], first))
        for quote in quotes:
            self._put_in_time(1, quote)

    def pull(self, border: Border) -> None:
        """The first families of the one after become the last of the one before."""
        above, below = self._blocks
        families = [block for block in below if block.kind is not Kind.QUOTE]
        moved, rest = families[: border.moved], families[border.moved]
        last = max((at for at, block in enumerate(above) if block.kind is not Kind.QUOTE), default=-1)
        trailing = [block for block in above[last + 1 :] if block.time_s is not None]
        quotes = [b for b in below if b.kind is Kind.QUOTE and not _is_quote_from(b, border.time_s)]
        untimed_before_rest = [b for b in quotes if b.time_s is None and below.index(b) > below.index(rest)]
        quotes = [b for b in quotes if b not in untimed_before_rest]
        self._take(below, [*moved, *quotes])
        for block in moved:
            above.append(block)
            self.edits.append(Place(block.id, self._ids[0], None))
        for quote in trailing:  # they stood at the end, where no family comes after them
            self._put_in_time(0, quote)
        for quote in quotes:
            self._put_in_time(0, quote)

    @staticmethod
    def _take(blocks: list[Block], gone: Sequence[Block]) -> None:
        ids = {block.id for block in gone}
        blocks[:] = [block for block in blocks if block.id not in ids]
