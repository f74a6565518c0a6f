"""The row under the mouse, and the button that it shows for what is done with it most; everything it does has a key.

It only knows where the button is and what it is called; the view tells who asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.presenting.row import Row
from ui.desktop.rows.layout import HEADS, RowLayout, RowLayouts

_SIZE, _ICON = 24, 15


class RowAction(NamedTuple):
    """What the button of a row does.

    Attributes:
        name: For the program.
        icon: Of resources/icons.
        words: What it does, for people.
    """

    name: str
    icon: str
    words: str


def nothing(_row: Row) -> RowAction | None:
    """No button on any row."""
    return None


class Hover:
    """What the mouse is over in one view."""

    def __init__(self) -> None:
        self.at = -1  # the row's position
        self.is_on_button = False
        self.offers: Callable[[Row], RowAction | None] = nothing

    def button_box(self, layouts: RowLayouts, layout: RowLayout, row_box: QRect) -> QRectF | None:
        """Where the button of a row is in the view; None where it offers nothing."""
        if self.offers(layout.row) is None:
            return None
        size = layouts.px(_SIZE)
        first_line = layout.text_at.y() + (layouts.pitch(layout.row) - size) / 2
        right = layout.width - layouts.pad_x
        if layout.badge and layout.row.kind not in HEADS and layout.badge_box.top() < first_line + size:
            right = layout.badge_box.left() - layouts.px(6)
        return QRectF(right - size, row_box.y() + first_line, size, size)

    def paint(self, painter: QPainter, layouts: RowLayouts, layout: RowLayout, row_box: QRect) -> None:
        """Draw the button over its row."""
        action, box = self.offers(layout.row), self.button_box(layouts, layout, row_box)
        if action is None or box is None:
            return
        theme, size = layouts.theme, layouts.px(_ICON)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self.is_on_button else "outline"), 1.2))
        painter.setBrush(theme.colour("selection" if self.is_on_button else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icon = theme.pixmap(action.icon, "accent" if self.is_on_button else "muted", size, _ratio(painter))
        painter.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), icon)
        painter.restore()

    @property
    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.PointingHandCursor if self.is_on_button else Qt.CursorShape.ArrowCursor


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
