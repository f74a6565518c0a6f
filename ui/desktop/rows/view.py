"""The rows of one pane. Selection, keys, editing and accessibility are Qt's; knows nothing of the other pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.presenting.pane import Change, Pane
from core.presenting.row import Row
from ui.desktop.rows.delegate import RowDelegate
from ui.desktop.rows.layout import RowLayouts
from ui.desktop.rows.model import RowModel
from ui.desktop.rows.painter import RowPainter
from ui.desktop.rows.pointed_table import PointedTable
from ui.desktop.theme import Theme
from ui.desktop.widgets.words import sentences

if TYPE_CHECKING:
    from ui.desktop.rows.editor import RowEditor

_GUESS = 46  # pixels, the height of a row that was never in view
_LINE = 23  # pixels, one step of the scroll bar
_LOOKED_AT = 64  # rows at the end of a pane whose times say how wide the column of times is
_HOLDS = 8  # rows at the top of the view, one of which stays where it is when others come and go
_MOST_KEPT = 500  # selected rows that are selected again after a change

_AnyIndex = QModelIndex | QPersistentModelIndex
_Select = QItemSelectionModel.SelectionFlag
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_Trigger = QAbstractItemView.EditTrigger


class RowView(PointedTable):
    """Shows a pane; for what the mouse does see ``PointedTable``.

    Signals:
        current_changed(str): The key of the row that the person went to; empty when there is none. What a program
            does (``select``, ``apply``) tells nobody.
        selection_changed(tuple): The keys of the rows that the person selected; none where a program selected others.
        text_edited(str, str): A row's key and its new text.
        text_typed(str, str): A row's key and its text so far.
        text_waits(bool): Whether something was written that ``text_typed`` has not told yet.
        text_left(str): The key of a row whose text is to be what it was.
        editor_closed(): Nothing is written any more.
        text_split(str, str, str): A row's key and the two texts that it is to become.
        text_joined(str, str): A row's key and its text so far, which is to go on where the row before it ends.
    """

    current_changed = Signal(str)
    selection_changed = Signal(tuple)
    text_edited = Signal(str, str)
    text_typed = Signal(str, str)
    text_waits = Signal(bool)
    text_left = Signal(str)
    editor_closed = Signal()
    text_split = Signal(str, str, str)
    text_joined = Signal(str, str)

    def __init__(
        self, theme: Theme, pane: Pane, *, strikes_duplicates: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strikes = strikes_duplicates
        self._is_quiet = False
        self.may_edit: Callable[[str], bool] = bool  # asked before the editor opens on a row
        self.offers: Callable[[str], Sequence[str]] = _none  # texts to choose from while a row is edited
        self._editor_height: tuple[str, int] | None = None  # of the row that is being edited
        # Noted as they come: when the view hears of a change, the pane does not know the rows of before any more.
        self._current = ""
        self._selected: list[str] = []
        self._in_view: list[tuple[int, str]] = []
        self.layouts = RowLayouts(theme, strikes_duplicates=strikes_duplicates)
        self.painter = RowPainter(self.layouts)
        self._rows = RowModel(pane, self)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(_Trigger.NoEditTriggers)  # ``edit_row`` is the one way in
        self.verticalHeader().setDefaultSectionSize(_GUESS)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.setModel(self._rows)
        self._fit_stamps()
        self._connect_signals()

    # ------------------------------------------------------------------------------------------------ what it shows

    @property
    def pane(self) -> Pane:
        return self._rows.pane

    def row(self, at: int) -> Row | None:
        return self._rows.row(at)

    def edited_key(self) -> str:
        """The key of the row that is being edited, empty when there is none."""
        return self._delegate.editor.key if self._delegate.editor is not None else ""

    def current_key(self) -> str:
        """The key of the current row, empty when there is none."""
        return self._current

    def place(self) -> tuple[str, int]:
        """The row that stays where it is when others change, and its height in the view; empty and 0: there is none."""
        rows, current = self.visible_rows(), self.pane.find(self._current)
        if not rows:
            return "", 0
        held = current if current is not None and current in rows else rows[0]
        return self._key_at(held), self.rowViewportPosition(held)

    def selected_keys(self) -> list[str]:
        """The keys of the selected rows."""
        return list(self._selected)

    def needed_height(self, at: int, width: int) -> int:
        row = self._rows.row(at)
        if row is None:
            return _GUESS
        if self._editor_height and self._editor_height[0] == row.key:
            return self._editor_height[1]
        return self.layouts.layout(row, width).height

    def show_pane(self, pane: Pane) -> None:
        """Other rows altogether, from the top."""
        self._editor_height = None
        with self._silence(), self.settling():
            self._rows.show_pane(pane)
            self._note_selection()
            self.layouts.forget()
            self._fit_stamps()
            self.scrollToTop()
        self.settle()

    def apply(self, changes: Sequence[Change]) -> None:
        """The pane changed so; what the eye is on stays where it is, and so do selection and editor."""
        if not changes:
            return
        current, selected, typed = self._current, self._selected, self._typed()
        self.note_under_mouse(-1)  # another row may be there now
        with self._silence(), self._holding():
            self._rows.apply(changes)
            self._fit_stamps()
            if any(change.removed != change.inserted for change in changes):
                self._select_again(current, selected)
                self.viewport().update()
            self._note_selection()
        if typed:
            self._resume_typing(*typed)

    def set_theme(self, theme: Theme) -> None:
        self._measure_anew(theme, self.layouts.scale)

    def set_scale(self, scale: float) -> None:
        """Zoom; 1.0 is the size as designed."""
        self._measure_anew(self.layouts.theme, scale)

    # --------------------------------------------------------------------------------------------- selecting, editing

    def select(self, keys: Sequence[str]) -> None:
        """Select these rows, the first of them current; nothing scrolls, nobody is told."""
        places = [at for key in keys if (at := self.pane.find(key)) is not None]
        with self._silence(), self.settling():
            self.clearSelection()
            if places:
                self.selectionModel().setCurrentIndex(self._rows.index(places[0], 0), _Select.NoUpdate)
            for at in places:
                self.selectionModel().select(self._rows.index(at, 0), _Select.Select)
            self._note_selection()
        self.selection_changed.emit(())

    @property
    def editor(self) -> RowEditor | None:
        """What is open on a row."""
        return self._delegate.editor

    def edit_row(self, key: str) -> bool:
        """Open the editor on a row, unless somebody minds; False where no text can be edited in place."""
        editor = self._delegate.editor
        if editor is not None and editor.key == key:
            editor.setFocus()
            return True
        self.keep_edit()
        at = self.pane.find(key)
        if at is None or not self.pane.is_editable(key):
            return False
        if self.may_edit(key):
            self.setCurrentIndex(self._rows.index(at, 0))
            self.edit(self._rows.index(at, 0))
        return True

    def leave_edit(self) -> None:
        """Close the editor without taking its text."""
        self._delegate.leave()

    def keep_edit(self) -> None:
        """Take what is being typed, as Enter does."""
        if self._delegate.editor is not None:
            self._delegate.editor.kept.emit()

    def on_editor_height_needed(self, height: int) -> None:
        """The editor grew or shrank: so does its row, while it is open."""
        editor = self._delegate.editor
        if editor is None:
            return
        at = self.pane.find(editor.key)
        if at is None:
            return
        row = self.pane.row(at)
        wanted = (editor.key, height + self._delegate.room(row))
        if wanted != self._editor_height:
            self._editor_height = wanted
            self.settle()
            self.updateEditorGeometries()

    # ----------------------------------------------------------------------------------------------------- Qt's calls

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        super().currentChanged(current, previous)
        if not self._is_quiet:
            self._current = self._key_at(current.row())
            self.current_changed.emit(self._current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._is_quiet:
            self._selected = self._selected_keys()
            self.selection_changed.emit(tuple(self._selected))

    def origin(self, point: QPoint) -> str:
        """Where the row at a point comes from, in words; nothing where that is no question."""
        return " · ".join(sentences(self.pane.origin(self.key_under(point))))

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self.layouts.theme.colour("pane"))
        ground.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.layouts.forget()
            self.settle_later()
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_edit = event.key() in _EDIT_KEYS
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = self.current_key()
        if not (is_edit and is_plain and key):
            super().keyPressEvent(event)
        elif not self.edit_row(key):
            self.row_activated.emit(key)

    # -------------------------------------------------------------------------------------------------------- inside

    def _connect_signals(self) -> None:
        self._delegate.text_edited.connect(self.text_edited)
        self._delegate.text_typed.connect(self.text_typed)
        self._delegate.text_waits.connect(self.text_waits)
        self._delegate.text_left.connect(self.text_left)
        self._delegate.text_split.connect(self.text_split)
        self._delegate.text_joined.connect(self.text_joined)
        self._delegate.editor_closed.connect(self._on_editor_closed)
        self._delegate.height_needed.connect(self.on_editor_height_needed)

    def _on_editor_closed(self) -> None:
        self._editor_height = None
        self.settle_later()
        self.editor_closed.emit()

    def _key_at(self, at: int) -> str:
        row = self._rows.row(at) if at >= 0 else None
        return row.key if row else ""

    def _fit_stamps(self) -> None:
        """Times grow towards the end, so the last rows know how wide they get."""
        count = len(self.pane)
        stamps = [self.pane.row(at).stamp for at in range(max(0, count - _LOOKED_AT), count)]
        self.layouts.fit_stamps(max(map(len, stamps), default=0))

    def _measure_anew(self, theme: Theme, scale: float) -> None:
        self.layouts = RowLayouts(theme, scale, strikes_duplicates=self._strikes)
        self.painter = RowPainter(self.layouts)
        self._fit_stamps()
        self.verticalScrollBar().setSingleStep(self.layouts.px(_LINE))
        self.forget_heights(self.layouts.px(_GUESS))
        self.viewport().update()

    @contextmanager
    def _silence(self) -> Iterator[None]:
        """Nobody is told of a current row that a program set."""
        was = self._is_quiet
        self._is_quiet = True
        try:
            yield
        finally:
            self._is_quiet = was

    def _note_selection(self) -> None:
        self._current = self._key_at(self.currentIndex().row())
        self._selected = self._selected_keys()

    def _note_scrolled(self) -> None:
        rows, current = self.visible_rows(), self.currentIndex().row()
        noted = [*rows[:_HOLDS], *([current] if current in rows[_HOLDS:] else ())]
        self._in_view = [(at, self._key_at(at)) for at in noted]
        super()._note_scrolled()

    @contextmanager
    def _holding(self) -> Iterator[None]:
        """What is in view before stands at the same height after: the current row, else the first that is left."""
        is_at_top = self.verticalScrollBar().value() == 0
        places = [(key, self.rowViewportPosition(at)) for at, key in self._in_view]
        places.sort(key=lambda place: place[0] != self._current)
        with self.settling():
            yield
            self.measure_again()
            self.updateGeometries()
            left = ((at, y) for key, y in places if (at := self.pane.find(key)) is not None)
            held = next(left, None)
            if held and not is_at_top:
                self._hold(*held)
            self._fit()
        self._note_scrolled()

    def _selected_keys(self) -> list[str]:
        chosen = self.selectionModel().selection()
        places: list[int] = []
        for each in (chosen.at(n) for n in range(min(chosen.count(), _MOST_KEPT))):
            places += range(each.top(), min(each.bottom() + 1, each.top() + _MOST_KEPT))
        return [self._key_at(at) for at in places[:_MOST_KEPT]]

    def _select_again(self, current: str, selected: Sequence[str]) -> None:
        """Rows that Qt saw go and come again are the same rows to the person."""
        if (at := self.pane.find(current)) is not None:
            self.selectionModel().setCurrentIndex(self._rows.index(at, 0), _Select.NoUpdate)
        for key in selected:
            if (at := self.pane.find(key)) is not None:
                self.selectionModel().select(self._rows.index(at, 0), _Select.Select)

    def _typed(self) -> tuple[str, str, int] | None:
        """What is being typed: the row, the text so far, where the cursor is."""
        editor = self._delegate.editor
        if editor is None or self._delegate.is_keeping:
            return None
        return editor.key, editor.text, editor.textCursor().position()

    def _resume_typing(self, key: str, text: str, position: int) -> None:
        """Qt closed the editor with a row that went and came again: open it as it was."""
        if self._delegate.editor is None and self.edit_row(key) and self._delegate.editor is not None:
            self._delegate.editor.retype(text, position)


def _none(_key: str) -> Sequence[str]:
    return ()
