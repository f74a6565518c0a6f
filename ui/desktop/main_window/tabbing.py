"""Where Tab goes: through all that is in view, in the order in which the window is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QTabBar, QWidget


def is_in_view(widget: QWidget) -> bool:
    """Whether it stands in its window; a dock whose tab is not chosen is visible to Qt, but stands outside."""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().intersects(box)


def tabbed(window: QWidget, zones: Sequence[QWidget]) -> list[QWidget]:
    """What Tab visits, zone by zone; within one in the order in which it was made or that it was given."""
    places = {zone: at for at, zone in enumerate(zones) if is_in_view(zone)}
    found = [(place, widget) for widget in _chain(window) if (place := _place(widget, window, places)) is not None]
    return [widget for _, widget in sorted(found, key=lambda pair: pair[0])]


def _chain(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _takes_tab(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    takes = takes and not isinstance(widget.parentWidget(), QTabBar)  # its arrows are for the mouse
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _place(widget: QWidget, window: QWidget, places: dict[QWidget, int]) -> int | None:
    """The number of the zone that holds it; None in another window, or where its zone is out of view."""
    if widget.window() is not window:
        return None
    at: QWidget | None = widget
    while at is not None and at not in places:
        at = at.parentWidget()
    return places[at] if at is not None else None
