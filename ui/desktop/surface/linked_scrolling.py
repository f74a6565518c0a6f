"""Two panes that follow each other by time: where the eye is in one, the same time stands in the other.

Where time has run back for long (a clock that restarts, a wide overlap), they follow by what belongs together instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QObject, QTimer

from core.presenting.pane import Change
from core.presenting.row import RowKind
from ui.desktop.rows.lazy_table import PLACE
from ui.desktop.rows.view import RowView
from ui.desktop.surface.time_index import TimeIndex

_IDLE_MS = 30
_BEHIND_S, _NEAR = 60, 8  # how far behind time must be, and how many rows on are looked at for a link
_SLICE_S = 0.003  # how long an idle moment is used to read times


class LinkedScrolling(QObject):
    """Scrolls the one pane when the other is scrolled; off while ``is_on`` is False."""

    def __init__(self, left: RowView, right: RowView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._is_following = False
        self._views = (left, right)
        self._times = (TimeIndex(left.pane), TimeIndex(right.pane))
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._on_idle_timeout)
        self._idle.start()
        left.scrolled.connect(self._on_left_scrolled)
        right.scrolled.connect(self._on_right_scrolled)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing follows inside of this."""
        was = self._is_following
        self._is_following = True
        try:
            yield
        finally:
            self._is_following = was

    @property
    def is_reading_times(self) -> bool:
        return self._idle.isActive()

    def show_panes(self) -> None:
        """The views show other panes now."""
        for times, view in zip(self._times, self._views, strict=True):
            times.show_pane(view.pane)
        self._idle.start()

    def apply(self, left: Sequence[Change], right: Sequence[Change]) -> None:
        """The panes changed so."""
        self._times[0].apply(left)
        self._times[1].apply(right)
        self._idle.start()

    def align(self) -> None:
        """Bring the left view to where the right one is."""
        self._follow(1, 0)

    def align_right(self) -> None:
        """Bring the right view to where the left one is."""
        self._follow(0, 1)

    def go_to_time(self, time_s: float) -> None:
        """Bring a time to where the eye looks, in both views."""
        for view, times in zip(self._views, self._times, strict=True):
            self._put(view, times.place_of(time_s))

    def _on_left_scrolled(self) -> None:
        self._follow(0, 1)

    def _on_right_scrolled(self) -> None:
        self._follow(1, 0)

    def _on_idle_timeout(self) -> None:
        for times in self._times:
            times.grow(_SLICE_S)
        if all(times.is_complete for times in self._times):
            self._idle.stop()

    def _follow(self, source: int, target: int) -> None:
        if self._is_following or not self.is_on or not self._views[target].isVisible():
            return
        view, other = self._views[source], self._views[target]
        bar, other_bar = view.verticalScrollBar(), other.verticalScrollBar()
        with self.paused():
            if bar.value() <= 0:
                other_bar.setValue(0)
            elif bar.value() >= bar.maximum():
                other_bar.setValue(other_bar.maximum())
            else:
                place = self._place_in(view)
                linked = _linked_place(view, other, place, self._times[source])
                time_s = self._times[source].time_at(place)
                self._put(other, self._times[target].place_of(time_s) if linked is None else linked)

    @staticmethod
    def _place_in(view: RowView) -> float:
        """The row where the eye looks, and the share of it that is past."""
        y = round(view.viewport().height() * PLACE)
        at = view.rowAt(y)
        if at < 0:
            return len(view.pane)
        return at + (y - view.rowViewportPosition(at)) / max(1, view.rowHeight(at))

    @staticmethod
    def _put(view: RowView, place: float) -> None:
        """Bring a row, and the share of it that is past, to where the eye looks."""
        at = min(int(place), len(view.pane) - 1)
        if at >= 0:
            y = round(view.viewport().height() * PLACE)
            view.put(at, y - ceil((place - at) * view.rowHeight(at)))


def _linked_place(view: RowView, other: RowView, place: float, times: TimeIndex) -> float | None:
    """Where what the eye looks at stands in the other view, if its time lies far behind the latest so far."""
    at = int(place)
    for near in range(at, min(at + _NEAR, len(view.pane))):
        row, time_s = view.row(near), view.pane.time_s(near)
        if row is None or row.kind is not RowKind.NOTE or time_s is None:
            continue  # quotes come late, which turns no time back
        if times.time_at(near) - time_s < _BEHIND_S:
            return None
        found = (other.pane.find(key) for key in view.pane.links(row.key))
        linked = next((found_at for found_at in found if found_at is not None), None)
        if linked is not None:
            return max(0.0, linked + place - near)
    return None
