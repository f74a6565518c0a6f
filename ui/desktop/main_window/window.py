"""The frame of the window: docks, restored layout, title and closing.

The panes are painted first: a frame with empty docks stands around them, and ``complete`` fills it afterwards.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from ui.desktop.main_window.middle import Middle
from ui.desktop.panels import PANELS, Panel
from ui.desktop.surface.surface import Surface
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from ui.desktop.actions.bars import Commands, MainBar
    from ui.desktop.panels.status import StatusLine

_GEOMETRY, _LAYOUT, _LAYOUT_VERSION = "window/geometry", "window/layout", 1
_SIZE_PX = (1440, 900)
_SIDE_PX, _SIDE_LEAST_PX = 340, 270
# The rooms that are kept free for what comes after the panes.
_MENUS_PX, _BAR_PX, _STATUS_PX, _TITLE_PX = 20, 53, 35, 40


class MainWindow(QMainWindow):
    """Shows one workspace.

    Signals:
        completed(): Menus, toolbar and panels are there.
    """

    completed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._is_complete = False
        self._is_leaving = False
        self.docks: dict[str, QDockWidget] = {}
        self.middle = Middle(workspace)
        self.commands: Commands
        self.bar: MainBar
        self.status: StatusLine
        self._build_frame()
        self._connect_signals()
        self._restore_geometry()
        self._show_title()

    @property
    def surface(self) -> Surface | None:
        """The panes, once something is opened."""
        return self.middle.surface

    # --------------------------------------------------------------------------------------------------------- build

    def _build_frame(self) -> None:
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setCentralWidget(self.middle)
        self.menuBar().setMinimumHeight(_MENUS_PX)
        self.setContentsMargins(0, 0, 0, 0)
        for panel in PANELS:
            self._dock(panel)
        self._show_docks(is_shown=False)

    def complete(self) -> None:
        """Fill the frame: menus, toolbar, panels, status bar; once."""
        if self._is_complete:
            return
        self._is_complete = True
        from ui.desktop.actions import ACTIONS  # noqa: PLC0415 - the panes are painted first
        from ui.desktop.actions.bars import Commands, MainBar  # noqa: PLC0415
        from ui.desktop.panels.status import StatusLine  # noqa: PLC0415

        workspace = self._workspace
        workspace.actions = {action.id: action for action in ACTIONS}
        self.commands = Commands(workspace, self)
        self.bar = MainBar(workspace, self.commands)
        self.status = StatusLine(workspace)
        self.addToolBar(self.bar)
        self.setStatusBar(self.status)
        for panel in PANELS:
            self._fill(panel)
        self._fill_menus()
        self.middle.show_start_page()
        if self.surface is not None:
            self.commands.attach_to_document(self.surface.merged.rows)
        self._show_title()
        self.completed.emit()

    def _fill_menus(self) -> None:
        from ui.desktop.actions.bars import fill_menus  # noqa: PLC0415

        panels = self.createPopupMenu()
        if panels is not None:
            panels.setTitle(self.tr("Panels"))
        fill_menus(self.menuBar(), self.commands, self._workspace, panels)

    def _dock(self, panel: Panel) -> None:
        dock = QDockWidget(panel.words, self)
        dock.setObjectName(panel.id)
        room, widget = QWidget(), QWidget()
        room.setFixedHeight(_TITLE_PX)
        widget.setMinimumWidth(_SIDE_LEAST_PX)
        dock.setTitleBarWidget(room)
        dock.setWidget(widget)
        self.addDockWidget(panel.area, dock, Qt.Orientation.Vertical)
        self.docks[panel.id] = dock

    def _fill(self, panel: Panel) -> None:
        from ui.desktop.widgets.dock_title import DockTitle  # noqa: PLC0415

        dock, theme_source = self.docks[panel.id], self._workspace.theme_source
        title = DockTitle(panel.words, theme_source.theme)
        title.close_requested.connect(dock.close)
        theme_source.changed.connect(title.set_theme)
        widget = panel.build(self._workspace)
        widget.setMinimumWidth(_SIDE_LEAST_PX)
        title.set_words(widget.windowTitle() or panel.words)
        widget.windowTitleChanged.connect(title.set_words)
        for old in (dock.titleBarWidget(), dock.widget()):
            old.deleteLater()
        dock.setTitleBarWidget(title)
        dock.setWidget(widget)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._show_title)
        workspace.bridge.review_changed.connect(self._show_title)
        workspace.exported.connect(self._show_title)
        workspace.dialog_requested.connect(self._on_dialog_requested)
        workspace.view_requested.connect(self._on_view_requested)
        self.middle.surface_made.connect(self._on_surface_made)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_complete:
            QTimer.singleShot(0, self.complete)  # when the panes have been painted with the frame

    # -------------------------------------------------------------------------------------------------- what is asked

    def show_refusal(self, text: str) -> None:
        """Say what could not be opened; what was there before stays."""
        self.middle.say(text, is_error=True)

    def _on_surface_made(self, surface: Surface) -> None:
        if self._is_complete:
            self.commands.attach_to_document(surface.merged.rows)
        self._restore_docks()

    def _on_dialog_requested(self, name: str) -> None:
        from ui.desktop.dialogs import DIALOGS  # noqa: PLC0415 - the panes are painted first

        dialog = DIALOGS[name](self._workspace, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._is_leaving:
            dialog.accepted.connect(self.close)
        dialog.open()

    def _on_view_requested(self, name: str) -> None:
        asked = {
            "find": self._find,
            "linked": self.middle.link,
            "other-side": self.middle.show_other_side,
            "keep-edit": self.middle.keep_edit,
            "next-pane": partial(self._go_to_pane, +1),
            "previous-pane": partial(self._go_to_pane, -1),
            "zoom-in": partial(self.middle.zoom, +1),
            "zoom-out": partial(self.middle.zoom, -1),
            "zoom-reset": partial(self.middle.zoom, 0),
            "full-screen": self._toggle_full_screen,
            "close": self.close,
        }.get(name)
        if asked is not None:
            asked()

    def _find(self) -> None:
        self.bar.find_field.setFocus()
        self.bar.find_field.selectAll()

    def _go_to_pane(self, by: int) -> None:
        panes = self.middle.panes() + [dock.widget() for dock in self.docks.values() if dock.isVisible()]
        now = next((at for at, pane in enumerate(panes) if _has_focus_in(pane)), -1 if by > 0 else 0)
        if panes:
            panes[(now + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    # ------------------------------------------------------------------------------------------- layout, title, closing

    def _show_title(self) -> None:
        review = self._workspace.review
        title = review.state.document.title if review else ""
        self.setWindowTitle(f"{title}[*] — Notestitch" if title else "Notestitch")
        self.setWindowModified(self._workspace.has_unexported_work)
        if self._is_complete:
            self.bar.title.set_full_text(title)

    def _show_docks(self, *, is_shown: bool) -> None:
        for dock in self.docks.values():
            dock.setVisible(is_shown)

    def _restore_geometry(self) -> None:
        geometry = self._workspace.settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(*_SIZE_PX)

    def _restore_docks(self) -> None:
        layout = self._workspace.settings.value(_LAYOUT)
        if isinstance(layout, QByteArray) and self.restoreState(layout, _LAYOUT_VERSION):
            return
        self._show_docks(is_shown=True)
        docks = list(self.docks.values())
        self.resizeDocks(docks, [_SIDE_PX] * len(docks), Qt.Orientation.Horizontal)
        self.resizeDocks(docks, [panel.share for panel in PANELS], Qt.Orientation.Vertical)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.middle.keep_edit()
        self._is_leaving = True
        may_close = self._workspace.may_leave(is_closing=True)
        self._is_leaving = False
        if not may_close:
            event.ignore()
            return
        settings = self._workspace.settings
        settings.setValue(_GEOMETRY, self.saveGeometry())
        if self.surface is not None:
            settings.setValue(_LAYOUT, self.saveState(_LAYOUT_VERSION))
        settings.sync()
        self._workspace.tasks.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.desktop.actions.files import input_in  # noqa: PLC0415 - the panes are painted first

        if input_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from ui.desktop.actions.files import input_in  # noqa: PLC0415

        found = input_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self._workspace.open_requested.emit(found)


def _has_focus_in(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
