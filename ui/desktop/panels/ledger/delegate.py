"""How an entry of the ledger is drawn: a sign for its fate and its words; below what became of it and its origin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.presenting.ledger import STRAY, LedgerRow
from ui.desktop.panels.ledger.model import LedgerModel, head_of, words_of
from ui.desktop.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_HEIGHT_PX, _EDGE_PX, _SIGN_PX, _GAP_PX = 46, 14, 24, 10
_LINE_PX = 18

# The sign, and the roles of its colour and ground.
_SIGNS = {
    "KEPT": ("accept", "muted", "sunken"),
    "EDITED": ("edit", "link", "selection"),
    "MERGED": ("merge", "accepted_text", "accepted_bg"),
    "DROPPED": ("drop", "rejected_text", "rejected_bg"),
    "LOST": ("lost", "error_text", "error_bg"),
    STRAY: ("help", "duplicate_text", "duplicate_bg"),
}


class LedgerDelegate(QStyledItemDelegate):
    """Draws the rows of a ``LedgerModel``."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        row = model.row(index.row()) if isinstance(model, LedgerModel) else None
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, option.state)
        self._paint_row(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & _State.State_Selected:
            painter.fillRect(box, theme.colour("selection"))
            painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), theme.colour("accent"))
            if self._view.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        elif state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))

    def _paint_row(self, painter: QPainter, box: QRect, row: LedgerRow) -> None:
        theme = self._theme
        sign, colour, ground = _SIGNS[row.fate]
        spot = QRectF(box.x() + _EDGE_PX, box.y() + (box.height() - _SIGN_PX) / 2, _SIGN_PX, _SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(spot, 6, 6)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(int(spot.x()) + 4, int(spot.y()) + 4, theme.pixmap(sign, colour, 16, ratio))
        left = box.x() + _EDGE_PX + _SIGN_PX + _GAP_PX
        first = QRect(left, box.y() + 5, box.right() - _EDGE_PX - left, _LINE_PX)
        second = first.translated(0, _LINE_PX)
        painter.setPen(theme.colour("text"))
        self._elided(painter, first, f"“{words_of(row)}”" if row.is_quote else words_of(row), "body", 0.93)
        title, became, origin = head_of(row)
        used = self._paint_end(painter, second, " · ".join(part for part in (origin, row.stamp) if part))
        room = second.adjusted(0, 0, -used - 10, 0)
        taken = self._elided(painter, room, title, "strong")
        self._elided(painter, room.adjusted(taken + 6, 0, 0, 0), became, "small")

    def _paint_end(self, painter: QPainter, box: QRect, text: str) -> int:
        """Words at the right end; the width that they take."""
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text)

    def _elided(self, painter: QPainter, box: QRect, text: str, font: str, scale: float = 1.0) -> int:
        """Draw as much as there is room for; the width that it takes."""
        painter.setFont(self._theme.font(font, scale))
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return painter.fontMetrics().horizontalAdvance(words)
