"""The rows of the merged pane: title, summary lines, and chapter by chapter every block. One row is one block."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from core.messages import Message
from core.model import Block, Chapter, ItemId, Kind, walk
from core.presenting.marks import Marks
from core.presenting.pane import EDITABLE, Change, Pane, Section
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
        self._made = {chapter.id: self._chapter(chapter, n) for n, chapter in enumerate(self._chapters, 1)}
        self._numbers = self._counted()
        super().__init__((self._head(), *self._made.values()))

    def is_editable(self, key: str) -> bool:
        """Title, summary lines, chapter titles, notes and quotes can be edited in place."""
        at = self.find(key)
        return at is not None and self.row(at).kind in EDITABLE

    def follow(self, change: ReviewChange) -> tuple[Change, ...]:
        """Bring the rows up to date; the result says which differ."""
        stale = {chapter.id for chapter in change.changed.chapters}
        review = self._review
        for entry in change.changed.entries:
            partners = {member for merge in review.merges_of(entry) for member in merge.members}
            stale.update(chapter for member in {entry, *partners} for chapter in review.homes.chapters(member))
        if change.before.episode is not change.after.episode:  # times may be written in another way now
            stale |= {chapter.id for chapter in self._chapters}
        same_chapters = {c.id for c in change.changed.gone} == {c.id for c in change.changed.chapters}
        if same_chapters:  # no edit reorders chapters, so their numbers stay
            for key in stale:
                self._made[key] = self._chapter(review.homes.chapter(key), self._numbers[key])
        else:
            self._made = {c.id: self._again(c, n, stale) for n, c in enumerate(self._chapters, 1)}
            self._numbers = self._counted()
        head = self._head()
        head = self.sections[0] if head == self.sections[0] else head
        return self.update((head, *self._made.values()))

    @property
    def _chapters(self) -> tuple[Chapter, ...]:
        return self._review.state.document.chapters

    def _again(self, chapter: Chapter, number: int, stale: Collection[ItemId]) -> Section:
        made = None if chapter.id in stale else self._made.get(chapter.id)
        if made is None:
            return self._chapter(chapter, number)
        return made if self._numbers[chapter.id] == number else _renumbered(made, number)

    def _counted(self) -> dict[ItemId, int]:
        return {chapter.id: number for number, chapter in enumerate(self._chapters, 1)}

    def _head(self) -> Section:
        document, start = self._review.state.document, self._review.session.start.document
        rows = [Row("title", RowKind.TITLE, document.title)]
        for n, line in enumerate(document.summary):
            is_draft = start.summary[n : n + 1] == (line,)
            badge = Message("draft") if is_draft else None
            label = Message("{number}.", {"number": n + 1})
            rows.append(Row(f"summary:{n}", RowKind.SUMMARY, line, label=label, badge=badge, is_draft=is_draft))
        return Section("head", tuple(rows), {})

    def _chapter(self, chapter: Chapter, number: int) -> Section:
        style = self._review.state.episode.style
        span = chapter.span
        ends = None if span is None else {"first": written(span[0], style), "last": written(span[1], style)}
        heading = Row(
            chapter.id,
            RowKind.CHAPTER,
            chapter.title,
            time_s=None if span is None else span[0],
            label=Message("Chapter {number}", {"number": number}),
            badge=None if ends is None else Message("{first}–{last}", ends),
        )
        found = (finding for finding in self._review.findings_of(chapter.id) if finding.rule.kind == "out-of-order")
        order = {finding.block: self._how_far(finding, style) for finding in found}
        blocks = list(walk(chapter.blocks))
        rows = (self._row(block, len(path) - 1, style, order.get(block.id)) for path, block in blocks)
        return Section(chapter.id, (heading, *rows), {block.id: block.sources for _, block in blocks})

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


def _renumbered(section: Section, number: int) -> Section:
    """The section as that of another chapter number."""
    label = Message("Chapter {number}", {"number": number})
    return replace(section, rows=(replace(section.rows[0], label=label), *section.rows[1:]))
