"""A pane's rows in sections (a chapter, a chunk), so that after an edit only the sections that changed are made again.

Free of Qt and of what the rows are about: the chunks pane and the merged pane say how a section's rows are made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from operator import attrgetter, itemgetter

from core.identity import unlike
from core.messages import Message
from core.presenting.row import Row, RowKind

Links = Mapping[str, tuple[str, ...]]  # row key → keys of rows in the other pane


@dataclass(frozen=True, slots=True)
class Change:
    """``removed`` rows from ``at`` on give way to ``inserted`` ones; equal counts: the rows only look different.

    Changes come in an order in which they can be applied one after the other.
    """

    at: int
    removed: int
    inserted: int


class Section:
    """The rows of one chapter or chunk.

    Attributes:
        keys: Of the rows, in their order.
    """

    def __init__(self, key: str, rows: Sequence[Row] = (), links: Links | None = None) -> None:
        self.key = key
        self.keys: Collection[str] = [row.key for row in rows]
        self._rows, self._links = rows, links or {}
        self._make: Callable[[], tuple[Sequence[Row], Links]] | None = None
        self._find_times: Callable[[], Sequence[int | None]] | None = None

    @classmethod
    def later(
        cls,
        key: str,
        keys: Collection[str],
        *,
        times: Callable[[], Sequence[int | None]],
        make: Callable[[], tuple[Sequence[Row], Links]],
    ) -> Section:
        """One whose rows are made when somebody first asks for them; their times can be had for less."""
        section = cls(key)
        section.keys, section._make, section._find_times = keys, make, times
        return section

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def is_made(self) -> bool:
        """Whether somebody may have seen its rows."""
        return self._make is None

    @property
    def rows(self) -> Sequence[Row]:
        return self._made()[0]

    @property
    def links(self) -> Links:
        return self._made()[1]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each row key stands in the section."""
        return {key: at for at, key in enumerate(self.keys)}

    @cached_property
    def times(self) -> Sequence[int | None]:
        """The second that each row stands at."""
        return self._find_times() if self._find_times is not None else [row.time_s for row in self._rows]

    def _made(self) -> tuple[Sequence[Row], Links]:
        if self._make is not None:
            self._rows, self._links = self._make()
            self._make = None
        return self._rows, self._links


class Pane:
    """Rows by position and by key; ``update``, ``splice`` and ``renew`` say what changed."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections: list[Section] = []
        self._owner: dict[str, str] = {}  # row key → section key
        self._other: dict[str, str] = {}  # the same, where a row is on its way and stands in two sections
        self._replace(sections)
        for section in self._sections:
            self._owner.update(dict.fromkeys(section.keys, section.key))

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def sections(self) -> Sequence[Section]:
        """The sections, in order."""
        return self._sections

    @property
    def starts(self) -> Sequence[int]:
        """The position of each section's first row, and at last how many rows there are."""
        return self._starts

    def section_at(self, at: int) -> int:
        """The position of the section that a row stands in."""
        return bisect_right(self._starts, at) - 1

    def row(self, at: int) -> Row:
        """The row at a position in ``range(len(pane))``."""
        section, place = self._at(at)
        return self._sections[section].rows[place]

    def time_s(self, at: int) -> int | None:
        """The second that the row at a position stands at, without making the row."""
        section, place = self._at(at)
        return self._sections[section].times[place]

    def times(self, at: int, stop: int) -> Iterator[int | None]:
        """The seconds that the rows from a position on stand at, up to another."""
        while at < min(stop, len(self)):
            section, place = self._at(at)
            end = self._starts[section + 1]
            yield from self._sections[section].times[place : place + stop - at]
            at = end

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

    def origin(self, key: str) -> tuple[Message, ...]:
        """Where the row's words come from, and what became of them; nothing where a pane does not know."""
        return ()

    def edited_text(self, key: str) -> str:
        """What an editor opened on the row holds."""
        at = self.find(key)
        return "" if at is None else self.row(at).text

    def update(self, sections: Sequence[Section]) -> tuple[Change, ...]:
        """Take new sections; those that are the same objects as before are not looked at."""
        gone, come = unlike(self._sections, sections)
        return self.splice(gone, sections[come])

    def splice(self, gone: slice[int, int, None], new: Sequence[Section]) -> tuple[Change, ...]:
        """A run of sections gives way to another."""
        old = self._sections[gone]
        if [section.key for section in old] == [section.key for section in new]:
            return self.renew(new)
        changes = _changes(old, new, self._starts[gone.start])
        self._own(old, new)
        self._sections[gone] = new
        self._sizes[gone] = map(len, new)
        self._place()
        return tuple(changes)

    def renew(self, sections: Iterable[Section]) -> tuple[Change, ...]:
        """Sections take the places of those with the same keys."""
        changes, shift, starts = list[Change](), 0, self._starts
        for at, section in sorted(((self._order[section.key], section) for section in sections), key=itemgetter(0)):
            old = self._sections[at]
            if old is section:
                continue
            changes += _changes((old,), (section,), starts[at] + shift)
            shift += len(section) - len(old)
            self._sections[at], self._sizes[at] = section, len(section)
            if old.keys != section.keys:
                self._own((old,), (section,))
        self._starts = [0, *accumulate(self._sizes)]
        return tuple(changes)

    def _at(self, at: int) -> tuple[int, int]:
        """The section that a row stands in, and its place there."""
        if not 0 <= at < self._starts[-1]:
            raise IndexError(at)
        section = bisect_right(self._starts, at) - 1
        return section, at - self._starts[section]

    def _own(self, gone: Sequence[Section], come: Sequence[Section]) -> None:
        kept = {id(section) for section in come}
        for section in gone:
            if id(section) not in kept:
                self._disown(section)
        for section in come:
            for key in self._owner.keys() & section.keys:
                if self._owner[key] != section.key:
                    self._other[key] = self._owner[key]
            self._owner.update(dict.fromkeys(section.keys, section.key))

    def _disown(self, section: Section) -> None:
        for key in section.keys:
            if self._other.get(key) == section.key:
                del self._other[key]
            elif self._owner.get(key) == section.key:
                if key in self._other:
                    self._owner[key] = self._other.pop(key)
                else:
                    del self._owner[key]

    def _replace(self, sections: Sequence[Section]) -> None:
        self._sections = list(sections)
        self._sizes = list(map(len, sections))
        self._place()

    def _place(self) -> None:
        self._starts = [0, *accumulate(self._sizes)]
        self._order = dict(zip(map(attrgetter("key"), self._sections), count(), strict=False))


def _changes(old: Sequence[Section], new: Sequence[Section], at: int) -> Sequence[Change]:
    """Of rows that nobody has seen, only which they are counts."""
    if not any(section.is_made for section in old):
        keys = [[key for section in sections for key in section.keys] for sections in (old, new)]
        from_old, from_new = _unlike(*keys)
        return _replaced(at + from_old.start, len(keys[0][from_old]), len(keys[1][from_new]))
    after = [row for section in new for row in section.rows]
    known = {row.key: row for row in after}
    before: list[Row] = []
    for section in old:
        before += section.rows if section.is_made else (known.get(key, _unseen(key)) for key in section.keys)
    return _row_changes(before, after, at)


def _unseen(key: str) -> Row:
    return Row(key, RowKind.EMPTY, "")


def _row_changes(old: Sequence[Row], new: Sequence[Row], at: int) -> list[Change]:
    """Rows equal at both ends are left alone; between them rows of the same keys look different, others give way."""
    from_old, from_new = _unlike(old, new)
    before, after, at = old[from_old], new[from_new], at + from_old.start
    if len(before) == len(after) and [row.key for row in before] == [row.key for row in after]:
        return [Change(at + n, 1, 1) for n, (one, two) in enumerate(zip(before, after, strict=True)) if one != two]
    return _replaced(at, len(before), len(after))


def _replaced(at: int, gone: int, come: int) -> list[Change]:
    changes: list[Change] = []
    if gone:
        changes.append(Change(at, gone, 0))
    if come:
        changes.append(Change(at, 0, come))
    return changes


def _unlike(old: Sequence[object], new: Sequence[object]) -> tuple[slice[int, int, None], slice[int, int, None]]:
    """The part of each that differs: at both ends of it all are equal."""
    head, most = 0, min(len(old), len(new))
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return slice(head, len(old) - tail), slice(head, len(new) - tail)


EDITABLE = frozenset({RowKind.TITLE, RowKind.SUMMARY, RowKind.CHAPTER, RowKind.NOTE, RowKind.QUOTE, RowKind.PROSE})
