"""Several edits as one that a person asked for, and undoes, at once."""

from __future__ import annotations

from collections.abc import Sequence

from core.editing.edits import Batch, Edit
from core.messages import Message


def together(label: Message, edits: Sequence[Edit]) -> Edit | None:
    """One undo step of all; each was made for the state behind those before it."""
    return Batch(label, tuple(edits)) if edits else None
