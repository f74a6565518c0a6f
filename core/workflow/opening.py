"""From paths or pasted text to a review: read, build the candidate, detect. Each step is work that can be stopped."""

from __future__ import annotations

from dataclasses import replace

from core.editing.session import Journal, ReviewSession
from core.model import Episode, Merge, ReviewState
from core.reading.discover import Opened, open_inputs, open_text
from core.stitching.candidate import candidate
from core.stitching.summary import draft_summary
from core.work import Work
from core.workflow.review import Review

__all__ = ["Opened", "built", "detected", "opened", "opened_text"]

opened = open_inputs
opened_text = open_text


def built(episode: Episode, journal: Journal | None = None) -> Review:
    """A review of the candidate as first built, with three draft summary lines; no merges yet."""
    document = candidate(episode)
    document = replace(document, summary=draft_summary(document))
    return Review(ReviewSession(ReviewState(episode, document), journal))


def detected(state: ReviewState) -> Work[tuple[Merge, ...]]:
    """The merges that detection proposes, by the entries and clock offsets alone; for ``Review.set_merges``."""
    # Detection brings numpy and rapidfuzz, which would double the time to the first paint.
    from core.detection.detect import detect  # noqa: PLC0415

    merges = yield from detect(state.episode.chunks, state.offsets)
    return merges
