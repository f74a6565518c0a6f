"""One finding as the review queue shows it. Free of Qt; knows nothing of the other items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.checks.finding import Finding
from core.checks.titles import title_of
from core.messages import Message
from core.model import ChunkKey, EntryId, FindingId, ItemId
from core.presenting.row import Mark
from core.timecode import TimeStyle, written
from core.workflow.ready import is_waited_for
from core.workflow.review import Answer, Review

DUPLICATE = "duplicate"

_MARKS: Mapping[str, Mark] = {
    DUPLICATE: Mark.DUPLICATE,
    "out-of-order": Mark.OUT_OF_ORDER,
    "chunk-without-notes": Mark.LOST,
    "lost-note": Mark.LOST,
    "lost-quote": Mark.LOST,
}
_GROUPS: Mapping[str, Message] = {  # where the title is too long for a filter
    DUPLICATE: Message("Duplicates"),
    "chunk-without-notes": Message("Empty"),
    "coverage-gap": Message("Gaps"),
    "language-drift": Message("Language"),
    "stray-line": Message("Lines"),
    "mixed-time-style": Message("Time style"),
    "out-of-order": Message("Order"),
    "note-without-time": Message("Untimed"),
    "unattributed-quote": Message("Speakers"),
    "quote-not-in-transcript": Message("Transcript"),
}


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One finding as the queue shows it.

    Attributes:
        title: What kind of finding it is.
        text: The words that it is about, else what is wrong; text from outside.
        why: What is wrong, in words.
        stamp: Its time as shown, empty when it has none.
        is_needed: Whether the document is not ready while nobody has answered it.
        span: From when to when, as shown, where it is about a stretch of time and not about words; else empty.
        is_late: Somebody put it off.
        block: Where to look in the document, if there is such a place.
        entries: Where to look in the chunks.
        chunk: The key of the chunk's row, for a finding about a chunk as a whole.
        place: The chunks that it is about, in words; None for the document or the sources as a whole.
    """

    finding: Finding
    title: Message
    text: str
    why: Message
    stamp: str
    time_s: int | None
    mark: Mark
    answer: Answer
    is_late: bool
    block: ItemId | None
    entries: tuple[EntryId, ...]
    chunk: str | None
    place: Message | None = None
    is_needed: bool = False
    span: str = ""

    @property
    def id(self) -> FindingId:
        """The finding's id."""
        return self.finding.id

    @property
    def kind(self) -> str:
        """The finding's kind, such as "duplicate"."""
        return self.finding.rule.kind

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.answer is Answer.OPEN

    @property
    def chunks(self) -> frozenset[ChunkKey]:
        """The chunks that it is about."""
        own = {ChunkKey(entry.rpartition(":")[0]) for entry in self.entries}
        return frozenset(own if self.finding.chunk is None else own | {self.finding.chunk})


def item_of(review: Review, finding: Finding, *, is_late: bool) -> QueueItem:
    """A finding as the queue shows it now."""
    episode = review.state.episode
    lead = episode.entries.get(finding.entries[0]) if finding.entries else None
    time_s = finding.start_s if finding.start_s is not None or lead is None else lead.time_s
    return QueueItem(
        finding=finding,
        title=title_of(finding.rule.kind),
        text=lead.text if lead else _text_of(review, finding.block),
        why=finding.message,
        stamp="" if time_s is None else written(time_s, episode.style),
        time_s=time_s,
        mark=_MARKS.get(finding.rule.kind, Mark.NONE),
        answer=review.answer(finding),
        is_late=is_late,
        block=finding.block or _home(review, finding.entries),
        entries=finding.entries,
        chunk=_chunk_row(review, finding),
        place=_place(review, finding),
        is_needed=is_waited_for(finding, episode),
        span=_span(finding, episode.style),
    )


def _text_of(review: Review, block: ItemId | None) -> str:
    """The words of a block that stands for no entry; a chapter has none of its own."""
    document = review.state.document
    path = document.find(block) if block is not None and document.has(block) else ()
    return document.block(path).text if len(path) > 1 else ""


def _span(finding: Finding, style: TimeStyle) -> str:
    start_s, end_s = finding.start_s, finding.end_s
    if finding.entries or start_s is None or end_s is None or end_s <= start_s:
        return ""
    return f"{written(start_s, style)}–{written(end_s, style)}"


def _home(review: Review, entries: Iterable[EntryId]) -> ItemId | None:
    homes = review.homes
    return next((found[0] for entry in entries if (found := homes.get(entry))), None)


def _place(review: Review, finding: Finding) -> Message | None:
    episode = review.state.episode
    keys = dict.fromkeys(e.chunk for entry in finding.entries if (e := episode.entries.get(entry)) is not None)
    if not keys and finding.chunk is not None:
        keys = {finding.chunk: None}
    match sorted(episode.by_key[key].number for key in keys):
        case []:
            return None
        case [number]:
            return Message("chunk {number}", {"number": number})
        case [one, other]:
            return Message("chunks {left} and {right}", {"left": one, "right": other})
        case numbers:
            return Message("chunks {numbers}", {"numbers": ", ".join(map(str, numbers))})


def _chunk_row(review: Review, finding: Finding) -> str | None:
    if finding.entries or finding.chunk is None:
        return None
    strays = review.state.episode.by_key[finding.chunk].strays
    is_stray = any(stray.line == finding.line for stray in strays) and finding.rule.kind == "stray-line"
    return f"stray:{finding.chunk}:{finding.line}" if is_stray else finding.chunk


def group_title(kind: str) -> Message:
    """A kind as the name of a group."""
    return _GROUPS.get(kind) or title_of(kind)
