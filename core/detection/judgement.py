"""How sure it is that two entries tell the same: one score from wording, numbers and times.

Knows nothing of how the wording is compared, of chunks or of merges.

The score is the chance that a careful reader would call the pair a duplicate, by a logistic model of four features.
Its weights were fitted to labelled episodes in Korean, English and Spanish and to a real merge prompt, with exact
times and with times off by some seconds, so that it does not lean on them (``tests/benchmarks/detection.py``).
"""

from __future__ import annotations

import numpy as np

from core.detection.columns import Columns, Floats, Mask
from core.detection.likeness import Likeness
from core.detection.tuning import Model, Thresholds
from core.detection.zones import FARTHEST_S, Zones
from core.text.figures import figures_in


def distance_s(columns: Columns, zones: Zones, pairs: Likeness) -> Floats:
    """Seconds between the stretches of time that the two entries cover, by the zone's clocks; 0 where they meet."""
    offset = zones.offset_s[pairs.zone]
    left_begin, left_end = columns.begin_s[pairs.left], columns.end_s[pairs.left]
    right_begin, right_end = columns.begin_s[pairs.right] - offset, columns.end_s[pairs.right] - offset
    return np.maximum(0.0, np.maximum(right_begin - left_end, left_begin - right_end))


def comparable(columns: Columns, zones: Zones, pairs: Likeness, tuned: Thresholds) -> Mask:
    """Which pairs can tell of one moment at all: of one kind, near in time, both where the windows overlap."""
    limit = tuned.outside_s + 2 * zones.spread_s[pairs.zone]
    same_kind = columns.is_quote[pairs.left] == columns.is_quote[pairs.right]
    return same_kind & (distance_s(columns, zones, pairs) <= FARTHEST_S) & (_outside_s(columns, zones, pairs) <= limit)


def cosine(pairs: Likeness) -> Floats:
    """The cosine of the two entries' weighted grams."""
    return pairs.shared / np.sqrt(pairs.left_mass * pairs.right_mass)


def contained(pairs: Likeness) -> Floats:
    """The share of the entry that says less that stands in the other."""
    return pairs.shared / np.minimum(pairs.left_mass, pairs.right_mass)


def features(columns: Columns, zones: Zones, pairs: Likeness, near_s: float) -> Floats:
    """What tells for and against each pair, a row each: cosine, containment, nearness in time, different numbers."""
    near = np.exp(-np.square(distance_s(columns, zones, pairs) / near_s) / 2)
    return np.stack((cosine(pairs), contained(pairs), near, _differ_in_numbers(columns, pairs)), axis=1)


def scores(features: Floats, model: Model) -> Floats:
    """The score of each pair, in [0, 1]."""
    logit = features @ np.array(model.weights) + model.bias
    return 1 / (1 + np.exp(-logit.round(3)))  # rounded, so that it does not hang on what else was compared at once


def _differ_in_numbers(columns: Columns, pairs: Likeness) -> Floats:
    """1 where both have numbers and share none."""
    numbers: dict[int, frozenset[str]] = {}
    found = np.zeros(len(pairs.zone))
    left_rows: list[int] = pairs.left.tolist()
    right_rows: list[int] = pairs.right.tolist()
    for at, rows in enumerate(zip(left_rows, right_rows, strict=True)):
        for row in rows:
            if row not in numbers:
                numbers[row] = figures_in(columns.entries[row].text)
        left, right = (numbers[row] for row in rows)
        found[at] = bool(left and right and not left & right)
    return found


def _outside_s(columns: Columns, zones: Zones, pairs: Likeness) -> Floats:
    offset = zones.offset_s[pairs.zone]
    left, right = zones.left[pairs.zone], zones.right[pairs.zone]
    low = np.maximum(columns.first_s[left], columns.first_s[right] - offset)
    high = np.minimum(columns.last_s[left], columns.last_s[right] - offset)
    low, high = np.minimum(low, high), np.maximum(low, high)  # windows that only touch: the gap between them
    outside = np.zeros(len(pairs.zone))
    for rows, shift in ((pairs.left, 0.0), (pairs.right, offset)):
        outside += np.maximum(0.0, low - (columns.end_s[rows] - shift))
        outside += np.maximum(0.0, columns.begin_s[rows] - shift - high)
    return outside
