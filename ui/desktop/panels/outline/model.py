"""The outline's lines as Qt asks for them; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import ItemId
from core.presenting.outline import OutlineLine
from ui.desktop.rows.shown_text import read, shown
from ui.desktop.widgets.words import translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractListModel):
    """One row a chapter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[OutlineLine, ...] = ()

    def show(self, lines: tuple[OutlineLine, ...]) -> None:
        """Take the lines of now; nothing moves where the chapters are the same."""
        old = self._lines
        if [line.chapter for line in old] != [line.chapter for line in lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        self._lines = lines
        for at, (before, after) in enumerate(zip(old, lines, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def line(self, at: int) -> OutlineLine | None:
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def place(self, chapter: ItemId | None) -> int | None:
        """Where a chapter stands, None if it is no more."""
        return next((at for at, line in enumerate(self._lines) if line.chapter == chapter), None)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _AnyIndex, role: int = _Item.DisplayRole) -> str | None:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == _Item.DisplayRole:
            return shown(line.title).text
        return _spoken(line) if role == _Item.AccessibleTextRole else None


def left_words(line: OutlineLine) -> str:
    """What is left to decide in a chapter, empty for nothing."""
    return QCoreApplication.translate("outline", "{count} left").format(count=line.left) if line.left else ""


def _spoken(line: OutlineLine) -> str:
    number = QCoreApplication.translate("outline", "Chapter {number}").format(number=line.number)
    parts = (number, read(line.title).text, line.span, translated(line.counts), left_words(line))
    return ", ".join(part for part in parts if part)
