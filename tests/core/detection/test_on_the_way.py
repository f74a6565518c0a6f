"""What is found is told before the end, what is in view first; and that changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

import pytest
from episodes.generator import long_episode
from episodes.labelled import labelled

from core.detection.analysis import Analysis, Watcher
from core.detection.detect import analyse
from core.detection.search import TELL_S
from core.model import ChunkKey, EntryId
from core.work import finished

CHUNKS = long_episode(4_000)  # 200 chunks
WHOLE = finished(analyse(CHUNKS, {}))


def ticking(step_s: float) -> Callable[[], float]:
    """A clock that goes on by so much each time that it is read."""
    times: Iterator[float] = (step_s * at for at in range(1_000_000))
    return lambda: next(times)


def told(
    in_view: Callable[[], Collection[ChunkKey]] = tuple, step_s: float = TELL_S
) -> tuple[list[Analysis], Analysis]:
    heard: list[Analysis] = []
    end = finished(analyse(CHUNKS, {}, watcher=Watcher(heard.append, in_view, ticking(step_s))))
    return heard, end


def around(at: int) -> frozenset[ChunkKey]:
    return frozenset(chunk.key for chunk in CHUNKS[at : at + 3])


def members(found: Analysis) -> set[tuple[EntryId, ...]]:
    return {merge.members for merge in found.merges}


@pytest.mark.parametrize("at", [0, 77, 197])
def test_the_end_is_the_same_whoever_looks_on(at: int) -> None:
    assert told(lambda: around(at))[1].merges == WHOLE.merges


def test_without_a_watcher_and_with_one_that_looks_nowhere_the_end_is_the_same() -> None:
    assert told()[1].merges == WHOLE.merges


def test_what_was_told_stays_until_the_end() -> None:
    heard, end = told()
    final = {merge.members: merge for merge in end.merges}
    assert heard
    assert all(final[merge.members] == merge for one in heard for merge in one.merges)


def test_each_telling_holds_what_the_one_before_held() -> None:
    heard, _ = told()
    assert all(members(earlier) < members(later) for earlier, later in pairwise(heard))


@pytest.mark.parametrize("at", [5, 100, 190])
def test_what_is_in_view_is_told_first(at: int) -> None:
    view = around(at)
    heard, _ = told(lambda: view)
    wanted = {entries for entries in members(WHOLE) if any(entry.partition(":")[0] in view for entry in entries)}
    assert wanted
    assert wanted <= members(heard[1])
    assert len(heard[1].merges) < len(WHOLE.merges) / 2


def test_who_scrolls_on_is_followed() -> None:
    views = iter([around(5)] + [around(150)] * 1000)
    heard, _ = told(lambda: next(views))
    assert "151" in {entry.partition(":")[0] for merge in heard[2].merges for entry in merge.members}


def test_nothing_is_told_more_often_than_five_times_a_second() -> None:
    heard, _ = told(lambda: around(0), step_s=TELL_S / 10)
    assert len(heard) <= 2


def test_small_episodes_are_told_at_the_end_only() -> None:
    heard: list[Analysis] = []
    finished(analyse(labelled("ko-a").chunks, {}, watcher=Watcher(heard.append, clock=ticking(9))))
    assert heard == []


def test_work_that_was_stopped_is_gone_on_with() -> None:
    heard, _ = told()
    assert finished(analyse(CHUNKS, {}, before=heard[1])).merges == WHOLE.merges


def test_work_that_was_stopped_serves_other_chunks_as_well() -> None:
    heard, _ = told()
    others = (*CHUNKS[:60], *CHUNKS[90:])
    again = finished(analyse(others, {}, before=heard[1]))
    assert again.merges == finished(analyse(others, {}, before=WHOLE)).merges
