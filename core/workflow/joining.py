"""Merging by hand: which blocks become one, and the edit that does it with the words, time and speaker chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.editing.edit import Edit
from core.editing.edits import Batch
from core.errors import EditError
from core.messages import Message
from core.model import Block, EntryId, ItemId, Kind, Merge, ReviewState, left_together
from core.stitching import propose
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Wording:
    """What the one note or quote says.

    Attributes:
        words_of: The entry whose words these are, None for the editor's.
    """

    text: str
    speaker: str | None
    time_s: int | None
    words_of: EntryId | None = None


def members_to_join(review: Review, merge: Merge) -> tuple[ItemId, ...]:
    """The blocks that stand for the members of a merge, but those that were left out; the one that stays first."""
    homes = review.homes.of(merge.members)
    members = left_together(merge, homes, review.state.apart) or merge.members
    return tuple(dict.fromkeys(home for entry in members for home in homes[entry][:1]))


def rows_to_join(review: Review, keys: Iterable[str]) -> tuple[ItemId, ...]:
    """The blocks of rows of either pane, in the order of the document; raises EditError where they cannot be one."""
    document, found = review.state.document, list[ItemId]()
    for key in keys:
        homes = review.homes.get(EntryId(key)) if key in review.state.episode.entries else (ItemId(key),)
        if not homes:
            raise EditError(Message("an entry that stands in no note cannot be merged; bring it in first"))
        if not document.has(homes[0]) or len(document.find(homes[0])) < 2:
            raise EditError(Message("only notes or quotes can be merged"))
        found.append(homes[0])
    items = sorted(dict.fromkeys(found), key=document.find)
    blocks = [document.block(document.find(item)) for item in items]
    if len(blocks) < 2:
        raise EditError(Message("these are one already"))
    if len({block.kind for block in blocks}) > 1:
        raise EditError(Message("notes are merged with notes, quotes with quotes"))
    if blocks[0].kind is Kind.PROSE:
        raise EditError(Message("only notes or quotes can be merged"))
    return tuple(items)


def blocks_of(state: ReviewState, items: Iterable[ItemId]) -> tuple[Block, ...]:
    """The blocks of these ids."""
    return tuple(state.document.block(state.document.find(item)) for item in items)


def join(state: ReviewState, items: tuple[ItemId, ...], wording: Wording) -> Edit:
    """One block for all; with another time than it had it moves there."""
    absorb = propose.absorb(state, items, wording.text, wording.speaker, words_of=wording.words_of)
    after, edits = absorb.apply(state), [absorb]
    kept = next(item for item in items if after.document.has(item))
    retime = propose.retime(after, kept, wording.time_s)
    if retime is None:
        return absorb
    edits.append(retime)
    place = propose.move_to_its_time(retime.apply(after), kept)
    return Batch(Message("merge by hand"), (*edits, place) if place is not None else tuple(edits))
