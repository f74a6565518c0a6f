"""What was found, as Qt asks for it; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.presenting.find import Hit

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """One row for each place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def hit(self, at: int) -> Hit | None:
        return self.hits[at] if 0 <= at < len(self.hits) else None

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None or role not in (_Item.DisplayRole, _Item.AccessibleTextRole):
            return None
        kind = QCoreApplication.translate("find", "quote") if hit.is_quote else ""
        return ", ".join(part for part in (hit.stamp, kind, hit.text[:300]) if part)
