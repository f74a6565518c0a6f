"""The docks of the table of panels: empty frames until the panes are painted, then filled; restored where they were."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget
from shiboken6 import isValid

from ui.desktop.main_window.tabbing import is_in_view
from ui.desktop.panels import PANELS, Panel
from ui.desktop.workspace import Workspace
from ui.desktop.workspace.remembering import Value

LAYOUT, LAYOUT_VERSION = "window/layout", 3
_SIDE_LEAST_PX, _TITLE_PX = 284, 36
# A share of the window's width, and its limits in pixels.
_SIDE, _BESIDE, _SQUEEZED = (0.22, 340, 440), (0.27, 340, 560), (0.2, _SIDE_LEAST_PX, 440)
_QUEUE, _OTHER_TAB, _NEARLY = 0.48, 0.66, 0.05  # of the height at the side


class Docks(QObject):
    """The docks of one window, by the ids of their panels."""

    def __init__(self, window: QMainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._filled: set[str] = set()  # panels that are there, not just their docks
        self._wanted: Value = None  # the panels that a session had, until the others are there too
        self.by_id: dict[str, QDockWidget] = {}
        self._turned = QTimer(self, singleShot=True, interval=0)  # to the queue or away from it, and laid out
        self._turned.timeout.connect(self._on_turned_timeout)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.TopLeftCorner, Qt.Corner.TopRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.TopDockWidgetArea)
        # What is judged keeps its height where something is looked for below the panes.
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        for panel in PANELS:
            if panel.is_open:
                self._frame(panel)
        self._show_first(is_shown=False)
        workspace.keeping.remembered.add("panels", self._panels, self._show_panels)
        workspace.panel_requested.connect(self._on_panel_requested)

    def complete(self) -> None:
        """Fill those that are seen; the others when they are first shown."""
        for panel in PANELS:
            if panel.is_open:
                self._fill(panel)
            else:
                self._add_closed(panel)
        self._show_panels(self._wanted)
        self.begin()
        self.by_id["queue"].visibilityChanged.connect(self._turned.start)

    def begin(self) -> None:
        """An input begins with the queue before its tabs, whichever was looked at last; a session as it was left."""
        opened = self._workspace.opened
        if opened is not None and opened.kept is None and not self.by_id["queue"].isHidden():
            self.by_id["queue"].raise_()

    def restore(self) -> None:
        """As they were when the window was closed, else as they are at first."""
        layout = self._workspace.settings.value(LAYOUT)
        if isinstance(layout, QByteArray) and self._window.restoreState(layout, LAYOUT_VERSION):
            return
        self._show_first(is_shown=True)
        stacked = [panel for panel in PANELS if panel.is_open and panel.share]
        docks = [self.by_id[panel.id] for panel in stacked]
        self._window.resizeDocks(docks, [self._width(*_SIDE)] * len(docks), Qt.Orientation.Horizontal)
        self._window.resizeDocks(docks, [panel.share for panel in stacked], Qt.Orientation.Vertical)

    def keep(self) -> None:
        """Remember where they are."""
        self._workspace.settings.setValue(LAYOUT, self._window.saveState(LAYOUT_VERSION))

    def _panels(self) -> Value:
        """What a session remembers of the panels."""
        return sorted(name for name, dock in self.by_id.items() if not dock.isHidden())

    def _show_panels(self, shown: Value) -> None:
        self._wanted = shown
        if isinstance(shown, list) and all(isinstance(name, str) for name in shown):
            for name, dock in self.by_id.items():
                dock.setVisible(name in shown)

    def shown(self) -> list[QWidget]:
        """What the docks in view hold."""
        return [dock.widget() for dock in self.by_id.values() if is_in_view(dock)]

    def _show_first(self, *, is_shown: bool) -> None:
        for panel in PANELS:
            if panel.is_open:
                self.by_id[panel.id].setVisible(is_shown)

    def _frame(self, panel: Panel) -> None:
        dock = QDockWidget(panel.words, self._window)
        dock.setObjectName(panel.id)
        room, widget = QWidget(), QWidget()
        room.setFixedHeight(_TITLE_PX if panel.has_title else 0)
        if panel.has_title:
            widget.setMinimumWidth(_SIDE_LEAST_PX)
        if panel.height_px:
            widget.setFixedHeight(panel.height_px)
        dock.setTitleBarWidget(room)
        dock.setWidget(widget)
        sideways = Qt.Orientation.Horizontal if panel.is_beside else Qt.Orientation.Vertical
        self._window.addDockWidget(panel.area, dock, sideways)
        self.by_id[panel.id] = dock

    def _add_closed(self, panel: Panel) -> None:
        self._frame(panel)
        dock = self.by_id[panel.id]
        if panel.tab_of:
            self._window.tabifyDockWidget(self.by_id[panel.tab_of], dock)
            self.by_id[panel.tab_of].raise_()
        dock.hide()
        # A dock that was never laid out may say that it is out of sight when it is first shown; its action is right.
        dock.toggleViewAction().toggled.connect(partial(self._on_dock_toggled, panel))
        self._window.restoreDockWidget(dock)

    def _fill(self, panel: Panel) -> None:
        from ui.desktop.widgets.dock_title import DockTitle  # noqa: PLC0415 - the panes are painted first

        self._filled.add(panel.id)
        dock, theme_source = self.by_id[panel.id], self._workspace.theme_source
        widget = panel.build(self._workspace)
        title: QWidget = QWidget()
        if panel.has_title:
            widget.setMinimumWidth(_SIDE_LEAST_PX)
            title = DockTitle(panel.words, theme_source.theme)
            title.close_requested.connect(partial(self._close, dock))
            theme_source.changed.connect(title.set_theme)
            title.set_words(widget.windowTitle() or panel.words)
            widget.windowTitleChanged.connect(title.set_words)
        for old in (dock.titleBarWidget(), dock.widget()):
            old.deleteLater()
        dock.setTitleBarWidget(title)
        dock.setWidget(widget)

    def _on_dock_toggled(self, panel: Panel, is_shown: bool) -> None:
        if is_shown and panel.id not in self._filled:
            self._fill(panel)
        if panel.is_beside and isValid(self._window):  # docks are hidden too when the window goes
            self._make_room(self.by_id[panel.id], is_needed=is_shown)

    def _on_turned_timeout(self) -> None:
        """The evidence belongs to the queue: before another tab it is lower, unless somebody chose its height."""
        queue, evidence = self.by_id["queue"], self.by_id["evidence"]
        tabs = [queue, *self._window.tabifiedDockWidgets(queue)]
        front = next((dock for dock in tabs if is_in_view(dock)), None)
        if front is None or not is_in_view(evidence) or evidence.isFloating() or front.x() != evidence.x():
            return
        share = front.height() / (front.height() + evidence.height())
        before, now = (_OTHER_TAB, _QUEUE) if front is queue else (_QUEUE, _OTHER_TAB)
        if abs(share - before) < _NEARLY:
            heights = [round(1000 * now), round(1000 * (1 - now))]
            self._window.resizeDocks([front, evidence], heights, Qt.Orientation.Vertical)

    def _close(self, dock: QDockWidget) -> None:
        """Close it; who was in it goes on in the document."""
        focused = QApplication.focusWidget()
        dock.close()
        if focused is not None and dock.isAncestorOf(focused):
            self._workspace.view_requested.emit("document")

    def _make_room(self, dock: QDockWidget, *, is_needed: bool) -> None:
        """Qt would take the room from the docks at its side, and give it back to them; the panes have a part in it."""
        sides = [self.by_id[panel.id] for panel in PANELS if panel.share]
        side = next((one for one in sides if one.isVisible() and not one.isFloating()), None)
        widths: dict[QDockWidget, int] = {}
        if is_needed and dock.width() <= _SIDE_LEAST_PX:  # nobody chose a width yet
            widths = {dock: self._width(*_BESIDE)} | ({side: self._width(*_SQUEEZED)} if side else {})
        elif not is_needed and side is not None:
            widths = {side: max(side.width(), self._width(*_SIDE))}
        self._window.resizeDocks(list(widths), list(widths.values()), Qt.Orientation.Horizontal)

    def _width(self, share: float, least_px: int, most_px: int) -> int:
        return max(least_px, min(round(share * self._window.width()), most_px))

    def _on_panel_requested(self, name: str, toggles: bool) -> None:
        dock = self.by_id[name]
        if toggles and dock.isVisible():
            self._close(dock)
            return
        dock.show()
        dock.raise_()
        dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)
