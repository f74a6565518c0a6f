"""Edits that answer a finding or correct a chunk's clock."""

from __future__ import annotations

from core.editing.edits import Batch, Dismiss, Edit, ShiftChunk
from core.messages import Message
from core.model import Block, ChunkKey, FindingId, ReviewState
from core.stitching.propose.places import move_to_its_time


def dismiss(finding: FindingId, reason: str = "") -> Edit:
    """Say of a finding that it is all right as it is."""
    return Dismiss(finding, reason)


def shift_chunk(state: ReviewState, chunk: ChunkKey, by_s: int) -> Edit:
    """Correct a chunk's clock and move its families and quotes to their times."""
    shift = ShiftChunk(chunk, by_s)
    after = shift.apply(state)
    edits: list[Edit] = [shift]
    for item in [b.id for c in after.document.chapters for b in c.blocks if _is_of(after, b, chunk)]:
        place = move_to_its_time(after, item)
        if place is not None:
            after = place.apply(after)
            edits.append(place)
    return Batch(Message("correct the clock"), tuple(edits))


def _is_of(state: ReviewState, block: Block, chunk: ChunkKey) -> bool:
    return bool(block.sources) and state.episode.entries[block.sources[0]].chunk == chunk
