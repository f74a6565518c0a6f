"""A stock table of one column whose row heights are measured only when a row comes into view.

Opening a hundred thousand rows so asks nothing for each of them. Knows neither what a row is nor how it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

_IDLE_MS, _SLICE_S = 12, 0.003  # after what was asked has been painted, and before a key that is held down comes again
PLACE = 0.3  # how far down the eye looks: where rows are put that are gone to

_AnyIndex = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemView.ScrollHint
_Action = QAbstractItemView.CursorAction


class LazyTable(QTableView):
    """Heights come from ``needed_height``, for rows in view only; all others keep the height they last had, or a guess.

    Signals:
        scrolled(): Other rows are in view, or the same at another place.
    """

    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_settling = False
        self._is_hushed = False  # somebody is told when all of a movement is done
        self._top = (0, 0)  # the first row in view, and its y
        self._measured: tuple[int, ...] = ()  # what was in view when all of it had its true height
        self._settle_soon = QTimer(self)
        self._settle_soon.setSingleShot(True)
        self._settle_soon.setInterval(0)
        self._settle_soon.timeout.connect(self.settle)
        self._ahead: list[int] = []  # rows near those in view, to be measured before they come into view
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._on_idle_timeout)
        self._set_up()

    def needed_height(self, at: int, width: int) -> int:
        """The true height of a row at that width."""
        raise NotImplementedError

    def visible_rows(self) -> range:
        """The positions of the rows in view."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._count() - 1 if last < 0 else last) + 1)

    def row_box(self, at: int) -> QRect:
        """Where a row is in the viewport; only a guess for rows far out of view."""
        return QRect(0, self.rowViewportPosition(at), self.viewport().width(), self.rowHeight(at))

    def go_to(self, at: int, place: float = PLACE) -> None:
        """Put a row at a share of the height of the view."""
        self.put(at, round(self.viewport().height() * place))

    def put(self, at: int, y: int) -> None:
        """Put a row at a height of the view, as far as the ends of the table allow."""
        if 0 <= at < self._count():
            with self.settling():
                self._hold(at, y)
            self._note_scrolled()

    def settle(self) -> None:
        """Measure what is in view now, at once."""
        self.measure_again()
        self.updateGeometries()
        with self.settling():
            self._fit()
        self._note_scrolled()

    def measure_again(self) -> None:
        """Rows in view may need other heights than they have."""
        self._measured = ()

    def settle_later(self) -> None:
        """Measure what is in view when the present event is done."""
        self._settle_soon.start()

    def forget_heights(self, guess: int) -> None:
        """All rows need measuring again, as after a zoom; what is in view stays."""
        at, y = self._top
        self.measure_again()
        with self.settling():
            self.verticalHeader().setDefaultSectionSize(guess)
            self.updateGeometries()
            self._fit()
            if 0 < at < self._count():
                self._hold(at, y)
        self.settle()

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Scrolling inside of this is ours, and does not start measuring again."""
        was = self._is_settling
        self._is_settling = True
        try:
            yield
        finally:
            self._is_settling = was

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._is_settling:
            return
        at, y = self._top
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum()
        with self.settling():
            self._fit()
            if is_at_end:
                self._go_to_end()
            elif dy > 0 and 0 <= at < self._count() and y + dy < 2 * self.viewport().height():
                self._hold(at, y + dy)  # rows measured for the first time must not push away what the eye is on
        self._note_scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if QAccessible.isActive():
            QTimer.singleShot(0, self, self._tell_current_row)  # behind Qt, which tells of the table alone

    def _tell_current_row(self) -> None:
        """Let those who hear the window know where in the table they are."""
        table = QAccessible.queryAccessibleInterface(self)
        row = table.focusChild() if table is not None and self.hasFocus() else None
        if row is not None:
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(table.indexOfChild(row))
            QAccessible.updateAccessibility(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        at, y = self._top
        with self.settling():
            super().resizeEvent(event)
            self._fit()
            if event.oldSize().width() != event.size().width() and 0 < at < self._count():
                self._hold(at, y)
        self._note_scrolled()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The style sheet fills it; else all that lies beneath is painted with each step. It was polished by now.
        self.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._idle.isActive():
            self._idle.start()  # only now there is time

    def scrollTo(self, index: _AnyIndex, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not index.isValid() or self._is_settling:  # Qt does ask for an index that is none
            return
        bar = self.verticalScrollBar()
        self._is_hushed = True
        for _ in range(3):  # rows on the way get their heights, which moves the row
            before = bar.value()
            super().scrollTo(index, hint)
            if bar.value() == before:
                break
        self._is_hushed = False
        self.settle()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """A page is what fits by true heights; Qt would guess, and leave rows out."""
        if action is _Action.MovePageDown:
            return self._page(1)
        if action is _Action.MovePageUp:
            return self._page(-1)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt's search by typing would walk through all rows, and take letters from elsewhere."""

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # With a style sheet Qt takes the ground for transparent, and paints all rows at each step instead of moving
        # them. It is not: whoever inherits paints it. A viewport of our own, since to tell Python of Qt's, all kinds of
        # widgets would be loaded, which the first paint would wait for.
        viewport = QWidget()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setViewport(viewport)
        self.setMouseTracking(True)  # of the viewport too, so only now
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)

    def _on_range_changed(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)  # the theme draws no handle where nothing can be scrolled

    def _count(self) -> int:
        return self.verticalHeader().count()

    def _page(self, step: int) -> QModelIndex:
        """The last row that fits in the view together with the current one."""
        width, room = self.viewport().width(), self.viewport().height()
        at = max(0, self.currentIndex().row())
        is_first, room = True, room - self.needed_height(at, width) if self._count() else 0
        while 0 <= at + step < self._count():
            room -= self.needed_height(at + step, width)
            if room < 0 and not is_first:
                break
            at, is_first = at + step, False
        return self.model().index(at, 0)

    def _measure(self) -> int | None:
        """Give each row in view its true height; the y from which on rows now look different, None if none does."""
        header, width, height = self.verticalHeader(), self.viewport().width(), self.viewport().height()
        at = self.rowAt(0)
        if at < 0:
            return None
        y, count, changed_y = self.rowViewportPosition(at), self._count(), None
        in_view = (at, y, width, height, header.length(), count)
        if in_view == self._measured:
            return None
        header.blockSignals(True)  # else a timer starts for each row
        while y < height and at < count:
            needed = self.needed_height(at, width)
            if header.sectionSize(at) != needed:
                header.resizeSection(at, needed)
                changed_y = y if changed_y is None else changed_y
            y += needed
            at += 1
        header.blockSignals(False)
        if changed_y is None:
            self._measured = in_view
        return changed_y

    def _fit(self) -> None:
        """Measure until nothing moves: a new length of the whole can move the scroll bar, which shows other rows."""
        viewport = self.viewport()
        for _ in range(6):
            changed_y = self._measure()
            if changed_y is None:
                break
            # Only what is below has to be painted again; all else Qt moves as pixels. Before the scroll bar moves it.
            viewport.update(0, changed_y, viewport.width(), viewport.height() - changed_y)
            self.updateGeometries()
        if self.verticalScrollBar().maximum() != max(0, self.verticalHeader().length() - viewport.height()):
            self._settle_soon.start()  # updateGeometries() does nothing when it is called from within itself

    def _hold(self, at: int, y: int) -> None:
        """Scroll until a row is at that height, measuring what comes into view."""
        bar = self.verticalScrollBar()
        for _ in range(5):
            self._fit()
            before = bar.value()
            bar.setValue(before + self.rowViewportPosition(at) - y)
            if bar.value() == before:
                return

    def _go_to_end(self) -> None:
        """The end, which the rows measured there push away."""
        bar = self.verticalScrollBar()
        for _ in range(5):
            if bar.value() == bar.maximum():
                return
            bar.setValue(bar.maximum())
            self._fit()

    def _note_scrolled(self) -> None:
        at = self.rowAt(0)
        self._top = (at, self.rowViewportPosition(at) if at >= 0 else 0)
        self._look_ahead()
        if not self._is_hushed:
            self.scrolled.emit()

    def _look_ahead(self) -> None:
        """Have a page below and a page above measured when there is time."""
        rows = self.visible_rows()
        below = range(rows.stop, min(rows.stop + len(rows), self._count()))
        above = range(max(0, rows.start - len(rows)), rows.start)
        self._ahead = [*above, *reversed(below)]
        self._idle.start()

    def _on_idle_timeout(self) -> None:
        width, end, header = self.viewport().width(), perf_counter() + _SLICE_S, self.verticalHeader()
        last = self.visible_rows().stop
        header.blockSignals(True)
        while self._ahead and perf_counter() < end:
            at = self._ahead.pop()
            needed = self.needed_height(at, width)
            if at > last and header.sectionSize(at) != needed:  # what is below moves nothing that is in view
                header.resizeSection(at, needed)
        header.blockSignals(False)
        with self.settling():
            self.updateGeometries()
        if not self._ahead:
            self._idle.stop()
