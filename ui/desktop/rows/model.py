"""A pane's rows as Qt asks for them; holds no row itself and changes none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.presenting.pane import Change, Pane
from core.presenting.row import Row
from ui.desktop.rows.words import spoken

MANY = 40  # from so many insertions and removals on, one reset is faster than to tell of each

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class RowModel(QAbstractTableModel):
    """One column of rows. A pane is already up to date when the model hears what changed.

    So between two of the changes a position of the model is not the pane's: ``row`` follows it through the changes
    that Qt has not heard of yet, and finds nothing for rows that are gone.
    """

    def __init__(self, pane: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._count = len(pane)
        self._unheard: list[Change] = []

    @property
    def pane(self) -> Pane:
        return self._pane

    def show_pane(self, pane: Pane) -> None:
        """Other rows altogether."""
        self.beginResetModel()
        self._pane = pane
        self._count = len(pane)
        self.endResetModel()

    def apply(self, changes: Sequence[Change]) -> None:
        """Tell the views what became of the rows."""
        steps = [step for change in changes for step in _steps(change)]
        if sum(step.removed != step.inserted for step in steps) > MANY:
            self.show_pane(self._pane)
            return
        self._unheard = steps
        while self._unheard:
            self._tell(self._unheard[0])

    def row(self, at: int) -> Row | None:
        """The row at a position, None while it is about to be removed."""
        for change in self._unheard:
            if change.removed == change.inserted or at < change.at:
                continue
            if at < change.at + change.removed:
                return None
            at += change.inserted - change.removed
        return self._pane.row(at) if 0 <= at < len(self._pane) else None

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == _Item.DisplayRole:
            return row.text
        if role == _Item.EditRole:
            return self._pane.edited_text(row.key)
        if role == _Item.AccessibleTextRole:
            return spoken(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Item.DisplayRole) -> str | None:
        if role != _Item.DisplayRole or orientation is not Qt.Orientation.Vertical:
            return None
        row = self.row(section)
        return row.stamp if row else None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self._pane.is_editable(row.key) else _PLAIN

    def _tell(self, change: Change) -> None:
        first, last = change.at, change.at + max(change.removed, change.inserted) - 1
        if change.removed == change.inserted:
            self._unheard.pop(0)
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        elif change.removed:
            self.beginRemoveRows(_NOWHERE, first, last)
            self._unheard.pop(0)
            self._count -= change.removed
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NOWHERE, first, last)
            self._unheard.pop(0)
            self._count += change.inserted
            self.endInsertRows()


def _steps(change: Change) -> tuple[Change, ...]:
    """A change as Qt can hear it: a look, a removal or an insertion."""
    if change.removed == change.inserted:
        return (change,) if change.removed else ()
    if not change.removed or not change.inserted:
        return (change,)
    return Change(change.at, change.removed, 0), Change(change.at, 0, change.inserted)
