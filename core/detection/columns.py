"""The entries of all chunks as arrays, with times as the chunks' clocks and their own order give them.

Knows nothing of texts' likeness. One row is one entry, in the order of chunks and lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.detection.cutoff import without_cut_remarks
from core.model import ChunkKey, Entry, Kind, SourceChunk
from core.text.normalise import stamps_in
from core.timecode import parse

LONGEST_S = 60  # a time inside a note counts as its end only if it is no further than this
Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Columns:
    """All entries, one row each."""

    entries: tuple[Entry, ...]
    texts: tuple[str, ...]  # of the entries, without remarks on where a window begins or ends
    chunk: Rows  # the position of its chunk
    first_row: Rows  # of each chunk, and behind the last
    begin_s: Floats  # NaN where a chunk has no time at all
    end_s: Floats  # the last time inside its text, else where it begins
    is_quote: Mask

    @cached_property
    def first_s(self) -> Floats:
        """Of each chunk the first second, NaN without times."""
        return self._of_chunks(np.fmin, self.begin_s)

    @cached_property
    def last_s(self) -> Floats:
        """Of each chunk the last second, NaN without times."""
        return self._of_chunks(np.fmax, self.end_s)

    def among_last_notes(self, count: int) -> Mask:
        """Which entries are among the last so many notes of their chunk."""
        notes = ~self.is_quote
        up_to = np.concatenate((np.zeros(1, np.int64), np.cumsum(notes)))
        return notes & (up_to[self.first_row[1:]][self.chunk] - up_to[:-1] <= count)

    def _of_chunks(self, which: np.ufunc, times: Floats) -> Floats:
        found = np.full(len(self.first_row) - 1, np.nan)
        filled = np.flatnonzero(np.diff(self.first_row))
        if len(filled):
            found[filled] = which.reduceat(times, self.first_row[filled])
        return found


def columns(chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int]) -> Columns:
    """The entries of the chunks; ``offsets`` are added to the times of a chunk."""
    entries = tuple(entry for chunk in chunks for entry in chunk.entries)
    counts = np.array([len(chunk.entries) for chunk in chunks], np.int64)
    shift = np.array([offsets.get(chunk.key, 0) for chunk in chunks], np.float64)
    times = np.array([np.nan if entry.time_s is None else entry.time_s for entry in entries], np.float64)
    is_quote = np.array([entry.kind is Kind.QUOTE for entry in entries], np.bool_)
    chunk = np.repeat(np.arange(len(chunks)), counts)
    first_row = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
    begin = _in_order(_filled(times, chunk, is_quote), chunk, is_quote)
    length = np.zeros(len(entries))
    for row, entry in enumerate(entries):
        if "[" in entry.text or "［" in entry.text:
            length[row] = _length(entry)
    shift = shift[chunk]
    texts = tuple(
        without_cut_remarks(entry.text) if "(" in entry.text or "（" in entry.text else entry.text for entry in entries
    )
    return Columns(entries, texts, chunk, first_row, begin + shift, begin + length + shift, is_quote)


def _length(entry: Entry) -> int:
    """How long a note goes on by the times inside it: "… [03:12] … [03:20]"."""
    found = [parse(stamp) for stamp in stamps_in(entry.text)]
    spans = [time_s - entry.time_s for time_s in found if time_s is not None and entry.time_s is not None]
    return max((span for span in spans if 0 <= span <= LONGEST_S), default=0)


def _filled(times: Floats, chunk: Rows, is_quote: Mask) -> Floats:
    """Where a time is missing, that of the entry before it, else of the one after it; of its own kind, if it can be."""
    times = times.copy()
    rows = range(1, len(times))
    steps = (*((row, row - 1) for row in rows), *((row - 1, row) for row in reversed(rows)))
    for kinds in (is_quote, np.zeros_like(is_quote)):
        if not np.isnan(times).any():
            break
        for here, before in steps:
            if np.isnan(times[here]) and chunk[here] == chunk[before] and kinds[here] == kinds[before]:
                times[here] = times[before]
    return times


def _in_order(times: Floats, chunk: Rows, is_quote: Mask) -> Floats:
    """The notes' times as near as can be to what is written, but in the order of the lines within each chunk.

    A model that numbers its notes badly still writes them in order; where a chunk is in order, nothing changes.
    """
    notes = np.flatnonzero(~is_quote & ~np.isnan(times))
    backwards = (np.diff(times[notes]) < 0) & (np.diff(chunk[notes]) == 0)
    times = times.copy()
    for at in np.unique(chunk[notes[1:]][backwards]).tolist():
        rows = notes[chunk[notes] == at]
        times[rows] = _isotonic(times[rows].tolist())
    return times


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
