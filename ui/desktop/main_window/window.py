"""The frame of the window: docks, restored layout, title and closing.

The panes are painted first: a frame with empty docks stands around them, and ``complete`` fills it afterwards.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from ui.desktop.main_window.docks import Docks
from ui.desktop.main_window.middle import Middle
from ui.desktop.main_window.tabbing import tabbed
from ui.desktop.surface.surface import Surface
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent

    from ui.desktop.actions.bars import Commands, MainBar
    from ui.desktop.panels.status import StatusLine

_GEOMETRY = "window/geometry"
_SIZE_PX = (1440, 900)
_FRAME_PX = (16, 48)  # room for what a window manager puts around it
# The rooms that are kept free for what comes after the panes.
_MENUS_PX, _BAR_PX, _STATUS_PX = 20, 53, 35


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
        self.docks = Docks(self, workspace)
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
        self.setCentralWidget(self.middle)
        self.menuBar().setMinimumHeight(_MENUS_PX)
        self.setContentsMargins(0, 0, 0, 0)

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
        self.docks.complete()
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

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._show_title)
        workspace.bridge.review_changed.connect(self._show_title)
        workspace.keeping.changed.connect(self._on_keeping_changed)
        workspace.dialog_requested.connect(self._on_dialog_requested)
        workspace.view_requested.connect(self._on_view_requested)
        self.middle.surface_made.connect(self._on_surface_made)
        workspace.bridge.review_opened.connect(self.docks.begin)  # after the middle, by which they are restored

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
        self.docks.restore()

    def _on_dialog_requested(self, name: str) -> None:
        from ui.desktop.dialogs import DIALOGS  # noqa: PLC0415 - the panes are painted first

        dialog = DIALOGS[name](self._workspace, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_view_requested(self, name: str) -> None:
        asked = {
            "find": self._find,
            "linked": self.middle.link,
            "chunks": self.middle.show_chunks,
            "other-side": self.middle.show_other_side,
            "document": self.middle.go_to_document,
            "sources": self.middle.go_to_sources,
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
        panes = self.middle.panes() + self.docks.shown()
        now = next((at for at, pane in enumerate(panes) if _has_focus_in(pane)), -1 if by > 0 else 0)
        if panes:
            panes[(now + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab go through what is in view, as the window is read."""
        focused = QApplication.focusWidget()
        order = tabbed(self, self._zones()) if self._is_complete else []
        if focused not in order:
            return super().focusNextPrevChild(next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        order[(order.index(focused) + (1 if next else -1)) % len(order)].setFocus(reason)
        return True

    def _zones(self) -> list[QWidget]:
        tabs = self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        timeline, *docks = self.docks.by_id.values()
        docks.sort(key=lambda dock: (dock.x(), dock.y()))
        notice = [self.middle.notice] if self.middle.notice is not None else []
        return [self.bar, timeline, *notice, self.middle, *tabs, *docks, self.status]

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    # ------------------------------------------------------------------------------------------- layout, title, closing

    def _show_title(self) -> None:
        review = self._workspace.review
        title = review.state.document.title if review else ""
        if review is not None and review.session.start.document.is_brought:
            title = self.tr("Audit: {title}").format(title=title)
        self.setWindowTitle(f"{title}[*] — Notestitch" if title else "Notestitch")
        self._on_keeping_changed()
        if self._is_complete:
            self.bar.title.set_full_text(title)

    def _on_keeping_changed(self) -> None:
        self.setWindowModified(self._workspace.keeping.has_failed)

    def _restore_geometry(self) -> None:
        geometry = self._workspace.settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(QSize(*_SIZE_PX).boundedTo(self.screen().availableSize() - QSize(*_FRAME_PX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else needs stops the change that is under way."""
        if event.key() != Qt.Key.Key_Escape or not self._workspace.following.stop():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._workspace.view_requested.emit("keep-edit")
        if not self._workspace.keeping.may_leave(is_closing=True):
            event.ignore()
            return
        self._workspace.keeping.close()
        settings = self._workspace.settings
        settings.setValue(_GEOMETRY, self.saveGeometry())
        if self.surface is not None:
            self.docks.keep()
        settings.sync()
        self._workspace.tasks.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.desktop.actions.files import input_in  # noqa: PLC0415 - the panes are painted first

        if input_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from ui.desktop.actions.files import input_in, take_dropped  # noqa: PLC0415

        found = input_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            take_dropped(self._workspace, found)


def _has_focus_in(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
