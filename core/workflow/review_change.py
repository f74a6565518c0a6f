"""What a review tells of a change: what it touched, and what became of the findings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from core.checks.homes import Changed, Homes
from core.identity import unlike
from core.model import FindingId, ReviewState

if TYPE_CHECKING:
    from core.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class News:
    """What became of the findings.

    Attributes:
        gone: Findings that are no more.
        come: New ones, and ones that say something else now.
        answered: Ones whose answer may be another.
        is_anew: So many that it may be quicker to look at all of them again.
    """

    gone: Collection[FindingId] = ()
    come: Sequence[Finding] = ()
    answered: Collection[FindingId] = ()
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What subscribers of a review hear; ``before`` is ``after`` where only what is computed became known."""

    before: ReviewState
    after: ReviewState
    changed: Changed  # chapters and entries that an edit touched; of new merges, the entries they are about
    news: News = field(default_factory=News)


def changed_between(before: ReviewState, after: ReviewState, homes: Homes) -> Changed:
    """What differs between two states; ``homes`` follow to the later one."""
    moved = homes.update(after.document)
    entries = moved.entries | differing(before.dropped, after.dropped)
    if before.apart is not after.apart:
        entries |= frozenset(entry for pair in before.apart ^ after.apart for entry in pair)
    if before.episode is not after.episode:
        old, new = unlike(before.episode.chunks, after.episode.chunks)
        chunks = (*before.episode.chunks[old], *after.episode.chunks[new])
        entries |= frozenset(entry.id for chunk in chunks for entry in chunk.entries)
    return Changed(moved.chapters, moved.gone, entries)


_Id = TypeVar("_Id", bound=str)


def differing(before: Mapping[_Id, str], after: Mapping[_Id, str]) -> frozenset[_Id]:
    """The keys that only one has, or that stand for something else."""
    if before is after:
        return frozenset()
    return frozenset(dict(before.items() ^ after.items()))


def joined(one: Changed, other: Changed) -> Changed:
    """What a change and the next one touched."""
    gone = {chapter.id for chapter in other.gone}
    chapters = {chapter.id: chapter for chapter in one.chapters if chapter.id not in gone}
    chapters |= {chapter.id: chapter for chapter in other.chapters}
    return Changed(tuple(chapters.values()), (*one.gone, *other.gone), one.entries | other.entries)
