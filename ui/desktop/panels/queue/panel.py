"""The review queue: how much is left, filters by kind, and the list that is worked through with single keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ui.desktop.panels.queue.delegate import QueueDelegate
from ui.desktop.panels.queue.model import QueueModel
from ui.desktop.theme import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import FlowLayout
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.share_line import ShareLine
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Action, Workspace

# What the keys of the letters M, N, L, E and T type while a Korean input method is in Hangul mode.
_HANGUL = {"ㅡ": "M", "ㅜ": "N", "ㅣ": "L", "ㄷ": "E", "ㅅ": "T"}
_ENTER = ("Return", "Enter")


class QueueList(QListView):
    """The list; bare keys work here and nowhere else."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions: Mapping[str, Action] = {
            key: action for action in workspace.actions.values() for key in action.queue_keys
        }
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._actions.get(_key_name(event))
        if action is None:
            super().keyPressEvent(event)
            return
        event.accept()
        first = self._workspace.first_answer() if _key_name(event) in _ENTER else None
        self._workspace.run(first or action)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are keys here."""


class QueuePanel(QWidget):
    """Counter, filters and list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_selecting = False
        self._chips: dict[str, Chip] = {}
        self.line = ShareLine(workspace.theme)
        self.list = QueueList(workspace)
        self._model = QueueModel(self)
        self._delegate = QueueDelegate(self.list, workspace.theme)
        self._filters = QWidget()
        self._flow = FlowLayout(self._filters)
        self._empty = PlainLabel("", "muted")
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)
        self._on_queue_changed()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.line.set_theme(theme)

    def _build(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.setFocusProxy(self.list)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(14, 8, 14, 8)
        head = QVBoxLayout()
        head.setContentsMargins(14, 2, 14, 8)
        head.setSpacing(8)
        for widget in (self.line, self._filters):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def _connect_signals(self) -> None:
        self._workspace.queue_changed.connect(self._on_queue_changed)
        self._workspace.focus_changed.connect(self._on_focus_changed)
        self._workspace.theme_source.changed.connect(self.set_theme)
        self._workspace.tasks.progressed.connect(self._show_counts)
        self._workspace.tasks.ended.connect(self._show_counts)
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.list.clicked.connect(self._on_list_clicked)

    def _on_queue_changed(self) -> None:
        queue = self._workspace.queue
        self._is_selecting = True
        scrolled = self.list.verticalScrollBar().value()
        moved = self._model.show(queue, self._workspace.shows)
        if moved:
            self.list.verticalScrollBar().setValue(scrolled)
        self._is_selecting = False
        self._show_chips()
        self._show_counts()
        self._on_focus_changed()

    def _show_counts(self) -> None:
        queue = self._workspace.queue
        total = len(queue.items) if queue else 0
        left = queue.left if queue else 0
        is_busy = self._workspace.tasks.is_busy
        self.line.set_share((total - left) / total if total else 0.0)
        self.line.setVisible(bool(total))
        words = self.tr("{left} of {total} left").format(left=left, total=total)
        if queue is None:
            words = self.tr("Nothing opened yet")
        elif not total:
            words = self.tr("Looking for duplicates…") if is_busy else self.tr("Nothing found")
        elif not left:
            words = self.tr("All {total} decided").format(total=total)
        self.setWindowTitle(words)  # the head of the panel, which cannot be missed
        self._empty.setVisible(queue is not None and not total and not is_busy)
        self._empty.setText(self.tr("No duplicates, no times out of order, no chunk without notes."))

    def _show_chips(self) -> None:
        groups = self._workspace.queue.groups if self._workspace.queue else ()
        for group in groups:
            if group.kind not in self._chips:
                chip = self._chips[group.kind] = Chip(translated(group.title), self._filters)
                chip.toggled.connect(self._on_chip_toggled)
            self._flow.removeWidget(self._chips[group.kind])
            self._flow.addWidget(self._chips[group.kind])  # in the order of the list
        known = {group.kind: group for group in groups}
        for kind, chip in self._chips.items():
            group = known.get(kind)
            chip.setVisible(group is not None and len(groups) > 1)
            chip.set_count(group.left if group else 0)
            chip.blockSignals(True)
            chip.setChecked(kind in self._workspace.shows.kinds)
            chip.blockSignals(False)
        self._filters.setVisible(len(groups) > 1)

    def _on_chip_toggled(self) -> None:
        kinds = frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())
        self._workspace.show_only(replace(self._workspace.shows, kinds=kinds))

    def _on_focus_changed(self) -> None:
        at = self._model.place(self._workspace.focus.finding)
        self._is_selecting = True
        if at is None:
            self.list.setCurrentIndex(QModelIndex())
        elif self.list.currentIndex().row() != at:
            self.list.setCurrentIndex(self._model.index(at, 0))
        self._is_selecting = False

    def _on_list_current_changed(self, current: QModelIndex) -> None:
        item = self._model.item(current.row()) if current.isValid() else None
        if item is not None and not self._is_selecting:
            self._workspace.go_to(item)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        item = self._model.item(index.row())
        if item is not None:
            self._workspace.go_to(item)  # again: the panes may have been scrolled since


def _key_name(event: QKeyEvent) -> str:
    """A key as Action.queue_keys names it; also what a letter's key types in Hangul mode."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    if modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
        return ""
    try:
        name = _HANGUL.get(event.text()) or Qt.Key(event.key()).name.removeprefix("Key_")
    except ValueError:  # a character that has no name of its own
        return ""
    return f"Shift+{name}" if modifiers == shift else name
