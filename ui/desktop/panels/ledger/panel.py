"""The ledger: every entry of the sources with its fate, filters by fate and chunk, and a way back for what is out."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import ChunkKey
from core.presenting.ledger import LedgerFilter, LedgerList
from ui.desktop.panels.ledger.delegate import LedgerDelegate
from ui.desktop.panels.ledger.model import LedgerModel
from ui.desktop.theme import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import plain_tooltip
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

_SETTLE_MS, _CHUNK_CHARACTERS = 120, 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerView(QListView):
    """The list; Enter goes to where an entry went, Shift+Enter to its source."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.is_arriving = False  # a row is chosen then that nobody asked for
        self.rows = LedgerModel(self)
        self.drawing = LedgerDelegate(self, workspace.theme)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Entries"))

    def go(self, *, to_source: bool) -> None:
        """Put the focus on the row that is chosen, in the document or in the chunks."""
        if self.rows.key(self.currentIndex().row()) is not None:
            self.look()
            is_there = self._workspace.focus.block is not None and not to_source
            self._workspace.view_requested.emit("document" if is_there else "sources")

    def look(self) -> None:
        """Show the row that is chosen in the panes, if it was only chosen by coming here."""
        key, workspace = self.rows.key(self.currentIndex().row()), self._workspace
        if key is not None and key != workspace.focus.entry:
            workspace.look_at_entry(key)
            workspace.reveal_requested.emit(workspace.focus.block, (key,))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_arriving = True
        super().focusInEvent(event)
        self.is_arriving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.go(to_source=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing looks for nothing: Hangul would not arrive."""


class LedgerPanel(QWidget):
    """Totals as filters, the list, and what can be done with an entry."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ledger: LedgerList | None = None
        self._is_following = False
        self.view = LedgerView(workspace)
        self.chips: dict[str, Chip] = {}
        self.back = QPushButton(self.tr("Bring it back"))
        self._filters = QWidget()
        self.chunk = QComboBox(self._filters)
        self._flow = FlowLayout(self._filters)
        self._foot = QWidget()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)
        self._on_review_opened()

    def set_theme(self, theme: Theme) -> None:
        self.view.drawing.set_theme(theme)

    @property
    def shows(self) -> LedgerFilter:
        """What the filters let through."""
        fates = frozenset(fate for fate, chip in self.chips.items() if chip.isChecked())
        chunk = self.chunk.currentData()
        return LedgerFilter(fates, ChunkKey(chunk) if isinstance(chunk, str) and chunk else None)

    def refresh(self) -> None:
        """Show the ledger of now."""
        ledger = self._ledger
        self._show_totals()
        scrolled = self.view.verticalScrollBar().value()
        key = self.view.rows.key(self.view.currentIndex().row())
        self._is_following = True
        if self.view.rows.show(ledger, ledger.keys(self.shows) if ledger else []):
            self.view.verticalScrollBar().setValue(scrolled)
            at = self.view.rows.place(key) if key is not None else None
            if at is not None:
                self.view.setCurrentIndex(self.view.rows.index(at, 0))
        self._is_following = False
        self._on_focus_changed()
        self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        self.setFocusProxy(self.view)
        self.view.setToolTip(plain_tooltip(self.tr("Enter: where it went. Shift+Enter: its source.")))
        self.chunk.setAccessibleName(self.tr("Chunk"))
        self.chunk.setProperty("role", "chip")
        self.chunk.setMinimumContentsLength(_CHUNK_CHARACTERS)
        self.chunk.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.back.setAutoDefault(False)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(14, 6, 14, 8)
        foot.addWidget(self.back)
        head = QVBoxLayout()
        head.setContentsMargins(14, 2, 14, 6)
        head.addWidget(self._filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self._on_review_opened)
        workspace.bridge.review_changed.connect(self._on_review_changed)
        workspace.focus_changed.connect(self._on_focus_changed)
        workspace.theme_source.changed.connect(self.set_theme)
        self._settle.timeout.connect(self.refresh)
        self.chunk.currentIndexChanged.connect(self._on_filter_changed)
        self.view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        self.view.clicked.connect(self._on_view_clicked)
        self.view.doubleClicked.connect(self._on_view_double_clicked)
        self.back.clicked.connect(self._on_back_clicked)

    # ----------------------------------------------------------------------------------------------------------- shown

    def _show_totals(self) -> None:
        ledger = self._ledger
        for total in ledger.totals if ledger else ():
            if total.fate not in self.chips:
                chip = self.chips[total.fate] = Chip(translated(total.words), self._filters)
                chip.toggled.connect(self._on_filter_changed)
                self._flow.addWidget(chip)
            self.chips[total.fate].set_count(total.count)
            self.chips[total.fate].setVisible(bool(total.count) or self.chips[total.fate].isChecked())
        self._flow.removeWidget(self.chunk)
        self._flow.addWidget(self.chunk)  # behind the chips
        order = [*self.chips.values(), self.chunk, self.view, self.back]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.setWindowTitle(translated(ledger.sum) if ledger else self.tr("Ledger"))

    def _show_chunks(self) -> None:
        self.chunk.blockSignals(True)
        self.chunk.clear()
        self.chunk.addItem(self.tr("All chunks"), "")
        for chunk in self._ledger.chunks if self._ledger else ():
            heading = chunk.headings[0].text[:80] if chunk.headings else chunk.name
            self.chunk.addItem(self.tr("Chunk {number} · {name}").format(number=chunk.number, name=heading), chunk.key)
        self.chunk.blockSignals(False)

    def _show_buttons(self) -> None:
        row = self.view.rows.row(self.view.currentIndex().row())
        for widget in (self._foot, self.back):
            widget.setVisible(row is not None and row.can_return)

    # ---------------------------------------------------------------------------------------------------------- heard

    def _on_review_opened(self) -> None:
        review = self._workspace.review
        self._ledger = LedgerList(review) if review else None
        self._show_chunks()
        self.refresh()

    def _on_review_changed(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _on_filter_changed(self) -> None:
        self.refresh()

    def _on_focus_changed(self) -> None:
        entry = self._workspace.focus.entry
        if self._is_following or entry is None or not self.isVisible():
            return
        at = self.view.rows.place(entry)
        if at is not None and at != self.view.currentIndex().row():
            self._is_following = True
            self.view.setCurrentIndex(self.view.rows.index(at, 0))
            self._is_following = False
        self._show_buttons()

    def _on_view_current_changed(self, current: QModelIndex) -> None:
        key = self.view.rows.key(current.row()) if current.isValid() else None
        if key is not None and not self._is_following and not self.view.is_arriving:
            self._is_following = True
            self.view.look()
            self._is_following = False
        self._show_buttons()

    def _on_view_clicked(self, _index: QModelIndex) -> None:
        self.view.look()

    def _on_view_double_clicked(self, _index: QModelIndex) -> None:
        self.view.go(to_source=False)

    def _on_back_clicked(self) -> None:
        key = self.view.rows.key(self.view.currentIndex().row())
        if key is not None and self._ledger is not None and self._workspace.do(self._ledger.bring_back(key)):
            self.refresh()
            self._workspace.look_at_entry(key)
            self._workspace.reveal_requested.emit(self._workspace.focus.block, (key,))
