"""How a row looks: shape first, then colour, then a word, so that no state is told by colour alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.layout import EDITED_PX, HEADS, RowLayout, RowLayouts, has_pill
from ui.desktop.widgets.inline_formats import paint_codes

STATE_OF = {  # mark: the theme's role for it
    Mark.CANONICAL: "duplicate",
    Mark.DUPLICATE: "duplicate",
    Mark.ACCEPTED: "accepted",
    Mark.REJECTED: "rejected",
    Mark.OUT_OF_ORDER: "order",
    Mark.LOST: "error",
}
_TINTED = (Mark.CANONICAL, Mark.DUPLICATE, Mark.OUT_OF_ORDER, Mark.LOST)  # decided rows fade
_STAMPED = (RowKind.NOTE, RowKind.QUOTE, RowKind.PROSE, RowKind.STRAY)
_QUIET = (RowKind.QUOTE, RowKind.STRAY, RowKind.EMPTY)
_SIGNS = {RowKind.PROSE: "¶", RowKind.STRAY: "?"}  # in place of a time: neither note nor quote
_NO_PEN = Qt.PenStyle.NoPen
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_BAR = 4  # pixels


class Look(NamedTuple):
    """What the view knows of a row that the row does not."""

    is_selected: bool = False
    has_focus: bool = False
    is_under_mouse: bool = False
    is_edited: bool = False  # an editor stands over its text


class RowPainter:
    """Draws rows as ``RowLayouts`` measured them."""

    def __init__(self, layouts: RowLayouts) -> None:
        self._layouts = layouts
        self._theme = layouts.theme
        self._stamp_font = self._theme.font("stamp", layouts.scale)
        self._caption_font = self._theme.font("caption", layouts.scale)

    def paint(self, painter: QPainter, box: QRect, layout: RowLayout, look: Look) -> None:
        """Draw one row into its box."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, layout.row, look)
        painter.translate(box.topLeft())
        self._paint_edge(painter, layout.row.mark, box.height())
        self._paint_front(painter, layout, box.height(), look)
        if not look.is_edited:
            ink = self._ink(layout.row)
            paint_codes(painter, layout.codes, ink)
            painter.setPen(ink)
            layout.lines.draw(painter, layout.text_at)
        if layout.badge and (not look.is_edited or layout.row.kind in HEADS):  # the editor has no room beneath it
            self._paint_badge(painter, layout)
        if look.has_focus and not look.is_edited:
            self._paint_focus(painter, box, layout.row)
        painter.restore()

    def _colour(self, role: str) -> QColor:
        return self._theme.colour(role)

    def _ink(self, row: Row) -> QColor:
        """The colour of the text: what is decided, struck through or only quoted steps back."""
        if row.mark in (Mark.DUPLICATE, Mark.REJECTED) or row.kind in _QUIET or row.is_draft:
            return self._colour("muted")
        return self._colour("text")

    def _paint_ground(self, painter: QPainter, box: QRect, row: Row, look: Look) -> None:
        is_head = row.kind in HEADS
        if look.is_selected:
            painter.fillRect(box, self._colour("selection"))
        elif row.mark in _TINTED:
            painter.fillRect(box, self._colour(f"{STATE_OF[row.mark]}_bg"))
        elif look.is_under_mouse and not is_head:
            painter.fillRect(box, self._colour("hover"))
        elif is_head:
            painter.fillRect(box, self._colour("window"))
        if is_head:
            painter.fillRect(QRect(box.x(), box.y(), box.width(), 1), self._colour("line"))
        elif row.depth == 0 and row.kind not in (RowKind.TITLE, RowKind.SUMMARY):
            inset = self._layouts.pad_x
            painter.fillRect(QRect(box.x() + inset, box.y(), box.width() - 2 * inset, 1), self._colour("hairline"))

    def _paint_edge(self, painter: QPainter, mark: Mark, height: int) -> None:
        """The bar at the left edge, of another shape for each mark."""
        if mark is Mark.NONE:
            return
        colour = self._colour(STATE_OF[mark])
        painter.setPen(_NO_PEN)
        painter.setBrush(colour)
        if mark is Mark.OUT_OF_ORDER:  # dashed
            for y in range(2, height - 3, 8):
                painter.drawRect(0, y, _BAR, 5)
        elif mark is Mark.REJECTED:  # dotted
            for y in range(3, height - 3, 7):
                painter.drawEllipse(QRectF(0.5, y, 3, 3))
        elif mark is Mark.DUPLICATE:  # hollow: it would go
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.7, 1.2, _BAR - 1, height - 3.4))
        elif mark is Mark.LOST:  # two lines
            painter.drawRect(QRectF(0, 0, 1.5, height - 1))
            painter.drawRect(QRectF(3, 0, 1.5, height - 1))
        else:  # solid: it stays
            painter.drawRect(0, 0, _BAR, height - 1)

    def _paint_front(self, painter: QPainter, layout: RowLayout, height: int, look: Look) -> None:
        """What stands before the text: time, number, bullet, the rule of a quote."""
        row = layout.row
        if row.kind in HEADS:
            painter.setFont(self._caption_font)
            painter.setPen(self._colour("muted"))
            painter.drawText(layout.stamp_box, _LEFT, layout.label)
        elif row.kind in _STAMPED and row.stamp:
            self._paint_stamp(painter, layout, look)
        elif row.kind is RowKind.SUMMARY or row.kind in _SIGNS:
            painter.setFont(self._stamp_font)
            painter.setPen(self._colour("muted" if look.is_selected else "faint"))
            painter.drawText(layout.stamp_box, _CENTRE, _SIGNS.get(row.kind, layout.label))
        if row.kind is RowKind.QUOTE:
            x, y = layout.text_at.x() - self._layouts.px(13), layout.text_at.y()
            painter.setPen(_NO_PEN)
            painter.setBrush(self._colour("outline"))
            painter.drawRoundedRect(
                QRectF(x, y + 2, self._layouts.px(3), height - y - self._layouts.pad_y - 4), 1.5, 1.5
            )
        elif row.kind is RowKind.NOTE and row.depth:
            centre = QPointF(
                layout.text_at.x() - self._layouts.px(10), layout.text_at.y() + self._layouts.pitch(row) / 2
            )
            painter.setPen(_NO_PEN)
            painter.setBrush(self._colour("outline"))
            painter.drawEllipse(centre, 2.2 * self._layouts.scale, 2.2 * self._layouts.scale)
        elif row.kind is RowKind.EMPTY:
            self._paint_icon(painter, layout.stamp_box, "warning", "error_text")

    def _paint_stamp(self, painter: QPainter, layout: RowLayout, look: Look) -> None:
        """The time: all in one column whatever the depth; a chip for families and for what is out of order."""
        row = layout.row
        is_late = row.mark is Mark.OUT_OF_ORDER
        if row.depth == 0 or is_late:
            painter.setPen(_NO_PEN)
            ground = "order_bg" if is_late and not look.is_selected else "pane" if look.is_selected else "sunken"
            painter.setBrush(self._colour(ground))
            painter.drawRoundedRect(layout.stamp_box, 5, 5)
        painter.setFont(self._stamp_font)
        is_quiet = row.depth or row.kind in (RowKind.STRAY, RowKind.PROSE)
        ink = "order_text" if is_late else "muted" if look.is_selected and is_quiet else "faint" if is_quiet else "text"
        painter.setPen(self._colour(ink))
        painter.drawText(layout.stamp_box, _CENTRE, row.stamp)

    def _paint_badge(self, painter: QPainter, layout: RowLayout) -> None:
        row, box = layout.row, layout.badge_box
        sign = QRectF(
            box.left() + self._layouts.px(7 if has_pill(row) else 0), box.top(), self._layouts.px(12), box.height()
        )
        words = box.adjusted(self._layouts.px(EDITED_PX), 0, 0, 0) if row.is_edited else box
        painter.setFont(self._caption_font)
        if not has_pill(row) or row.kind in HEADS:
            ink = f"{STATE_OF[row.mark]}_text" if row.mark in STATE_OF else "muted" if row.is_edited else "faint"
            if row.is_edited:
                self._paint_icon(painter, sign, "edit", ink, 12)
            painter.setPen(self._colour(ink))
            painter.drawText(words, _RIGHT if box.top() <= layout.text_at.y() else _LEFT, layout.badge)
            return
        state = STATE_OF.get(row.mark, "outline")
        pen = QPen(self._colour(state), 1)
        if row.mark is Mark.NONE:  # a draft
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._colour("pane"))
        radius = box.height() / 2 - 0.5
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        ink = "faint" if row.mark is Mark.NONE else f"{state}_text"
        if row.is_edited:
            self._paint_icon(painter, sign, "edit", ink, 12)
        painter.setPen(self._colour(ink))
        painter.drawText(words.adjusted(0, 0, -self._layouts.px(6), 0) if row.is_edited else box, _CENTRE, layout.badge)

    def _paint_focus(self, painter: QPainter, box: QRect, row: Row) -> None:
        """A ring that leaves the bar at the edge visible."""
        left = _BAR + 2.0 if row.mark is not Mark.NONE else 1.5
        painter.setPen(QPen(self._colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, 1.5, box.width() - left - 1.5, box.height() - 3.5), 5, 5)

    def _paint_icon(self, painter: QPainter, box: QRectF, icon: str, role: str, pixels: int = 16) -> None:
        size = self._layouts.px(pixels)
        pixmap = self._theme.pixmap(icon, role, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), pixmap)
