"""The list of the queue: it is worked through with single keys, which work here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.model import FindingId
from ui.desktop.panels.queue.delegate import HEADING_PX, ITEM_PX, QueueDelegate
from ui.desktop.panels.queue.keys import key_name, letter_of
from ui.desktop.panels.queue.model import QueueModel, heading_key, key_of
from ui.desktop.rows.lazy_table import LazyTable
from ui.desktop.theme import Theme
from ui.desktop.workspace import Action, Workspace

_ENTER = ("Return", "Enter")
_TAKING = ("Up", "Down", "N", "Shift+N", *_ENTER)
_Reason = Qt.FocusReason
_BY_KEYS = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_Move = QAbstractItemView.CursorAction


class QueueList(LazyTable):
    """Items under the headings of their kinds.

    Signals:
        fold_requested(str): Fold the items of this kind, or show them again.
        arrived(): Somebody came by keys, and no line is current.
    """

    fold_requested = Signal(str)
    arrived = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._composed = ""
        self._actions: Mapping[str, Action] = {
            key: action for action in workspace.actions.values() for key in action.queue_keys
        }
        self.lines = QueueModel(self)
        self._delegate = QueueDelegate(self, workspace.theme)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(ITEM_PX)
        self.setMinimumHeight(ITEM_PX)  # the filters above it are cut off last
        self.setAccessibleName(self.tr("Findings"))
        for widget in (self, self.viewport()):  # keys are commands here, and compose nothing
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)

    def needed_height(self, at: int, width: int) -> int:
        return ITEM_PX if self.lines.heading(at) is None else HEADING_PX

    # ---------------------------------------------------------------------------------------------- staying in place

    def eye(self) -> tuple[tuple[str, int], ...]:
        """The lines in view with their heights, the current one first: for ``hold``."""
        if self.verticalScrollBar().value() == 0 and not self.currentIndex().isValid():
            return ()
        lines = ((at, self.lines.line(at)) for at in self.visible_rows())
        places = [(key_of(line), self.rowViewportPosition(at), at) for at, line in lines if line is not None]
        current = self.currentIndex().row()
        return tuple((key, y) for key, y, at in sorted(places, key=lambda place: place[2] != current))

    def hold(self, places: tuple[tuple[str, int], ...]) -> None:
        """Bring the first of these lines that is left back to where it was."""
        left = ((at, y) for key, y in places if (at := self.lines.place(key)) is not None)
        held = next(left, None)
        self.settle()
        if held is not None:
            self.put(*held)

    def go_to_line(self, key: FindingId | str | None, *, is_folded_kind: str = "") -> None:
        """Make a line current; the heading of its kind where that is folded, none where it is not shown."""
        at = self.lines.place(key)
        if at is None and is_folded_kind:
            at = self.lines.place(heading_key(is_folded_kind))
        if at is None:
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != at:
            self.setCurrentIndex(self.lines.index(at, 0))

    def bring_current(self) -> None:
        """Scroll to the current line unless it is in view."""
        at = self.currentIndex().row()
        if at >= 0 and not self.viewport().rect().contains(self.row_box(at)):
            self.go_to(at)

    # ---------------------------------------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if self._take_waiting(name) or self._fold_by_key(name):
            event.accept()
        elif (action := self._actions.get(name)) is not None:
            event.setAccepted(action.can(self._workspace))  # else Escape means something to the window
            self._workspace.run(action)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that an input method takes all the same is a key, once, and is not composed further."""
        text = event.preeditString() or event.commitString()
        is_told = bool(event.commitString()) and event.commitString() == self._composed
        self._composed = event.preeditString()
        action = None if is_told else self._actions.get(letter_of(text))
        if action is not None:
            QGuiApplication.inputMethod().reset()
            self._workspace.run(action)
        event.accept()

    def _take_waiting(self, name: str) -> bool:
        """Look at the line that is current and was only passed so far: nothing is decided that nobody saw."""
        item = self.lines.item(self.currentIndex().row())
        is_waiting = item is not None and self._workspace.item is None and name in _TAKING
        if is_waiting:
            self._workspace.go_to(item)
        return is_waiting

    def _fold_by_key(self, name: str) -> bool:
        """Left folds; on a heading, which is current only while it is folded, Right, Enter and Space unfold."""
        at = self.currentIndex().row()
        heading, item = self.lines.heading(at), self.lines.item(at)
        if item is not None and name == "Left":
            self.fold_requested.emit(item.kind)
        elif heading is not None and name in ("Right", "Space", *_ENTER):
            self.fold_requested.emit(heading.group.kind)
        else:
            return name in ("Left", "Right")
        return True

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down over what can be current; a page is what fits."""
        now, count = self.currentIndex().row(), self.lines.rowCount()
        page = max(1, self.viewport().height() // ITEM_PX - 1)
        steps = {_Move.MoveDown: 1, _Move.MoveUp: -1, _Move.MovePageDown: page, _Move.MovePageUp: -page}
        steps |= {_Move.MoveHome: -count, _Move.MoveEnd: count}
        by = steps.get(action, 0)
        wanted = min(max(now + by, 0), count - 1)
        behind, before = range(wanted, count), range(wanted, -1, -1)
        order = (*behind, *before) if by > 0 or now < 0 else (*before, *behind)
        at = next((at for at in order if self.lines.can_be_current(at)), -1)
        is_back = (at - now) * by < 0 and now >= 0
        return self.currentIndex() if is_back else self.lines.index(at, 0)

    # ----------------------------------------------------------------------------------------------------- Qt's calls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        heading = self.lines.heading(self.rowAt(round(event.position().y())))
        if heading is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.fold_requested.emit(heading.group.kind)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS and not self.currentIndex().isValid():
            self.arrived.emit()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self._delegate.theme.colour("pane"))
        ground.end()
        super().paintEvent(event)
