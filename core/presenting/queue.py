"""The review queue: every finding as one item, what needs a person first, and how much is left. Free of Qt.

Items keep their places when they are answered; they only fade. After an edit only the items that it concerns are made
again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from core.checks.finding import Finding, Rule, Severity
from core.identity import unlike
from core.messages import Message
from core.model import ChunkKey, EntryId, Episode, FindingId, ItemId
from core.presenting.counts import Left
from core.presenting.filters import EVERYTHING, Filter, is_certain
from core.presenting.queue_item import DUPLICATE, QueueItem, group_title, item_of
from core.workflow.review import Review, ReviewChange

__all__ = ["DUPLICATE", "Group", "Queue", "QueueItem", "group_title"]

_BEFORE = {"retimed": "NS300"}  # while a note has a wrong time, its neighbours seem to be out of order
_Rank = tuple[bool, int, str, int, int, float, int, int, int, int, str, FindingId]


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one kind.

    Attributes:
        is_minor: They are suggestions.
    """

    kind: str
    title: Message
    left: int
    total: int
    is_minor: bool = False


class Queue:
    """The items of one review; ``follow`` each change.

    Attributes:
        found: How many findings of each kind there were before anybody changed something. What an edit settles is
            gone, but counts as done. Duplicates are not among them: they stay when they are answered.
    """

    def __init__(self, review: Review, found: Mapping[str, int] | None = None) -> None:
        """Make the items; ``found`` is remembered where something was changed already."""
        self._review = review
        self.found: Mapping[str, int] = found or {}
        self._ranks: dict[FindingId, _Rank] = {}
        self._gone: dict[FindingId, _Rank] = {}  # where those stood that are no more
        self._late: dict[FindingId, int] = {}  # in the order in which they were put off
        self._shown: Sequence[QueueItem] | None = None
        self._begin()
        if found is None:
            self._note_found()

    @property
    def items(self) -> Sequence[QueueItem]:
        """What needs a person first stands first."""
        if self._shown is None:
            self._shown = tuple(self._items)
        return self._shown

    @property
    def groups(self) -> tuple[Group, ...]:
        """The kinds, in the order of the items."""
        left = self._left
        rules = sorted((rule for rule in self._rules.values() if self._total[rule.kind]), key=_rank_of)
        return tuple(
            Group(
                rule.kind,
                group_title(rule.kind),
                left[rule.kind],
                self._ever(rule.kind),
                rule.severity is Severity.SUGGESTION,
            )
            for rule in rules
        )

    @property
    def left(self) -> int:
        """How many nobody has answered yet."""
        return self._left.total()

    @property
    def counts(self) -> Left:
        """How many there were or are, are left, and keep the document from being ready."""
        total = sum(map(self._ever, self._total.keys() | self.found.keys()))
        return Left(total, self._left.total(), self._needed)

    @property
    def certain(self) -> int:
        """How many of those are duplicates of which detection is certain."""
        return self._certain

    def follow(self, change: ReviewChange | None = None) -> None:
        """Bring the items up to date; without a change all of them."""
        self._follow(change)
        if self._review.state is self._review.session.start:
            self._note_found()

    def _follow(self, change: ReviewChange | None) -> None:
        news = (
            change.news if change is not None and _is_shown_alike(change.before.episode, change.after.episode) else None
        )
        if change is None or news is None or len(news.gone) + len(news.come) > len(self._items):
            self._begin()
            return
        for finding in news.gone:
            self._remove(finding)
        for finding in news.come:
            self._remove(finding.id)
            self._add(finding)
        stale = {finding for entry in change.changed.entries for finding in self._about.get(entry, ())}
        for finding in stale.union(news.answered).difference(finding.id for finding in news.come):
            self._renew(finding)

    def find(self, finding: FindingId | None) -> QueueItem | None:
        """The item of a finding, None when it is no more."""
        rank = None if finding is None else self._ranks.get(finding)
        return None if rank is None else self._items[self._place(rank)]

    def of_entries(self, entries: Iterable[EntryId], block: ItemId | None) -> QueueItem | None:
        """The item about a place: an open one if there is any."""
        about = {finding for place in (*entries, block or "") for finding in self._about.get(place, ())}
        found = [self._items[self._place(rank)] for rank in sorted(self._ranks[finding] for finding in about)]
        return next((item for item in found if item.is_open), found[0] if found else None)

    def put_off(self, finding: FindingId) -> None:
        """Decide it later: it goes behind the others of its kind."""
        self._late.pop(finding, None)
        self._late[finding] = max(self._late.values(), default=-1) + 1
        item = self._remove(finding)
        if item is not None:
            self._add(item.finding)

    def step(self, start: FindingId | None, by: int, shows: Filter = EVERYTHING) -> QueueItem | None:
        """The item ``by`` places (+1 or -1) from another, None at either end, of those that ``shows`` admits."""
        return next(filter(shows.admits, self._beside(start, by)), None)

    def next_open(self, start: FindingId | None, by: int, shows: Filter = EVERYTHING) -> QueueItem | None:
        """The next (+1) or previous (-1) unanswered item, round the ends; None when nothing else is left."""
        round_the_end = (item for item in self._beside(None, by) if item.id != start)
        all_round = chain(self._beside(start, by), round_the_end)
        return next((item for item in all_round if item.is_open and shows.admits(item)), None)

    def first_turned(self, before: Sequence[QueueItem]) -> QueueItem | None:
        """The first item that was not open in ``before`` (the items of then) and is now, or the other way round."""
        old, new = unlike(before, self.items)  # what is the same object is as open as it was
        same = set(map(id, before[old])).intersection(map(id, self.items[new]))
        were_open = {item.id for item in before[old] if id(item) not in same and item.is_open}
        others = (item for item in self.items[new] if id(item) not in same)
        return next((item for item in others if item.is_open is not (item.id in were_open)), None)

    def _beside(self, start: FindingId | None, by: int) -> Iterator[QueueItem]:
        """The items on that side of another, the nearest first; without another, from that end on."""
        count, first = len(self._items), 0 if by > 0 else len(self._items) - 1
        if start is not None and (rank := self._ranks.get(start)) is not None:
            first = self._place(rank) + by
        elif start is not None and (rank := self._gone.get(start)) is not None:
            first = self._place(rank) + min(by, 0)  # the next one stands in its place
        return map(self._items.__getitem__, range(first, count if by > 0 else -1, by))

    def _note_found(self) -> None:
        self.found = {kind: count for kind, count in self._total.items() if count and kind != DUPLICATE}

    def _ever(self, kind: str) -> int:
        """How many of a kind there are, and were."""
        return max(self._total[kind], self.found.get(kind, 0))

    def _place(self, rank: _Rank) -> int:
        return bisect_left(self._order, rank)

    def _begin(self) -> None:
        """Make all items."""
        found = {finding.id: finding for finding in self._review.findings}
        self._gone = self._ranks
        self._ranks = {finding.id: self._rank(finding) for finding in found.values()}
        self._order = sorted(self._ranks.values())
        self._items = [self._item(found[rank[-1]]) for rank in self._order]
        self._about: dict[str, list[FindingId]] = {}  # by entries, blocks and chapters
        self._rules: dict[str, Rule] = {}
        self._total, self._left, self._certain, self._needed = Counter[str](), Counter[str](), 0, 0
        for item in self._items:
            self._note(item)
        self._shown = None

    def _add(self, finding: Finding) -> None:
        rank = self._ranks[finding.id] = self._rank(finding)
        item, at = self._item(finding), self._place(rank)
        self._order.insert(at, rank)
        self._items.insert(at, item)
        self._note(item)

    def _remove(self, finding: FindingId) -> QueueItem | None:
        rank = self._ranks.pop(finding, None)
        if rank is None:
            return None
        self._gone[finding] = rank
        at = self._place(rank)
        del self._order[at]
        item = self._items.pop(at)
        self._strike(item)
        return item

    def _renew(self, finding: FindingId) -> None:
        """Make an item again, where it stands."""
        if (rank := self._ranks.get(finding)) is None:
            return
        at = self._place(rank)
        old, new = self._items[at], self._item(self._items[at].finding)
        if old != new:
            self._items[at] = new
            self._strike(old)
            self._note(new)

    def _note(self, item: QueueItem) -> None:
        self._shown = None
        self._rules[item.kind] = item.finding.rule
        self._total[item.kind] += 1
        self._left[item.kind] += item.is_open
        self._needed += item.is_open and item.is_needed
        self._certain += is_certain(item)
        for place in _places(item):
            self._about.setdefault(place, []).append(item.id)

    def _strike(self, item: QueueItem) -> None:
        self._shown = None
        self._total[item.kind] -= 1
        self._left[item.kind] -= item.is_open
        self._needed -= item.is_open and item.is_needed
        self._certain -= is_certain(item)
        for place in _places(item):
            self._about[place].remove(item.id)

    def _item(self, finding: Finding) -> QueueItem:
        return item_of(self._review, finding, is_late=finding.id in self._late)

    def _rank(self, finding: Finding) -> _Rank:
        """Duplicates first, the most certain first; then the worst; those put off last; then by time and place."""
        merge, chunk = finding.merge, self._review.state.episode.by_key.get(finding.chunk or ChunkKey(""))
        block = finding.block or ""
        return (
            *_rank_of(finding.rule),
            self._late.get(finding.id, -1),
            merge.tier.value if merge else 0,
            -merge.score if merge else 0.0,
            -1 if finding.start_s is None else finding.start_s,
            0 if chunk is None else chunk.number,
            finding.line or 0,
            len(block),  # ids are numbered
            block,
            finding.id,
        )


def _is_shown_alike(before: Episode, after: Episode) -> bool:
    """Whether what both hold is shown in the same words: times, and numbers of chunks."""
    if before is after:
        return True
    numbers = {chunk.key: chunk.number for chunk in before.chunks}
    return before.style is after.style and all(numbers.get(c.key, c.number) == c.number for c in after.chunks)


def _rank_of(rule: Rule) -> tuple[bool, int, str]:
    is_duplicate = rule.kind == DUPLICATE
    return not is_duplicate, 0 if is_duplicate else rule.severity.value, _BEFORE.get(rule.kind, rule.id)


def _places(item: QueueItem) -> set[str]:
    """What the item is about."""
    return {*item.entries, item.block} if item.block else {*item.entries}
