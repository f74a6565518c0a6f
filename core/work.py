"""Long work as a generator: it yields how far it is, and whoever drives it may stop between two steps.

The window drives it in a worker thread that rests between steps, so that painting never waits; the command line runs it
through. Work yields at least every few milliseconds where it can.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Work = Generator[float, None, T]  # yields the share done, in [0, 1]; returns the result


def finished(work: Work[T]) -> T:
    """The result of work that is run to its end at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
