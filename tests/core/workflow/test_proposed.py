"""What detection found, taken a piece at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.model import Episode, Merge
from core.work import finished
from core.workflow import propose
from core.workflow.detecting import detection
from core.workflow.opening import built
from core.workflow.review import Proposed, Review
from tests.episodes.generator import long_episode

MOST = 40


@pytest.fixture(scope="module")
def episode() -> Episode:
    return Episode("An episode", language="ko", chunks=long_episode(1_000))


@pytest.fixture(scope="module")
def merges(episode: Episode) -> tuple[Merge, ...]:
    return finished(detection(built(episode).state)).merges


def proposed(review: Review, merges: tuple[Merge, ...]) -> Proposed:
    return finished(review.proposing(merges, {}))


def taken(review: Review, wanted: Proposed) -> list[int]:
    """Take all in pieces; how many findings there were after each."""
    counts: list[int] = []
    while not review.take_some(wanted, MOST):
        counts.append(len(review.findings))
        assert len(counts) < 1_000
    return counts


def test_pieces_lead_to_the_same_as_all_at_once(episode: Episode, merges: tuple[Merge, ...]) -> None:
    one, other = built(episode), built(episode)
    one.set_merges(merges)
    taken(other, proposed(other, merges))
    assert other.merges == one.merges
    assert {finding.id for finding in other.findings} == {finding.id for finding in one.findings}
    assert all(other.merges_of(entry) == one.merges_of(entry) for entry in episode.entries)


def test_no_piece_is_larger_than_asked(episode: Episode, merges: tuple[Merge, ...]) -> None:
    review = built(episode)
    before = len(review.findings)
    counts = [before, *taken(review, proposed(review, merges)), len(review.findings)]
    assert len(counts) > 3
    assert all(0 < later - earlier <= MOST for earlier, later in pairwise(counts))


def test_what_is_no_more_goes_with_the_last_piece(episode: Episode, merges: tuple[Merge, ...]) -> None:
    review = built(episode)
    review.set_merges(merges[: MOST * 2])
    taken(review, proposed(review, merges[MOST:]))
    assert review.merges == merges[MOST:]


def test_what_was_decided_meanwhile_stays_decided(episode: Episode, merges: tuple[Merge, ...]) -> None:
    review = built(episode)
    wanted = proposed(review, merges)
    review.take_some(wanted, MOST)
    review.do(propose.keep_apart(review.merges[0]))
    decided = review.verdict(review.merges[0])
    first = review.merges[0]
    taken(review, wanted)
    assert review.verdict(first) is decided
