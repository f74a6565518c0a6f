"""What an export is made of; most formats look at the document alone. Knows nothing of files or formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.checks.finding import Finding
from core.messages import Message
from core.model import Document, EntryId, Episode, Fate, ReviewState
from core.timecode import TimeStyle


@dataclass(frozen=True, slots=True)
class Account:
    """What the checks say of it, for the format that accounts for everything."""

    fates: Mapping[EntryId, Fate]
    open: Sequence[Finding]
    answered: Sequence[tuple[Finding, Message]]  # with the answer in words


@dataclass(frozen=True, slots=True)
class Material:
    """A document as it is to be written, and what some formats say beside it."""

    document: Document
    style: TimeStyle = TimeStyle.HOURS
    state: ReviewState | None = None  # the sources and the decisions
    start: Document | None = None  # as first built or brought; None: as it is
    account: Account | None = None
    log: bytes = b""  # the decisions as JSON lines, for the format that is just them

    @property
    def episode(self) -> Episode:
        """Its sources; without chunks where only a document is at hand."""
        return self.state.episode if self.state else Episode(self.document.title)

    @property
    def end_s(self) -> int:
        """The latest second that is known of: of the document, or of its sources."""
        spans = [part.span for part in (*self.document.chapters, *self.episode.chunks)]
        return max((span[1] for span in spans if span), default=0)
