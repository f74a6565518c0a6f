"""The review queue: every finding as one item, what needs a person first, and how much is left. Free of Qt.

Items keep their places when they are answered; they only fade.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.checks.finding import Finding, Severity
from core.checks.titles import title_of
from core.messages import Message
from core.model import ChunkKey, EntryId, FindingId, ItemId
from core.presenting.filters import EVERYTHING, Filter
from core.presenting.row import Mark
from core.timecode import written
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


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one kind.

    Attributes:
        is_minor: They are suggestions: the document is ready without an answer to them.
    """

    kind: str
    title: Message
    left: int
    total: int
    is_minor: bool = False


class Queue:
    """The items of one review; ``follow`` after each change."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._late: dict[FindingId, int] = {}  # in the order in which they were put off
        self.items: tuple[QueueItem, ...] = ()
        self.groups: tuple[Group, ...] = ()
        self._places: Mapping[FindingId, int] = {}
        self.follow()

    @property
    def left(self) -> int:
        """How many nobody has answered yet."""
        return sum(group.left for group in self.groups)

    def follow(self) -> None:
        """Bring the items up to date."""
        findings = sorted(self._review.findings, key=self._rank)
        self.items = tuple(self._item(finding) for finding in findings)
        self._places = {item.id: at for at, item in enumerate(self.items)}
        self.groups = tuple(_grouped(self.items))

    def find(self, finding: FindingId | None) -> QueueItem | None:
        """The item of a finding, None when it is no more."""
        at = None if finding is None else self._places.get(finding)
        return None if at is None else self.items[at]

    def of_entries(self, entries: Iterable[EntryId], block: ItemId | None) -> QueueItem | None:
        """The item about a place: an open one if there is any."""
        about = frozenset(entries)
        found = [item for item in self.items if not about.isdisjoint(item.entries) or (block and item.block == block)]
        return next((item for item in found if item.is_open), found[0] if found else None)

    def put_off(self, finding: FindingId) -> None:
        """Decide it later: it goes behind the others of its kind."""
        self._late.pop(finding, None)
        self._late[finding] = len(self._late)
        self.follow()

    def step(self, start: FindingId | None, by: int, shows: Filter = EVERYTHING) -> QueueItem | None:
        """The item ``by`` places (+1 or -1) from another, None at either end, of those that ``shows`` admits."""
        shown = [item for item in self.items if shows.admits(item)]
        return _beside(shown, start, by, self._places)

    def next_open(self, start: FindingId | None, by: int, shows: Filter = EVERYTHING) -> QueueItem | None:
        """The next (+1) or previous (-1) unanswered item, round the ends; None when nothing else is left."""
        shown = [item for item in self.items if item.is_open and shows.admits(item)]
        others = [item for item in shown if item.id != start]
        return _beside(shown, start, by, self._places) or (others[0 if by > 0 else -1] if others else None)

    def _rank(self, finding: Finding) -> tuple[bool, int, str, int, int, float, int]:
        """Duplicates first, the most certain first; then the worst; those put off last; then by time."""
        merge, is_duplicate = finding.merge, finding.rule.kind == DUPLICATE
        return (
            not is_duplicate,
            0 if is_duplicate else finding.rule.severity.value,
            finding.rule.id,
            self._late.get(finding.id, -1),
            merge.tier.value if merge else 0,
            -merge.score if merge else 0.0,
            -1 if finding.start_s is None else finding.start_s,
        )

    def _item(self, finding: Finding) -> QueueItem:
        episode = self._review.state.episode
        lead = episode.entries.get(finding.entries[0]) if finding.entries else None
        time_s = finding.start_s if finding.start_s is not None or lead is None else lead.time_s
        return QueueItem(
            finding=finding,
            title=title_of(finding.rule.kind),
            text=lead.text if lead else "",
            why=finding.message,
            stamp="" if time_s is None else written(time_s, episode.style),
            time_s=time_s,
            mark=_MARKS.get(finding.rule.kind, Mark.NONE),
            answer=self._review.answer(finding),
            is_late=finding.id in self._late,
            block=finding.block or self._home(finding.entries),
            entries=finding.entries,
            chunk=self._chunk_row(finding),
            place=self._place(finding),
        )

    def _home(self, entries: Iterable[EntryId]) -> ItemId | None:
        homes = self._review.homes
        return next((found[0] for entry in entries if (found := homes.get(entry))), None)

    def _place(self, finding: Finding) -> Message | None:
        episode = self._review.state.episode
        keys = dict.fromkeys(episode.entries[entry].chunk for entry in finding.entries)
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

    def _chunk_row(self, finding: Finding) -> str | None:
        if finding.entries or finding.chunk is None:
            return None
        strays = self._review.state.episode.by_key[finding.chunk].strays
        is_stray = any(stray.line == finding.line for stray in strays) and finding.rule.kind == "stray-line"
        return f"stray:{finding.chunk}:{finding.line}" if is_stray else finding.chunk


def group_title(kind: str) -> Message:
    """A kind as the name of a group."""
    return _GROUPS.get(kind) or title_of(kind)


def _grouped(items: Iterable[QueueItem]) -> Iterable[Group]:
    total = Counter(item.kind for item in items)
    left = Counter(item.kind for item in items if item.is_open)
    minor = {item.kind for item in items if item.finding.rule.severity is Severity.SUGGESTION}
    for kind, count in total.items():  # in the order of the items
        yield Group(kind, group_title(kind), left[kind], count, kind in minor)


def _beside(
    shown: list[QueueItem], start: FindingId | None, by: int, places: Mapping[FindingId, int]
) -> QueueItem | None:
    """The nearest of ``shown`` on that side of where ``start`` stands among all items."""
    if start is None or start not in places:
        return shown[0 if by > 0 else -1] if shown else None
    at = places[start]
    side = [item for item in shown if (places[item.id] - at) * by > 0]
    return (min if by > 0 else max)(side, key=lambda item: places[item.id]) if side else None
