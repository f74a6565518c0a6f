"""What detection proposes for a review: work that can be stopped, tells of what it finds, and can be gone on with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import ChunkKey, Merge, ReviewState, SourceChunk
from core.work import Work

if TYPE_CHECKING:
    from core.detection.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Detection:
    """What detection proposes; for ``Review.set_merges``."""

    merges: tuple[Merge, ...]
    clocks: Mapping[ChunkKey, int]  # offsets that would set the clocks of chunks right, in place of those they have


def detected(state: ReviewState) -> Work[tuple[Merge, ...]]:
    """The merges alone, see ``detection``."""
    found = yield from detection(state)
    return found.merges


def detection(
    state: ReviewState,
    *,
    in_view: Callable[[], Collection[ChunkKey]] | None = None,
    publish: Callable[[Detection], None] | None = None,
) -> Work[Detection]:
    """What detection proposes, by the entries and clock offsets alone; see ``Detector.detection``."""
    return Detector().detection(state, in_view=in_view, publish=publish)


class Detector:
    """Detection that remembers: the next time it looks only at chunks that were replaced, shifted, added or removed.

    One for each review that is open; one piece of its work at a time. Work that was stopped is gone on with.
    """

    def __init__(self) -> None:
        self._known: Analysis | None = None
        self._clocks: Mapping[ChunkKey, int] = {}

    def detection(
        self,
        state: ReviewState,
        *,
        in_view: Callable[[], Collection[ChunkKey]] | None = None,
        publish: Callable[[Detection], None] | None = None,
    ) -> Work[Detection]:
        """What detection proposes; the result is the same whoever looks on.

        Args:
            state: only its entries and clock offsets count.
            in_view: the chunks that are looked at now; they are judged first. Asked again and again.
            publish: hears of what is found before the end, at most every 200 ms, of small episodes never. Merges that
                it heard of stay; the clocks are those of the last time until the end.

        Both functions are called where the work is driven: in the window that is a worker thread.
        """
        # Detection brings numpy, which would double the time to the first paint.
        from core.detection.analysis import Watcher  # noqa: PLC0415
        from core.detection.detect import analyse  # noqa: PLC0415
        from core.detection.restarts import clock_proposals  # noqa: PLC0415

        def take(found: Analysis) -> None:
            self._known = found
            if publish is not None:
                publish(Detection(found.merges, self._clocks))

        chunks = state.episode.chunks
        watcher = Watcher(take) if in_view is None else Watcher(take, in_view)
        before = self._known if self._knows_most_of(chunks) else None
        self._known = yield from analyse(chunks, state.offsets, state.episode.language, before=before, watcher=watcher)
        proposals = yield from clock_proposals(self._known)
        self._clocks = {one.chunk: state.offsets.get(one.chunk, 0) + one.offset_s for one in proposals}
        return Detection(self._known.merges, self._clocks)

    def _knows_most_of(self, chunks: Sequence[SourceChunk]) -> bool:
        """Whether so much is as it was that which words are rare will be much the same as well."""
        if self._known is None:
            return False
        tracks = self._known.tracks
        known = sum([chunk.key in tracks and tracks[chunk.key].chunk is chunk for chunk in chunks])
        return 2 * known >= max(len(chunks), len(tracks))
