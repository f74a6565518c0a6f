"""How the seconds of an episode lie on a width; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass

PAD_PX = 16  # beside the first and the last second
BUCKET_PX = 3  # signs of one kind that are closer than this are one
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 86_400, 259_200)


@dataclass(frozen=True, slots=True)
class Scale:
    """From seconds to pixels and back."""

    start_s: int
    end_s: int
    width_px: int

    @property
    def inner_px(self) -> int:
        """The pixels from the first second to the last."""
        return max(1, self.width_px - 2 * PAD_PX)

    @property
    def length_s(self) -> int:
        return max(1, self.end_s - self.start_s)

    def x(self, time_s: float) -> float:
        """Where a second lies."""
        return PAD_PX + (time_s - self.start_s) * self.inner_px / self.length_s

    def stretch(self, start_s: int, end_s: int) -> tuple[float, float]:
        """From one second to another in pixels, at least one second and two pixels wide."""
        left, right = self.x(start_s), self.x(min(max(end_s, start_s + 1), self.end_s))
        return left, max(left + 2, right)

    def time(self, x: float) -> int:
        """The second at a place, within the episode."""
        return round(min(max(self._time(x), self.start_s), self.end_s))

    def seconds_around(self, x: float, by_px: float) -> tuple[float, float]:
        """The seconds from so many pixels before a place to so many behind it."""
        return self._time(x - by_px), self._time(x + by_px)

    def buckets(self, from_px: float, to_px: float) -> range:
        """The buckets that reach into a stretch of pixels."""
        last = self.inner_px // BUCKET_PX
        first = int((from_px - PAD_PX) // BUCKET_PX)
        return range(max(0, first), min(last, int((to_px - PAD_PX) // BUCKET_PX)) + 1)

    def bucket(self, number: int) -> tuple[float, float, float]:
        """The middle of a bucket in pixels, and the seconds that it stands for, half-open."""
        x = PAD_PX + number * BUCKET_PX
        return x + BUCKET_PX / 2, self._time(x), self._time(x + BUCKET_PX)

    def bucket_of(self, time_s: float) -> int:
        """The bucket that a second lies in."""
        return int((self.x(time_s) - PAD_PX) // BUCKET_PX)

    def ticks(self, least_px: float) -> range:
        """Round times for the axis, at least so many pixels apart."""
        least_s = least_px * self.length_s / self.inner_px
        step = next((step for step in _STEPS_S if step >= least_s), _STEPS_S[-1])
        return range(-(-self.start_s // step) * step, self.end_s + 1, step)

    def _time(self, x: float) -> float:
        return self.start_s + (x - PAD_PX) * self.length_s / self.inner_px
