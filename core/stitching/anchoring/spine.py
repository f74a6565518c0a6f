"""Entries with equal words in both revisions: the spine that all others are sought between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from core.model import Entry, Kind
from core.text.normalise import normalised

Pairs = Mapping[int, int]  # positions, old to new

_TELLING = 16  # letters (Hangul as jamo); fewer ("yes, sure") may be said twice in an episode
_NEAR_S = 15


def equal_pairs(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Pairs of equal words that stand once on either side; words said more often pair up at one second."""
    found: dict[int, int] = {}
    for key in (_words, _words_and_time):
        left, right = _single(old, set(found), key), _single(new, set(found.values()), key)
        pairs = ((at, right[words]) for words, at in left.items() if words in right)
        found.update((at, to) for at, to in pairs if _is_telling(old[at], new[to]))
    return found


def gaps(old: int, new: int, same: Pairs) -> Sequence[tuple[int, int]]:
    """For each old position between which new ones it lies, by the longest run of pairs that stay in order."""
    spine = _in_order(sorted(same.items()))
    edges = [(-1, -1), *spine, (old, new)]
    found: list[tuple[int, int]] = []
    for (at, low), (end, high) in pairwise(edges):
        found += [(low, high)] * (end - at - 1)
        found += [(low, high)] * (end < old)  # the spine's own places are asked by nobody
    return found


def _words(entry: Entry) -> tuple[Kind, str, int | None]:
    return entry.kind, normalised(entry.text), None


def _words_and_time(entry: Entry) -> tuple[Kind, str, int | None]:
    return entry.kind, normalised(entry.text), -1 if entry.time_s is None else entry.time_s


def _is_telling(old: Entry, new: Entry) -> bool:
    if len(normalised(old.text)) >= _TELLING:
        return True
    return old.time_s is not None and new.time_s is not None and abs(old.time_s - new.time_s) <= _NEAR_S


_Key = tuple[Kind, str, int | None]


def _single(entries: Sequence[Entry], taken: set[int], key: Callable[[Entry], _Key]) -> dict[_Key, int]:
    """What stands once, with its position."""
    places: dict[_Key, list[int]] = {}
    for at, entry in enumerate(entries):
        if at not in taken:
            places.setdefault(key(entry), []).append(at)
    return {words: found[0] for words, found in places.items() if len(found) == 1}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that ascends on both sides."""
    tails: list[int] = []  # new positions at which the runs of each length end
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        length = bisect_left(tails, to)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [to]
        ends[length : length + 1] = [number]
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]
