"""The editor that stands over a row's text while it is edited; knows of plain text only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from ui.desktop.rows.shown_text import LONGEST, shown
from ui.desktop.widgets.composing import ComposingField
from ui.desktop.widgets.throttle import Throttle

_BREAKS = re.compile("[\r\n\u2028\u2029\x0b\x0c\x85]+")
_MARGIN, _OFFER_PX = 4, 480
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class RowEditor(ComposingField):
    """Plain text of one line that wraps; it asks for the height that it needs.

    A text longer than a row shows is edited as far as it is shown, and the rest stays as it is.

    Signals:
        height_needed(int): The pixels that the text needs now.
        kept(): The person is done and wants the text.
        typed(): The text has become another.
        waits(bool): Whether something was typed that nobody was told of yet.
        split_wanted(str, str): Two texts are wanted of it: what stands before the cursor, and what stands behind it.
        join_wanted(str): It is to go on where the text before it ends.
    """

    height_needed = Signal(int)
    kept = Signal()
    typed = Signal()
    waits = Signal(bool)
    split_wanted = Signal(str, str)
    join_wanted = Signal(str)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.offers: Callable[[], Sequence[str]] = tuple[str, ...]  # texts to choose from, beneath the last line
        self.was_typed = False  # somebody was told what was typed
        self._original = text
        self._rest = text[LONGEST:]
        self.setProperty("role", "row-editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Edit the text of this row"))
        self.document().setDocumentMargin(_MARGIN)
        self.setPlainText(text[:LONGEST])
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._typing = Throttle(self)
        self._typing.timeout.connect(self.typed)
        self._typing.waits.connect(self.waits)
        self.document().contentsChanged.connect(self._typing.tell_soon)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    @property
    def text(self) -> str:
        """The text as it is now, the very one that was given if nobody changed it."""
        if not self.document().isModified():
            return self._original
        # toPlainText() would turn no-break spaces into spaces.
        return _BREAKS.sub(" ", self.document().toRawText()) + self._rest

    @property
    def is_changed(self) -> bool:
        return self.text != self._original

    def finish_composing(self) -> None:
        """Take what an input method still holds, such as a syllable that is not complete."""
        QGuiApplication.inputMethod().commit()

    def needed_height(self) -> int:
        """The height of all lines with the frame around them."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            box: QRectF = layout.blockBoundingRect(block)
            height += box.height()
            block = block.next()
        return round(height + 2 * _MARGIN + 4)

    def place_cursor(self, at: int) -> None:
        """Put the cursor behind so many characters."""
        cursor = self.textCursor()
        cursor.setPosition(min(_units(self.text[:at]), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def retype(self, text: str, position: int) -> None:
        """Put a text in, as if it had been typed."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text[: len(text) - len(self._rest)] if self._rest else text)
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are the editor's even where the window has made them shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._split()
            else:
                self.kept.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._is_at_start and not event.isAutoRepeat():
            event.accept()
            self.join_wanted.emit(self.text)
        elif event.key() == Qt.Key.Key_Down and self._is_on_last_line and (texts := self.offers()):
            event.accept()
            self._offer(texts)
        else:
            super().keyPressEvent(event)

    @property
    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.atStart() and not cursor.hasSelection()

    @property
    def _is_on_last_line(self) -> bool:
        return not self.textCursor().movePosition(QTextCursor.MoveOperation.Down)

    def _offer(self, texts: Sequence[str]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in texts:
            words = self.fontMetrics().elidedText(shown(text).text, Qt.TextElideMode.ElideRight, _OFFER_PX)
            menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.retype, text, len(text)))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _split(self) -> None:
        self.finish_composing()
        cursor = self.textCursor()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        text, before = self.text, len(_BREAKS.sub(" ", cursor.selectedText()))
        self.split_wanted.emit(text[:before], text[before:])

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(_BREAKS.sub(" ", source.text().strip("\r\n")))
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_document_size_changed()  # without a badge beside it the text may need fewer lines than its row has

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._on_document_size_changed()  # a syllable in the making may need a new line

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that nobody was told of yet."""
        return self._typing.isActive()

    def _on_document_size_changed(self) -> None:
        self.height_needed.emit(self.needed_height())


def _units(text: str) -> int:
    """How long Qt takes a text to be: characters beyond the first 65 536 count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
