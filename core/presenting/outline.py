"""The outline: every chapter with its range, its counts, what is left to decide, and titles to choose from.

Free of Qt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from core.messages import Message
from core.model import Chapter, EntryId, ItemId, Kind, walk
from core.presenting.counts import counted_notes, counted_quotes, joined
from core.presenting.queue import Queue
from core.timecode import written
from core.workflow.review import Review

OFFERS = 6  # titles that are offered for a chapter


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One chapter.

    Attributes:
        span: Its range as shown, empty when no block has a time.
        left: How many findings about its blocks nobody has answered.
    """

    chapter: ItemId
    number: int
    title: str
    span: str
    notes: int
    quotes: int
    left: int

    @property
    def counts(self) -> Message:
        """How much it holds, in words."""
        said = counted_notes(self.notes)
        return joined(said, counted_quotes(self.quotes)) if self.quotes else said


class Outline:
    """The lines of one review; what a chapter holds is counted again only when it is another."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._counted: dict[ItemId, tuple[Chapter, int, int]] = {}

    def lines(self, queue: Queue | None) -> tuple[OutlineLine, ...]:
        """The chapters of now, in order."""
        document, style = self._review.state.document, self._review.state.episode.style
        left = self._left(queue)
        found: list[OutlineLine] = []
        for number, chapter in enumerate(document.chapters, 1):
            notes, quotes = self._counts(chapter)
            span = "" if chapter.span is None else "–".join(written(time_s, style) for time_s in chapter.span)
            found.append(OutlineLine(chapter.id, number, chapter.title, span, notes, quotes, left[chapter.id]))
        return tuple(found)

    def _counts(self, chapter: Chapter) -> tuple[int, int]:
        known = self._counted.get(chapter.id)
        if known is None or known[0] is not chapter:
            kinds = Counter(block.kind for _, block in walk(chapter.blocks))
            known = self._counted[chapter.id] = (chapter, kinds[Kind.NOTE], kinds[Kind.QUOTE])
        return known[1:]

    def _left(self, queue: Queue | None) -> Counter[ItemId]:
        blocks = [item.block for item in queue.items if item.is_open and item.block] if queue else []
        owners = {block: c.id for c in self._review.state.document.chapters for block in c.paths} if blocks else {}
        return Counter(owners[block] for block in blocks if block in owners)


def titles_for(review: Review, chapter: ItemId) -> tuple[str, ...]:
    """Titles that a chapter could have: the headings over its entries in their chunks, those over most of them first.

    Its title of now is not among them; one that it had at the start is.
    """
    document = review.state.document
    now = document.chapters[document.chapter_at(chapter)]
    entries = [entry for _, block in walk(now.blocks) for entry in block.sources]
    over = Counter(title for entry in entries if (title := _heading_over(review, entry)))
    first = {c.id: c.title for c in review.session.start.document.chapters}.get(chapter)
    offers = [title for title, _ in over.most_common()]
    if first:
        offers.append(first)
    return tuple(title for title in dict.fromkeys(offers) if title != now.title)[:OFFERS]


def _heading_over(review: Review, entry_id: EntryId) -> str | None:
    entry = review.state.episode.entries[entry_id]
    headings = review.state.episode.by_key[entry.chunk].headings
    at = bisect_left(headings, entry.line, key=lambda heading: heading.line)
    return headings[at - 1].text if at else None
