"""The rows of the chunks pane: under each chunk's header its entries and stray lines, in the order of their lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from core.messages import Message
from core.model import ChunkKey, Entry, Fate, Kind, SourceChunk, StrayLine
from core.presenting.marks import Marks
from core.presenting.pane import Change, Links, Pane, Section
from core.presenting.row import Mark, Row, RowKind
from core.timecode import written
from core.workflow.review import Review, ReviewChange


class ChunksPane(Pane):
    """The sources as rows; ``follow`` makes only those chunks again that a change concerns."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._marks = Marks(review)
        super().__init__(self._all())

    def follow(self, change: ReviewChange) -> tuple[Change, ...]:
        """Bring the rows up to date; the result says which differ."""
        review, stale = self._review, set[ChunkKey]()
        episode = review.state.episode
        for entry in {*change.changed.entries, *review.partners(change.changed.entries)}:
            if entry in episode.entries:
                stale.add(episode.entries[entry].chunk)
        if change.before.episode is episode:
            return self.renew(self._section(episode.by_key[key]) for key in stale)
        if change.before.episode.style == episode.style:
            known = {section.key: section for section in self.sections if section.key not in stale}
            return self.update([known.get(chunk.key) or self._section(chunk) for chunk in episode.chunks])
        return self.update(self._all())  # times are written in another way now

    def _all(self) -> list[Section]:
        return [self._section(chunk) for chunk in self._review.state.episode.chunks]

    def _section(self, chunk: SourceChunk) -> Section:
        keys = [chunk.key, *([] if chunk.entries else [_empty(chunk)]), *map(_key, _statements(chunk))]
        return Section.later(chunk.key, keys, times=partial(_times, chunk), make=partial(self._made, chunk))

    def _made(self, chunk: SourceChunk) -> tuple[list[Row], Links]:
        rows = [_header(chunk, self._stamp)]
        if not chunk.entries:
            rows.append(Row(_empty(chunk), RowKind.EMPTY, "", label=Message("This chunk holds no notes")))
        for statement in _statements(chunk):
            if isinstance(statement, Entry):
                rows.append(self._entry(statement))
            else:
                words = Message("not understood")
                rows.append(Row(_key(statement), RowKind.STRAY, statement.text, badge=words))
        homes = self._review.homes
        return rows, {entry.id: homes.get(entry.id) for entry in chunk.entries}

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
            is_edited=self._review.fate(entry.id) is Fate.EDITED,
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


def _statements(chunk: SourceChunk) -> Sequence[Entry | StrayLine]:
    """Entries and stray lines, in the order of their lines."""
    if not chunk.strays:
        return chunk.entries
    return sorted((*chunk.entries, *chunk.strays), key=lambda statement: statement.line)


def _key(statement: Entry | StrayLine) -> str:
    return statement.id if isinstance(statement, Entry) else f"stray:{statement.chunk}:{statement.line}"


def _empty(chunk: SourceChunk) -> str:
    return f"empty:{chunk.key}"


def _times(chunk: SourceChunk) -> list[int | None]:
    """Those of the rows."""
    times = [statement.time_s if isinstance(statement, Entry) else None for statement in _statements(chunk)]
    return [chunk.span[0] if chunk.span else None, *([] if chunk.entries else [None]), *times]
