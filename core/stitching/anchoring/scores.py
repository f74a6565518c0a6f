"""How well a new entry answers to an old one whose words are not the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model import Entry
from core.text.normalise import normalised
from core.text.similarity import similarity

MOVE, TEXT, MARGIN = 0.80, 0.75, 0.12  # from here on a decision moves by itself
CONFIRM = 0.60  # from here on a person is asked
_OF_TEXT, _OF_CONTEXT, _OF_TIME = 0.50, 0.15, 0.20  # the context counts before and behind
_FAR_S = 60
_MOST_PAIRS = 250_000  # of more, those far apart in time are not looked at
_UNKNOWN = 0.5  # what a time counts that one of the two lacks


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair of positions and what speaks for it."""

    old: int
    new: int
    score: float
    text: float
    margin: float  # to the next best pair of either
    is_near: bool  # both stand between the same equal entries


class Scores:
    """The scores of one pair of revisions."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry], same: Mapping[int, int], shift_s: int) -> None:
        self._old, self._new, self._same, self._shift_s = old, new, same, shift_s
        self._old_words, self._new_words = [normalised(one.text) for one in old], [normalised(one.text) for one in new]
        self._known: dict[tuple[int, int], float] = {}

    def pairs(self, gaps: Sequence[tuple[int, int]]) -> list[Scored]:
        """All pairs that a person may be asked about; ``gaps`` are the new positions that each old one lies between."""
        taken = set(self._same.values())
        left = [at for at in range(len(self._old)) if at not in self._same]
        right = [to for to in range(len(self._new)) if to not in taken]
        is_much = len(left) * len(right) > _MOST_PAIRS
        scored = {
            (at, to): self._score(at, to)
            for at in left
            for to in right
            if self._old[at].kind is self._new[to].kind and (self._time(at, to) or not is_much)
        }
        found: list[Scored] = []
        for (at, to), score in scored.items():
            text, is_near = self._text(at, to), gaps[at][0] < to < gaps[at][1]
            if score < CONFIRM or not (is_near or text >= TEXT):
                continue
            rivals = [scored[at, other] for other in right if other != to and (at, other) in scored]
            rivals += [scored[other, to] for other in left if other != at and (other, to) in scored]
            found.append(Scored(at, to, score, text, score - max(rivals, default=0.0), is_near))
        return found

    def _text(self, at: int, to: int) -> float:
        if (at, to) not in self._known:
            self._known[at, to] = similarity(self._old_words[at], self._new_words[to])
        return self._known[at, to]

    def _score(self, at: int, to: int) -> float:
        around = self._context(at - 1, to - 1) + self._context(at + 1, to + 1)
        return _OF_TEXT * self._text(at, to) + _OF_CONTEXT * around + _OF_TIME * self._time(at, to)

    def _context(self, at: int, to: int) -> float:
        """How alike two neighbours are; both ends of a chunk are alike."""
        is_in, is_there = 0 <= at < len(self._old), 0 <= to < len(self._new)
        if is_in and is_there:
            return self._text(at, to)
        return float(is_in is is_there)

    def _time(self, at: int, to: int) -> float:
        old_s, new_s = self._old[at].time_s, self._new[to].time_s
        if old_s is None or new_s is None:
            return 1.0 if old_s is new_s else _UNKNOWN
        return max(0.0, 1 - abs(new_s - self._shift_s - old_s) / _FAR_S)
