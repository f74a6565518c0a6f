"""The figures that were tuned on labelled episodes, in one value, so that a benchmark can try others.

Knows nothing of how they are used. ``tests/benchmarks/detection.py`` chooses each anew with an episode held back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MANY = 60  # entries that show which words are a frame that others share


@dataclass(frozen=True, slots=True)
class Model:
    """How much each feature of a pair counts for its score."""

    weights: tuple[float, float, float, float]  # in the order of ``judgement.features``
    bias: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on words, times and scores count."""

    # A few notes alone do not show which words are common, so some are imagined that hold every common word often.
    imagined: int = 50
    common_in: int = 35
    inflected: float = 0.6  # of a Japanese word's endings and particles beside all else: who retells changes them
    agreeing: float = 0.30  # the cosine of two entries that tell how two clocks stand to each other
    slack_s: float = 10.0  # how far beyond the overlap an entry may stand: about one cue of a transcript at each end
    near_s: float = 5.0  # the spread of times that two windows' notes give one moment
    outside_s: float = 8.0  # how far the two together may stand outside the overlap, more where times stray
    match: float = 0.15  # the score of two entries that are each other's best
    attach: float = 0.30  # of one that is left over, with the best of those that already have a partner
    likely: float = 0.60
    certain: float = 0.95
    mostly: float = 0.40  # of the one that says less in the other, to be certain: facts can share a sentence's frame
    mostly_of_few: float = 0.85  # the same where so few entries are known that none shows what a mere frame is

    def among(self, entries: int) -> Thresholds:
        """What holds among so many entries."""
        lacking = max(0.0, 1 - entries / MANY)
        return replace(self, mostly=self.mostly + lacking * max(0.0, self.mostly_of_few - self.mostly))


@dataclass(frozen=True, slots=True)
class Tuning:
    """All of it."""

    model: Model = Model((10.98, 9.62, 2.66, -3.27), -8.11)
    thresholds: Thresholds = Thresholds()


IN_USE = Tuning()
