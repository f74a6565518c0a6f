"""When what was done has to be on its way to the disk; knows only a clock that others read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How long lines wait for others that go to the disk with them, and how often a checkpoint is written.

    What is typed comes here up to 0.1 s later, and the commit has to be done 0.5 s after the key.
    """

    gather_s: float = 0.05
    pause_s: float = 0.15  # in typing
    longest_s: float = 0.3  # typing without a pause
    retry_s: float = 2.0
    checkpoint_rows: int = 200


class Due:
    """The time by which a write must begin; None: there is nothing to write."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._soon_s: float | None = None  # for what was not typed, and for another try
        self._typed_s: float | None = None
        self._first_typed_s: float | None = None

    @property
    def at_s(self) -> float | None:
        """The time, on the clock that ``now_s`` is of."""
        times = [time_s for time_s in (self._soon_s, self._typed_s) if time_s is not None]
        return min(times, default=None)

    def take(self, now_s: float, *, is_typed: bool) -> None:
        """A line came."""
        if not is_typed:
            self._soon_s = now_s + self._pace.gather_s if self._soon_s is None else self._soon_s
            return
        first_s = now_s if self._first_typed_s is None else self._first_typed_s
        self._first_typed_s = first_s
        self._typed_s = min(now_s + self._pace.pause_s, first_s + self._pace.longest_s)

    def hurry(self, now_s: float) -> None:
        """Wait no longer."""
        self._soon_s = now_s

    def begun(self) -> None:
        """All that came so far is being written."""
        self._soon_s = self._typed_s = self._first_typed_s = None

    def failed(self, now_s: float) -> None:
        """It has to be tried again."""
        self._soon_s = now_s + self._pace.retry_s
