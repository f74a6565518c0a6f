"""How a chapter is drawn in the outline: its number, title and range, what it holds, and a badge for what is left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from core.presenting.outline import OutlineLine
from ui.desktop.panels.outline.model import OutlineModel, left_words
from ui.desktop.rows.shown_text import read
from ui.desktop.widgets.line_delegate import AnyIndex, LineDelegate, paint_elided
from ui.desktop.widgets.words import translated

_EDGE_PX, _NUMBER_PX, _GAP_PX = 14, 18, 10
_BADGE_PX = 18


class OutlineDelegate(LineDelegate):
    """Draws the lines of an ``OutlineModel``."""

    def paint_line(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        model = index.model()
        if isinstance(model, OutlineModel) and (line := model.line(index.row())) is not None:
            self._paint_chapter(painter, box, line)

    def _paint_chapter(self, painter: QPainter, box: QRect, line: OutlineLine) -> None:
        theme = self.theme
        left = box.x() + _EDGE_PX + _NUMBER_PX + _GAP_PX
        first = QRect(left, box.y() + 4, box.right() - _EDGE_PX - left, 19)
        second = first.translated(0, 19)
        painter.setFont(theme.font("stamp"))
        painter.setPen(theme.colour("faint"))
        number = QRect(box.x() + _EDGE_PX, first.y(), _NUMBER_PX, first.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.number))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        paint_elided(painter, first, read(line.title).text)
        used = self._paint_badge(painter, second, left_words(line))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        words = " · ".join(part for part in (line.span, translated(line.counts)) if part)
        paint_elided(painter, second.adjusted(0, 0, -used, 0), words)

    def _paint_badge(self, painter: QPainter, box: QRect, text: str) -> int:
        """A badge at the right end; the width that it takes."""
        if not text:
            return 0
        theme = self.theme
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
