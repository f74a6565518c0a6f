"""By how much the clocks of two overlapping chunks differ, told by what they both say; knows nothing of merges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

import numpy as np

from core.detection.columns import Columns, Floats, Mask, Rows
from core.detection.judgement import cosine
from core.detection.likeness import Likeness
from core.detection.zones import FARTHEST_S

SUPPORTERS = 3
TOGETHER_S = 3.0  # how near each other their differences must be


@dataclass(frozen=True, slots=True)
class Clocks:
    """For each zone how the right chunk's clock stands to the left one's."""

    offset_s: Floats  # how far it is ahead, 0 where too little tells
    spread_s: Floats  # the median distance of single differences from that
    is_known: Mask  # whether enough pairs told


def clocks_of(columns: Columns, pairs: Likeness, count: int, agreeing: float) -> Clocks:
    """What the pairs tell about ``count`` zones, by those that are each other's best match by wording alone.

    The offset is the weighted median of their differences, if enough of them agree on it. Pairs whose cosine is below
    ``agreeing`` say nothing about the clocks.
    """
    near = np.abs(columns.begin_s[pairs.right] - columns.begin_s[pairs.left]) <= FARTHEST_S
    pairs = pairs.where(near)  # a clock that is further off is for a person to set right
    alike = cosine(pairs)
    best = _best(pairs.zone, pairs.left, alike) & _best(pairs.zone, pairs.right, alike) & (alike >= agreeing)
    zone, weight = pairs.zone[best], alike[best]
    ahead = columns.begin_s[pairs.right[best]] - columns.begin_s[pairs.left[best]]
    order = np.lexsort((ahead, zone))
    zone = zone[order]
    weights: list[float] = weight[order].tolist()
    differences: list[float] = ahead[order].tolist()
    clocks = Clocks(np.zeros(count), np.zeros(count), np.zeros(count, np.bool_))
    edges: list[int] = np.flatnonzero(np.diff(zone, prepend=-1, append=-2)).tolist()
    for begin, end in pairwise(edges):
        if end - begin >= SUPPORTERS:
            at = int(zone[begin])
            clocks.is_known[at] = True
            clocks.offset_s[at], clocks.spread_s[at] = _agreed(differences[begin:end], weights[begin:end])
    return clocks


def _agreed(differences: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """The offset on which most of the differences, given in order, agree (else 0), and how far they stray from it."""
    middle = bisect_left(list(accumulate(weights)), sum(weights) / 2)
    offset = differences[min(middle, len(differences) - 1)]
    together = sum(abs(difference - offset) <= TOGETHER_S for difference in differences)
    if 2 * together <= max(len(differences), 2 * SUPPORTERS - 1):
        offset = 0.0
    return offset, median(abs(difference - offset) for difference in differences)


def _best(zone: Rows, rows: Rows, alike: Floats) -> Mask:
    """Which pairs are the most alike of all of their zone with that row."""
    order = np.lexsort((alike, rows, zone))
    last = np.ones(len(order), np.bool_)
    last[:-1] = (rows[order][1:] != rows[order][:-1]) | (zone[order][1:] != zone[order][:-1])
    found = np.zeros(len(order), np.bool_)
    found[order[last]] = True
    return found
