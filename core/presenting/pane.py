"""A pane's rows in sections (a chapter, a chunk), so that after an edit only the sections that changed are made again.

Free of Qt and of what the rows are about: the chunks pane and the merged pane say how a section's rows are made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from core.presenting.row import Row, RowKind


@dataclass(frozen=True, slots=True)
class Change:
    """``removed`` rows from ``at`` on give way to ``inserted`` ones; equal counts: the rows only look different.

    Changes come in an order in which they can be applied one after the other.
    """

    at: int
    removed: int
    inserted: int


@dataclass(frozen=True)
class Section:
    """The rows of one chapter or chunk."""

    key: str
    rows: tuple[Row, ...]
    links: Mapping[str, tuple[str, ...]]  # row key → keys of rows in the other pane

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each row key stands in the section."""
        return {row.key: at for at, row in enumerate(self.rows)}


class Pane:
    """Rows by position and by key; ``update`` says what changed."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections: tuple[Section, ...] = ()
        self._owner: dict[str, str] = {}  # row key → section key
        self._replace(tuple(sections))
        for section in self._sections:
            self._owner.update(dict.fromkeys(section.places, section.key))

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order."""
        return self._sections

    def row(self, at: int) -> Row:
        """The row at a position in ``range(len(pane))``."""
        if not 0 <= at < len(self):
            raise IndexError(at)
        section = bisect_right(self._starts, at) - 1
        return self._sections[section].rows[at - self._starts[section]]

    def find(self, key: str) -> int | None:
        """The position of a row, None if the pane has none with this key."""
        owner = self._owner.get(key)
        if owner is None:
            return None
        at = self._order[owner]
        return self._starts[at] + self._sections[at].places[key]

    def links(self, key: str) -> tuple[str, ...]:
        """The keys of the rows in the other pane that belong to this one."""
        owner = self._owner.get(key)
        return () if owner is None else self._sections[self._order[owner]].links.get(key, ())

    def is_editable(self, key: str) -> bool:
        """Whether the row's text may be edited in place; a pane that allows it says so."""
        return False

    def edited_text(self, key: str) -> str:
        """What an editor opened on the row holds."""
        at = self.find(key)
        return "" if at is None else self.row(at).text

    def update(self, sections: Sequence[Section]) -> tuple[Change, ...]:
        """Take new sections; those that are the same objects as before are not looked at."""
        old, new = self._sections, tuple(sections)
        head = 0
        while head < min(len(old), len(new)) and old[head] is new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] is new[-1 - tail]:
            tail += 1
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        changes = self._changes(gone, come, self._starts[head])
        self._own(gone, come)
        if [(s.key, len(s.rows)) for s in gone] == [(s.key, len(s.rows)) for s in come]:
            self._sections = new  # nothing moved: positions stay
        else:
            self._replace(new)
        return changes

    def _own(self, gone: Sequence[Section], come: Sequence[Section]) -> None:
        kept = {id(section) for section in come}
        for section in gone:
            if id(section) not in kept:
                for key in section.places:
                    if self._owner.get(key) == section.key:
                        del self._owner[key]
        for section in come:
            self._owner.update(dict.fromkeys(section.places, section.key))

    def _replace(self, sections: tuple[Section, ...]) -> None:
        self._sections = sections
        self._starts = [0, *accumulate(len(section.rows) for section in sections)]
        self._order = {section.key: at for at, section in enumerate(sections)}

    @staticmethod
    def _changes(old: Sequence[Section], new: Sequence[Section], at: int) -> tuple[Change, ...]:
        """Section by section where their keys pair up; else one change for all of them."""
        if [section.key for section in old] != [section.key for section in new]:
            return tuple(_row_changes([r for s in old for r in s.rows], [r for s in new for r in s.rows], at))
        changes: list[Change] = []
        for before, after in zip(old, new, strict=True):
            if before is not after:
                changes += _row_changes(before.rows, after.rows, at)
            at += len(after.rows)
        return tuple(changes)


def _row_changes(old: Sequence[Row], new: Sequence[Row], at: int) -> list[Change]:
    """Rows equal at both ends are left alone; between them rows of the same keys look different, others give way."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) == len(after) and [row.key for row in before] == [row.key for row in after]:
        return [
            Change(at + head + n, 1, 1) for n, (one, two) in enumerate(zip(before, after, strict=True)) if one != two
        ]
    if not before and not after:
        return []
    changes: list[Change] = []
    if before:
        changes.append(Change(at + head, len(before), 0))
    if after:
        changes.append(Change(at + head, 0, len(after)))
    return changes


EDITABLE = frozenset({RowKind.TITLE, RowKind.SUMMARY, RowKind.CHAPTER, RowKind.NOTE, RowKind.QUOTE, RowKind.PROSE})
