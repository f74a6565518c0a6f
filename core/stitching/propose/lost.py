"""The edit that answers a lost entry: it is left out on purpose, and the ledger keeps the reason."""

from __future__ import annotations

from core.editing.edits import Batch, Drop, Edit
from core.messages import Message
from core.model import EntryId, ReviewState
from core.stitching.propose.contents import bring_in


def leave_lost(state: ReviewState, entry: EntryId, reason: str) -> Edit | None:
    """Drop an entry that no block stands for, None if one does: it comes in first and then goes."""
    if state.document.homes(entry) or not state.document.chapters:
        return None
    insert = bring_in(state, entry)
    if insert is None:
        return None
    home = insert.apply(state).document.homes(entry)[0]
    return Batch(Message("leave out"), (insert, Drop(home, reason)))
