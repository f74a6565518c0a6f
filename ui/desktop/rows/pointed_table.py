"""What the mouse does in a view of rows: a button on the row beneath it, tips, activation, zoom. Draws nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.presenting.row import Row
from ui.desktop.rows.hover import Hover
from ui.desktop.rows.layout import RowLayouts
from ui.desktop.rows.lazy_table import LazyTable


class PointedTable(LazyTable):
    """A table that knows which row is under the mouse. Whoever inherits says what its rows are.

    Signals:
        action_requested(str, str): The key of a row, and the name of what the button shown on it under the mouse does.
        row_activated(str): Enter or a double click on a row that cannot be edited, or Ctrl+click on any.
        zoom_requested(int): Steps in (positive) or out, by the mouse wheel with Ctrl.
    """

    action_requested = Signal(str, str)
    row_activated = Signal(str)
    zoom_requested = Signal(int)
    layouts: RowLayouts

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hover = Hover()
        self._pressed = ""  # the row whose button the mouse went down on

    def row(self, at: int) -> Row | None:
        """The row at a position, None where there is none."""
        raise NotImplementedError

    def edit_row(self, key: str) -> bool:
        """Open the editor on a row, if its text may be edited."""
        raise NotImplementedError

    def edited_key(self) -> str:
        """The key of the row that is being edited, empty when there is none."""
        raise NotImplementedError

    def origin(self, point: QPoint) -> str:
        """Where the row at a point comes from, in words; nothing where that is no question."""
        raise NotImplementedError

    def is_under_mouse(self, at: int) -> bool:
        return at == self.hover.at

    def key_under(self, point: QPoint) -> str:
        """The key of the row at a point, empty where there is none."""
        row = self.row(self.rowAt(point.y()))
        return row.key if row else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self.note_under_mouse(self.rowAt(point.y()), is_on_button=self._is_on_button(point))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_button(point):
            self.setCurrentIndex(self.model().index(self.rowAt(point.y()), 0))
            self._pressed = self.key_under(point)
            return
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.note_under_mouse(-1)
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        """What the button does, elsewhere on the row where its words come from."""
        from PySide6.QtWidgets import QToolTip  # noqa: PLC0415 - not needed for the first paint of the panes

        from ui.desktop.widgets.labels import plain_tooltip  # noqa: PLC0415

        words = self._offered(self.hover.at) if self._is_on_button(event.pos()) else self.origin(event.pos())
        QToolTip.showText(event.globalPos(), plain_tooltip(words), self.viewport())

    def note_under_mouse(self, at: int, *, is_on_button: bool = False) -> None:
        """Another row is under the mouse now, or none (-1)."""
        hover = self.hover
        before = hover.at, hover.is_on_button
        if before == (at, is_on_button):
            return
        hover.at, hover.is_on_button = at, is_on_button
        self.viewport().setCursor(hover.cursor)
        for row in {before[0], at}:
            if 0 <= row < self.model().rowCount():
                self.viewport().update(self.row_box(row))

    def _is_on_button(self, point: QPoint) -> bool:
        """Whether the point is on the button of the row there."""
        at = self.rowAt(point.y())
        row = self.row(at)
        if row is None or row.key == self.edited_key():
            return False
        layout = self.layouts.layout(row, self.viewport().width())
        box = self.hover.button_box(self.layouts, layout, self.row_box(at))
        return box is not None and box.contains(QPointF(point))

    def _offered(self, at: int) -> str:
        row = self.row(at)
        action = self.hover.offers(row) if row is not None else None
        return action.words if action is not None else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.key_under(event.position().toPoint())
        super().mouseDoubleClickEvent(event)
        if key and not self.edit_row(key):
            self.row_activated.emit(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key, pressed = self.key_under(event.position().toPoint()), self._pressed
        self._pressed = ""
        if pressed:
            row = self.row(self.rowAt(round(event.position().y())))
            action = self.hover.offers(row) if row is not None else None
            if pressed == key and action is not None and self._is_on_button(event.position().toPoint()):
                self.action_requested.emit(key, action.name)
            return
        super().mouseReleaseEvent(event)
        if key and event.button() is Qt.MouseButton.LeftButton and _has_control(event):
            self.row_activated.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _has_control(event):
            super().wheelEvent(event)
            return
        if event.angleDelta().y():
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
        event.accept()


def _has_control(event: QMouseEvent | QWheelEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
