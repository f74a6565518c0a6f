"""The queue's items as Qt asks for them, with a heading over each kind; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import FindingId
from core.presenting.filters import Filter
from core.presenting.queue import Group, Queue, QueueItem
from core.workflow.review import Answer
from ui.desktop.rows.shown_text import shown
from ui.desktop.widgets.words import translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()
Line = QueueItem | Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)


def heading_of(group: Group) -> str:
    """A group's name with what is left of it."""
    return f"{translated(group.title)}  {group.left}"


def answer_words(item: QueueItem) -> str:
    """What was decided, in a word; empty for what is open."""
    words = {
        Answer.ACCEPTED: _tr("merged"),
        Answer.REJECTED: _tr("kept both"),
        Answer.DISMISSED: _tr("all right"),
    }
    return words.get(item.answer, _tr("later") if item.is_late else "")


def text_of(item: QueueItem) -> str:
    """The second line of an item: what it is about, else what is wrong."""
    return shown(item.text).text if item.text else translated(item.why)


class QueueModel(QAbstractListModel):
    """Headings and items, those of the kinds that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._places: dict[FindingId, int] = {}

    def show(self, queue: Queue | None, shows: Filter) -> bool:
        """Take the queue as it is now; True if lines moved, False if they only look different."""
        lines = _lines(queue, shows) if queue else ()
        old = self._lines
        if [_key(line) for line in old] != [_key(line) for line in lines]:
            self.beginResetModel()
            self._lines = lines
            self._places = {line.id: at for at, line in enumerate(lines) if isinstance(line, QueueItem)}
            self.endResetModel()
            return True
        self._lines = lines
        for at, (before, after) in enumerate(zip(old, lines, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        return False

    def line(self, at: int) -> Line | None:
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def item(self, at: int) -> QueueItem | None:
        line = self.line(at)
        return line if isinstance(line, QueueItem) else None

    def place(self, finding: FindingId | None) -> int | None:
        """Where a finding stands, None if it is not shown."""
        return None if finding is None else self._places.get(finding)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role not in (_Item.DisplayRole, _Item.AccessibleTextRole):
            return None
        if isinstance(line, Group):
            return heading_of(line)
        return text_of(line) if role == _Item.DisplayRole else self._spoken(line)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.item(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _spoken(self, item: QueueItem) -> str:
        same = [line for line in self._lines if isinstance(line, QueueItem) and line.kind == item.kind]
        number = next((at for at, line in enumerate(same, 1) if line.id == item.id), 0)
        place = _tr("{number} of {count}").format(number=number, count=len(same))
        parts = (translated(item.title), place, item.stamp, text_of(item), answer_words(item) or _tr("not decided"))
        return ", ".join(part for part in parts if part)


def _lines(queue: Queue, shows: Filter) -> tuple[Line, ...]:
    lines: list[Line] = []
    groups = {group.kind: group for group in queue.groups}
    kind = ""
    for item in queue.items:
        if not shows.admits(item):
            continue
        if item.kind != kind:
            kind = item.kind
            lines.append(groups[kind])
        lines.append(item)
    return tuple(lines)


def _key(line: Line) -> str:
    return line.id if isinstance(line, QueueItem) else f"group {line.kind}"
