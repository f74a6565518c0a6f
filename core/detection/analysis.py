"""What detection found, with what is needed to look again at a few chunks only; a value, found by ``detect``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from operator import itemgetter
from time import perf_counter

from core.detection.columns import Track
from core.detection.likeness import Weights
from core.detection.matching import Pair
from core.detection.pairing import ZoneKey
from core.detection.people import People
from core.detection.proposing import Placed
from core.model import ChunkKey, Merge, SourceChunk


@dataclass(frozen=True)
class Analysis:
    """What was found so far, or at the end."""

    tracks: Mapping[ChunkKey, Track]  # of all chunks, in reading order
    offsets: Mapping[ChunkKey, int]
    weights: Weights
    people: People
    held: Mapping[ZoneKey, tuple[Pair, ...]]  # of all zones that were judged
    waiting: tuple[Pair, ...]  # what hangs together with zones that were not; none at the end
    placed: tuple[Placed, ...]

    @property
    def chunks(self) -> tuple[SourceChunk, ...]:
        """All chunks, in reading order."""
        return tuple(track.chunk for track in self.tracks.values())

    @property
    def merges(self) -> tuple[Merge, ...]:
        """The merges that are proposed, by the time of their canonical entries."""
        return tuple(map(itemgetter(1), self.placed))  # they may be tens of thousands


def _nothing() -> Collection[ChunkKey]:
    return ()


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who looks on; all of it is called where the work is driven, which may be another thread than theirs."""

    publish: Callable[[Analysis], None]  # told now and then of what is found; merges that were told of stay
    in_view: Callable[[], Collection[ChunkKey]] = _nothing  # what they look at now: that is judged first
    clock: Callable[[], float] = perf_counter  # in seconds
