"""The timeline: chunks in two lanes, where they overlap, gaps, chapters, and a sign for each finding. Free of Qt.

It says what is where in seconds; how wide a second is, the widget knows. ``follow`` does again only what changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.identity import unlike
from core.messages import Message
from core.model import Chapter, ChunkKey, ItemId
from core.presenting.counts import counted_notes
from core.presenting.timeline_marks import Sign, State, TimelineMarks
from core.timecode import written
from core.workflow.review import Answer, Review, ReviewChange

__all__ = ["ChapterSpan", "ChunkSpan", "Gap", "Sign", "State", "Timeline", "TimelineChange"]

_LATE = 2  # an episode whose first time lies beyond this part of its last begins there, not at 0
_LEAST_S = 10  # an episode that is shorter, or all in one second, stands in the middle of as many


@dataclass(frozen=True, slots=True)
class ChunkSpan:
    """A chunk from its first second to its last; neighbours lie in different lanes (0 and 1)."""

    key: ChunkKey
    number: int
    notes: int
    lane: int
    start_s: int
    end_s: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Where nothing was noted for too long."""

    start_s: int
    end_s: int
    words: Message
    is_open: bool


@dataclass(frozen=True, slots=True)
class ChapterSpan:
    """A chapter up to where the next begins."""

    key: ItemId
    number: int
    title: str
    start_s: int
    end_s: int
    last_s: int  # the last second of its own
    has_border: bool  # the chapter before it in the document stands before it here, so the border between can be moved

    @property
    def words(self) -> Message:
        """Its number and title."""
        if not self.title:
            return Message("chapter {number}", {"number": self.number})
        return Message("chapter {number}, {title}", {"number": self.number, "title": self.title})


@dataclass(frozen=True, slots=True)
class TimelineChange:
    """What looks different now.

    Attributes:
        is_whole: Everything may.
        has_chapters: The chapters do.
        times: At these seconds the signs do.
    """

    is_whole: bool = False
    has_chapters: bool = False
    times: frozenset[int] = frozenset()


class Timeline:
    """What stands where in one review."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self.marks = TimelineMarks(review)
        self.chunks: tuple[ChunkSpan, ...] = ()
        self.overlaps: tuple[tuple[int, int], ...] = ()  # of neighbouring chunks, first and last second
        self.gaps: tuple[Gap, ...] = ()
        self.chapters: tuple[ChapterSpan, ...] = ()
        self._read: tuple[Chapter, ...] = ()  # what the spans of the chapters were read from
        self._starts: list[int] = []  # of the chapters
        self.start_s = self.end_s = 0
        self._take_chunks()
        self._take_gaps()
        self._take_chapters()
        self._take_ends()

    def follow(self, change: ReviewChange) -> TimelineChange:
        """Bring it up to date; the result says what looks different."""
        before, after = change.before, change.after
        ends, gaps = (self.start_s, self.end_s), self.gaps
        has_chunks = before.episode is not after.episode or before.offsets != after.offsets
        if has_chunks:
            self._take_chunks()
        times = self.marks.follow(change.news)
        self._take_gaps()
        has_chapters = before.document.chapters is not after.document.chapters and self._take_chapters()
        if has_chunks or has_chapters:
            self._take_ends()
        is_whole = has_chunks or times is None or self.gaps != gaps or (self.start_s, self.end_s) != ends
        return TimelineChange(is_whole, has_chapters, times or frozenset())

    def stamp(self, time_s: float) -> str:
        """A time as the episode writes it."""
        return written(max(0, round(time_s)), self._review.state.episode.style)

    def chapter_at(self, time_s: float) -> ChapterSpan | None:
        """The chapter that a time lies in."""
        at = bisect_right(self._starts, time_s) - 1
        return self.chapters[at] if at >= 0 else None

    def chapter_start(self, time_s: int, by: int) -> int:
        """Where the next (+1) or the present or previous (-1) chapter begins, else the end of the episode there."""
        at = bisect_right(self._starts, time_s) if by > 0 else bisect_right(self._starts, time_s - 1) - 1
        if 0 <= at < len(self._starts):
            return self._starts[at]
        return self.end_s if by > 0 else self.start_s

    def chunks_at(self, start_s: float, end_s: float) -> Iterator[ChunkSpan]:
        """The chunks that reach into a stretch of time."""
        return (chunk for chunk in self.chunks if chunk.start_s < end_s and start_s <= chunk.end_s)

    def spoken(self, time_s: int) -> tuple[Message, ...]:
        """A time in words: itself, its chapter, its chunks."""
        chapter = self.chapter_at(time_s)
        said = [Message("{time}", {"time": self.stamp(time_s)})]
        if chapter is not None:
            said.append(chapter.words)
        return (*said, *map(self.words_of, self.chunks_at(time_s, time_s + 1)))

    def words_of(self, chunk: ChunkSpan) -> Message:
        """A chunk's number, range and count of notes."""
        first, last = self.stamp(chunk.start_s), self.stamp(chunk.end_s)
        words = {"number": chunk.number, "first": first, "last": last, "notes": counted_notes(chunk.notes)}
        return Message("Chunk {number} · {first}–{last} · {notes}", words)

    def words_of_overlap(self, start_s: float, end_s: float) -> Message | None:
        """That chunks overlap within a stretch of time, if they do."""
        for first_s, last_s in self.overlaps:
            if first_s < end_s and start_s <= last_s:
                times = {"first": self.stamp(first_s), "last": self.stamp(last_s)}
                return Message("Two chunks overlap · {first}–{last}", times)
        return None

    def _take_chunks(self) -> None:
        state, spans = self._review.state, list[ChunkSpan]()
        for chunk in state.episode.chunks:
            if chunk.span is not None:
                by_s = state.offsets.get(chunk.key, 0)
                start_s, end_s = max(0, chunk.span[0] + by_s), max(0, chunk.span[1] + by_s)
                spans.append(ChunkSpan(chunk.key, chunk.number, len(chunk.notes), len(spans) % 2, start_s, end_s))
        self.chunks = tuple(spans)
        self.overlaps = tuple(
            (max(one.start_s, two.start_s), min(one.end_s, two.end_s))
            for one, two in pairwise(spans)
            if two.start_s <= one.end_s and one.start_s <= two.end_s
        )

    def _take_gaps(self) -> None:
        answer = self._review.answer
        self.gaps = tuple(
            Gap(gap.start_s, gap.end_s, gap.message, answer(gap) is Answer.OPEN)
            for gap in self.marks.gaps
            if gap.start_s is not None and gap.end_s is not None
        )

    def _take_chapters(self) -> bool:
        """Read the chapters; whether any is another now."""
        before, self._read = self._read, self._review.state.document.chapters
        old, new = unlike(before, self._read)
        if _read_of(before[old]) == _read_of(self._read[new]):
            return False  # as after most edits: what stands in a chapter is no matter here
        found: list[tuple[int, Chapter, int, int]] = []
        latest_s = 0
        for number, chapter in enumerate(self._read, 1):
            span, top = chapter.span, chapter.top_span
            if span is not None:
                latest_s = max(latest_s, top[0] if top else span[0])
                found.append((number, chapter, latest_s, max(span[1], latest_s)))
        ends = [start_s for _, _, start_s, _ in found[1:]] + [end_s for *_, end_s in found[-1:]]
        befores = [0, *(number for number, *_ in found)]
        spans = tuple(
            ChapterSpan(chapter.id, number, chapter.title, start_s, end_s, last_s, before > 0 and before == number - 1)
            for (number, chapter, start_s, last_s), end_s, before in zip(found, ends, befores, strict=False)
        )
        if spans == self.chapters:
            return False
        self.chapters, self._starts = spans, [span.start_s for span in spans]
        return True

    def _take_ends(self) -> None:
        spans = (*self.chunks, *self.chapters)
        self.end_s = max((span.end_s for span in spans), default=0)
        first_s = min((span.start_s for span in spans), default=0)
        self.start_s = first_s if first_s > self.end_s / _LATE else 0
        if spans and self.end_s - self.start_s < _LEAST_S:
            self.start_s = max(0, (self.start_s + self.end_s - _LEAST_S) // 2)
            self.end_s = self.start_s + _LEAST_S


def _read_of(chapters: Sequence[Chapter]) -> Sequence[object]:
    """All that the timeline reads of chapters."""
    return [(chapter.id, chapter.title, chapter.span, chapter.top_span) for chapter in chapters]
