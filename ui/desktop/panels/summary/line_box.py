"""One summary line: its words to be edited, how long it is, and others to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from core.presenting.summary import SummaryLine
from ui.desktop.theme import Theme
from ui.desktop.widgets.composing import ComposingField
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated

_LINES = 3  # that are seen at once
_LONGEST_OFFER_PX = 520


class LineEditor(ComposingField):
    """Words of one line that wraps; Enter and leaving keep them, Escape takes them back.

    Signals:
        kept(str): The person is done with these words.
    """

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "line-editor")
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Show other words; what is being typed is left alone."""
        if text != self._shown and not self.document().isModified():
            self._shown = text
            self.setPlainText(text)
            self.document().setModified(False)

    def keep(self) -> None:
        """Give what was typed."""
        QGuiApplication.inputMethod().commit()
        text = self.toPlainText()
        if self.document().isModified():
            self.document().setModified(False)
            self._shown = text
            self.kept.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            event.accept()
            if self.only_ends_composing(event):
                return
            self.setPlainText(self._shown)
            self.document().setModified(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()
        super().focusOutEvent(event)


class LineBox(QWidget):
    """The line with everything around it.

    Signals:
        changed(int, str): The number of the line, from 0, and its new words.
        offers_wanted(int): The person wants others to choose from.
    """

    changed = Signal(int, str)
    offers_wanted = Signal(int)

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.editor = LineEditor()
        self.hint = PlainLabel("", "faint")
        self.draft = PlainLabel(self.tr("draft"), "duplicate")
        self.choose = QToolButton()
        self._build()
        self.editor.kept.connect(self._on_editor_kept)
        self.choose.clicked.connect(self._on_choose_clicked)

    def show_line(self, line: SummaryLine) -> None:
        """The line of now."""
        self.editor.show_text(line.text)
        self.hint.setText(translated(line.hint))
        self.hint.set_role("faint" if line.is_good else "duplicate")
        self.draft.setVisible(line.is_draft)

    def offer(self, offers: tuple[str, ...]) -> None:
        """Open a menu of other words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in offers:
            words = menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST_OFFER_PX)
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(text)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def set_theme(self, theme: Theme) -> None:
        self.editor.setFont(theme.font("body"))
        height = self.editor.fontMetrics().lineSpacing() * _LINES + 14
        self.editor.setFixedHeight(height)

    def _build(self) -> None:
        number = self._at + 1
        name = self.tr("Summary line {number}").format(number=number)
        self.editor.setAccessibleName(name)
        self.choose.setText(self.tr("Choose…"))
        self.choose.setProperty("role", "chip")
        self.choose.setCursor(Qt.CursorShape.PointingHandCursor)
        self.choose.setAccessibleName(self.tr("Choose other words for line {number}").format(number=number))
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(PlainLabel(f"{number}.", "muted"))
        above.addWidget(self.draft)
        above.addStretch(1)
        above.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self.editor)
        column.addWidget(self.hint)

    def _on_editor_kept(self, text: str) -> None:
        self.changed.emit(self._at, text)

    def _on_choose_clicked(self) -> None:
        self.offers_wanted.emit(self._at)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.changed.emit(self._at, str(action.data()))
