"""Chunks whose clock restarts or is far off, and what would set it right: proposals, nothing is shifted here.

Small differences between the clocks of two overlapping chunks are settled where they are compared (``clocks``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import isnan

import numpy as np

from core.detection.analysis import Analysis
from core.detection.columns import Columns, Floats, Track, columns
from core.detection.comparing import Reading
from core.detection.judgement import cosine
from core.detection.likeness import Likeness, batches, joined, likeness
from core.detection.progress import within
from core.detection.repeats import repeats
from core.detection.tuning import IN_USE
from core.detection.vetoes import vetoes
from core.detection.zones import FARTHEST_S, tiles_between
from core.model import ChunkKey
from core.text.grams import GramReader
from core.text.phrases import phrases
from core.work import Work

ALIKE = 0.25
SUPPORTERS = 3
TOGETHER_S = 2.0
CLEARLY = 2.0  # how much more must speak for an offset than for any other
_REST = 128  # chunks between two yields


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
    shifts = [analysis.offsets.get(key, 0) for key in analysis.tracks]
    clocks = _Clocks(analysis, list(analysis.tracks.values()), shifts)
    for done, (before, at) in enumerate(pairwise(clocks.timed())):
        if done % _REST == 0:
            yield 0.3 * done / len(shifts)
        if clocks.is_doubtful(before, at):
            break
    else:
        return ()  # most episodes end here, and nobody needs to look for copies
    copies = yield from within(0.3, 0.5, repeats(analysis.chunks))
    timed = clocks.timed(without=copies)
    for done, (before, at) in enumerate(pairwise(timed)):
        share = 0.5 + 0.5 * done / len(timed)
        if done % _REST == 0:
            yield share
        if clocks.is_doubtful(before, at):
            run = (timed[done - 1] if done else before, before, at)
            yield from within(share, share, clocks.set_right(run))
    return tuple(clocks.proposals)


class _Clocks:
    """The clocks of all chunks, with what is proposed for them so far."""

    def __init__(self, analysis: Analysis, tracks: Sequence[Track], shifts: Sequence[int]) -> None:
        self._analysis, self._tracks, self._keys = analysis, tracks, list(analysis.tracks)
        self._first_s = [track.first_s + shift for track, shift in zip(tracks, shifts, strict=True)]
        self._last_s = [track.last_s + shift for track, shift in zip(tracks, shifts, strict=True)]
        self._off_s = [0.0] * len(tracks)
        self.proposals: list[ClockProposal] = []

    @cached_property
    def _reading(self) -> Reading:
        return Reading(GramReader(), self._analysis.weights)

    def timed(self, without: Collection[ChunkKey] = ()) -> list[int]:
        """The places of all chunks with times, in reading order."""
        keys = enumerate(self._keys)
        return [at for at, key in keys if key not in without and not isnan(self._first_s[at])]

    def is_doubtful(self, before: int, at: int) -> bool:
        """Whether a chunk begins far from where the one before it ends, and nothing was found to say that it may."""
        apart_s = self._last_s[before] + self._off_s[before] - self._first_s[at]
        return abs(apart_s) > FARTHEST_S and (bool(self._off_s[before]) or not self._agree(before, at))

    def set_right(self, run: tuple[int, int, int]) -> Work[None]:
        """Proposes what sets the last of three chunks in a row right, or the one before it."""
        _, before, at = run
        table = columns(
            [self._tracks[before], self._tracks[at]],
            [self._first_s[place] - self._tracks[place].first_s for place in (before, at)],
        )
        offset_s, supporters = yield from _told(table, self._reading)
        wrong, offset_s = at, offset_s + self._off_s[before]
        if not supporters or not self._moves_on(before, at, offset_s):
            supporters = 0
            wrong, offset_s = _going_on(run, self._first_s, self._last_s, self._off_s)
        if abs(offset_s) > FARTHEST_S:
            self._off_s[wrong] = offset_s
            beside = before if wrong == at else run[0]
            self.proposals.append(ClockProposal(self._keys[wrong], round(offset_s), self._keys[beside], supporters))

    def _moves_on(self, before: int, at: int, offset_s: float) -> bool:
        """Whether a chunk so shifted begins and ends later than the one before it, as the next window does.

        Two chunks that are only worded alike fit best where one lies upon the other.
        """
        first_s, last_s = (
            every[at] + offset_s - every[before] - self._off_s[before] for every in (self._first_s, self._last_s)
        )
        return first_s > TOGETHER_S and last_s > TOGETHER_S

    def _agree(self, before: int, at: int) -> bool:
        """Whether the two were found to overlap by the clocks that they have."""
        one, other, held = self._keys[before], self._keys[at], self._analysis.held
        scores = [pair.score for pair in held.get((one, other)) or held.get((other, one)) or ()]
        return bool(scores) and max(scores) >= IN_USE.thresholds.certain


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


def _told(table: Columns, reading: Reading) -> Work[tuple[float, int]]:
    """The difference of two chunks' times on which most alike pairs agree, and how many; (0, 0) if none stands out."""
    rows = np.arange(len(table.entries))
    parts = [joined([])]
    for batch in batches(tiles_between(rows[table.chunk == 0], rows[table.chunk == 1])):
        yield 0.0
        parts.append(likeness(batch, table, reading.reader, reading.weights))
    pairs = joined(parts)
    same_kind = table.is_quote[pairs.left] == table.is_quote[pairs.right]
    alike = _undisputed(table, pairs.where(same_kind & (cosine(pairs) >= ALIKE)))
    ahead, weight = table.begin_s[alike.left] - table.begin_s[alike.right], cosine(alike)
    best, votes, supporters = _densest(ahead, weight)
    others = np.abs(ahead - best) > 2 * TOGETHER_S
    _, next_votes, _ = _densest(ahead[others], weight[others])
    if supporters < SUPPORTERS or votes < CLEARLY * next_votes:
        return 0.0, 0
    return best, supporters


def _undisputed(table: Columns, pairs: Likeness) -> Likeness:
    """The pairs that are each other's best, without those that a number, a name or a speaker tells apart."""
    alike = cosine(pairs)
    best = [np.zeros(len(table.entries)) for _ in range(2)]
    for rows, highest in zip((pairs.left, pairs.right), best, strict=True):
        np.maximum.at(highest, rows, alike)
    mutual = pairs.where((alike >= best[0][pairs.left]) & (alike >= best[1][pairs.right]))
    left: list[int] = mutual.left.tolist()
    right: list[int] = mutual.right.tolist()
    found = (
        vetoes(table.entries[one], table.entries[other], phrases()) for one, other in zip(left, right, strict=True)
    )
    return mutual.where(np.array([next(each, None) is None for each in found], np.bool_))


def _densest(ahead: Floats, weight: Floats) -> tuple[float, float, int]:
    """The difference with the most weight around it, that weight, and the count."""
    if not len(ahead):
        return 0.0, 0.0, 0
    near = np.abs(ahead[:, None] - ahead[None, :]) <= TOGETHER_S
    votes = near @ weight
    best = int(np.argmax(votes))
    here = near[best]
    return float(np.median(ahead[here])), float(votes[best]), int(here.sum())
