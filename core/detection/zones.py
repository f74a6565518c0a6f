"""Where two chunks' windows overlap, and which entries stand there; knows nothing of texts.

Each pair of chunks whose ranges meet is a zone. Zones are cut into tiles of a bounded size, so that one way of
comparing serves every episode, from two short chunks to one that was pasted a hundred times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.detection.columns import Columns, Floats, Rows

SLACK_S = 10.0  # how far beyond the overlap an entry may stand: about one cue of a transcript at each end
WIDE_S = 30.0  # the same where the clocks may be off
FARTHEST_S = 30.0  # two entries further apart do not tell of one moment
TILE = 64  # entries a side


@dataclass(frozen=True, slots=True)
class Zones:
    """Pairs of chunks whose windows overlap, and what is known of their clocks."""

    left: Rows
    right: Rows
    offset_s: Floats  # times of the right chunk count less this
    spread_s: Floats  # how far single times stray from that, 0 while unknown
    slack_s: Floats  # how far beyond the overlap entries are compared


@dataclass(frozen=True, slots=True)
class Tile:
    """Rows of entries of the one and of the other chunk of a zone that are compared with each other."""

    zone: int
    left: Rows
    right: Rows


def zones_of(columns: Columns) -> Zones:
    """All pairs of chunks whose ranges meet or nearly so, in the order of the chunks."""
    timed = np.flatnonzero(~np.isnan(columns.first_s))
    by_start = timed[np.argsort(columns.first_s[timed], kind="stable")].tolist()
    first, last = columns.first_s.tolist(), columns.last_s.tolist()
    found: list[tuple[int, int]] = []
    open_chunks: list[int] = []
    for chunk in by_start:
        open_chunks = [other for other in open_chunks if last[other] + WIDE_S >= first[chunk]]
        found.extend((min(chunk, other), max(chunk, other)) for other in open_chunks)
        open_chunks.append(chunk)
    pairs = np.array(sorted(found), np.int64).reshape(-1, 2)
    nothing = np.zeros(len(pairs))
    return Zones(pairs[:, 0], pairs[:, 1], nothing, nothing, np.full(len(pairs), SLACK_S))


def tiles_of(columns: Columns, zones: Zones) -> Iterator[Tile]:
    """What is to be compared, zone by zone; within a tile all times are near each other."""
    left, right = (
        _members(columns, zones, zones.left, zones.right, 1),
        _members(columns, zones, zones.right, zones.left, -1),
    )
    for zone, (rows, others) in enumerate(zip(left, right, strict=True)):
        if not len(rows) or not len(others):
            continue
        if len(rows) <= TILE and len(others) <= TILE:
            yield Tile(zone, rows, others)
            continue
        yield from _cut(columns, zone, rows, others)


def _members(columns: Columns, zones: Zones, own: Rows, other: Rows, sign: int) -> list[Rows]:
    """For each zone the rows of one side that stand where the other side's range reaches, in order of time."""
    shift = sign * zones.offset_s
    low, high = columns.first_s[other] - shift - zones.slack_s, columns.last_s[other] - shift + zones.slack_s
    start, counts = columns.first_row[own], columns.first_row[own + 1] - columns.first_row[own]
    zone = np.repeat(np.arange(len(own)), counts)
    rows = np.arange(len(zone)) + np.repeat(start - (np.cumsum(counts) - counts), counts)
    inside = (columns.end_s[rows] >= low[zone]) & (columns.begin_s[rows] <= high[zone])
    zone, rows = zone[inside], rows[inside]
    order = np.lexsort((columns.begin_s[rows], zone))
    return np.split(rows[order], np.searchsorted(zone, np.arange(1, len(own))))


def _cut(columns: Columns, zone: int, left: Rows, right: Rows) -> Iterator[Tile]:
    for rows in _pieces(left):
        # Half the tiles of a long zone lie too far apart to hold a pair; the offset is small beside the slack.
        low, high = columns.begin_s[rows].min() - 2 * FARTHEST_S, columns.end_s[rows].max() + 2 * FARTHEST_S
        near = right[(columns.end_s[right] >= low) & (columns.begin_s[right] <= high)]
        yield from (Tile(zone, rows, others) for others in _pieces(near))


def tiles_between(left: Rows, right: Rows) -> Iterator[Tile]:
    """Every row of the one side with every row of the other, whatever their times; the zone of all tiles is 0."""
    return (Tile(0, rows, others) for rows in _pieces(left) for others in _pieces(right))


def _pieces(rows: Rows) -> list[Rows]:
    return np.array_split(rows, -(-len(rows) // TILE)) if len(rows) else []
