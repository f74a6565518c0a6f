"""The queue's items as Qt asks for them, with a heading over each kind, which can be folded; decides nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import compress, count
from operator import is_not

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import FindingId, Tier
from core.presenting.filters import EVERYTHING, Filter, Stage
from core.presenting.queue import Group, Queue, QueueItem
from core.workflow.review import Answer
from ui.desktop.rows.shown_text import ShownText, read, shown
from ui.desktop.widgets.words import capital, sentence, translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_MANY = 50  # lines; so many are told of together with those between


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a kind: its group, as far as it is shown."""

    group: Group
    is_folded: bool


Line = QueueItem | Heading


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)


def left_words(group: Group) -> str:
    """How much of a group is left."""
    if group.left:
        return _tr("{left} of {total} left").format(left=group.left, total=group.total)
    return _tr("{total} decided").format(total=group.total)


def answer_words(item: QueueItem) -> str:
    """What was decided, in a word; empty for what is open."""
    words = {
        Answer.ACCEPTED: _tr("merged"),
        Answer.REJECTED: _tr("kept both"),
        Answer.DISMISSED: _tr("all right"),
    }
    return words.get(item.answer, _tr("later") if item.is_late else "")


def text_of(item: QueueItem) -> str:
    """The first line of an item: the words it is about, else its range or its chunk, else what is wrong."""
    return shown(item.text).text or item.span or sentence(item.place or item.why)


def seen_of(item: QueueItem) -> ShownText:
    """The same as it is drawn."""
    return read(item.text) if item.text else ShownText(text_of(item))


def note_of(item: QueueItem) -> str:
    """The second line: what was decided, where, and how sure it is or what is wrong, as far as the first is silent."""
    tiers = {Tier.CERTAIN: _tr("certain"), Tier.LIKELY: _tr("likely"), Tier.POSSIBLE: _tr("possible")}
    merge = item.finding.merge
    answer, place = answer_words(item), item.place if item.text else None
    why = tiers[merge.tier] if merge else translated(item.why)
    parts = [capital(answer)] if answer else []
    if place:
        parts.append(translated(place) if parts else sentence(place))
    if why and (item.text or item.span or item.place):
        parts.append(why if parts else capital(why))
    return " · ".join(parts)


class QueueModel(QAbstractTableModel):
    """Headings and items, those that a filter admits and whose kind is not folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}
        self._numbers: dict[FindingId, tuple[int, int]] = {}
        self._marked: frozenset[FindingId] = frozenset()

    def show(self, queue: Queue | None, shows: Filter, folded: Collection[str]) -> bool:
        """Take the queue as it is now; True if lines moved, False if they only look different."""
        lines, old = _lines(queue, shows, folded) if queue else list[Line](), self._lines
        changed = list(compress(count(), map(is_not, old, lines))) if len(old) == len(lines) else None
        if changed is None or any(key_of(old[at]) != key_of(lines[at]) for at in changed):
            self.beginResetModel()
            self._lines, self._numbers = lines, {}
            self._places = dict(zip(_keys(lines), count(), strict=False))
            self.endResetModel()
            return True
        self._lines = lines
        changed = [at for at in changed if old[at] != lines[at]]
        runs = [(at, at) for at in changed] if len(changed) <= _MANY else [(changed[0], changed[-1])]
        for first, last in runs:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        return False

    def show_marked(self, marked: frozenset[FindingId]) -> None:
        """Take which findings are marked."""
        changed, self._marked = self._marked ^ marked, marked
        for finding in changed:
            if (at := self._places.get(finding)) is not None:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def is_marked(self, item: QueueItem) -> bool:
        return item.id in self._marked

    def line(self, at: int) -> Line | None:
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def item(self, at: int) -> QueueItem | None:
        line = self.line(at)
        return line if isinstance(line, QueueItem) else None

    def heading(self, at: int) -> Heading | None:
        line = self.line(at)
        return line if isinstance(line, Heading) else None

    def place(self, key: str | None) -> int | None:
        """Where a line stands, None if it is not shown."""
        return None if key is None else self._places.get(key)

    def can_be_current(self, at: int) -> bool:
        """Whether keys stop at a line: at items, and at headings that stand for their folded items."""
        line = self.line(at)
        return isinstance(line, QueueItem) or (line is not None and line.is_folded)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role not in (_Item.DisplayRole, _Item.AccessibleTextRole):
            return None
        if isinstance(line, Heading):
            return _spoken_heading(line)
        return text_of(line) if role == _Item.DisplayRole else self._spoken(line)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Item.DisplayRole) -> str | None:
        """What a reader of the screen says of a row besides its words: the time."""
        item = self.item(section) if orientation is Qt.Orientation.Vertical else None
        return item.stamp if item is not None and role == _Item.DisplayRole else None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self.can_be_current(index.row()):
            flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags

    def _spoken(self, item: QueueItem) -> str:
        number, count = self._number(item)
        parts = (
            _tr("marked") if self.is_marked(item) else "",
            translated(item.title),
            _tr("{number} of {count}").format(number=number, count=count),
            translated(item.place) if item.place else "",
            item.stamp,
            read(item.text).text or sentence(item.why),
            answer_words(item) or _tr("not decided"),
        )
        return ", ".join(part for part in parts if part)

    def _number(self, item: QueueItem) -> tuple[int, int]:
        """Which of its kind an item is, and of how many in the list."""
        if item.id not in self._numbers:
            same = [line.id for line in self._lines if isinstance(line, QueueItem) and line.kind == item.kind]
            self._numbers.update((key, (at, len(same))) for at, key in enumerate(same, 1))
        return self._numbers[item.id]


def _spoken_heading(heading: Heading) -> str:
    state = _tr("folded") if heading.is_folded else ""
    parts = (translated(heading.group.title), left_words(heading.group), state)
    return ", ".join(part for part in parts if part)


def heading_key(kind: str) -> str:
    """The key of the heading over a kind, as ``QueueModel.place`` knows it."""
    return f"kind {kind}"


def key_of(line: Line) -> str:
    """What stays the same of a line when it looks different."""
    return line.id if isinstance(line, QueueItem) else heading_key(line.group.kind)


def _keys(lines: Iterable[Line]) -> list[str]:
    """The same of many, in a third of the time."""
    return [line.finding.id if isinstance(line, QueueItem) else key_of(line) for line in lines]


def _lines(queue: Queue, shows: Filter, folded: Collection[str]) -> list[Line]:
    """Each group's heading, and its items unless they are folded; items of a kind stand together."""
    items = queue.items if shows == EVERYTHING else [item for item in queue.items if shows.admits(item)]
    groups = {group.kind: group for group in _groups(queue, shows)}
    lines, start = list[Line](), 0
    while start < len(items):
        kind = items[start].kind
        end = bisect_left(items, True, start, key=partial(_is_other, kind))
        lines.append(Heading(groups[kind], kind in folded))
        if kind not in folded:
            lines += items[start:end]
        start = end
    return lines


def _is_other(kind: str, item: QueueItem) -> bool:
    return item.kind != kind


def _groups(queue: Queue, shows: Filter) -> tuple[Group, ...]:
    """The groups, with the numbers of what is shown of them, decided or not."""
    all_stages = replace(shows, stage=Stage.ALL)
    if all_stages.chunk is None:
        return queue.groups
    items = [item for item in queue.items if all_stages.admits(item)]
    total = Counter(item.kind for item in items)
    left = Counter(item.kind for item in items if item.is_open)
    return tuple(replace(group, left=left[group.kind], total=total[group.kind]) for group in queue.groups)
