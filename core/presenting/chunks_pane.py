"""The rows of the chunks pane: under each chunk's header its entries and stray lines, in the order of their lines."""

from __future__ import annotations

from collections.abc import Callable

from core.messages import Message
from core.model import ChunkKey, Entry, Episode, Kind, SourceChunk
from core.presenting.marks import Marks
from core.presenting.pane import Change, Pane, Section
from core.presenting.row import Mark, Row, RowKind
from core.timecode import written
from core.workflow.review import Review, ReviewChange


class ChunksPane(Pane):
    """The sources as rows; ``follow`` makes only those chunks again that a change concerns."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._marks = Marks(review)
        self._made = {chunk.key: self._chunk(chunk) for chunk in review.state.episode.chunks}
        super().__init__(tuple(self._made.values()))

    def follow(self, change: ReviewChange) -> tuple[Change, ...]:
        """Bring the rows up to date; the result says which differ."""
        review, stale = self._review, set[ChunkKey]()
        entries = review.state.episode.entries
        for entry in change.changed.entries:
            partners = {member for merge in review.merges_of(entry) for member in merge.members}
            stale.update(entries[member].chunk for member in {entry, *partners} if member in entries)
        if change.before.episode is not change.after.episode:
            self._take(change.after.episode, is_restyled=change.before.episode.style != change.after.episode.style)
        for key in stale:
            self._made[key] = self._chunk(review.state.episode.by_key[key])
        return self.update(tuple(self._made.values()))

    def _take(self, episode: Episode, *, is_restyled: bool) -> None:
        """Take the chunks of a revised episode; all are made again where times are written in another way now."""
        known = {} if is_restyled else self._made
        self._made = {chunk.key: known.get(chunk.key) or self._chunk(chunk) for chunk in episode.chunks}

    def _chunk(self, chunk: SourceChunk) -> Section:
        by_line = [(entry.line, self._entry(entry)) for entry in chunk.entries]
        for stray in chunk.strays:
            key = f"stray:{chunk.key}:{stray.line}"
            by_line.append((stray.line, Row(key, RowKind.STRAY, stray.text, badge=Message("not understood"))))
        by_line.sort(key=lambda item: item[0])
        rows = [_header(chunk, self._stamp), *(row for _, row in by_line)]
        if not chunk.entries:
            rows.insert(1, Row(f"empty:{chunk.key}", RowKind.EMPTY, "", label=Message("This chunk holds no notes")))
        homes = self._review.homes
        return Section(chunk.key, tuple(rows), {entry.id: homes.get(entry.id) for entry in chunk.entries})

    def _entry(self, entry: Entry) -> Row:
        shown = self._marks.of_entry(entry.id)
        return Row(
            entry.id,
            RowKind.NOTE if entry.kind is Kind.NOTE else RowKind.QUOTE,
            entry.text,
            time_s=entry.time_s,
            stamp="" if entry.time_s is None else self._stamp(entry.time_s),
            depth=entry.depth,
            speaker=entry.speaker,
            badge=shown.badge,
            mark=shown.mark,
            goes_to=shown.goes_to,
        )

    def _stamp(self, time_s: int) -> str:
        return written(time_s, self._review.state.episode.style)


def _header(chunk: SourceChunk, stamp: Callable[[int], str]) -> Row:
    title = chunk.headings[0].text if chunk.headings else ""
    ends = None if chunk.span is None else {"first": stamp(chunk.span[0]), "last": stamp(chunk.span[1])}
    return Row(
        chunk.key,
        RowKind.CHUNK,
        title,
        time_s=None if chunk.span is None else chunk.span[0],
        label=Message("Chunk {number}", {"number": chunk.number}),
        badge=None if ends is None else Message("{first}–{last}", ends),
        mark=Mark.NONE if chunk.entries else Mark.LOST,
    )
