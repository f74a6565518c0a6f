"""From one state to another in steps, each a state of its own that takes a moment to follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import compress, count
from operator import is_not
from typing import TypeVar

from core.identity import unlike
from core.model import Chapter, ReviewState
from core.workflow.review_change import differing

_Key = TypeVar("_Key", bound=str)
_Item = TypeVar("_Item")
_STAY = 20  # so many blocks that stay are as quick to follow as one that changed


class Way:
    """The way of a review from one state to another.

    Attributes:
        now: The state where it is; at last the goal itself.
        is_back: It is one that undo takes.
    """

    def __init__(self, start: ReviewState, goal: ReviewState, most: int | None, *, is_back: bool) -> None:
        self.now, self.is_back = start, is_back
        self._start, self._goal = start, goal
        self._steps = iter((goal,)) if most is None else steps(start, goal, most, is_back=is_back)

    @property
    def share(self) -> float:
        """How much of it is done."""
        return 1 - _distance(self.now, self._goal) / max(1, _distance(self._start, self._goal))

    def go(self) -> ReviewState:
        """Take a step."""
        self.now = next(self._steps)
        return self.now


def steps(now: ReviewState, goal: ReviewState, most: int, *, is_back: bool = False) -> Iterator[ReviewState]:
    """The states on the way to another, each about ``most`` changed blocks or decisions nearer; at last the other.

    What is decided comes before the chapters, and on the way back behind them: so no entry seems lost that is not.
    """
    if _can_be_parted(now, goal) and _is_far(now, goal, most):
        for part in (_rewritten, _decided) if is_back else (_decided, _rewritten):
            for step in part(now, goal, most, is_back):
                now = step
                yield step
    yield goal


def _distance(now: ReviewState, goal: ReviewState) -> int:
    chapters = sum(map(is_not, now.document.chapters, goal.document.chapters))
    return chapters + _decisions_apart(now, goal)


def _can_be_parted(now: ReviewState, goal: ReviewState) -> bool:
    """Another episode, other clocks, and chapters that come, go or change places have no state between."""
    old, new = unlike(now.document.chapters, goal.document.chapters)
    are_same = [c.id for c in now.document.chapters[old]] == [c.id for c in goal.document.chapters[new]]
    return are_same and now.episode is goal.episode and now.offsets == goal.offsets


def _is_far(now: ReviewState, goal: ReviewState, most: int) -> bool:
    """Whether it is more than one step; a few changes, whatever they are, are not even counted."""
    size = _decisions_apart(now, goal)
    before, after = now.document.chapters, goal.document.chapters
    for at in compress(count(), map(is_not, before, after)):
        if size > most:
            break
        size += _size(before[at], after[at])
    return size > most


def _decisions_apart(now: ReviewState, goal: ReviewState) -> int:
    dropped, dismissed = differing(now.dropped, goal.dropped), differing(now.dismissed, goal.dismissed)
    apart = 0 if now.apart is goal.apart else len(now.apart ^ goal.apart)
    return apart + len(dropped) + len(dismissed)


def _decided(now: ReviewState, goal: ReviewState, most: int, _is_back: bool) -> Iterator[ReviewState]:
    for apart in _between_sets(now.apart, goal.apart, most):
        now = replace(now, apart=apart)
        yield now
    for dropped in _between(now.dropped, goal.dropped, most):
        now = replace(now, dropped=dropped)
        yield now
    for dismissed in _between(now.dismissed, goal.dismissed, most):
        now = replace(now, dismissed=dismissed)
        yield now


def _rewritten(now: ReviewState, goal: ReviewState, most: int, is_back: bool) -> Iterator[ReviewState]:
    """Chapter by chapter, as many as make a step."""
    chapters, size = list(now.document.chapters), 0
    others = list(compress(count(), map(is_not, chapters, goal.document.chapters)))
    for at in reversed(others) if is_back else others:
        if size >= most:
            yield replace(now, document=replace(now.document, chapters=tuple(chapters)))
            size = 0
        size += _size(chapters[at], goal.document.chapters[at])
        chapters[at] = goal.document.chapters[at]
    if others:
        yield replace(now, document=goal.document)


def _size(before: Chapter, after: Chapter) -> int:
    changed = set(map(id, before.blocks)) ^ set(map(id, after.blocks))
    return 1 + len(changed) + len(after.blocks) // _STAY


def _between(now: Mapping[_Key, str], goal: Mapping[_Key, str], most: int) -> Iterator[Mapping[_Key, str]]:
    others = list(differing(now, goal))
    for end in range(most, len(others), most):
        turned = frozenset(others[:end])
        kept = {key: why for key, why in now.items() if key not in turned}
        yield kept | {key: goal[key] for key in others[:end] if key in goal}
    if others:
        yield goal


def _between_sets(now: frozenset[_Item], goal: frozenset[_Item], most: int) -> Iterator[frozenset[_Item]]:
    others = [] if now is goal else list(now ^ goal)
    for end in range(most, len(others), most):
        yield now ^ frozenset(others[:end])
    if others:
        yield goal
