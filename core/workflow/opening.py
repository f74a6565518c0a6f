"""From paths or pasted text to a review: read, build the candidate, detect. Each step is work that can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.editing.session import Journal, ReviewSession
from core.model import Episode, ReviewState
from core.reading.discover import Opened, open_inputs, open_text
from core.reading.transcript import Cue
from core.stitching.candidate import drafting
from core.stitching.summary import draft_summary
from core.work import Work, finished
from core.workflow.detecting import Detection, Detector, detected, detection
from core.workflow.review import Review

__all__ = [
    "SESSION_SUFFIX",
    "Detection",
    "Detector",
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
    _ = episode.style  # every time that is shown asks for it: found here, nobody waits for it later
    yield 0.1
    document = yield from drafting(episode)
    yield 0.2
    document = replace(document, summary=draft_summary(document))
    yield 0.3
    session = ReviewSession(ReviewState(episode, document), journal)
    return (yield from Review.making(session, transcript=transcript, is_judged=is_judged))


def is_session(path: Path) -> bool:
    """Whether a file is named as a session."""
    return path.suffix.lower() == SESSION_SUFFIX
