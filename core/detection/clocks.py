"""By how much the clocks of two overlapping chunks differ, told by what they both say; knows nothing of merges."""

from __future__ import annotations

import numpy as np

from core.detection.columns import Columns, Floats, Rows
from core.detection.judgement import cosine
from core.detection.likeness import Likeness, Singles
from core.detection.zones import Zones

ALIKE = 0.30  # pairs less alike say nothing about the clocks
SUPPORTERS = 3


def clock_offsets(columns: Columns, zones: Zones, pairs: Likeness) -> Floats:
    """For each zone the seconds that the right chunk's clock is ahead of the left one's, 0 where too little tells.

    The weighted median over the pairs that are each other's best match by wording alone.
    """
    alike = cosine(pairs)
    best = _best(pairs.zone, pairs.left, alike) & _best(pairs.zone, pairs.right, alike) & (alike >= ALIKE)
    zone, weight = pairs.zone[best], alike[best]
    ahead = columns.begin_s[pairs.right[best]] - columns.begin_s[pairs.left[best]]
    order = np.lexsort((ahead, zone))
    zone, weight, ahead = zone[order], weight[order], ahead[order]
    offset = np.zeros(len(zones.left))
    starts = np.flatnonzero(np.diff(zone, prepend=-1))
    for begin, end in zip(starts.tolist(), [*starts[1:].tolist(), len(zone)], strict=True):
        if end - begin >= SUPPORTERS:
            sums = np.cumsum(weight[begin:end])
            offset[zone[begin]] = ahead[begin + int(np.searchsorted(sums, sums[-1] / 2))]
    return offset


def _best(zone: Rows, rows: Rows, alike: Singles) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which pairs are the most alike of all of their zone with that row."""
    order = np.lexsort((alike, rows, zone))
    last = np.ones(len(order), np.bool_)
    last[:-1] = (rows[order][1:] != rows[order][:-1]) | (zone[order][1:] != zone[order][:-1])
    found = np.zeros(len(order), np.bool_)
    found[order[last]] = True
    return found
