"""Japanese episodes, made for this test: two small ones, and one as long as others that is reworded much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

import pytest
from episodes.labelled import Score, blurred, labelled, pairs_of, score

from core.detection.detect import detect
from core.model import ChunkKey, EntryId, SourceChunk
from core.work import finished

NAMES = ["ja-s", "ja-t"]


def judged(name: str, sigma_s: float, seed: int = 1, *, beside: Sequence[SourceChunk] = ()) -> Score:
    episode = labelled(name)
    chunks = blurred(episode.chunks, sigma_s, seed=seed, each=True)
    return score(episode, *pairs_of(finished(detect((*chunks, *beside), {}, episode.language))))


def later(chunk: SourceChunk, number: int) -> SourceChunk:
    """A chunk of another episode, far from all others."""
    key = ChunkKey(f"later {number}")
    entries = (
        replace(entry, id=EntryId(f"{key}:{entry.line}"), chunk=key, time_s=(entry.time_s or 0) + 1_000 * number)
        for entry in chunk.entries
    )
    return replace(chunk, key=key, number=number, entries=tuple(entries))


@pytest.mark.parametrize("name", NAMES)
def test_all_is_found_and_nothing_else(name: str) -> None:
    found = judged(name, 0)
    assert (found.f1, found.missed, found.false) == (1.0, frozenset(), frozenset())


@pytest.mark.parametrize("name", NAMES)
def test_most_is_certain_among_as_many_notes_as_an_episode_has(name: str) -> None:
    others = (chunk for other in NAMES if other != name for chunk in labelled(other).chunks)
    beside = [later(chunk, 10 + at) for at, chunk in enumerate(others)]
    found = judged(name, 0, beside=beside)
    assert found.certain_share_of_same >= 0.88
    assert found.certain_false == 0


@pytest.mark.parametrize(("name", "least"), [("ja-s", 0.95), ("ja-t", 0.87)])  # one of nine pairs is .06
@pytest.mark.parametrize("seed", range(1, 6))
def test_times_that_are_off_do_little_harm(name: str, least: float, seed: int) -> None:
    found = judged(name, 8, seed)
    assert found.f1 >= least
    assert found.certain_false == 0


@pytest.mark.parametrize(("sigma_s", "f1", "certain"), [(0, 0.98, 0.83), (4, 0.975, 0.70), (8, 0.96, 0.60)])
def test_an_episode_that_each_window_tells_in_its_own_words(sigma_s: float, f1: float, certain: float) -> None:
    found = [judged("ja-u", sigma_s, seed) for seed in (1, 2, 3)]
    assert mean(one.f1 for one in found) >= f1
    assert mean(one.certain_share_of_same for one in found) >= certain
    assert sum(one.certain_false for one in found) == 0
