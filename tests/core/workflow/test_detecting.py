"""A detector remembers: it looks again only at what changed, and finds what it would find from nothing."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest
from episodes.generator import long_episode
from episodes.labelled import NAMES, labelled

from core.model import Episode, ReviewState, SourceChunk
from core.stitching.candidate import candidate
from core.work import finished
from core.workflow.detecting import Detection, Detector, detection


def state_of(chunks: tuple[SourceChunk, ...], offsets: dict[str, int] | None = None) -> ReviewState:
    episode = Episode("An episode", chunks=chunks)
    return ReviewState(episode, candidate(episode), offsets=offsets or {})  # type: ignore[arg-type]


def steps(work: Generator[float, None, object]) -> int:
    return sum(1 for _ in work)


@pytest.mark.parametrize("name", NAMES)
def test_asked_twice_it_says_the_same(name: str) -> None:
    detector, state = Detector(), state_of(labelled(name).chunks)
    first = finished(detector.detection(state))
    assert finished(detector.detection(state)) == first == finished(detection(state))


def test_a_corrected_clock_is_looked_at_again_and_its_proposal_is_gone() -> None:
    chunks = labelled("ko-a").chunks
    late = replace(chunks[3], entries=tuple(replace(e, time_s=(e.time_s or 0) + 400) for e in chunks[3].entries))
    moved = (*chunks[:3], late, *chunks[4:])
    detector = Detector()
    assert finished(detector.detection(state_of(moved))).clocks == {"4": -400}
    found = finished(detector.detection(state_of(moved, {"4": -400})))
    assert found.clocks == {}
    assert [m.members for m in found.merges] == [m.members for m in finished(detection(state_of(chunks))).merges]


def test_a_replaced_chunk_takes_few_steps() -> None:
    chunks = long_episode(4_000)
    detector = Detector()
    all_steps = steps(detector.detection(state_of(chunks)))
    other = (*chunks[:9], replace(chunks[9], entries=chunks[9].entries[:-3]), *chunks[10:])
    assert steps(detector.detection(state_of(other))) < all_steps / 5


def test_another_episode_is_looked_at_from_nothing() -> None:
    detector = Detector()
    finished(detector.detection(state_of(labelled("ko-a").chunks)))
    other = state_of(labelled("en-a").chunks)
    assert finished(detector.detection(other)) == finished(detection(other))


def test_work_that_was_stopped_at_any_step_does_no_harm() -> None:
    state = state_of(long_episode(1_000))
    whole = finished(detection(state))
    for stop in (1, 20, 60):
        detector = Detector()
        work = detector.detection(state)
        for _ in range(stop):
            next(work)
        work.close()
        assert finished(detector.detection(state)).merges == whole.merges


def test_who_listens_hears_of_merges_that_stay() -> None:
    heard: list[Detection] = []
    state = state_of(long_episode(1_000))
    whole = finished(detection(state, in_view=lambda: {state.episode.chunks[-1].key}, publish=heard.append))
    final = {merge.members for merge in whole.merges}
    assert all(merge.members in final for one in heard for merge in one.merges)
