"""Edits that move a block: up, down, in, out, to its time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from core.editing.edits import Edit, Place
from core.model import LAST, Block, Chapter, Document, ItemId, Kind, ReviewState


def move_up(state: ReviewState, item: ItemId) -> Edit | None:
    """Before its previous sibling; the first of a chapter goes to the end of the chapter before."""
    chapter, siblings, at, parent = around(state.document, item)
    if at:
        return Place(item, parent, siblings[at - 1].id)
    number = state.document.find(item)[0]
    return Place(item, state.document.chapters[number - 1].id, None) if number and parent == chapter.id else None


def move_down(state: ReviewState, item: ItemId) -> Edit | None:
    """After its next sibling; the last of a chapter goes to the beginning of the next."""
    chapter, siblings, at, parent = around(state.document, item)
    if at + 1 < len(siblings):
        return Place(item, parent, siblings[at + 2].id if at + 2 < len(siblings) else None)
    number = state.document.find(item)[0]
    if parent != chapter.id or number + 1 == len(state.document.chapters):
        return None
    after = state.document.chapters[number + 1]
    return Place(item, after.id, after.blocks[0].id if after.blocks else None)


def indent(state: ReviewState, item: ItemId) -> Edit | None:
    """Beneath the nearest note before it among its siblings."""
    _, siblings, at, _ = around(state.document, item)
    if siblings[at].kind is not Kind.NOTE:
        return None
    over = next((sibling for sibling in reversed(siblings[:at]) if sibling.kind is Kind.NOTE), None)
    return None if over is None else Place(item, over.id, None)


def outdent(state: ReviewState, item: ItemId) -> Edit | None:
    """Out of its parent, right after it."""
    chapter, _, _, parent = around(state.document, item)
    if parent == chapter.id:
        return None
    _, aunts, at, over = around(state.document, parent)
    return Place(item, over, aunts[at + 1].id if at + 1 < len(aunts) else None)


def move_to_its_time(state: ReviewState, item: ItemId) -> Edit | None:
    """To its chronological place: a child among its siblings, a family or quote in the chapter that holds its time."""
    document, path = state.document, state.document.find(item)
    block = document.block(path)
    if block.time_s is None:
        return None
    rest, stands = document.spliced(path), path[0]
    if len(path) > 2:
        parent = rest.block(path[:-1])
        at = place_in_time(parent.children, block)
        edit = Place(item, parent.id, id_at(parent.children, at))
        return None if at == path[-1] else edit
    number = chapter_for(rest, block, stands)
    chapter = rest.chapters[number]
    at = place_in_time(chapter.blocks, block)
    return None if (number, at) == path else Place(item, chapter.id, id_at(chapter.blocks, at))


def around(document: Document, item: ItemId) -> tuple[Chapter, Sequence[Block], int, ItemId]:
    """An item's chapter, siblings (itself among them), its place among them, and its parent's id."""
    path = document.find(item)
    chapter = document.chapters[path[0]]
    document.block(path)  # raises where a chapter was named
    if len(path) == 2:
        return chapter, chapter.blocks, path[1], chapter.id
    parent = document.block(path[:-1])
    return chapter, parent.children, path[-1], parent.id


def id_at(blocks: Sequence[Block], at: int) -> ItemId | None:
    """What stands at a position, None behind the last."""
    return blocks[at].id if at < len(blocks) else None


def place_in_time(siblings: Sequence[Block], block: Block) -> int:
    """Where a block belongs: behind the last note that is not later, and behind the quotes there that are not later."""
    time_s = block.time_s or 0
    at = 0
    for n, sibling in enumerate(siblings):
        if sibling.kind is Kind.NOTE and sibling.time_s is not None and sibling.time_s <= time_s:
            at = n + 1
    while at < len(siblings) and siblings[at].kind is Kind.QUOTE and (siblings[at].time_s or 0) <= time_s:
        at += 1
    return at


def chapter_for(document: Document, block: Block, stands: int | None = None) -> int:
    """The last chapter whose first top-level time is not later than the block's; a block may stay in an empty one.

    Between the last note of one chapter and the first of the next it stays in whichever of the two it stands.
    ``document`` is without the block; ``stands`` is the chapter that it was taken from.
    """
    firsts: list[tuple[int, int]] = []
    lasts: dict[int, int] = {}
    for number, chapter in enumerate(document.chapters):
        times = [top.time_s for top in chapter.blocks if top.time_s is not None]
        if times:
            firsts.append((min(times), number))
            lasts[number] = max(times)
    firsts.sort()
    at = bisect_right(firsts, (block.time_s or 0, LAST))
    before = firsts[at - 1][1] if at else -1
    after = firsts[at][1] if at < len(firsts) else len(document.chapters)
    timeless = [n for n in range(before + 1, after) if not any(n == number for _, number in firsts)]
    is_between = before >= 0 and lasts[before] <= (block.time_s or 0)
    if stands is not None and (stands in timeless or (stands == after and is_between)):
        return stands
    if before >= 0:
        return before
    return timeless[0] if timeless else after
