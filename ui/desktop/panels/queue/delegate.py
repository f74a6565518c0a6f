"""How a line of the queue is drawn: a sign, what it is about, and below it what was decided, where and when.

Answered ones fade.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from core.presenting.inline import Styled, cut
from core.presenting.queue import QueueItem
from core.presenting.row import Mark
from core.workflow.review import Answer
from ui.desktop.panels.queue.model import Heading, QueueModel, left_words, note_of, seen_of
from ui.desktop.widgets.line_delegate import AnyIndex, LineDelegate, length_in, one_line, paint_elided, paint_styled
from ui.desktop.widgets.words import translated

_Align = Qt.AlignmentFlag
ITEM_PX, HEADING_PX = LineDelegate.height_px, 30
_EDGE_PX, _SIGN_PX, _GAP_PX, _LINE_PX = 14, 24, 10, 18
_ICON_PX = 16
_LONGEST = 600  # characters that are looked at for two lines

# The sign, and the roles of its colour and ground, by what the finding's rows look like.
_SIGNS = {
    Mark.DUPLICATE: ("merge", "duplicate_text", "duplicate_bg"),
    Mark.OUT_OF_ORDER: ("clock", "order_text", "order_bg"),
    Mark.LOST: ("lost", "error_text", "error_bg"),
    Mark.NONE: ("info", "muted", "sunken"),
}
_LATE = ("later", "muted", "sunken")
_ANSWERED = {
    Answer.ACCEPTED: ("accept", "accepted_text", "accepted_bg"),
    Answer.REJECTED: ("keep-both", "rejected_text", "rejected_bg"),
    Answer.DISMISSED: ("accept", "rejected_text", "rejected_bg"),
}
_MARKED = ("accept", "accent_text", "accent")


class QueueDelegate(LineDelegate):
    """Draws headings and items of a ``QueueModel``."""

    def is_chosen(self, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        return index.row() == self.view.currentIndex().row()

    def paint_line(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, QueueModel) else None
        if line is None or not isinstance(model, QueueModel):
            return
        if isinstance(line, Heading):
            self._paint_heading(painter, box, line, is_first=not index.row())
        else:
            self._paint_item(painter, box, line, is_marked=model.is_marked(line))

    def _paint_heading(self, painter: QPainter, box: QRect, heading: Heading, *, is_first: bool) -> None:
        theme, group = self.theme, heading.group
        if not is_first:
            painter.fillRect(QRect(box.x(), box.y(), box.width(), 1), theme.colour("line"))
        self._paint_arrow(painter, QPointF(box.x() + _EDGE_PX + 6, box.center().y() + 1), is_folded=heading.is_folded)
        inner = box.adjusted(_EDGE_PX + 20, 1, -_EDGE_PX, 0)
        used = self._paint_end(painter, inner, left_words(group))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text" if group.left else "rejected_text"))
        paint_elided(painter, inner.adjusted(0, 0, -used - 8, 0), translated(group.title))

    def _paint_arrow(self, painter: QPainter, at: QPointF, *, is_folded: bool) -> None:
        """Right where there is something to unfold, else down."""
        points = [(-2, -4), (2, 0), (-2, 4)] if is_folded else [(-4, -2), (0, 2), (4, -2)]
        painter.setPen(QPen(self.theme.colour("muted"), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) for x, y in points]))

    def _paint_item(self, painter: QPainter, box: QRect, item: QueueItem, *, is_marked: bool) -> None:
        theme, is_open = self.theme, item.is_open
        sign = (_LATE if item.is_late else _SIGNS[item.mark]) if is_open else _ANSWERED[item.answer]
        self._paint_sign(painter, box, *(_MARKED if is_marked else sign))
        left = box.x() + _EDGE_PX + _SIGN_PX + _GAP_PX
        first = QRect(left, box.y() + 5, box.right() - _EDGE_PX - left, _LINE_PX)
        second = first.translated(0, _LINE_PX)
        if item.stamp and not item.span:
            second.setRight(second.right() - self._paint_end(painter, second, item.stamp) - 8)
        painter.setFont(theme.font("body", 0.93))
        painter.setPen(theme.colour("text" if is_open else "rejected_text"))
        seen, note = seen_of(item), note_of(item)
        self._paint_words(painter, (first, second), seen.text[:_LONGEST], seen.styled, is_one=bool(note))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted" if is_open else "rejected_text"))
        paint_elided(painter, second, note)

    def _paint_words(
        self, painter: QPainter, boxes: tuple[QRect, QRect], text: str, styled: Sequence[Styled], *, is_one: bool
    ) -> None:
        """The words that it is about, in one line or in both."""
        first, second = boxes
        end = len(text) if is_one else length_in(text, one_line(text, styled, painter.font(), first.width()))
        paint_styled(painter, first, text[:end], cut(styled, 0, end))
        if end < len(text):
            paint_styled(painter, second, text[end:], cut(styled, end, len(text)))

    def _paint_sign(self, painter: QPainter, box: QRect, icon: str, role: str, ground: str) -> None:
        spot = QRectF(box.x() + _EDGE_PX, box.y() + (box.height() - _SIGN_PX) / 2, _SIGN_PX, _SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(ground))
        painter.drawRoundedRect(spot, 6, 6)
        inset = (_SIGN_PX - _ICON_PX) // 2
        picture = self.theme.pixmap(icon, role, _ICON_PX, painter.device().devicePixelRatioF())
        painter.drawPixmap(int(spot.x()) + inset, int(spot.y()) + inset, picture)

    def _paint_end(self, painter: QPainter, box: QRect, text: str) -> int:
        """Words at the right end; the width that they take."""
        font = self.theme.font("small")
        painter.setFont(font)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(box, _Align.AlignRight | _Align.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text)
