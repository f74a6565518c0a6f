"""The ledger's rows as Qt asks for them; each is made when it comes into view."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.presenting.ledger import STRAY, LedgerList, LedgerRow
from ui.desktop.rows.shown_text import ShownText, read, shown
from ui.desktop.widgets.words import translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LONGEST = 400


class LedgerModel(QAbstractListModel):
    """The rows that the filters let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger: LedgerList | None = None
        self._keys: list[str] = []

    def show(self, ledger: LedgerList | None, keys: list[str]) -> bool:
        """Take the rows as they are now; True if other rows are listed."""
        self._ledger = ledger
        if keys == self._keys:
            if keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, 0))
            return False
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()
        return True

    def key(self, at: int) -> str | None:
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def row(self, at: int) -> LedgerRow | None:
        key = self.key(at)
        return self._ledger.row(key) if self._ledger is not None and key is not None else None

    def place(self, key: str) -> int | None:
        """Where a row is listed, None if it is not."""
        return self._keys.index(key) if key in self._keys else None

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        if not index.isValid() or role not in (_Item.DisplayRole, _Item.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == _Item.DisplayRole:
            return words_of(row)
        return ", ".join(part for part in (*head_of(row), row.stamp, seen_of(row).text) if part)


def head_of(row: LedgerRow) -> tuple[str, str, str]:
    """Its fate, what that means, and where it comes from."""
    return translated(row.title), translated(row.became), translated(row.origin)


def words_of(row: LedgerRow) -> str:
    """Its words, as they can be shown."""
    return shown(row.text[:_LONGEST]).text


def seen_of(row: LedgerRow) -> ShownText:
    """The same as they are drawn; a line that was not understood as it is written."""
    return ShownText(words_of(row)) if row.fate == STRAY else read(row.text[:_LONGEST])
