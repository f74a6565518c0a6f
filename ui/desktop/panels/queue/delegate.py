"""How a line of the queue is drawn: a sign, what it is, when, and the words it is about. Answered ones fade."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.presenting.queue import Group, QueueItem
from core.presenting.row import Mark
from core.workflow.review import Answer
from ui.desktop.panels.queue.model import QueueModel, answer_words, heading_of, text_of
from ui.desktop.theme import Theme
from ui.desktop.widgets.words import translated

_AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_ITEM_PX, _HEADING_PX = 54, 34
_EDGE_PX, _SIGN_PX, _GAP_PX = 14, 26, 10

# The sign, and the roles of its colour and ground, by what the finding's rows look like.
_SIGNS = {
    Mark.DUPLICATE: ("merge", "duplicate_text", "duplicate_bg"),
    Mark.OUT_OF_ORDER: ("clock", "order_text", "order_bg"),
    Mark.LOST: ("lost", "error_text", "error_bg"),
    Mark.NONE: ("info", "muted", "sunken"),
}
_ANSWERED = {
    Answer.ACCEPTED: ("accept", "accepted_text", "accepted_bg"),
    Answer.REJECTED: ("keep-both", "rejected_text", "rejected_bg"),
    Answer.DISMISSED: ("accept", "rejected_text", "rejected_bg"),
}


class QueueDelegate(QStyledItemDelegate):
    """Draws headings and items of a ``QueueModel``."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        model = index.model()
        is_item = isinstance(model, QueueModel) and model.item(index.row()) is not None
        return QSize(120, _ITEM_PX if is_item else _HEADING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, QueueModel) else None
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Group):
            self._paint_heading(painter, box, line)
        elif line is not None:
            self._paint_ground(painter, box, state)
            self._paint_item(painter, box, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, group: Group) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("faint"))
        inner = box.adjusted(_EDGE_PX, 0, -_EDGE_PX, -7)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, heading_of(group))

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

    def _paint_item(self, painter: QPainter, box: QRect, item: QueueItem) -> None:
        theme, is_open = self._theme, item.is_open
        sign, colour, ground = _SIGNS[item.mark] if is_open else _ANSWERED[item.answer]
        spot = QRectF(box.x() + _EDGE_PX, box.y() + 9, _SIGN_PX, _SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(spot, 6, 6)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(int(spot.x()) + 5, int(spot.y()) + 5, theme.pixmap(sign, colour, 16, ratio))
        left = box.x() + _EDGE_PX + _SIGN_PX + _GAP_PX
        first = QRect(left, box.y() + 7, box.right() - _EDGE_PX - left, 20)
        second = first.translated(0, 20)
        end = " · ".join(part for part in (answer_words(item), item.stamp) if part)
        used = self._paint_end(painter, first, end)
        painter.setFont(theme.font("strong" if is_open else "small"))
        painter.setPen(theme.colour("text" if is_open else "rejected_text"))
        self._elided(painter, first.adjusted(0, 0, -used - 8, 0), translated(item.title))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted" if is_open else "rejected_text"))
        self._elided(painter, second, text_of(item))

    def _paint_end(self, painter: QPainter, box: QRect, text: str) -> int:
        """Words at the right end; the width that they take."""
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text)

    @staticmethod
    def _elided(painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text[:300], Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
