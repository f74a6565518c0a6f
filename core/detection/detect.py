"""Finds the entries that tell the same: the one way in to detection. Reads entries and clock offsets, never blocks.

Loads numpy; import it where detection starts, not where a window opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.detection.comparing import compared
from core.detection.proposing import proposed
from core.model import ChunkKey, Merge, SourceChunk
from core.text.phrases import phrases
from core.work import Work


def detect(
    chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], language: str = ""
) -> Work[tuple[Merge, ...]]:
    """The merges that are proposed, by the time of their canonical entries.

    Args:
        chunks: all chunks, in reading order.
        offsets: seconds that are added to the times of a chunk.
        language: whose phrases tell negation and plans; of all languages when empty.
    """
    comparison = yield from compared(chunks, offsets)
    yield 0.9
    return proposed(chunks, comparison, phrases(language))
