"""The field in the toolbar that finds text in the document, and in entries that stand nowhere in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from core.presenting.find import Place, places_of
from ui.desktop.theme import Theme
from ui.desktop.workspace import Workspace

_WIDTH_PX = 210


class FindField(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before, Escape empties the field and leaves it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._at = -1
        self._sign = QAction(self.tr("Find"), self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_WIDTH_PX)
        self.setPlaceholderText(self.tr("Find in notes"))
        self.setAccessibleName(self.tr("Find in notes"))
        self._name_inner_buttons()
        self.textEdited.connect(self._on_text_edited)
        self._sign.triggered.connect(self._on_sign_triggered)
        workspace.theme_source.changed.connect(self.set_theme)
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self._sign.setIcon(QIcon(theme.icon("search", "muted", 16)))

    def go(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) place that holds the text."""
        review = self._workspace.review
        places = places_of(review, self.text()) if review else ()
        if not places:
            self._workspace.told.emit(self.tr("“{text}” is nowhere in the notes").format(text=self.text()))
            return
        self._at = (self._at + by) % len(places)
        self._show(places[self._at])
        self._workspace.told.emit(self.tr("{number} of {count}").format(number=self._at + 1, count=len(places)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            if self.text().strip():
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else +1)
            return
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.clear()
            self._at = -1
            self._workspace.view_requested.emit("document")
            return
        super().keyPressEvent(event)

    def _show(self, place: Place) -> None:
        if place.item is not None:
            self._workspace.go_to_block(place.item)
        elif place.entry is not None:
            self._workspace.look_at_entry(place.entry)
            self._workspace.reveal_requested.emit(None, (place.entry,))

    def _name_inner_buttons(self) -> None:
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            button.setAccessibleName(self.tr("Find") if action is self._sign else self.tr("Clear"))

    def _on_text_edited(self) -> None:
        self._at = -1

    def _on_sign_triggered(self) -> None:
        self.go(+1)
