"""What lines of the panels' lists have in common: ground, signs of choice and of the keyboard, words cut short."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_State, _Align = QStyle.StateFlag, Qt.AlignmentFlag
_BAR_PX, _NARROWEST_PX = 4, 120


class LineDelegate(QStyledItemDelegate):
    """Draws lines of one height; what stands in a line is drawn by ``paint_line``."""

    height_px: ClassVar[int] = 46
    has_bar: ClassVar[bool] = True  # at the left of the line that is chosen

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        super().__init__(view)
        self.view = view
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme from now on."""
        self.theme = theme
        self.view.viewport().update()

    def paint_line(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        """What stands in the line, on its ground."""
        raise NotImplementedError

    def is_chosen(self, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        """Whether the line has the ground of the chosen one."""
        return bool(option.state & _State.State_Selected)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(_NARROWEST_PX, self.height_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        self.paint_line(painter, option.rect, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, box = self.theme, option.rect
        if self.is_chosen(option, index):
            painter.fillRect(box, theme.colour("selection"))
            if self.has_bar:
                painter.fillRect(QRect(box.x(), box.y(), _BAR_PX, box.height()), theme.colour("accent"))
            if self.view.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        elif option.state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))


def paint_elided(painter: QPainter, box: QRect, text: str) -> int:
    """Draw as much of a text as there is room for, in the painter's font; the width that it takes."""
    words = painter.fontMetrics().elidedText(text[:300], Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, _Align.AlignLeft | _Align.AlignVCenter, words)
    return painter.fontMetrics().horizontalAdvance(words)
