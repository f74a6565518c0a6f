"""Which row stands at a time, for rows whose times do not always rise. Knows a pane, and nothing of Qt.

The latest time so far always rises, so it can be searched. It is worked out only as far as somebody asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice
from time import perf_counter

from core.presenting.pane import Change, Pane

_STEP = 512


class TimeIndex:
    """For each row the latest time of the rows down to it."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane
        self._latest: list[int] = []

    @property
    def is_complete(self) -> bool:
        return len(self._latest) >= len(self._pane)

    def show_pane(self, pane: Pane) -> None:
        """Other rows altogether."""
        self._pane = pane
        self._latest = []

    def apply(self, changes: Sequence[Change]) -> None:
        """The pane changed so: what is known from the first change on counts no longer, unless only looks changed."""
        for change in changes:
            if change.removed != change.inserted or not self._still_holds(change):
                del self._latest[change.at :]

    def grow(self, budget_s: float) -> None:
        """Work out more of it, for about so long."""
        end = perf_counter() + budget_s
        while not self.is_complete and perf_counter() < end:
            self._grow_to(len(self._latest) + _STEP)

    def time_at(self, at: float) -> float:
        """The time at a row and a share of its height."""
        row = int(at)
        self._grow_to(row + 2)
        if not 0 <= row < len(self._latest):
            return float(self._latest[-1]) if self._latest else 0.0
        here = self._latest[row]
        after = self._latest[row + 1] if row + 1 < len(self._latest) else here
        return here + (at - row) * (after - here)

    def place_of(self, time_s: float) -> float:
        """The first row at a time, and the share of it that is past."""
        while not self.is_complete and (not self._latest or self._latest[-1] <= time_s):
            self._grow_to(len(self._latest) + _STEP)
        if not self._latest:
            return 0.0
        last = max(0, bisect_right(self._latest, time_s) - 1)
        row = bisect_left(self._latest, self._latest[last])
        here = self._latest[last]
        after = self._latest[last + 1] if last + 1 < len(self._latest) else here
        return row + (min(1.0, max(0.0, (time_s - here) / (after - here))) if after > here else 0.0)

    def _grow_to(self, count: int) -> None:
        times = (time_s or 0 for time_s in self._pane.times(len(self._latest), count))
        latest = accumulate(times, max, initial=self._latest[-1] if self._latest else 0)
        self._latest += islice(latest, 1, None)

    def _still_holds(self, change: Change) -> bool:
        """Whether rows that look different left the times as they were."""
        latest = self._latest[change.at - 1] if 0 < change.at <= len(self._latest) else 0
        for at in range(change.at, min(change.at + change.inserted, len(self._latest), len(self._pane))):
            latest = max(latest, self._pane.time_s(at) or 0)
            if latest != self._latest[at]:
                return False
        return True
