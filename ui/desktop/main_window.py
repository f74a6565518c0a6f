"""The window: docks, restored layout, title and closing; what it shows and does is made elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.presenting.pane import Pane
from core.workflow.review import ReviewChange
from ui.desktop.actions.bars import Commands, MainBar, fill_menus
from ui.desktop.actions.deciding import accept_at
from ui.desktop.actions.editing import text_edit
from ui.desktop.actions.files import input_in
from ui.desktop.actions.view import is_linked
from ui.desktop.dialogs import DIALOGS
from ui.desktop.panels import PANELS, Panel
from ui.desktop.panels.start import StartPage
from ui.desktop.panels.status import StatusLine
from ui.desktop.rows.editor import RowEditor
from ui.desktop.surface import Surface
from ui.desktop.theme import Theme, lacks_font_for
from ui.desktop.widgets.dock_title import DockTitle
from ui.desktop.widgets.notice import Notice
from ui.desktop.workspace import Workspace

_GEOMETRY, _LAYOUT, _SCALE = "window/geometry", "window/layout", "view/scale"
_SIDE_PX, _SIDE_LEAST_PX, _LAYOUT_VERSION = 340, 270, 1
_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class MainWindow(QMainWindow):
    """Shows one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._surface: Surface | None = None
        self._is_leaving = False
        self.docks: dict[str, QDockWidget] = {}
        self.notice = Notice(workspace.theme)
        self._pages = QStackedWidget()
        self.start = StartPage(workspace)
        self.commands = Commands(workspace, self)
        self.bar = MainBar(workspace, self.commands)
        self.status = StatusLine(workspace)
        self._build()
        self._connect_signals()
        self._restore_layout()
        self._show_title()

    # --------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.addToolBar(self.bar)
        self.setStatusBar(self.status)
        self._pages.addWidget(self.start)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        for panel in PANELS:
            self._dock(panel)
        panels = self.createPopupMenu()
        if panels is not None:
            panels.setTitle(self.tr("Panels"))
        fill_menus(self.menuBar(), self.commands, self._workspace, panels)
        self._show_docks(is_shown=False)

    def _dock(self, panel: Panel) -> None:
        dock = QDockWidget(panel.words, self)
        dock.setObjectName(panel.id)
        title = DockTitle(panel.words, self._workspace.theme)
        title.close_requested.connect(dock.close)
        self._workspace.theme_source.changed.connect(title.set_theme)
        dock.setTitleBarWidget(title)
        widget = panel.build(self._workspace)
        widget.setMinimumWidth(_SIDE_LEAST_PX)
        widget.windowTitleChanged.connect(title.set_words)
        dock.setWidget(widget)
        self.addDockWidget(panel.area, dock, Qt.Orientation.Vertical)
        self.docks[panel.id] = dock

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.exported.connect(self._show_title)
        workspace.reveal_requested.connect(self._on_reveal_requested)
        workspace.edit_requested.connect(self._on_edit_requested)
        workspace.dialog_requested.connect(self._on_dialog_requested)
        workspace.view_requested.connect(self._on_view_requested)
        workspace.theme_source.changed.connect(self._on_theme_changed)

    # --------------------------------------------------------------------------------------------------- the review

    @property
    def surface(self) -> Surface | None:
        """The panes, once something is opened."""
        return self._surface

    def _on_review_opened(self) -> None:
        opened = self._workspace.opened
        assert opened is not None
        if self._surface is None:
            self._surface = self._made_surface(opened.chunks_pane, opened.merged_pane)
            self._restore_docks()
        else:
            self._surface.show_panes(opened.chunks_pane, opened.merged_pane)
        self._pages.setCurrentWidget(self._surface)
        notices = [*opened.notices, *self._font_notice()]
        self.notice.say("\n".join(notices)) if notices else self.notice.hide()
        self._show_title()
        self._surface.merged.view.setFocus()

    def show_refusal(self, text: str) -> None:
        """Say what could not be opened; what was there before stays."""
        self.notice.say(text, is_error=True)

    def _font_notice(self) -> tuple[str, ...]:
        review = self._workspace.review
        if review is None or not lacks_font_for(review.state.episode.language):
            return ()
        return (self.tr("No font for this language is installed (on Debian and Ubuntu: apt install fonts-noto-cjk)."),)

    def _made_surface(self, chunks: Pane, merged: Pane) -> Surface:
        surface = Surface(self._workspace.theme_source, chunks, merged)
        surface.block_focused.connect(self._workspace.look_at_block)
        surface.entry_focused.connect(self._workspace.look_at_entry)
        surface.text_edited.connect(self._on_surface_text_edited)
        surface.merge_requested.connect(partial(accept_at, self._workspace))
        surface.set_linked(is_linked(self._workspace))
        self.commands.attach_to_document(surface.merged.view)
        self._pages.addWidget(surface)
        return surface

    def _on_review_changed(self, change: ReviewChange) -> None:
        opened = self._workspace.opened
        if opened is not None and self._surface is not None:
            self._surface.apply(opened.chunks_pane.follow(change), opened.merged_pane.follow(change))
        self._show_title()

    def _on_surface_text_edited(self, key: str, text: str) -> None:
        review = self._workspace.review
        if review is None:
            return

        def edit() -> None:
            if (made := text_edit(review, key, text)) is not None:
                review.do(made)

        if not self._workspace.attempt(edit):
            QTimer.singleShot(0, partial(self._resume_edit, key, text))

    def _resume_edit(self, key: str, text: str) -> None:
        """What was refused is still there to be put right."""
        self._on_edit_requested(key)
        editor = self.focusWidget()
        if isinstance(editor, RowEditor):
            editor.setPlainText(text)
            editor.document().setModified(True)

    # -------------------------------------------------------------------------------------------------- what is asked

    def _on_reveal_requested(self, block: str | None, entries: Sequence[str]) -> None:
        if self._surface is not None:
            self._surface.reveal(block, entries)

    def _on_edit_requested(self, key: str) -> None:
        if self._surface is not None:
            self._surface.reveal(key, ())
            self._surface.edit(key)

    def _on_dialog_requested(self, name: str) -> None:
        dialog = DIALOGS[name](self._workspace, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._is_leaving:
            dialog.accepted.connect(self.close)
        dialog.open()

    def _on_view_requested(self, name: str) -> None:
        asked = {
            "find": self._find,
            "linked": self._link,
            "other-side": self._show_other_side,
            "keep-edit": self._keep_edit,
            "next-pane": partial(self._go_to_pane, +1),
            "previous-pane": partial(self._go_to_pane, -1),
            "zoom-in": partial(self._zoom, +1),
            "zoom-out": partial(self._zoom, -1),
            "zoom-reset": partial(self._zoom, 0),
            "full-screen": self._toggle_full_screen,
            "close": self.close,
        }.get(name)
        if asked is not None:
            asked()
        self.commands.refresh()

    def _find(self) -> None:
        self.bar.find_field.setFocus()
        self.bar.find_field.selectAll()

    def _link(self) -> None:
        if self._surface is not None:
            self._surface.set_linked(is_linked(self._workspace))

    def _show_other_side(self) -> None:
        """From the document to the source, and back to where it went."""
        surface, focus = self._surface, self._workspace.focus
        if surface is None:
            return
        surface.reveal(focus.block, (focus.entry,) if focus.entry else ())
        (surface.merged if surface.chunks.view.hasFocus() else surface.chunks).view.setFocus()

    def _keep_edit(self) -> None:
        if self._surface is not None:
            self._surface.merged.view.keep_edit()

    def _go_to_pane(self, by: int) -> None:
        surface = self._surface
        panes: list[QWidget] = [surface.chunks.view, surface.merged.view] if surface else [self.start]
        panes += [dock.widget() for dock in self.docks.values() if dock.isVisible()]
        now = next((at for at, pane in enumerate(panes) if _has_focus_in(pane)), -1 if by > 0 else 0)
        panes[(now + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _zoom(self, by: int) -> None:
        settings = self._workspace.settings
        now = float(str(settings.value(_SCALE, 1.0)))
        nearest = min(range(len(_SCALES)), key=lambda at: abs(_SCALES[at] - now))
        scale = _SCALES[max(0, min(len(_SCALES) - 1, nearest + by))] if by else 1.0
        settings.setValue(_SCALE, scale)
        if self._surface is not None:
            self._surface.set_scale(scale)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _on_theme_changed(self, theme: Theme) -> None:
        self.notice.set_theme(theme)

    # ------------------------------------------------------------------------------------------- layout, title, closing

    def _show_title(self) -> None:
        review = self._workspace.review
        title = review.state.document.title if review else ""
        self.setWindowTitle(f"{title}[*] — Notestitch" if title else "Notestitch")
        self.setWindowModified(self._workspace.has_unexported_work)
        self.bar.title.set_full_text(title)

    def _show_docks(self, *, is_shown: bool) -> None:
        for dock in self.docks.values():
            dock.setVisible(is_shown)

    def _restore_layout(self) -> None:
        settings = self._workspace.settings
        geometry = settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(1440, 900)

    def _restore_docks(self) -> None:
        layout = self._workspace.settings.value(_LAYOUT)
        if isinstance(layout, QByteArray) and self.restoreState(layout, _LAYOUT_VERSION):
            return
        self._show_docks(is_shown=True)
        docks = list(self.docks.values())
        self.resizeDocks(docks, [_SIDE_PX] * len(docks), Qt.Orientation.Horizontal)
        self.resizeDocks(docks, [panel.share for panel in PANELS], Qt.Orientation.Vertical)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_edit()
        self._is_leaving = True
        may_close = self._workspace.may_leave(is_closing=True)
        self._is_leaving = False
        if not may_close:
            event.ignore()
            return
        settings = self._workspace.settings
        settings.setValue(_GEOMETRY, self.saveGeometry())
        if self._surface is not None:
            settings.setValue(_LAYOUT, self.saveState(_LAYOUT_VERSION))
        settings.sync()
        self._workspace.tasks.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if input_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = input_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self._workspace.open_requested.emit(found)


def _has_focus_in(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
