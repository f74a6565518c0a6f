"""Find and replace: in the document or in the chunks, with the list of what was found, and other words in one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import NotestitchError
from core.messages import counted
from core.presenting.find import Hit, Query, in_chunks, in_document, replacement
from core.workflow.propose import Tried
from ui.desktop.panels.find.delegate import HitDelegate
from ui.desktop.panels.find.model import HitModel
from ui.desktop.tasks import Task
from ui.desktop.theme import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

_TYPING_MS = 160
FIND, REPLACE, CHUNKS = "find-text", "replace", "find-in-chunks"  # what the window asks of it


class HitList(QListView):
    """The places; where there are none it says what it is for."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.tr("What is found stands here."))
        painter.end()


class FindPanel(QWidget):
    """Two fields, what they mean, and the places below."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.text = QLineEdit()
        self.words = QLineEdit()
        self.chunks = Chip(self.tr("In chunks"))
        self.has_case = Chip(self.tr("Aa"))
        self.is_word = Chip(self.tr("Words"))
        self.is_pattern = Chip(self.tr("Pattern"))
        self.in_quotes = QCheckBox(self.tr("In quotes too"))
        self.replace = QPushButton(self.tr("Replace"))
        self.replace_all = QPushButton()
        self.list = HitList()
        self.hits = HitModel(self)
        self._drawing = HitDelegate(self.list, workspace.theme)
        self._count = PlainLabel("", "muted")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self.setWindowTitle(self.tr("Find and replace"))
        self.setFocusProxy(self.text)
        self._build()
        self._connect_signals()
        self._show_hits(())

    def set_theme(self, theme: Theme) -> None:
        self._drawing.set_theme(theme)

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return Query(
            self.text.text(),
            is_pattern=self.is_pattern.isChecked(),
            has_case=self.has_case.isChecked(),
            is_word=self.is_word.isChecked(),
        )

    def search(self) -> None:
        """Look for it again."""
        review = self._workspace.review
        if review is None or not self.isVisible():
            return
        work = (in_chunks if self.chunks.isChecked() else in_document)(review, self.query)
        self._workspace.tasks.start(Task("find", self.tr("Finding"), work, self._show_hits, self._on_search_failed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if not self._workspace.following.stop():  # what was asked for here is still under way
                self._workspace.panel_requested.emit("find", True)
        else:
            super().keyPressEvent(event)

    # --------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        self.text.setPlaceholderText(self.tr("Find"))
        self.words.setPlaceholderText(self.tr("Replace with"))
        for field in (self.text, self.words):
            field.setAccessibleName(field.placeholderText())
            field.setClearButtonEnabled(True)
            for button in field.findChildren(QWidget):
                button.setAccessibleName(self.tr("Clear"))
        self.has_case.setToolTip(self.tr("Capitals differ from small letters"))
        self.has_case.setAccessibleName(self.has_case.toolTip())
        self.is_word.setToolTip(self.tr("Whole words only"))
        self.is_pattern.setToolTip(self.tr("A regular expression; new words may refer to groups as \\1"))
        for button in (self.replace, self.replace_all):
            button.setAutoDefault(False)
        self._dress_list()
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        for at, field in enumerate((self.text, self.words)):
            fields.addWidget(field, at, 0)
        for at, row in enumerate(self._lines()):
            fields.addLayout(row, at, 1)
        fields.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(self.list, 1)

    def _lines(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.chunks, self.has_case, self.is_word, self.is_pattern, self._count):
            first.addWidget(widget)
        for widget in (self.replace, self.replace_all, self.in_quotes):
            second.addWidget(widget)
        for line in (first, second):
            line.setSpacing(6)
            line.addStretch(1)
        return first, second

    def _dress_list(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setModel(self.hits)
        self.list.setItemDelegate(self._drawing)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        self.text.textEdited.connect(self._typing.start)
        for chip in (self.chunks, self.has_case, self.is_word, self.is_pattern):
            chip.toggled.connect(self.search)
        self.in_quotes.toggled.connect(self._show_buttons)
        self._typing.timeout.connect(self.search)
        self.text.returnPressed.connect(partial(self._step, +1))
        self.words.returnPressed.connect(self._on_replace_clicked)
        self.replace.clicked.connect(self._on_replace_clicked)
        self.replace_all.clicked.connect(self._on_replace_all_clicked)
        self.list.activated.connect(self._on_list_activated)
        self.list.clicked.connect(self._on_list_activated)
        workspace.view_requested.connect(self._on_view_requested)
        workspace.bridge.review_changed.connect(self._typing.start)
        workspace.bridge.review_opened.connect(self.search)
        workspace.theme_source.changed.connect(self.set_theme)

    # ---------------------------------------------------------------------------------------------------------- find

    def _show_hits(self, hits: tuple[Hit, ...]) -> None:
        at = self.list.currentIndex().row()
        self.hits.show(hits)
        if hits:
            self.list.setCurrentIndex(self.hits.index(min(max(at, 0), len(hits) - 1), 0))
        places = sum(max(1, len(hit.spans)) for hit in hits)
        if places:
            self._count.setText(self.tr("{count} found").format(count=places))
        else:
            self._count.setText(self.tr("nowhere") if self.text.text().strip() else "")
        self._count.set_role("muted")
        self._show_buttons()

    def _show_buttons(self) -> None:
        count = len(self._replaceable())
        self.replace.setEnabled(count > 0)
        self.replace_all.setEnabled(count > 0)
        self.replace_all.setText(
            self.tr("Replace in all {count}").format(count=count) if count else self.tr("Replace all")
        )
        for widget in (self.words, self.in_quotes):
            widget.setEnabled(not self.chunks.isChecked())

    def _replaceable(self) -> list[Hit]:
        return [
            hit for hit in self.hits.hits if hit.key and hit.spans and (self.in_quotes.isChecked() or not hit.is_quote)
        ]

    def _step(self, by: int) -> None:
        count = self.hits.rowCount()
        if self._typing.isActive():
            self._typing.stop()
            self.search()
        elif count:
            self.list.setCurrentIndex(self.hits.index((self.list.currentIndex().row() + by) % count, 0))
            self._go(self.hits.hit(self.list.currentIndex().row()))

    def _go(self, hit: Hit | None) -> None:
        if hit is None:
            return
        if hit.entry is not None:
            self._workspace.look_at_entry(hit.entry)
            focus = self._workspace.focus
            self._workspace.reveal_requested.emit(focus.block, (hit.entry,))
        else:
            self._workspace.look_at_block(hit.key)
            focus = self._workspace.focus
            self._workspace.reveal_requested.emit(hit.key, (focus.entry,) if focus.entry else ())

    # ------------------------------------------------------------------------------------------------------- replace

    def _change(self, hits: list[Hit]) -> None:
        review = self._workspace.review
        if review is not None and hits:
            keys, in_quotes = [hit.key for hit in hits], self.in_quotes.isChecked()
            work = replacement(review.state, self.query, self.words.text(), keys, in_quotes=in_quotes)
            done = partial(self._on_replaced, len(hits))
            self._workspace.tasks.start(Task("replace", self.tr("Replacing"), work, done, self._on_search_failed))

    def _on_replaced(self, count: int, tried: Tried) -> None:
        self._workspace.following.do(tried, partial(self._tell_replaced, count))

    def _tell_replaced(self, count: int, _tried: Tried) -> None:
        words = counted(count, self.tr("Replaced in 1 place"), self.tr("Replaced in {count} places"))
        self._workspace.told.emit(words.format(count=count))

    def _on_replace_clicked(self) -> None:
        hit = self.hits.hit(self.list.currentIndex().row())
        self._go(hit)
        if hit is not None and hit in self._replaceable():
            self._change([hit])

    def _on_replace_all_clicked(self) -> None:
        self._change(self._replaceable())

    def _on_list_activated(self, index: QModelIndex) -> None:
        self._go(self.hits.hit(index.row()))

    def _on_view_requested(self, name: str) -> None:
        if name not in (FIND, REPLACE, CHUNKS):
            return
        self.chunks.setChecked(name == CHUNKS)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self.search()

    def _on_search_failed(self, error: Exception) -> None:
        if not isinstance(error, NotestitchError):
            self._workspace.tasks.failed.emit(error)
            return
        self._show_hits(())
        self._count.setText(translated(error.message))
        self._count.set_role("error")
