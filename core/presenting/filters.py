"""Which findings the queue shows: by kind, by chunk, by what became of them. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from core.model import ChunkKey, Tier

if TYPE_CHECKING:
    from core.presenting.queue import QueueItem

Stage = Enum("Stage", "ALL OPEN LATER DECIDED")
"""LATER: open, but put off."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What has to hold for a finding to be shown; as it is made at first it lets all through.

    Attributes:
        kinds: Of findings; none: all.
        chunk: One that the finding is about.
    """

    kinds: frozenset[str] = frozenset()
    chunk: ChunkKey | None = None
    stage: Stage = Stage.ALL

    def admits(self, item: QueueItem) -> bool:
        """Whether the item is shown."""
        if self.kinds and item.kind not in self.kinds:
            return False
        if self.chunk is not None and self.chunk not in item.chunks:
            return False
        match self.stage:
            case Stage.ALL:
                return True
            case Stage.OPEN:
                return item.is_open
            case Stage.LATER:
                return item.is_open and item.is_late
            case Stage.DECIDED:
                return not item.is_open


EVERYTHING = Filter()


def is_certain(item: QueueItem) -> bool:
    """Whether it is an open duplicate of which detection is certain."""
    return item.is_open and item.finding.merge is not None and item.finding.merge.tier is Tier.CERTAIN
