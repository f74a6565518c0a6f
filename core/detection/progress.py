"""Work inside other work: its own share becomes a stretch of the whole."""

from __future__ import annotations

from typing import TypeVar

from core.work import Work

T = TypeVar("T")


def within(start: float, end: float, work: Work[T]) -> Work[T]:
    """The work, with its shares told as between ``start`` and ``end`` of the whole."""
    while True:
        try:
            share = next(work)
        except StopIteration as finish:
            return finish.value
        yield start + (end - start) * share
