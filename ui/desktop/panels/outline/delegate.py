"""How a chapter is drawn in the outline: its number, title and range, what it holds, and a badge for what is left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.presenting.outline import OutlineLine
from ui.desktop.panels.outline.model import OutlineModel, left_words
from ui.desktop.rows.shown_text import shown
from ui.desktop.theme import Theme
from ui.desktop.widgets.words import translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_HEIGHT_PX, _EDGE_PX, _NUMBER_PX, _GAP_PX = 46, 14, 18, 10
_BADGE_PX = 18


class OutlineDelegate(QStyledItemDelegate):
    """Draws the lines of an ``OutlineModel``."""

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
        line = model.line(index.row()) if isinstance(model, OutlineModel) else None
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, option.state)
        self._paint_line(painter, option.rect, line)
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

    def _paint_line(self, painter: QPainter, box: QRect, line: OutlineLine) -> None:
        theme = self._theme
        left = box.x() + _EDGE_PX + _NUMBER_PX + _GAP_PX
        first = QRect(left, box.y() + 4, box.right() - _EDGE_PX - left, 19)
        second = first.translated(0, 19)
        painter.setFont(theme.font("stamp"))
        painter.setPen(theme.colour("faint"))
        number = QRect(box.x() + _EDGE_PX, first.y(), _NUMBER_PX, first.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.number))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        _elided(painter, first, shown(line.title).text)
        used = self._paint_badge(painter, second, left_words(line))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        words = " · ".join(part for part in (line.span, translated(line.counts)) if part)
        _elided(painter, second.adjusted(0, 0, -used, 0), words)

    def _paint_badge(self, painter: QPainter, box: QRect, text: str) -> int:
        """A badge at the right end; the width that it takes."""
        if not text:
            return 0
        theme = self._theme
        font = theme.font("caption")
        width = QFontMetrics(font).horizontalAdvance(text) + 16
        badge = QRectF(box.right() - width, box.center().y() - _BADGE_PX / 2, width, _BADGE_PX)
        painter.setPen(QPen(theme.colour("duplicate"), 1))
        painter.setBrush(theme.colour("duplicate_bg"))
        painter.drawRoundedRect(badge, _BADGE_PX / 2, _BADGE_PX / 2)
        painter.setPen(theme.colour("duplicate_text"))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return width + 8


def _elided(painter: QPainter, box: QRect, text: str) -> None:
    words = painter.fontMetrics().elidedText(text[:300], Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
