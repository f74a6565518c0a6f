"""Which of the likely pairs belong together, and which entries form one merge; knows nothing of texts or times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

MATCH = 0.20  # two entries that are each other's best
ATTACH = 0.30  # one that is left over, to the best of those that already have a partner


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries, by row, that may tell the same."""

    zone: int
    left: int
    right: int
    score: float
    containment: tuple[float, float] = (0.0, 0.0)  # the share of the left one that is in the right one, and vice versa


def matched(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that hold, of all zones: one to one from the best down, then what is left over joins its best.

    A third entry that covers two of the other chunk only together is matched with each of the two.
    """
    by_zone: dict[int, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        if pair.score >= MATCH:
            by_zone.setdefault(pair.zone, []).append(pair)
    return [pair for zone in by_zone.values() for pair in _matched(zone)]


def _matched(pairs: Sequence[Pair]) -> Iterator[Pair]:
    taken: set[int] = set()
    left_over: list[Pair] = []
    for pair in pairs:
        if pair.left in taken or pair.right in taken:
            left_over.append(pair)
            continue
        taken.update((pair.left, pair.right))
        yield pair
    for pair in left_over:
        if pair.score >= ATTACH and not (pair.left in taken and pair.right in taken):
            taken.update((pair.left, pair.right))
            yield pair


def stars(
    pairs: Iterable[Pair], says_more: Callable[[int], tuple[float, ...]]
) -> Iterator[tuple[int, Mapping[int, Pair]]]:
    """Groups around one entry each: the entry, and the pair by which each other member is matched with it.

    The centre is the entry with most partners, of those the one that says more. Entries that share only a partner
    with the centre are no members; among themselves they form further groups.
    """
    partners: dict[int, dict[int, Pair]] = {}
    for pair in pairs:
        partners.setdefault(pair.left, {})[pair.right] = pair
        partners.setdefault(pair.right, {})[pair.left] = pair
    order = sorted(partners, key=lambda row: (-len(partners[row]), *(-x for x in says_more(row))))
    free = set(partners)
    for centre in order:
        members = {row: pair for row, pair in partners[centre].items() if row in free}
        if centre in free and members:
            free.difference_update((centre, *members))
            yield centre, members
