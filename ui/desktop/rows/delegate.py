"""What Qt asks about one row: to draw it, and to edit its text in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.presenting.row import Row
from ui.desktop.rows.layout import HEADS
from ui.desktop.rows.painter import Look

if TYPE_CHECKING:
    from ui.desktop.rows.editor import RowEditor
    from ui.desktop.rows.view import RowView

_AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws rows and opens the editor. It changes no model: it tells what the person wrote.

    Signals:
        text_edited(str, str): The key of a row and its new text, which differs from the one before.
        text_typed(str, str): The key of a row and its text so far, while it is being written.
        text_waits(bool): Whether something was written that ``text_typed`` has not told yet.
        text_left(str): The key of a row whose text the person does not want after all.
        text_split(str, str, str): The key of a row, and the two texts that it is to become.
        text_joined(str, str): The key of a row and its text so far, which is to go on where the row before it ends.
        height_needed(int): The pixels that the open editor needs now.
        editor_closed(): The editor is gone; the row needs its own height again.
    """

    text_edited = Signal(str, str)
    text_typed = Signal(str, str)
    text_waits = Signal(bool)
    text_left = Signal(str)
    text_split = Signal(str, str, str)
    text_joined = Signal(str, str)
    height_needed = Signal(int)
    editor_closed = Signal()

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view
        self.editor: RowEditor | None = None
        self.is_keeping = False  # the text is being handed on, the editor is about to close
        self.closeEditor.connect(self._on_editor_closing)

    def room(self, row: Row) -> int:
        """The pixels above and below the editor of a row, together."""
        return (above := self._above(row)) + self._below(above)

    @staticmethod
    def _below(above: int) -> int:
        return min(above, 13)

    def _above(self, row: Row) -> int:
        top = self._view.layouts.layout(row, self._view.viewport().width()).text_at.y()
        return max(1, round(top) - (2 if row.kind in HEADS else 5))  # a heading stands close beneath its number

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row = self._view.row(index.row())
        if row is None:
            return
        # From the view: the flags of the option's state load all of QStyle, which the first paint would wait for.
        view = self._view
        look = Look(
            is_selected=view.selectionModel().isSelected(index),
            has_focus=view.hasFocus() and view.currentIndex() == index,
            is_under_mouse=view.is_under_mouse(index.row()),
            is_edited=self.editor is not None and self.editor.key == row.key,
        )
        box = option.rect
        layout = view.layouts.layout(row, box.width())
        view.painter.paint(painter, box, layout, look)
        if look.is_under_mouse and not look.is_edited:
            view.hover.paint(painter, view.layouts, layout, box)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:
        from ui.desktop.rows.editor import RowEditor  # noqa: PLC0415 - the panes are painted first

        row = self._view.row(index.row())
        assert row is not None  # Qt asks only for rows that are there
        editor = RowEditor(row.key, str(index.data(Qt.ItemDataRole.EditRole)), parent)
        editor.setFont(self._view.layouts.font(row))
        editor.offers = partial(self._view.offers, row.key)
        editor.height_needed.connect(self.height_needed)
        editor.kept.connect(self._on_editor_kept)
        editor.typed.connect(self._on_editor_typed)
        editor.waits.connect(self.text_waits)
        editor.split_wanted.connect(partial(self.text_split.emit, row.key))
        editor.join_wanted.connect(partial(self.text_joined.emit, row.key))
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: _AnyIndex) -> None:
        """Nothing: the editor got its text when it was made, and what changes later must not undo what was typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _AnyIndex) -> None:
        from ui.desktop.rows.editor import RowEditor  # noqa: PLC0415 - the panes are painted first

        if not isinstance(editor, RowEditor):
            return
        editor.finish_composing()
        if editor.is_changed or editor.was_typed:
            self.is_keeping = True
            self.text_edited.emit(editor.key, editor.text)
            self.is_keeping = False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row = self._view.row(index.row())
        if row is None:
            return
        box = option.rect
        left = int(self._view.layouts.layout(row, box.width()).text_at.x()) - 6
        top = self._above(row)
        wanted = box.adjusted(left, top, -8, -self._below(top))
        if editor.geometry() != wanted:
            editor.setGeometry(wanted)

    def destroyEditor(self, editor: QWidget, index: _AnyIndex) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)
        self.editor_closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before Qt closes the editor at Escape."""
        editor, is_press = self.editor, event.type() is QEvent.Type.KeyPress
        if is_press and editor is not None and editor is watched and isinstance(event, QKeyEvent):
            return editor.only_ends_composing(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Close the editor; nobody wants its text any more."""
        if self.editor is not None:
            self.closeEditor.emit(self.editor, self.EndEditHint.NoHint)

    def _on_editor_typed(self) -> None:
        editor = self.editor
        if editor is not None and (editor.is_changed or editor.was_typed):
            editor.was_typed = True
            self.text_typed.emit(editor.key, editor.text)

    def _on_editor_closing(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        from ui.desktop.rows.editor import RowEditor  # noqa: PLC0415 - the panes are painted first

        if isinstance(editor, RowEditor) and hint is self.EndEditHint.RevertModelCache:
            self.text_left.emit(editor.key)

    def _on_editor_kept(self) -> None:
        editor = self.editor
        if editor is None:
            return
        self.commitData.emit(editor)
        if self.editor is editor:  # else the row went with the change, and its editor with it
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)
