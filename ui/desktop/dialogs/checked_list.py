"""A list of texts of several lines with a check box each; a click anywhere on one, or Space, checks it or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.desktop.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex
_Item = Qt.ItemDataRole
_BATCH = 50  # rows that are laid out before others get a chance
_BOX_PX, _EDGE_PX, _LEFT_PX, _PAD_PX, _GAP_PX = 16, 12, 40, 8, 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _Rows(QStyledItemDelegate):
    """The first line of a text stands out from those beneath it."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        width = self._view.viewport().width()
        heights = [box.height() for _, box in self._lines(QRect(0, 0, width, 0), index)]
        return QSize(width - 4, sum(heights) + _GAP_PX * (len(heights) - 1) + 2 * _PAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        box, theme = option.rect, self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, theme.colour("selection"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        self._paint_check(painter, box, is_on=_is_checked(index))
        painter.setFont(theme.font("small"))
        for at, (line, place) in enumerate(self._lines(box, index)):
            painter.setPen(theme.colour("text" if not at else "muted"))
            painter.drawText(place, _WRAP, line)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _AnyIndex
    ) -> bool:
        if isinstance(event, QMouseEvent):
            is_click = event.type() is QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton
            state = Qt.CheckState.Unchecked if _is_checked(index) else Qt.CheckState.Checked
            return is_click and model.setData(index, state, _Item.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    def _lines(self, box: QRect, index: _AnyIndex) -> list[tuple[str, QRect]]:
        """The lines with their places in a box, which may be any height."""
        metrics = self._view.fontMetrics()
        y, found = box.y() + _PAD_PX, list[tuple[str, QRect]]()
        for line in str(index.data(_Item.DisplayRole)).split("\n"):
            room = QRect(box.x() + _LEFT_PX, y, box.width() - _LEFT_PX - _EDGE_PX, 10_000)
            place = QRect(room.topLeft(), QSize(room.width(), metrics.boundingRect(room, _WRAP, line).height()))
            found.append((line, place))
            y = place.bottom() + 1 + _GAP_PX
        return found

    def _paint_check(self, painter: QPainter, box: QRect, *, is_on: bool) -> None:
        theme = self._theme
        spot = QRect(box.x() + _EDGE_PX, box.y() + _PAD_PX, _BOX_PX, _BOX_PX)
        painter.setPen(QPen(theme.colour("accent" if is_on else "outline"), 1))
        painter.setBrush(theme.colour("accent" if is_on else "pane"))
        painter.drawRoundedRect(spot, 4, 4)
        if is_on:
            picture = theme.pixmap("accept", "accent_text", _BOX_PX - 2, painter.device().devicePixelRatioF())
            painter.drawPixmap(spot.x() + 1, spot.y() + 1, picture)


class CheckedList(QListWidget):
    """Texts that are all checked at first. ``itemChanged`` tells of each that is checked or not."""

    def __init__(self, theme: Theme, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("small"))
        self.setItemDelegate(_Rows(self, theme))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for text in texts:
            row = QListWidgetItem(text)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
            self.addItem(row)
        self.setCurrentRow(0)

    def checked(self) -> list[int]:
        """The positions of the texts that are checked."""
        return [at for at in range(self.count()) if self.item(at).checkState() is Qt.CheckState.Checked]


def _is_checked(index: _AnyIndex) -> bool:
    return Qt.CheckState(index.data(_Item.CheckStateRole)) is Qt.CheckState.Checked
