"""The rows of the merged pane: title, summary lines, and chapter by chapter every block. One row is one block."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from core.checks.identity import unlike
from core.messages import Message
from core.model import Block, Chapter, Kind, walk
from core.presenting.marks import Marks
from core.presenting.pane import EDITABLE, Change, Links, Pane, Section
from core.presenting.row import Row, RowKind
from core.timecode import TimeStyle, written
from core.workflow.review import Review, ReviewChange

if TYPE_CHECKING:
    from core.checks.finding import Finding

_KINDS = {Kind.NOTE: RowKind.NOTE, Kind.QUOTE: RowKind.QUOTE, Kind.PROSE: RowKind.PROSE}


class MergedPane(Pane):
    """The candidate as rows; ``follow`` makes only those sections again that a change concerns."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._marks = Marks(review)
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

    def follow(self, change: ReviewChange) -> tuple[Change, ...]:
        """Bring the rows up to date; the result says which differ."""
        review, document = self._review, change.after.document
        if change.before is change.after:
            return self.renew_all(self._all())
        if change.before.episode.style != change.after.episode.style:  # times are written in another way now
            return self.update(self._all())
        stale = {chapter.id for chapter in change.changed.chapters}
        for entry in {*change.changed.entries, *review.partners(change.changed.entries)}:
            stale.update(review.homes.chapters(entry))
        head = self._head()
        made = [] if head.rows == self.sections[0].rows else [head]
        if {c.id for c in change.changed.gone} == {c.id for c in change.changed.chapters}:  # none changes its place
            return self.renew((*made, *(self._section(review.homes.chapter(key)) for key in stale)))
        known = {section.key: section for section in self.sections if section.key not in stale}
        sections = (known.get(chapter.id) or self._section(chapter) for chapter in document.chapters)
        return self._recounted(change, self.update([*(made or self.sections[:1]), *sections]))

    def _recounted(self, change: ReviewChange, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The chapters from those that came or went on have other numbers now."""
        _, come = unlike(change.before.document.chapters, change.after.document.chapters)
        return (*changes, *(Change(at, 1, 1) for at in self.starts[come.start + 1 : -1]))

    def _all(self) -> list[Section]:
        return [self._head(), *map(self._section, self._review.state.document.chapters)]

    def _head(self) -> Section:
        document, start = self._review.state.document, self._review.session.start.document
        rows = [Row("title", RowKind.TITLE, document.title)]
        for n, line in enumerate(document.summary):
            is_draft = start.summary[n : n + 1] == (line,) and not start.is_brought
            badge = Message("draft") if is_draft else None
            label = Message("{number}.", {"number": n + 1})
            rows.append(Row(f"summary:{n}", RowKind.SUMMARY, line, label=label, badge=badge, is_draft=is_draft))
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
            is_edited=block.is_edited,
            goes_to=shown.goes_to,
        )


def _times(chapter: Chapter) -> list[int | None]:
    """Those of the rows."""
    return [chapter.span[0] if chapter.span else None, *(block.time_s for _, block in walk(chapter.blocks))]
