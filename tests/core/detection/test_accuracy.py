"""The detector on labelled episodes; a figure that falls by more than .005 fails. Figures: ``make bench-detection``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import mean

import pytest
from episodes.labelled import NAMES, Score, blurred, labelled, pairs_of, score

from core.detection.detect import detect
from core.model import Merge, SourceChunk
from core.work import finished

LOSS = 0.005
SEEDS = (1, 2)


def found(chunks: Sequence[SourceChunk], name: str) -> tuple[Merge, ...]:
    return finished(detect(chunks, {}, labelled(name).language))


@cache
def scores(sigma_s: float, *, each: bool) -> tuple[Score, ...]:
    return tuple(
        score(labelled(name), *pairs_of(found(blurred(labelled(name).chunks, sigma_s, seed=seed, each=each), name)))
        for name in NAMES
        for seed in (SEEDS if sigma_s else SEEDS[:1])
    )


@pytest.mark.parametrize(
    ("sigma_s", "each", "recorded"),
    [(0, True, 0.9921), (4, True, 0.9865), (8, True, 0.9831), (4, False, 0.9921), (8, False, 0.9921)],
)
def test_macro_f1_is_as_recorded(sigma_s: float, each: bool, recorded: float) -> None:
    assert mean(one.f1 for one in scores(sigma_s, each=each)) >= recorded - LOSS


@pytest.mark.parametrize("sigma_s", [0, 4])
def test_what_says_the_same_is_found(sigma_s: float) -> None:
    assert mean(one.by_grade["same"] for one in scores(sigma_s, each=True)) >= 0.99


@pytest.mark.parametrize("sigma_s", [0, 4, 8])
@pytest.mark.parametrize("each", [True, False])
def test_certain_is_never_false(sigma_s: float, each: bool) -> None:
    assert [one.certain_false for one in scores(sigma_s, each=each) if one.certain_false] == []


@pytest.mark.parametrize("sigma_s", [0, 4])
def test_in_every_episode_most_of_what_says_the_same_is_certain(sigma_s: float) -> None:
    assert [one.certain_share_of_same for one in scores(sigma_s, each=True) if one.certain_share_of_same < 0.90] == []


def test_the_entry_that_says_more_is_canonical() -> None:
    chosen = [
        merge.canonical == episode.container[pair]
        for episode in map(labelled, NAMES)
        for merge in found(episode.chunks, episode.name)
        for other in merge.members[1:]
        if (pair := frozenset((merge.canonical, other))) in episode.container
    ]
    assert mean(chosen) >= 0.95


def test_no_trap_but_one_is_fallen_into() -> None:
    fallen = [
        pair
        for episode in map(labelled, NAMES)
        for pair in pairs_of(found(episode.chunks, episode.name))[0] & episode.traps
    ]
    assert [set(pair) for pair in fallen] == [{"1:29", "2:9"}]
