"""Finds the entries that tell the same: the one way in to detection. Reads entries and clock offsets, never blocks.

Loads numpy; import it where detection starts, not where a window opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter

from core.detection.comparing import compared
from core.detection.likeness import Weights
from core.detection.matching import Pair
from core.detection.pairing import ZoneKey, held_pairs
from core.detection.progress import within
from core.detection.proposing import Placed, proposed
from core.detection.zones import WIDE_S
from core.model import ChunkKey, EntryId, Merge, SourceChunk
from core.text.phrases import phrases
from core.work import Work


@dataclass(frozen=True)
class Analysis:
    """What was found, and what is needed to look again at a few chunks only."""

    chunks: tuple[SourceChunk, ...]
    offsets: Mapping[ChunkKey, int]
    language: str
    weights: Weights
    held: Mapping[ZoneKey, tuple[Pair, ...]]
    placed: tuple[Placed, ...]

    @property
    def merges(self) -> tuple[Merge, ...]:
        """The merges that are proposed, by the time of their canonical entries."""
        return tuple(merge for _, merge in self.placed)


def detect(
    chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], language: str = ""
) -> Work[tuple[Merge, ...]]:
    """The merges that are proposed, by the time of their canonical entries; see ``analyse``."""
    analysis = yield from analyse(chunks, offsets, language)
    return analysis.merges


def analyse(chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], language: str = "") -> Work[Analysis]:
    """Looks at all chunks.

    Args:
        chunks: all chunks, in reading order.
        offsets: seconds that are added to the times of a chunk.
        language: whose phrases tell negation and plans; of all languages when empty.
    """
    comparison = yield from within(0.0, 0.6, compared(chunks, offsets))
    held = yield from within(0.6, 0.7, held_pairs(chunks, comparison))
    pairs = (pair for pairs in held.values() for pair in pairs)
    placed = yield from within(0.7, 1.0, proposed(pairs, phrases(language)))
    return Analysis(tuple(chunks), dict(offsets), language, comparison.weights, held, placed)


def analyse_again(before: Analysis, chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int]) -> Work[Analysis]:
    """Looks again only at what overlaps chunks that were replaced, shifted, added or removed.

    Which grams are rare stays as it was, so that the scores of all others stay as they are.
    """
    old = {chunk.key: chunk for chunk in before.chunks}
    changed = {
        chunk.key
        for chunk in chunks
        if old.get(chunk.key) is not chunk or offsets.get(chunk.key, 0) != before.offsets.get(chunk.key, 0)
    }
    gone = changed | (old.keys() - {chunk.key for chunk in chunks})
    near = _near(chunks, offsets, changed)
    comparison = yield from compared(near, offsets, weights=before.weights, touching=changed)
    again = yield from held_pairs(near, comparison)
    held = {zone: pairs for zone, pairs in before.held.items() if gone.isdisjoint(zone)} | dict(again)
    stale = _touched((pair for zone, pairs in before.held.items() if not gone.isdisjoint(zone) for pair in pairs))
    pairs = _connected(held, stale | _touched(pair for pairs in again.values() for pair in pairs))
    fresh = yield from proposed(pairs, phrases(before.language))
    stale |= _touched(pairs)
    kept = [placed for placed in before.placed if placed[1].members[0] not in stale]
    placed = tuple(sorted((*kept, *fresh), key=itemgetter(0)))
    return Analysis(tuple(chunks), dict(offsets), before.language, before.weights, held, placed)


def _near(chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], changed: Set[ChunkKey]) -> list[SourceChunk]:
    """The changed chunks and those whose windows may overlap theirs."""
    spans = {chunk.key: _span(chunk, offsets) for chunk in chunks}
    asked = [span for key in changed if (span := spans[key]) is not None]
    return [
        chunk
        for chunk in chunks
        if chunk.key in changed
        or ((own := spans[chunk.key]) and any(own[0] <= last and first <= own[1] for first, last in asked))
    ]


def _span(chunk: SourceChunk, offsets: Mapping[ChunkKey, int]) -> tuple[float, float] | None:
    if chunk.span is None:
        return None
    shift = offsets.get(chunk.key, 0)
    return chunk.span[0] + shift - WIDE_S, chunk.span[1] + shift + WIDE_S


def _touched(pairs: Iterable[Pair]) -> set[EntryId]:
    return {side.entry.id for pair in pairs for side in (pair.left, pair.right)}


def _connected(held: Mapping[ZoneKey, tuple[Pair, ...]], entries: set[EntryId]) -> list[Pair]:
    """All pairs that hang together with these entries, directly or through others."""
    of_chunk: dict[ChunkKey, list[ZoneKey]] = {}
    for zone in held:
        for key in zone:
            of_chunk.setdefault(key, []).append(zone)
    found: dict[tuple[EntryId, EntryId], Pair] = {}
    waiting, seen = set(entries), set(entries)
    while waiting:
        keys = {ChunkKey(entry.rpartition(":")[0]) for entry in waiting}
        near = [pair for key in keys for zone in of_chunk.get(key, ()) for pair in held[zone]]
        reached = [pair for pair in near if not waiting.isdisjoint((pair.left.entry.id, pair.right.entry.id))]
        found.update(((pair.left.entry.id, pair.right.entry.id), pair) for pair in reached)
        waiting = _touched(reached) - seen
        seen |= waiting
    return list(found.values())
