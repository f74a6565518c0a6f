"""Families: a top-level note with all its descendants, as one chunk tells them; and the times they count as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import Entry, Kind, SourceChunk


@dataclass(slots=True)
class Branch:
    """A note of a chunk with the notes beneath it; ``time_s`` is the time that it counts as in order."""

    entry: Entry
    time_s: int
    branches: list[Branch] = field(default_factory=list["Branch"])

    @property
    def first_s(self) -> int:
        """The earliest second in the family."""
        return min([self.time_s, *(branch.first_s for branch in self.branches)])

    @property
    def end_s(self) -> int:
        """The latest second in the family."""
        return max([self.time_s, *(branch.end_s for branch in self.branches)])


def families(chunk: SourceChunk, offset_s: int = 0) -> tuple[list[Branch], list[tuple[int, Entry]]]:
    """A chunk's families and its quotes with the times they count as, in the order of their lines.

    A note without a time counts as its parent, else, like a quote without one, as what precedes it. Children are in
    time order beneath their parent, ties in the order of their lines.
    """
    tops: list[Branch] = []
    quotes: list[tuple[int, Entry]] = []
    above: list[Branch] = []  # the note last read at each depth
    before_s = 0
    for entry in chunk.entries:
        own_s = None if entry.time_s is None else max(0, entry.time_s + offset_s)
        if entry.kind is Kind.QUOTE:
            before_s = before_s if own_s is None else own_s
            quotes.append((before_s, entry))
            continue
        del above[entry.depth :]
        parent = above[-1] if above else None
        branch = Branch(entry, own_s if own_s is not None else parent.time_s if parent else before_s)
        (parent.branches if parent else tops).append(branch)
        above.append(branch)
        before_s = branch.time_s
    _sort_children(tops)
    return tops, quotes


def _sort_children(branches: Sequence[Branch]) -> None:
    for branch in branches:
        _sort_children(branch.branches)
        branch.branches.sort(key=lambda child: child.time_s)
