"""A worker asks for findings while the window goes on with the checks of a large change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from core.editing.edits import RenameChapter
from core.reading.discover import open_text
from core.workflow.opening import built
from core.workflow.review import Review

NOTES = "".join(f"## Part {at}\n\n- [00:{at:02}] the depot opens gate {at} at nine\n\n" for at in range(20))


@pytest.fixture
def _turns_are_short() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


def ask(review: Review, end: Event) -> None:
    while not end.is_set():
        _ = review.findings


@pytest.mark.usefixtures("_turns_are_short")
def test_only_one_thread_looks_at_a_large_change() -> None:
    review, end = built(open_text(NOTES).episode), Event()
    review.waits_from = 0
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask, review, end)
        try:
            for at in range(50):
                review.do(RenameChapter(review.state.document.chapters[0].id, f"Gate {at}"))
                while review.is_behind:
                    review.go_on(0.0001)
        finally:
            end.set()
    assert asking.exception() is None
