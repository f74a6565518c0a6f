"""Finding text in a review: first in the document, then in entries that stand nowhere in it. Free of Qt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from core.model import Block, Entry, EntryId, ItemId, walk
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: in a block (or chapter), or in an entry that has no block."""

    item: ItemId | None
    entry: EntryId | None = None


def places_of(review: Review, text: str) -> tuple[Place, ...]:
    """The places that hold the text, in the order of the document, then of the chunks; case makes no difference."""
    wanted = _folded(text).strip()
    if not wanted:
        return ()
    document = review.state.document
    found: list[Place] = []
    for chapter in document.chapters:
        if wanted in _folded(chapter.title):
            found.append(Place(chapter.id))
        found += (Place(block.id) for _, block in walk(chapter.blocks) if _holds(block, wanted))
    shown = {place.item for place in found}
    for entry in review.state.episode.entries.values():
        if _holds(entry, wanted) and shown.isdisjoint(review.homes.get(entry.id)):
            found.append(Place(None, entry.id))
    return tuple(found)


def _holds(what: Block | Entry, wanted: str) -> bool:
    return wanted in _folded(what.text) or wanted in _folded(what.speaker or "")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
