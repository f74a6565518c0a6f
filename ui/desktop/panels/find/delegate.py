"""How a place is drawn: its time, and the words around what was found, which is marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.presenting.find import Hit
from ui.desktop.panels.find.model import HitModel
from ui.desktop.rows.shown_text import shown
from ui.desktop.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_HEIGHT_PX, _EDGE_PX, _STAMP_PX = 30, 14, 62
_BEFORE = 24  # characters that are seen before what was found


class HitDelegate(QStyledItemDelegate):
    """Draws the rows of a ``HitModel``."""

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
        hit = model.hit(index.row()) if isinstance(model, HitModel) else None
        if hit is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, option.state)
        self._paint_hit(painter, option.rect, hit)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & _State.State_Selected:
            painter.fillRect(box, theme.colour("selection"))
            if self._view.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        elif state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        theme = self._theme
        painter.setFont(theme.font("stamp"))
        painter.setPen(theme.colour("muted"))
        stamp = QRect(box.x() + _EDGE_PX, box.y(), _STAMP_PX, box.height())
        painter.drawText(stamp, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, hit.stamp)
        font = theme.font("body")
        painter.setFont(font)
        metrics, x = QFontMetrics(font), stamp.right() + 6
        for words, is_found in pieces(hit):
            width = metrics.horizontalAdvance(words)
            room = QRect(x, box.y(), min(width, box.right() - _EDGE_PX - x), box.height())
            if room.width() <= 0:
                break
            if is_found:
                painter.fillRect(room.adjusted(0, 5, 0, -5), theme.colour("marked_words"))
            painter.setPen(theme.colour("text"))
            is_cut = room.width() < width
            seen = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()) if is_cut else words
            painter.drawText(
                room.adjusted(0, 0, 0 if is_cut else 2, 0),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                seen,
            )
            x += width


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The text in runs, and whether each was found; it begins a little before the first that was."""
    at = max(0, hit.spans[0][0] - _BEFORE) if hit.spans else 0
    found: list[tuple[str, bool]] = [("…", False)] if at else []
    for start, end in hit.spans[:20]:
        found += [(shown(hit.text[at:start]).text, False), (shown(hit.text[start:end]).text, True)]
        at = end
    found.append((shown(hit.text[at : at + 300]).text, False))
    return [(words, is_found) for words, is_found in found if words]
