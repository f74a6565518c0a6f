"""The chapter workbench: the outline, what can be done with a chapter, and a menu of titles to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from core.model import ItemId
from core.presenting.outline import Outline, titles_for
from core.workflow import propose
from ui.desktop.panels.outline.delegate import OutlineDelegate
from ui.desktop.panels.outline.model import OutlineModel
from ui.desktop.rows.shown_text import shown
from ui.desktop.theme import Theme
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import plain_tooltip
from ui.desktop.workspace import Action, Workspace

_SETTLE_MS, _OFFER_PX = 120, 520


class OutlineList(QListView):
    """The list of chapters; letters do nothing here.

    Signals:
        arrived(): Somebody came here, and no chapter is current.
    """

    arrived = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Chapters"))
        self.lines = OutlineModel(self)
        self.setModel(self.lines)
        self.drawing = OutlineDelegate(self, workspace.theme)
        self.setItemDelegate(self.drawing)

    def keyboardSearch(self, search: str) -> None:
        """Typing looks for nothing: Hangul would not arrive."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.arrived.emit()  # before Qt makes the first one current
        super().focusInEvent(event)


class OutlinePanel(QWidget):
    """Chapters above, what can be done with the chosen one below."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._outline: Outline | None = None
        self._is_following = False
        self.list = OutlineList(workspace)
        self.buttons: dict[str, QPushButton] = {}
        self.titles = QPushButton(self.tr("Titles"))
        self._offers = QMenu(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self.setWindowTitle(self.tr("Outline"))
        self.setFocusProxy(self.list)
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)
        self._on_review_opened()

    def set_theme(self, theme: Theme) -> None:
        self.list.drawing.set_theme(theme)

    def refresh(self) -> None:
        """Show the chapters of now, and where the person is."""
        lines = self._outline.lines(self._workspace.queue) if self._outline else ()
        self.list.lines.show(lines)
        self._follow_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        foot = QWidget()
        buttons = FlowLayout(foot)
        buttons.setContentsMargins(14, 0, 14, 0)
        words = {
            "rename-chapter": self.tr("Rename"),
            "split-chapter": self.tr("Split"),
            "join-chapter": self.tr("Join"),
        }
        for name, text in words.items():
            if name in self._workspace.actions:
                self.buttons[name] = self._button(self._workspace.actions[name], text)
        self.titles.setMenu(self._offers)
        self.titles.setAccessibleName(self.tr("Titles that the chunks offer"))
        self.titles.setToolTip(plain_tooltip(self.titles.accessibleName()))
        for button in (*self.buttons.values(), self.titles):
            button.setProperty("size", "compact")
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(foot)

    def _button(self, action: Action, words: str) -> QPushButton:
        keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
        button = QPushButton(words)
        button.setAccessibleName(action.words)
        button.setToolTip(plain_tooltip(f"{action.words} ({keys})" if keys else action.words))
        button.clicked.connect(partial(self._workspace.run, action))
        return button

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.bridge.review_changed.connect(self._on_changed)
        workspace.queue_changed.connect(self._on_changed)
        workspace.focus_changed.connect(self._on_focus_changed)
        workspace.theme_source.changed.connect(self.set_theme)
        self._settle.timeout.connect(self.refresh)
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.list.activated.connect(self._on_list_activated)
        self.list.arrived.connect(self._on_list_arrived)

    @property
    def _current(self) -> ItemId | None:
        line = self.list.lines.line(self.list.currentIndex().row())
        return line.chapter if line else None

    def _follow_focus(self) -> None:
        review, block = self._workspace.review, self._workspace.focus.block
        if review is not None and block is not None and review.state.document.has(block):
            at = review.state.document.find(block)[0]
            self._is_following = True
            self.list.setCurrentIndex(self.list.lines.index(at, 0))
            self._is_following = False
        self._show_offers()

    @property
    def offers(self) -> list[QAction]:
        """The titles of the menu; ``data`` is all of one."""
        return self._offers.actions()

    def _show_offers(self) -> None:
        review, chapter = self._workspace.review, self._current
        titles = titles_for(review, chapter) if review and chapter and review.state.document.has(chapter) else ()
        self.titles.setVisible(bool(titles))
        if [action.data() for action in self.offers] == list(titles):
            return
        self._offers.clear()
        for title in titles:
            self._offer(title)

    def _offer(self, title: str) -> None:
        words = shown(title).text
        short = self._offers.fontMetrics().elidedText(words, self.list.textElideMode(), _OFFER_PX)
        action = self._offers.addAction(short.replace("&", "&&"))
        action.setData(title)
        action.triggered.connect(partial(self._on_offer_triggered, title))

    def _on_offer_triggered(self, title: str) -> None:
        review, chapter = self._workspace.review, self._current
        if review is not None and chapter is not None:
            self._workspace.do(propose.rename_chapter(review.state, chapter, title))

    def _on_review_opened(self) -> None:
        review = self._workspace.review
        self._outline = Outline(review) if review else None
        self._on_changed()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _on_focus_changed(self) -> None:
        if self.isVisible() and not self._settle.isActive():
            self._follow_focus()

    def _on_list_current_changed(self, now: QModelIndex) -> None:
        line = self.list.lines.line(now.row())
        if line is not None and not self._is_following and self.list.hasFocus():
            self._workspace.go_to_block(line.chapter)
        self._show_offers()

    def _on_list_arrived(self) -> None:
        """Begin with the chapter that is in view; the panes stay where they are."""
        review, (first_s, _) = self._workspace.review, self._workspace.span
        chapters = review.state.document.chapters if review is not None else ()
        begun = [chapter for chapter in chapters if chapter.span is not None and chapter.span[0] <= first_s]
        if chapters:
            self._workspace.look_at_block((begun or chapters)[-1 if begun else 0].id)
            self._follow_focus()

    def _on_list_activated(self, index: QModelIndex) -> None:
        line = self.list.lines.line(index.row())
        if line is not None:
            self._workspace.go_to_block(line.chapter)
            self._workspace.edit_requested.emit(line.chapter)
