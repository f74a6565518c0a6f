"""Edits that make two notes of one, and one of two."""

from __future__ import annotations

from core.editing.edits import Absorb, Batch, Edit, Insert, Rewrite
from core.errors import EditError
from core.messages import Message
from core.model import ItemId, Kind, ReviewState
from core.stitching.propose.places import around, id_at
from core.stitching.propose.words import one_line


def split_note(state: ReviewState, item: ItemId, before: str, after: str) -> Edit | None:
    """Two notes of one: the first keeps the children, the second stands right behind it for the same entries.

    None where one of the two would say nothing; raises EditError for a quote.
    """
    first, second = one_line(before), one_line(after)
    _, siblings, at, parent = around(state.document, item)
    block = siblings[at]
    if block.kind is not Kind.NOTE:
        raise EditError(Message("a quote cannot be split: its words are the speaker's"))
    if not first or not second:
        return None
    rewrite = Rewrite(item, block.time_s, first, None)
    insert = Insert(parent, id_at(siblings, at + 1), Kind.NOTE, block.time_s, second, None, block.sources)
    return Batch(Message("split the note"), (rewrite, insert))


def join_note(state: ReviewState, item: ItemId) -> Edit | None:
    """A note goes into its previous sibling, words behind words; its children go along. None where there is none."""
    _, siblings, at, _ = around(state.document, item)
    if at == 0 or {siblings[at].kind, siblings[at - 1].kind} != {Kind.NOTE}:
        return None
    above, below = siblings[at - 1], siblings[at]
    join = Absorb(above.id, (item,), f"{above.text} {below.text}", None, None)
    return Batch(Message("join the notes"), (join,))
