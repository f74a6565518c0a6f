"""Chunks whose clock restarts or is far off, and what would set it right: proposals, nothing is shifted here.

Small differences between the clocks of two overlapping chunks are settled where they are compared (``clocks``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import isnan

import numpy as np

from core.detection.columns import Columns, Floats, columns
from core.detection.detect import Analysis
from core.detection.judgement import cosine
from core.detection.likeness import Likeness, batches, joined, likeness
from core.detection.proposing import CERTAIN
from core.detection.repeats import repeated_chunks
from core.detection.zones import FARTHEST_S, Tile, tiles_between
from core.model import ChunkKey
from core.text.grams import GramReader
from core.work import Work

ALIKE = 0.25
SUPPORTERS = 3
TOGETHER_S = 2.0
CLEARLY = 2.0  # how much more must speak for an offset than for any other


@dataclass(frozen=True, slots=True)
class ClockProposal:
    """By how much a chunk's clock is off."""

    chunk: ChunkKey
    offset_s: int  # to be added to its times, on top of the offset that it has
    beside: ChunkKey  # the chunk before it, which the offset was found by
    supporters: int  # pairs of entries that tell it; 0: none, its times only go on where the other's end


def clock_proposals(analysis: Analysis) -> Work[tuple[ClockProposal, ...]]:
    """The chunks that begin long before or after the one before them ends, although their words say otherwise.

    Later chunks are measured by the proposed clocks of earlier ones, so that accepting all proposals sets all right.
    """
    chunks, copies = analysis.chunks, repeated_chunks(analysis.chunks)
    table = columns(chunks, analysis.offsets)
    timed = [at for at, first in enumerate(table.first_s) if not isnan(first) and chunks[at].key not in copies]
    compare = partial(likeness, columns=table, reader=GramReader(), weights=analysis.weights)
    found: list[ClockProposal] = []
    shift = [0.0] * len(chunks)
    first_s: list[float] = table.first_s.tolist()
    last_s: list[float] = table.last_s.tolist()
    for done, (before, at) in enumerate(pairwise(timed)):
        yield done / len(timed)
        if not shift[before] and _agree(analysis, chunks[before].key, chunks[at].key):
            continue
        start, ended = first_s[at], last_s[before] + shift[before]
        if abs(ended - start) <= FARTHEST_S:
            continue
        offset, supporters = _told(table, joined([compare(batch) for batch in batches(_all_tiles(table, before, at))]))
        wrong, offset = at, offset + shift[before]
        if not supporters:
            two_before = timed[done - 1] if done else before
            wrong, offset = _going_on((two_before, before, at), first_s, last_s, shift)
        if abs(offset) > FARTHEST_S:
            shift[wrong] = offset
            found.append(
                ClockProposal(chunks[wrong].key, round(offset), chunks[timed[timed.index(wrong) - 1]].key, supporters)
            )
    return tuple(found)


def _going_on(
    run: tuple[int, int, int], first_s: Sequence[float], last_s: Sequence[float], shift: Sequence[float]
) -> tuple[int, float]:
    """Without words that tell: which of three chunks in a row has the wrong clock, and what lets it go on in time."""
    two_before, before, at = run
    alike = first_s[at] + shift[before]
    if shift[before] and first_s[before] + shift[before] <= alike <= last_s[before] + shift[before] + FARTHEST_S:
        return at, shift[before]  # it goes on by the same wrong clock
    if first_s[at] + FARTHEST_S >= first_s[before] + shift[before]:
        return at, 0.0
    ended = last_s[two_before] + shift[two_before]
    if two_before != before and first_s[at] + FARTHEST_S >= ended and not shift[before]:
        return before, ended - first_s[before]  # it is the one before that jumped ahead
    return at, last_s[before] + shift[before] - first_s[at]


def _agree(analysis: Analysis, before: ChunkKey, chunk: ChunkKey) -> bool:
    """Whether the two were found to overlap by the clocks that they have."""
    pairs = (*analysis.held.get((before, chunk), ()), *analysis.held.get((chunk, before), ()))
    return any(pair.score >= CERTAIN for pair in pairs)


def _all_tiles(table: Columns, before: int, at: int) -> Iterator[Tile]:
    rows = np.arange(len(table.entries))
    return tiles_between(*(rows[table.chunk == chunk] for chunk in (before, at)))


def _told(table: Columns, pairs: Likeness) -> tuple[float, int]:
    """The difference of times on which most alike pairs agree, and how many; (0, 0) if none stands out."""
    same_kind = table.is_quote[pairs.left] == table.is_quote[pairs.right]
    alike = pairs.where(same_kind & (cosine(pairs) >= ALIKE))
    ahead, weight = table.begin_s[alike.left] - table.begin_s[alike.right], cosine(alike)
    best, votes, supporters = _densest(ahead, weight)
    others = np.abs(ahead - best) > 2 * TOGETHER_S
    _, next_votes, _ = _densest(ahead[others], weight[others])
    if supporters < SUPPORTERS or votes < CLEARLY * next_votes:
        return 0.0, 0
    return best, supporters


def _densest(ahead: Floats, weight: Floats) -> tuple[float, float, int]:
    """The difference with the most weight around it, that weight, and the count."""
    if not len(ahead):
        return 0.0, 0.0, 0
    near = np.abs(ahead[:, None] - ahead[None, :]) <= TOGETHER_S
    votes = near @ weight
    best = int(np.argmax(votes))
    here = near[best]
    return float(np.median(ahead[here])), float(votes[best]), int(here.sum())
