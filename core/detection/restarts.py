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
from core.detection.frames import may_tell_two
from core.detection.judgement import cosine
from core.detection.likeness import Likeness, batches, joined, likeness
from core.detection.progress import within
from core.detection.repeats import repeats
from core.detection.tuning import IN_USE
from core.detection.vetoes import vetoes
from core.detection.zones import FARTHEST_S, tiles_between
from core.model import ChunkKey, Entry
from core.text.grams import GramReader
from core.text.phrases import phrases
from core.work import Work

ALIKE = 0.25
SUPPORTERS = 3
TOGETHER_S = 2.0
APART_S = 10.0  # an offset so near another one is no other: two windows give one moment times that differ by seconds
SAME_CLOCK_S = 5.0
CLEARLY = 2.0  # how much more must speak for an offset than for any other
FEW = 0.4  # the least mean cosine of fewer supporters: enough for a clock that must be wrong, as it went back
COVERED = 0.4  # of the entries that an offset lays side by side must tell the same
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
        two_before, before, at = run
        table = columns(
            [self._tracks[before], self._tracks[at]],
            [self._first_s[place] - self._tracks[place].first_s for place in (before, at)],
        )
        went_back = self._first_s[at] + FARTHEST_S < self._last_s[before] + self._off_s[before]
        offset_s, supporters = yield from _told(table, self._reading, least=1 if went_back else SUPPORTERS)
        if self._off_s[before] and abs(offset_s) <= SAME_CLOCK_S:
            offset_s = 0.0  # the clock of the one before, whose pairs told it: small differences would add up
        wrong, offset_s = at, offset_s + self._off_s[before]
        if not supporters:
            wrong, offset_s = _going_on(run, self._first_s, self._last_s, self._off_s)
        elif two_before != before and self._jumped(two_before, before, offset_s):
            wrong, offset_s = before, -offset_s
        if abs(offset_s) > FARTHEST_S:
            self._off_s[wrong] = offset_s
            beside = before if wrong == at else two_before
            self.proposals.append(ClockProposal(self._keys[wrong], round(offset_s), self._keys[beside], supporters))

    def _jumped(self, two_before: int, before: int, by_s: float) -> bool:
        """Whether a chunk stands apart from the one before it, and follows it as soon as it is set back so far."""
        apart_s = self._first_s[before] - self._last_s[two_before] - self._off_s[two_before]
        is_back = self._first_s[before] - by_s > self._first_s[two_before] + self._off_s[two_before]
        return not self._off_s[before] and apart_s > FARTHEST_S >= apart_s - by_s and is_back

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
    is_next = first_s[before] + shift[before] <= alike <= last_s[before] + shift[before] + FARTHEST_S
    if shift[before] and (is_next or first_s[before] <= first_s[at] < first_s[before] + shift[before] - FARTHEST_S):
        return at, shift[before]  # it goes on by the same wrong clock
    if first_s[at] + FARTHEST_S >= first_s[before] + shift[before]:
        return at, 0.0
    ended = last_s[two_before] + shift[two_before]
    goes_on = first_s[at] + FARTHEST_S >= ended and first_s[at] > first_s[two_before] + shift[two_before] + TOGETHER_S
    if two_before != before and goes_on and not shift[before]:
        return before, ended - first_s[before]  # it is the one before that jumped ahead
    return at, last_s[before] + shift[before] - first_s[at]


def _told(table: Columns, reading: Reading, *, least: int) -> Work[tuple[float, int]]:
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
    others = np.abs(ahead - best) > APART_S
    _, next_votes, _ = _densest(ahead[others], weight[others])
    is_enough = supporters >= SUPPORTERS or (supporters >= least and votes >= FEW * supporters)
    if not is_enough or votes < CLEARLY * next_votes or not _fits(table, best, supporters):
        return 0.0, 0
    return best, supporters


def _fits(table: Columns, ahead_s: float, supporters: int) -> bool:
    """Whether the second chunk, so shifted, goes on from the first as the next window does, and tells what it tells.

    Two chunks that are only worded alike fit best where one lies upon the other, and tell the same here and there.
    """
    first_s, last_s = (times_s + np.array((0.0, ahead_s)) for times_s in (table.first_s, table.last_s))
    if first_s[1] <= first_s[0] + TOGETHER_S or last_s[1] <= last_s[0] + TOGETHER_S:
        return False
    is_left, at_s = table.chunk == 0, table.begin_s + ahead_s * table.chunk
    left, right = is_left & (at_s >= first_s[1] - TOGETHER_S), ~is_left & (at_s <= last_s[0] + TOGETHER_S)
    return supporters >= COVERED * min(left.sum(), right.sum())


def _undisputed(table: Columns, pairs: Likeness) -> Likeness:
    """The pairs that are each other's best, without those that a number, a name, a speaker or one word tells apart."""
    alike = cosine(pairs)
    best = [np.zeros(len(table.entries)) for _ in range(2)]
    for rows, highest in zip((pairs.left, pairs.right), best, strict=True):
        np.maximum.at(highest, rows, alike)
    mutual = pairs.where((alike >= best[0][pairs.left]) & (alike >= best[1][pairs.right]))
    left: list[int] = mutual.left.tolist()
    right: list[int] = mutual.right.tolist()
    sides = ((table.entries[one], table.entries[other]) for one, other in zip(left, right, strict=True))
    return mutual.where(np.array([_is_undisputed(*pair) for pair in sides], np.bool_))


def _is_undisputed(one: Entry, other: Entry) -> bool:
    known = phrases()
    if next(vetoes(one, other, known), None) is not None:
        return False
    return not may_tell_two(one.text, other.text, known)


def _densest(ahead: Floats, weight: Floats) -> tuple[float, float, int]:
    """The difference with the most weight around it, that weight, and the count."""
    if not len(ahead):
        return 0.0, 0.0, 0
    near = np.abs(ahead[:, None] - ahead[None, :]) <= TOGETHER_S
    votes = near @ weight
    best = int(np.argmax(votes))
    here = near[best]
    return float(np.median(ahead[here])), float(votes[best]), int(here.sum())
