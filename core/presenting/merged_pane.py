"""The rows of the merged pane: title, summary lines, and chapter by chapter every block. One row is one block."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from core.identity import unlike
from core.messages import Message
from core.model import Block, Chapter, EntryId, ItemId, Kind, walk
from core.presenting.marks import Marks, is_reworded
from core.presenting.pane import EDITABLE, Change, Links, Pane, Section
from core.presenting.row import Row, RowKind
from core.timecode import TimeStyle, written
from core.workflow.review import Review, ReviewChange

if TYPE_CHECKING:
    from core.checks.finding import Finding

_MOST_SOURCES = 4  # that are named
_Run: TypeAlias = "slice[int, int, None]"  # of chapters
_NOTHING = Message("No chunk holds a note yet. “What can be done” says how to go on; a chunk may be dropped here too.")
_KINDS = {Kind.NOTE: RowKind.NOTE, Kind.QUOTE: RowKind.QUOTE, Kind.PROSE: RowKind.PROSE}


class MergedPane(Pane):
    """The candidate as rows; ``follow`` makes only those sections again that a change concerns."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._marks = Marks(review)
        start = review.session.start.document
        self._drafts = () if start.is_brought else start.summary
        super().__init__(self._all())

    def row(self, at: int) -> Row:
        """The row at a position in ``range(len(pane))``; a chapter is numbered as it stands."""
        row = super().row(at)
        if row.kind is not RowKind.CHAPTER:
            return row
        return replace(row, label=Message("Chapter {number}", {"number": self.section_at(at)}))

    def is_editable(self, key: str) -> bool:
        """Title, summary lines, chapter titles, notes and quotes can be edited in place."""
        at = self.find(key)
        return at is not None and self.row(at).kind in EDITABLE

    def origin(self, key: str) -> tuple[Message, ...]:
        """The chunk and line of each entry that a block stands for, and whether its words are the editor's."""
        document, item = self._review.state.document, ItemId(key)
        if not document.has(item) or len(path := document.find(item)) < 2:
            return ()
        block = document.block(path)
        is_brought = self._review.session.start.document.has(item)
        added = Message("no chunk holds this") if is_brought else Message("added by the editor")
        found = [self._source(entry) for entry in block.sources[:_MOST_SOURCES]] or [added]
        if len(block.sources) > _MOST_SOURCES:
            found.append(Message("{count} more", {"count": len(block.sources) - _MOST_SOURCES}))
        if block.sources and is_reworded(self._review, block):
            found.append(Message("edited"))
        return tuple(found)

    def _source(self, entry: EntryId) -> Message:
        episode = self._review.state.episode
        own = episode.entries[entry]
        told = {"number": episode.by_key[own.chunk].number, "line": own.line}
        return Message("chunk {number}, line {line}", told)

    def follow(self, change: ReviewChange) -> tuple[Change, ...]:
        """Bring the rows up to date; the result says which differ."""
        before, after = change.before, change.after
        if before.episode.style != after.episode.style:  # times are written in another way now
            return self.update(self._all())
        stale = {chapter.id for chapter in change.changed.chapters}
        for entry in {*change.changed.entries, *self._review.partners(change.changed.entries)}:
            stale.update(self._review.homes.chapters(entry))
        gone, come = unlike(before.document.chapters, after.document.chapters)
        return (*self._renewed(stale, gone, come), *self._spliced(stale, gone, come))

    def _renewed(self, stale: Set[str], gone: _Run, come: _Run) -> tuple[Change, ...]:
        """The sections beside the chapters that came or went."""
        head, run = self._head(), slice(gone.start + 1, gone.stop + 1)  # the head is the first section
        homes, chapters = self._review.homes, self._review.state.document.chapters
        beside = stale - {section.key for section in self.sections[run]} - {chapter.id for chapter in chapters[come]}
        made = [self._section(homes.chapter(ItemId(key))) for key in beside]
        return self.renew(made if head.rows == self.sections[0].rows else [head, *made])

    def _spliced(self, stale: Set[str], gone: _Run, come: _Run) -> tuple[Change, ...]:
        """The chapters that came or went; those behind them have other numbers then."""
        run, chapters = slice(gone.start + 1, gone.stop + 1), self._review.state.document.chapters[come]
        known = {section.key: section for section in self.sections[run]}
        keeps_numbers = list(known) == [chapter.id for chapter in chapters]
        kept = (None if chapter.id in stale else known.get(chapter.id) for chapter in chapters)
        new = [made or self._section(chapter) for made, chapter in zip(kept, chapters, strict=True)]
        changes = self.splice(run, new)
        return changes if keeps_numbers else (*changes, *(Change(at, 1, 1) for at in self.starts[run.start : -1]))

    def _all(self) -> list[Section]:
        return [self._head(), *map(self._section, self._review.state.document.chapters)]

    def _head(self) -> Section:
        document = self._review.state.document
        rows = [Row("title", RowKind.TITLE, document.title)]
        for n, line in enumerate(document.summary):
            is_draft = self._drafts[n : n + 1] == (line,)
            badge = Message("draft") if is_draft else None
            label = Message("{number}.", {"number": n + 1})
            rows.append(Row(f"summary:{n}", RowKind.SUMMARY, line, label=label, badge=badge, is_draft=is_draft))
        if not document.chapters:
            rows.append(Row("nothing", RowKind.EMPTY, "", label=_NOTHING))
        return Section("head", rows)

    def _section(self, chapter: Chapter) -> Section:
        times, make = partial(_times, chapter), partial(self._made, chapter)
        return Section.later(chapter.id, chapter.paths.keys(), times=times, make=make)

    def _made(self, chapter: Chapter) -> tuple[list[Row], Links]:
        style = self._review.state.episode.style
        span = chapter.span
        ends = None if span is None else {"first": written(span[0], style), "last": written(span[1], style)}
        heading = Row(
            chapter.id,
            RowKind.CHAPTER,
            chapter.title,
            time_s=None if span is None else span[0],
            badge=None if ends is None else Message("{first}–{last}", ends),
        )
        found = (finding for finding in self._review.findings_of(chapter.id) if finding.rule.kind == "out-of-order")
        order = {finding.block: self._how_far(finding, style) for finding in found}
        blocks = list(walk(chapter.blocks))
        rows = (self._row(block, len(path) - 1, style, order.get(block.id)) for path, block in blocks)
        return [heading, *rows], {block.id: block.sources for _, block in blocks}

    def _how_far(self, finding: Finding, style: TimeStyle) -> Message:
        """How far a block is out of order, by the time of what it stands beside."""
        beside = next((self._review.homes.first(entry) for entry in finding.related), None)
        if beside is None or beside.time_s is None or finding.start_s is None:
            return Message("out of order")
        return Message("out of order by {time}", {"time": written(abs(beside.time_s - finding.start_s), style)})

    def _row(self, block: Block, depth: int, style: TimeStyle, order: Message | None) -> Row:
        shown = self._marks.of_block(block, order=order)
        return Row(
            block.id,
            _KINDS[block.kind],
            block.text,
            time_s=block.time_s,
            stamp="" if block.time_s is None else written(block.time_s, style),
            depth=depth,
            speaker=block.speaker,
            badge=shown.badge,
            mark=shown.mark,
            is_edited=is_reworded(self._review, block),
            goes_to=shown.goes_to,
        )


def _times(chapter: Chapter) -> list[int | None]:
    """Those of the rows."""
    return [chapter.span[0] if chapter.span else None, *(block.time_s for _, block in walk(chapter.blocks))]
