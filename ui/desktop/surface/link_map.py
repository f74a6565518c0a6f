"""Ribbons between the rows of two panes that belong together, for the rows in view; a button on each pending merge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.presenting.row import Mark
from ui.desktop.rows.painter import STATE_OF
from ui.desktop.rows.view import RowView
from ui.desktop.theme import Theme

_WIDTH = 76
_BUTTON = 24
_FIRST_LINE = 17  # from the top of a row to the middle of its first line
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # where on a ribbon its button may be, the best first
_BEYOND = 120  # ends out of view are drawn as if they were no farther than this
_STRENGTH = {Mark.CANONICAL: 3, Mark.DUPLICATE: 4, Mark.OUT_OF_ORDER: 2, Mark.LOST: 1}
_FILLS = {Mark.CANONICAL: 60, Mark.DUPLICATE: 60, Mark.ACCEPTED: 36, Mark.OUT_OF_ORDER: 40, Mark.REJECTED: 14}
_HIGHLIGHT = 50  # how much denser the ribbons of the current row are filled


class Ribbon(NamedTuple):
    """A row on the left and the row on the right that it belongs to."""

    left: int
    right: int
    mark: Mark
    is_current: bool
    merge_key: str = ""  # the row on the right, where a pending merge can be accepted; else empty
    is_hollow: bool = False  # where a duplicate stands now; another ribbon shows where it would go


class LinkMap(QWidget):
    """Draws between two views standing left and right of it.

    Signals:
        merge_requested(str): The key of the merged row that would go into another one.
    """

    merge_requested = Signal(str)

    def __init__(self, theme: Theme, left: RowView, right: RowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = left
        self._right = right
        self._buttons: list[tuple[QRectF, str]] = []
        self._hot = ""
        self._top = 0  # of the views' rows, in this widget
        self.setFixedWidth(_WIDTH)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(QCoreApplication.translate("surface", "Links between chunks and merged notes"))
        for view in (left, right):
            view.scrolled.connect(self.update)
            view.current_changed.connect(self._on_view_current_changed)

    @property
    def buttons(self) -> list[tuple[QRectF, str]]:
        """Where the buttons were last drawn, and the merged rows they are for."""
        return self._buttons

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def ribbons(self) -> list[Ribbon]:
        """The links of the rows in view, plain ones first, so that what is asked lies on top."""
        pairs = dict.fromkeys([*self._from(self._left, self._right), *self._backwards()])
        found: dict[tuple[int, int], Ribbon] = {}
        for left, right in pairs:
            for ribbon in self._ribbons(left, right):
                found[ribbon.left, ribbon.right] = ribbon
        return sorted(found.values(), key=lambda ribbon: (ribbon.is_current, _STRENGTH.get(ribbon.mark, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        top = self._top = self._offset(self._left)  # both views stand at the same height
        painter.setClipRect(0, top, self.width(), self.height() - top)
        self._buttons = []
        ribbons = self.ribbons()
        for ribbon in ribbons:
            self._paint_ribbon(painter, ribbon)
        for ribbon in ribbons:
            if ribbon.merge_key:
                self._paint_button(painter, ribbon, top)
        painter.setClipping(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hot(self._button_under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hot("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._button_under(event.position())
        if key and event.button() is Qt.MouseButton.LeftButton:
            self.merge_requested.emit(key)

    def _from(self, view: RowView, other: RowView) -> Iterator[tuple[int, int]]:
        for at in view.visible_rows():
            row = view.row(at)
            for key in view.pane.links(row.key) if row else ():
                linked = other.pane.find(key)
                if linked is not None:
                    yield at, linked

    def _backwards(self) -> Iterator[tuple[int, int]]:
        return ((left, right) for right, left in self._from(self._right, self._left))

    def _ribbons(self, left: int, right: int) -> Iterator[Ribbon]:
        """From a row to where it stands, and from a duplicate also to where it would go."""
        one, two = self._left.row(left), self._right.row(right)
        marks = [row.mark for row in (two, one) if row is not None and row.mark is not Mark.NONE]
        mark = marks[0] if marks else Mark.NONE
        is_current = left == self._left.currentIndex().row() or right == self._right.currentIndex().row()
        if two is None or two.mark is not Mark.DUPLICATE:
            yield Ribbon(left, right, mark, is_current)
            return
        goal = self._right.pane.find(two.goes_to)
        yield Ribbon(left, right, mark, is_current, "" if goal is not None else two.key, is_hollow=goal is not None)
        if goal is not None:
            is_current = is_current or goal == self._right.currentIndex().row()
            yield Ribbon(left, goal, mark, is_current, two.key)

    def _offset(self, view: RowView) -> int:
        """The top of a view's rows, in this widget."""
        return self.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, 0))).y()

    def _ends(self, view: RowView, at: int) -> tuple[float, float]:
        box = view.row_box(at)
        top = box.top() + self._top
        low, high = -_BEYOND, self.height() + _BEYOND
        return min(max(top, low), high), min(max(top + box.height(), low), high)

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        tops, bottoms = zip(self._ends(self._left, ribbon.left), self._ends(self._right, ribbon.right), strict=True)
        if ribbon.mark is Mark.NONE:
            line = self._theme.colour("accent" if ribbon.is_current else "ribbon")
            painter.setPen(QPen(line, 1.8 if ribbon.is_current else 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            first_line = self._left.layouts.px(_FIRST_LINE)
            painter.drawPath(self._curve(tops[0] + first_line, tops[1] + first_line))
            return
        colour = self._theme.colour(STATE_OF[ribbon.mark])
        pen = QPen(colour, 1.8 if ribbon.is_current else 1.0)
        if ribbon.mark is Mark.OUT_OF_ORDER:
            pen.setDashPattern([4, 3])
        elif ribbon.mark is Mark.REJECTED:
            pen.setStyle(Qt.PenStyle.DotLine)
        fill = QColor(colour)
        fill.setAlpha(_FILLS.get(ribbon.mark, 40) + (_HIGHLIGHT if ribbon.is_current else 0))
        if ribbon.is_hollow:
            fill = QColor(Qt.GlobalColor.transparent)
        path = self._curve(tops[0] + 1, tops[1] + 1)
        path.lineTo(self.width(), bottoms[1] - 2)
        path.connectPath(self._curve(bottoms[0] - 2, bottoms[1] - 2).toReversed())
        path.closeSubpath()
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)

    def _curve(self, left_y: float, right_y: float) -> QPainterPath:
        middle = self.width() / 2
        path = QPainterPath(QPointF(0, left_y))
        path.cubicTo(middle, left_y, middle, right_y, self.width(), right_y)
        return path

    def _paint_button(self, painter: QPainter, ribbon: Ribbon, top: int) -> None:
        """The button on the ribbon, as near to its middle as is in view and free of other buttons."""
        box = next((box for at in _ALONG if self._is_free(box := self._button_box(ribbon, at), top)), None)
        if box is None:
            return
        self._buttons.append((box, ribbon.merge_key))
        is_strong = ribbon.is_current or ribbon.merge_key == self._hot
        painter.setPen(QPen(self._theme.colour("duplicate"), 2 if is_strong else 1.4))
        painter.setBrush(self._theme.colour("duplicate_bg" if ribbon.merge_key == self._hot else "raised"))
        painter.drawEllipse(box)
        icon = self._theme.pixmap("merge", "duplicate_text", 15, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.center().x() - 7.5, box.center().y() - 7.5), icon)

    def _button_box(self, ribbon: Ribbon, at: float) -> QRectF:
        """The place of a button at a share of the way along a ribbon."""
        left = sum(self._ends(self._left, ribbon.left)) / 2
        right = sum(self._ends(self._right, ribbon.right)) / 2
        y = left + (right - left) * at * at * (3 - 2 * at)
        x = min(max(self.width() * at, _BUTTON / 2 + 2), self.width() - _BUTTON / 2 - 2)
        return QRectF(x - _BUTTON / 2, y - _BUTTON / 2, _BUTTON, _BUTTON)

    def _is_free(self, box: QRectF, top: int) -> bool:
        is_in_view = top + 2 < box.top() and box.bottom() < self.height() - 2
        return is_in_view and not any(box.intersects(other) for other, _ in self._buttons)

    def _button_under(self, point: QPointF) -> str:
        return next((key for box, key in self._buttons if box.contains(point)), "")

    def _set_hot(self, key: str) -> None:
        if key == self._hot:
            return
        self._hot = key
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        self.setToolTip(QCoreApplication.translate("surface", "Merge this into the note that stays") if key else "")
        self.update()

    def _on_view_current_changed(self, _key: str) -> None:
        self.update()
