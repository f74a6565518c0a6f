"""Compares the entries of all zones, and settles the chunks' clocks on the way; knows nothing of merges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.detection.clocks import clocks_of
from core.detection.columns import Columns, Mask
from core.detection.judgement import comparable, cosine
from core.detection.likeness import Likeness, Weights, batches, joined, likeness
from core.detection.progress import within
from core.detection.tuning import IN_USE, Thresholds
from core.detection.zones import WIDE_S, Zones, tiles_of, zones_of
from core.text.grams import GramReader
from core.work import Work

LEAST_COSINE = 0.1  # pairs that share less are no duplicates, at whatever time


@dataclass(frozen=True)
class Comparison:
    """All pairs of entries that could tell of one moment."""

    columns: Columns
    zones: Zones
    pairs: Likeness


@dataclass(frozen=True)
class Reading:
    """How texts are read: their grams, and how much each weighs."""

    reader: GramReader
    weights: Weights


def compared(
    table: Columns, pairs: Sequence[tuple[int, int]], reading: Reading, tuned: Thresholds = IN_USE.thresholds
) -> Work[Comparison]:
    """Compares what stands where windows overlap; a second time where the clocks turn out to be off.

    Args:
        table: the entries of some chunks.
        pairs: which of these chunks overlap, by their positions in the table.
        reading: how the texts are read.
        tuned: from where on times count.
    """
    zones = zones_of(pairs, tuned.slack_s)
    found = yield from within(0.0, 0.8, _likenesses(table, zones, np.ones(len(pairs), np.bool_), reading))
    zones, again = _settled(table, zones, found, tuned)
    yield 0.8
    if again.any():
        more = yield from within(0.8, 1.0, _likenesses(table, zones, again, reading))
        found = joined([found.where(~again[found.zone]), more])
        zones, _ = _settled(table, zones, found, tuned)
        yield 1.0
    return Comparison(table, zones, found.where(comparable(table, zones, found, tuned)))


def _settled(table: Columns, zones: Zones, found: Likeness, tuned: Thresholds) -> tuple[Zones, Mask]:
    """The zones with what the pairs tell of their clocks, and which to compare again.

    Where the clocks are off or nothing tells, other entries may stand in the overlap than the clocks say.
    """
    clocks = clocks_of(table, found, len(zones.left), tuned.agreeing)
    again = ~clocks.is_known | (np.abs(clocks.offset_s) > 1)
    slack = np.where(again, WIDE_S, tuned.slack_s)
    return replace(zones, offset_s=clocks.offset_s, spread_s=clocks.spread_s, slack_s=slack), again


def _likenesses(table: Columns, zones: Zones, which: Mask, reading: Reading) -> Work[Likeness]:
    """What the entries of some zones share, without pairs that share next to nothing or differ in kind."""
    tiles = [tile for tile in tiles_of(table, zones) if which[tile.zone]]
    parts: list[Likeness] = []
    done = 0
    for batch in batches(tiles):
        yield done / len(tiles)
        found = likeness(batch, table, reading.reader, reading.weights)
        same_kind = table.is_quote[found.left] == table.is_quote[found.right]
        parts.append(found.where(same_kind & (cosine(found) >= LEAST_COSINE)))
        done += len(batch)
    return joined(parts)
