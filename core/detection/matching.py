"""Which of the likely pairs belong together, and which entries form one merge; knows nothing of texts or zones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.detection.tuning import IN_USE, Thresholds
from core.model import Entry, EntryId


@dataclass(frozen=True, slots=True)
class Side:
    """One entry of a pair, with what matching and wording need to know of it."""

    entry: Entry
    chunk_number: int
    begin_s: float  # by its chunk's clock and order
    mass: float  # how much it says: the weight of its grams
    can_be_cut: bool  # whether it stands where a window's end can cut it


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may tell the same."""

    left: Side
    right: Side
    score: float
    shared: float  # the weight of the grams that both have
    apart_s: int  # by the clocks that the two chunks agree on
    clock_s: int  # how far the right chunk's clock is ahead of the left one's

    def other(self, entry: EntryId) -> Side:
        """The side that is not this entry."""
        return self.right if self.left.entry.id == entry else self.left


def matched(pairs: Iterable[Pair], tuned: Thresholds = IN_USE.thresholds) -> tuple[Pair, ...]:
    """The pairs of one zone that hold: one to one from the best down, then what is left over joins its best.

    An entry that covers two of the other chunk only together is so matched with each of the two.
    """
    return tuple(_matched(sorted(pairs, key=_rank), tuned))


def _rank(pair: Pair) -> tuple[float, int, int, int]:
    return -pair.score, abs(pair.apart_s), pair.left.entry.line, pair.right.entry.line


def _matched(pairs: Sequence[Pair], tuned: Thresholds) -> Iterator[Pair]:
    taken: set[EntryId] = set()
    left_over: list[Pair] = []
    for pair in pairs:
        ends = (pair.left.entry.id, pair.right.entry.id)
        if pair.score < tuned.match:
            break
        if taken.isdisjoint(ends):
            taken.update(ends)
            yield pair
        else:
            left_over.append(pair)
    for pair in left_over:
        ends = (pair.left.entry.id, pair.right.entry.id)
        if pair.score >= tuned.attach and not taken.issuperset(ends):
            taken.update(ends)
            yield pair


@dataclass(frozen=True, slots=True)
class Star:
    """A group around one entry: the pairs by which the other members are matched with it."""

    centre: Side
    pairs: tuple[Pair, ...]
    also: tuple[frozenset[EntryId], ...] = ()  # pairs of the other members that are matched as well

    def others(self) -> tuple[Side, ...]:
        """The members beside the centre, in the order of the pairs."""
        return tuple(pair.other(self.centre.entry.id) for pair in self.pairs)


class Grouping:
    """Gathers pairs into groups; each entry is in one."""

    def __init__(self, says_more: Callable[[Side], tuple[float, ...]]) -> None:
        self._says_more = says_more
        self._pairs: dict[EntryId, tuple[Pair, ...]] = {}
        self._ranks: dict[EntryId, tuple[float, ...]] = {}

    def add(self, pair: Pair) -> None:
        """Takes one more pair."""
        for side in (pair.left, pair.right):
            entry = side.entry.id
            if entry not in self._ranks:
                self._ranks[entry] = self._says_more(side)
            self._pairs[entry] = (*self._pairs.get(entry, ()), pair)

    def stars(self) -> Iterator[Star]:
        """All groups.

        The centre is the entry with most partners, of those the one that says more. Entries that share only a partner
        with the centre are no members; among themselves they form further groups.
        """
        free = set(self._pairs)
        for centre in sorted(free, key=self._rank, reverse=True):
            if centre not in free:
                continue
            free.remove(centre)
            pairs = tuple(pair for pair in self._pairs[centre] if pair.other(centre).entry.id in free)
            others = {pair.other(centre).entry.id for pair in pairs}
            free -= others
            if pairs:
                side = pairs[0].left if pairs[0].left.entry.id == centre else pairs[0].right
                yield Star(side, pairs, tuple(self._among(others)) if len(others) > 1 else ())

    def _among(self, entries: set[EntryId]) -> Iterator[frozenset[EntryId]]:
        for entry in sorted(entries):
            others = (pair.other(entry).entry.id for pair in self._pairs[entry])
            yield from (frozenset((entry, other)) for other in others if entry < other and other in entries)

    def _rank(self, entry: EntryId) -> tuple[int, tuple[float, ...], EntryId]:
        return len(self._pairs[entry]), self._ranks[entry], entry
