"""A small Japanese episode, made for this test: the figures were tuned on none."""

from __future__ import annotations

import pytest
from episodes.labelled import Score, blurred, labelled, pairs_of, score

from core.detection.detect import detect
from core.work import finished


def judged(sigma_s: float, seed: int = 1) -> Score:
    episode = labelled("ja-s")
    chunks = blurred(episode.chunks, sigma_s, seed=seed, each=True)
    return score(episode, *pairs_of(finished(detect(chunks, {}, episode.language))))


def test_all_is_found_and_nothing_else() -> None:
    found = judged(0)
    assert (found.f1, found.missed, found.false) == (1.0, frozenset(), frozenset())


def test_most_is_certain() -> None:
    assert judged(0).certain_share_of_same >= 0.9


@pytest.mark.parametrize("seed", range(1, 6))
def test_times_that_are_off_do_little_harm(seed: int) -> None:
    assert judged(8, seed).f1 >= 0.95
    assert judged(8, seed).certain_false == 0
