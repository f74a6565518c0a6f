"""The entries of chunks as arrays, with times as the chunks' clocks and their own order give them.

Knows nothing of texts' likeness. One row is one entry, in the order of chunks and lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

from core.detection.cutoff import without_cut_remarks
from core.model import Entry, Kind, SourceChunk
from core.text.figures import in_figures
from core.text.normalise import stamps_in
from core.timecode import parse

LONGEST_S = 60  # a time inside a note counts as its end only if it is no further than this
Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Track:
    """The entries of one chunk with their times by its own clock; NaN where a chunk has no time at all."""

    chunk: SourceChunk
    texts: tuple[str, ...]  # numbers in digits, without remarks on where a window begins or ends
    begin_s: tuple[float, ...]
    end_s: tuple[float, ...]  # the last time inside its text, else where it begins
    is_quote: tuple[bool, ...]
    first_s: float
    last_s: float


@dataclass(frozen=True)
class Columns:
    """The entries of several chunks, one row each."""

    entries: tuple[Entry, ...]
    texts: tuple[str, ...]
    chunk: Rows  # the position of its chunk
    first_row: Rows  # of each chunk, and behind the last
    begin_s: Floats
    end_s: Floats
    is_quote: Mask
    first_s: Floats  # of each chunk
    last_s: Floats

    def among_last_notes(self, count: int) -> Mask:
        """Which entries are among the last so many notes of their chunk."""
        notes = ~self.is_quote
        up_to = np.concatenate((np.zeros(1, np.int64), np.cumsum(notes)))
        return notes & (up_to[self.first_row[1:]][self.chunk] - up_to[:-1] <= count)


def columns(tracks: Sequence[Track], shifts: Sequence[float]) -> Columns:
    """The entries of the chunks; ``shifts`` are the seconds that are added to the times of each."""
    counts = np.array([len(track.texts) for track in tracks], np.int64)
    shift = np.array(shifts, np.float64)
    chunk = np.repeat(np.arange(len(tracks)), counts)
    return Columns(
        tuple(chain.from_iterable(track.chunk.entries for track in tracks)),
        tuple(chain.from_iterable(track.texts for track in tracks)),
        chunk,
        np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))),
        np.array([*chain.from_iterable(track.begin_s for track in tracks)], np.float64) + shift[chunk],
        np.array([*chain.from_iterable(track.end_s for track in tracks)], np.float64) + shift[chunk],
        np.array([*chain.from_iterable(track.is_quote for track in tracks)], np.bool_),
        np.array([track.first_s for track in tracks], np.float64) + shift,
        np.array([track.last_s for track in tracks], np.float64) + shift,
    )


def track_of(chunk: SourceChunk) -> Track:
    """The entries of one chunk by its own clock."""
    entries = chunk.entries
    is_quote = tuple(entry.kind is Kind.QUOTE for entry in entries)
    times = [nan if entry.time_s is None else float(entry.time_s) for entry in entries]
    _fill(times, is_quote)
    _put_in_order(times, is_quote)
    ends = [time_s + _length(entry) for time_s, entry in zip(times, entries, strict=True)]
    texts = (without_cut_remarks(e.text) if "(" in e.text or "（" in e.text else e.text for e in entries)
    is_timed = bool(times) and not isnan(times[0])
    first_s, last_s = (min(times), max(ends)) if is_timed else (nan, nan)
    return Track(chunk, tuple(map(in_figures, texts)), tuple(times), tuple(ends), is_quote, first_s, last_s)


def _length(entry: Entry) -> int:
    """How long a note goes on by the times inside it: "… [03:12] … [03:20]"."""
    if "[" not in entry.text and "［" not in entry.text:
        return 0
    found = [parse(stamp) for stamp in stamps_in(entry.text)]
    spans = [time_s - entry.time_s for time_s in found if time_s is not None and entry.time_s is not None]
    return max((span for span in spans if 0 <= span <= LONGEST_S), default=0)


def _fill(times: list[float], is_quote: Sequence[bool]) -> None:
    """Where a time is missing, that of the entry before it, else of the one after it; of its own kind, if it can be."""
    if not any(map(isnan, times)):
        return
    rows = range(1, len(times))
    steps = (*((row, row - 1) for row in rows), *((row - 1, row) for row in reversed(rows)))
    for kinds in (is_quote, [False] * len(times)):
        for here, beside in steps:
            if isnan(times[here]) and kinds[here] == kinds[beside]:
                times[here] = times[beside]


def _put_in_order(times: list[float], is_quote: Sequence[bool]) -> None:
    """The notes' times as near as can be to what is written, but in the order of the lines.

    A model that numbers its notes badly still writes them in order; where a chunk is in order, nothing changes.
    """
    notes = [row for row, quote in enumerate(is_quote) if not quote]
    written = [times[row] for row in notes]
    if any(later < earlier for earlier, later in pairwise(written)):
        for row, time_s in zip(notes, _isotonic(written), strict=True):
            times[row] = time_s


def _isotonic(values: Sequence[float]) -> list[float]:
    """The non-decreasing sequence nearest to the values by absolute difference (pool adjacent violators).

    By medians and not by means, so that one time that is far off does not draw its neighbours along.
    """
    pools: list[list[float]] = []
    for value in values:
        pool = [value]
        while pools and _middle(pools[-1]) > _middle(pool):
            pool = sorted((*pools.pop(), *pool))
        pools.append(pool)
    return [_middle(pool) for pool in pools for _ in pool]


def _middle(pool: Sequence[float]) -> float:
    return pool[(len(pool) - 1) // 2]
