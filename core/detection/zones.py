"""Where two chunks' windows overlap, and which entries stand there; knows nothing of texts.

Each pair of chunks whose ranges meet is a zone. Zones are cut into tiles of a bounded size, so that one way of
comparing serves every episode, from two short chunks to one that was pasted a hundred times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from core.detection.columns import Columns, Floats, Rows
from core.work import Work

WIDE_S = 30.0  # how far beyond the overlap an entry may stand where the clocks may be off
FARTHEST_S = 30.0  # two entries further apart do not tell of one moment
TILE = 64  # entries a side
MOST_AT_ONCE = 32  # windows that are compared with one: where all clocks restart, all windows seem to overlap
_REST = 256  # chunks between two yields


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


def overlaps(first_s: Sequence[float], last_s: Sequence[float]) -> Work[list[tuple[int, int]]]:
    """All pairs of chunks whose ranges meet or nearly so, in order; NaN stands for a chunk without times."""
    timed = (chunk for chunk, time_s in enumerate(first_s) if not isnan(time_s))
    found: list[tuple[int, int]] = []
    reached: list[int] = []
    for count, chunk in enumerate(sorted(timed, key=first_s.__getitem__)):
        if count % _REST == 0:
            yield count / len(first_s)
        reached = [other for other in reached if last_s[other] + WIDE_S >= first_s[chunk]]
        near = reached
        if len(near) > MOST_AT_ONCE:
            near = sorted(near, key=lambda other, chunk=chunk: abs(other - chunk))[:MOST_AT_ONCE]
        found += [(chunk, other) if chunk < other else (other, chunk) for other in near]
        reached.append(chunk)
    return sorted(found)


def zones_of(pairs: Sequence[tuple[int, int]], slack_s: float) -> Zones:
    """The zones of these pairs of chunks, with nothing known of their clocks."""
    sides = np.array(pairs, np.int64).reshape(-1, 2)
    nothing = np.zeros(len(sides))
    return Zones(sides[:, 0], sides[:, 1], nothing, nothing, np.full(len(sides), slack_s))


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
