"""Compares the entries of all zones, and settles the chunks' clocks on the way; knows nothing of merges."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.detection.clocks import clocks_of
from core.detection.columns import Columns, Mask, columns
from core.detection.judgement import comparable, cosine
from core.detection.likeness import Likeness, Weights, batches, joined, likeness, weights_of
from core.detection.progress import within
from core.detection.repeats import is_copy
from core.detection.zones import SLACK_S, WIDE_S, Zones, tiles_of, zones_of
from core.model import ChunkKey, SourceChunk
from core.text.grams import GramReader
from core.work import Work

LEAST_COSINE = 0.1  # pairs that share less are no duplicates, at whatever time


@dataclass(frozen=True)
class Comparison:
    """All pairs of entries that could tell of one moment."""

    columns: Columns
    zones: Zones
    pairs: Likeness
    weights: Weights


def compared(
    chunks: Sequence[SourceChunk],
    offsets: Mapping[ChunkKey, int],
    *,
    weights: Weights | None = None,
    touching: Collection[ChunkKey] | None = None,
) -> Work[Comparison]:
    """Compares what stands where windows overlap; a second time where the clocks turn out to be off.

    Args:
        chunks: all chunks, or those that overlap the ones in question.
        offsets: seconds that are added to the times of a chunk.
        weights: of an analysis before; measured on these chunks if there are none.
        touching: only what overlaps these chunks is compared.
    """
    table = columns(chunks, offsets)
    reader = GramReader()
    yield 0.0
    if weights is None:
        weights = yield from within(0.0, 0.2, weights_of(table.texts, reader))
    zones = zones_of(table)
    asked = np.ones(len(chunks), np.bool_)
    if touching is not None:
        asked = np.array([chunk.key in touching for chunk in chunks], np.bool_)
    which = (asked[zones.left] | asked[zones.right]) & ~_copies(chunks, zones)
    found = yield from within(0.2, 0.8, _likenesses(table, zones, which, reader, weights))
    zones, again = _settled(table, zones, found)
    again &= which
    if again.any():
        more = yield from within(0.8, 1.0, _likenesses(table, zones, again, reader, weights))
        found = joined([found.where(~again[found.zone]), more])
        zones, _ = _settled(table, zones, found)
    return Comparison(table, zones, found.where(comparable(table, zones, found)), weights)


def _copies(chunks: Sequence[SourceChunk], zones: Zones) -> Mask:
    """Zones of a chunk with its own copy: one finding about the chunk says more than one for each entry."""
    sides = zip(zones.left, zones.right, strict=True)
    return np.array([is_copy(chunks[int(left)], chunks[int(right)]) for left, right in sides], np.bool_)


def _settled(table: Columns, zones: Zones, found: Likeness) -> tuple[Zones, Mask]:
    """The zones with what the pairs tell of their clocks, and which to compare again.

    Where the clocks are off or nothing tells, other entries may stand in the overlap than the clocks say.
    """
    clocks = clocks_of(table, found, len(zones.left))
    again = ~clocks.is_known | (np.abs(clocks.offset_s) > 1)
    slack_s = np.where(again, WIDE_S, SLACK_S)
    return replace(zones, offset_s=clocks.offset_s, spread_s=clocks.spread_s, slack_s=slack_s), again


def _likenesses(table: Columns, zones: Zones, which: Mask, reader: GramReader, weights: Weights) -> Work[Likeness]:
    """What the entries of some zones share, without pairs that share next to nothing or differ in kind."""
    tiles = [tile for tile in tiles_of(table, zones) if which[tile.zone]]
    parts: list[Likeness] = []
    done = 0
    for batch in batches(tiles):
        found = likeness(batch, table, reader, weights)
        same_kind = table.is_quote[found.left] == table.is_quote[found.right]
        parts.append(found.where(same_kind & (cosine(found) >= LEAST_COSINE)))
        done += len(batch)
        yield done / len(tiles)
    return joined(parts)
