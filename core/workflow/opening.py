"""From paths or pasted text to a review: read, build the candidate, detect. Each step is work that can be stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.editing.session import Journal, ReviewSession
from core.model import ChunkKey, Episode, Merge, ReviewState
from core.reading.discover import Opened, open_inputs, open_text
from core.reading.transcript import Cue
from core.stitching.candidate import candidate
from core.stitching.summary import draft_summary
from core.work import Work, finished
from core.workflow.review import Review

__all__ = [
    "SESSION_SUFFIX",
    "Detection",
    "Opened",
    "building",
    "built",
    "detected",
    "detection",
    "is_session",
    "opened",
    "opened_text",
]

SESSION_SUFFIX = ".notestitch"

opened = open_inputs
opened_text = open_text


def built(
    episode: Episode, journal: Journal | None = None, *, transcript: Sequence[Cue] = (), is_judged: bool = True
) -> Review:
    """A review of the candidate as first built, with three draft summary lines; no merges yet."""
    return finished(building(episode, journal, transcript=transcript, is_judged=is_judged))


def building(
    episode: Episode, journal: Journal | None = None, *, transcript: Sequence[Cue] = (), is_judged: bool = True
) -> Work[Review]:
    """The same, a piece at a time."""
    document = candidate(episode)
    yield 0.2
    document = replace(document, summary=draft_summary(document))
    yield 0.3
    session = ReviewSession(ReviewState(episode, document), journal)
    return (yield from Review.making(session, transcript=transcript, is_judged=is_judged))


def is_session(path: Path) -> bool:
    """Whether a file is named as a session."""
    return path.suffix.lower() == SESSION_SUFFIX


@dataclass(frozen=True, slots=True)
class Detection:
    """What detection proposes; for ``Review.set_merges``."""

    merges: tuple[Merge, ...]
    clocks: Mapping[ChunkKey, int]  # offsets that would set the clocks of chunks right, in place of those they have


def detected(state: ReviewState) -> Work[tuple[Merge, ...]]:
    """The merges alone, see ``detection``."""
    found = yield from detection(state)
    return found.merges


def detection(state: ReviewState) -> Work[Detection]:
    """What detection proposes, by the entries and clock offsets alone."""
    # Detection brings numpy, which would double the time to the first paint.
    from core.detection.detect import analyse  # noqa: PLC0415
    from core.detection.restarts import clock_proposals  # noqa: PLC0415

    analysis = yield from analyse(state.episode.chunks, state.offsets)
    proposals = yield from clock_proposals(analysis)
    clocks = {one.chunk: state.offsets.get(one.chunk, 0) + one.offset_s for one in proposals}
    return Detection(analysis.merges, clocks)
