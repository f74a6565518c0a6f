"""What lines of the panels' lists have in common: ground, signs of choice and of the keyboard, words cut short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextLine
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.presenting.inline import Styled, cut
from ui.desktop.theme import Theme
from ui.desktop.widgets.inline_formats import code_boxes, paint_codes, style_ranges

AnyIndex = QModelIndex | QPersistentModelIndex
_State, _Align = QStyle.StateFlag, Qt.AlignmentFlag
_BAR_PX, _NARROWEST_PX, _CODE_PX = 4, 120, 17
_LONGEST = 300  # characters of a line
_WIDE = 100_000.0  # pixels, for a line that does not break
_ON_CHARACTER = QTextLine.CursorPosition.CursorOnCharacter


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
    words = painter.fontMetrics().elidedText(text[:_LONGEST], Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, _Align.AlignLeft | _Align.AlignVCenter, words)
    return painter.fontMetrics().horizontalAdvance(words)


def paint_styled(painter: QPainter, box: QRect, text: str, styled: Sequence[Styled]) -> None:
    """The same for a text with strong, emphasised and code words."""
    if not styled:
        paint_elided(painter, box, text)
        return
    text = text[:_LONGEST]
    metrics, room = painter.fontMetrics(), max(0, box.width())
    lines = one_line(text, styled, painter.font())
    line = lines.lineAt(0)
    if line.naturalTextWidth() > room:
        fitting = line.xToCursor(float(max(0, room - metrics.horizontalAdvance("…"))), _ON_CHARACTER)
        text = f"{_first(text, fitting)}…"
        lines = one_line(text, styled, painter.font())
        line = lines.lineAt(0)
    baseline = (box.height() + metrics.ascent() - metrics.descent()) / 2
    line.setPosition(QPointF(0, baseline - line.ascent()))
    at, pen = QPointF(box.topLeft()), painter.pen()
    paint_codes(painter, [each.translated(at) for each in code_boxes(lines, text, styled, _CODE_PX)], pen.color())
    painter.setPen(pen)
    lines.draw(painter, at)


def one_line(text: str, styled: Sequence[Styled], font: QFont, width: float = _WIDE) -> QTextLayout:
    """A text set in a single line, and as much of it as finds room there."""
    layout = QTextLayout(text, font)
    layout.setFormats(style_ranges(text, cut(styled, 0, len(text)), font))
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def length_in(text: str, lines: QTextLayout) -> int:
    """How many characters of a text stand in the first line."""
    return len(_first(text, lines.lineAt(0).textLength()))


def _first(text: str, units: int) -> str:
    """So many of what Qt counts as characters."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
