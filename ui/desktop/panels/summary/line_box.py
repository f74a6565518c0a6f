"""One summary line: its words to be edited, how long it is, and others to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from core.presenting.summary import SummaryLine
from ui.desktop.theme import Theme
from ui.desktop.widgets.composing import ComposingField
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.throttle import Throttle
from ui.desktop.widgets.words import translated

_LINES = 3  # that are seen at once
_LONGEST_OFFER_PX = 520


class LineEditor(ComposingField):
    """Words of one line that wraps; they are told while they are typed. Enter and leaving keep them, Escape does not.

    Signals:
        typed(str): What is written so far.
        waits(bool): Whether something was written that ``typed`` has not told yet.
        kept(str): The person is done with these words.
        given_up(): The person wants the words that were there before.
    """

    typed = Signal(str)
    waits = Signal(bool)
    kept = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""  # the words of the document
        self._is_written = False  # somebody types here, and is not done
        self._is_telling = False
        self._throttle = Throttle(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "line-editor")
        self.setTabChangesFocus(True)
        self._throttle.timeout.connect(self._on_pace_timeout)
        self._throttle.waits.connect(self.waits)
        self.document().contentsChanged.connect(self._on_document_contents_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that nobody was told of yet."""
        return self._throttle.isActive()

    def show_text(self, text: str) -> None:
        """The words of the document now; what is being typed here stays as it is typed."""
        is_other, self._known = text != self._known, text
        if is_other and not self._is_telling:
            self._show()

    def keep(self) -> None:
        """Give what was typed."""
        QGuiApplication.inputMethod().commit()
        if self._is_written:
            self._tell(self.kept, self.toPlainText())
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self._is_written:
            event.accept()
            if not self.only_ends_composing(event):
                self._tell(self.given_up)
                self._show()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()
        super().focusOutEvent(event)

    def _show(self) -> None:
        """Nothing is being typed here; the words are the document's."""
        if self.toPlainText() != self._known:
            self.setPlainText(self._known)
        self._throttle.hush()
        self._is_written = False

    def _tell(self, signal: SignalInstance, *words: str) -> None:
        self._is_telling = True
        signal.emit(*words)
        self._is_telling = False

    def _on_document_contents_changed(self) -> None:
        self._is_written = True
        self._throttle.tell_soon()

    def _on_pace_timeout(self) -> None:
        self._tell(self.typed, self.toPlainText())


class LineBox(QWidget):
    """The line with everything around it.

    Signals:
        typed(int, str): The number of the line, from 0, and what is written there so far.
        kept(int, str): What is to stand there, when the person is done.
        given_up(int): What was typed is not wanted.
        chosen(int, str): Other words that were offered.
        offers_wanted(int): The person wants others to choose from.
    """

    typed = Signal(int, str)
    kept = Signal(int, str)
    given_up = Signal(int)
    chosen = Signal(int, str)
    offers_wanted = Signal(int)

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.editor = LineEditor()
        self.hint = PlainLabel("", "faint")
        self.draft = PlainLabel(self.tr("draft"), "duplicate")
        self.choose = QToolButton()
        self._build()
        self.editor.typed.connect(self._on_editor_typed)
        self.editor.kept.connect(self._on_editor_kept)
        self.editor.given_up.connect(self._on_editor_given_up)
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

    def _on_editor_typed(self, text: str) -> None:
        self.typed.emit(self._at, text)

    def _on_editor_kept(self, text: str) -> None:
        self.kept.emit(self._at, text)

    def _on_editor_given_up(self) -> None:
        self.given_up.emit(self._at)

    def _on_choose_clicked(self) -> None:
        self.offers_wanted.emit(self._at)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._at, str(action.data()))
