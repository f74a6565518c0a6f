"""A field of plain text that an input method composes in: Escape amid a syllable ends the syllable and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ComposingField(QPlainTextEdit):
    """Where Escape would otherwise close a dialog, or give up an editor, with all that was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self._has_just_composed = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        before, self._composed = self._composed, event.preeditString()
        # Hangul is committed first, and the key that ended it comes behind as any other key.
        self._has_just_composed = bool(before or self._has_just_composed) and not self._composed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.only_ends_composing(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def only_ends_composing(self, event: QKeyEvent) -> bool:
        """Whether a key that was pressed has done its work in the input method; to be asked once for each."""
        has, self._has_just_composed = self._has_just_composed, False
        return has and event.key() == Qt.Key.Key_Escape
