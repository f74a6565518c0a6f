"""Which entry of a chunk's new revision answers to which of the old one; knows nothing of states and decisions.

Equal texts are certain. Between them a pair scores by its text, by what stands before and behind it, and by its time
(weights and thresholds were measured, see docs/safety.md): certain enough, or doubtful and left for a person, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from core.model import Entry, EntryId
from core.stitching.anchoring.meaning import says_the_same
from core.stitching.anchoring.scores import MARGIN, MOVE, TEXT, Scored, Scores
from core.stitching.anchoring.spine import equal_pairs, gaps

Certainty = Enum("Certainty", "SAME LIKE DOUBTFUL")  # equal words; alike enough; a person must say

_FEW = 3  # equal pairs; fewer tell nothing about the clock


@dataclass(frozen=True, slots=True)
class Anchor:
    """An old entry and the new one that answers to it."""

    old: Entry
    new: Entry
    certainty: Certainty
    score: float  # 1 for equal words


@dataclass(frozen=True, slots=True)
class Anchoring:
    """All pairs, in the order of the old entries; no entry is in two of them."""

    anchors: tuple[Anchor, ...]
    shift_s: int | None  # by how much the new clock is ahead of the old one; None: too few equal texts tell

    @property
    def certain(self) -> dict[EntryId, EntryId]:
        """Old to new, where nobody needs to be asked."""
        return {one.old.id: one.new.id for one in self.anchors if one.certainty is not Certainty.DOUBTFUL}


def anchored(old: Sequence[Entry], new: Sequence[Entry], language: str = "") -> Anchoring:
    """Find the pairs; ``language`` is whose phrases tell a "not", of all languages when empty."""
    same = equal_pairs(old, new)
    steps = [_step_s(old[at], new[to]) for at, to in same.items()]
    known = [step for step in steps if step is not None]
    shift_s = round(median(known)) if len(known) >= _FEW else None
    scores = Scores(old, new, same, shift_s or 0)
    found = [Anchor(old[at], new[to], Certainty.SAME, 1.0) for at, to in same.items()]
    taken_old, taken_new = set(same), set(same.values())
    pairs = scores.pairs(gaps(len(old), len(new), same))
    for pair in sorted(pairs, key=lambda one: (-one.score, one.old, one.new)):
        if pair.old in taken_old or pair.new in taken_new:
            continue
        is_sure = _is_sure(pair) and says_the_same(old[pair.old], new[pair.new], language)
        certainty = Certainty.LIKE if is_sure else Certainty.DOUBTFUL
        taken_old.add(pair.old)
        taken_new.add(pair.new)
        found.append(Anchor(old[pair.old], new[pair.new], certainty, pair.score))
    return Anchoring(tuple(sorted(found, key=lambda one: one.old.line)), shift_s)


def _step_s(old: Entry, new: Entry) -> int | None:
    return None if old.time_s is None or new.time_s is None else new.time_s - old.time_s


def _is_sure(pair: Scored) -> bool:
    return pair.is_near and pair.score >= MOVE and pair.text >= TEXT and pair.margin >= MARGIN


__all__ = ["Anchor", "Anchoring", "Certainty", "anchored"]
