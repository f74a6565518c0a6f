"""Who says a quote: the known speakers, found by typing; for this quote, or for all that bear its label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout, QWidget

from core.model import Block, ItemId, Kind
from core.workflow.speakers import known_speakers, quotes_labelled_as, set_speakers
from ui.desktop.rows.shown_text import shown
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _LONGEST = 460, 420, 160
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SpeakerDialog(QDialog):
    """For the quote in view. Arrows choose, Enter takes; a name that is not in the list is taken as it is typed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._block = self._quote()
        state = workspace.review.state if workspace.review else None
        self._known = known_speakers(state) if state else ()
        self._alike: tuple[ItemId, ...] = quotes_labelled_as(state, self._block.id) if state and self._block else ()
        self.setWindowTitle(self.tr("Who says this?"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.name = QLineEdit()
        self.names = QListWidget()
        self.all = QCheckBox(self._all_words())
        self._buttons = QDialogButtonBox()
        self.take = self._buttons.addButton(self.tr("Set the speaker"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._connect_signals()
        self._on_name_changed()
        self.name.setFocus()

    @property
    def chosen(self) -> str:
        """The name that would be set."""
        item = self.names.currentItem()
        return item.text() if item is not None else self.name.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list."""
        step = _STEPS.get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
        if watched is self.name and step is not None and event.type() == QEvent.Type.KeyPress:
            self.names.setCurrentRow(max(0, min(self.names.count() - 1, self.names.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._workspace.theme
        quote = PlainLabel(f"“{shown(self._block.text[:_LONGEST]).text}”" if self._block else "", "muted")
        quote.setWordWrap(True)
        quote.setFont(theme.font("body"))
        self.name.setPlaceholderText(self.tr("Type a name"))
        self.name.setAccessibleName(self.tr("Speaker"))
        self.name.installEventFilter(self)
        self.names.setAccessibleName(self.tr("Known speakers"))
        self.names.setUniformItemSizes(True)
        self.names.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.all.setVisible(len(self._alike) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (quote, self.name):
            column.addWidget(widget)
        column.addWidget(self.names, 1)
        column.addWidget(self.all)
        column.addWidget(self._buttons)

    def _connect_signals(self) -> None:
        self.name.textChanged.connect(self._on_name_changed)
        self.names.itemActivated.connect(self._on_take_clicked)
        self.names.currentRowChanged.connect(self._on_row_changed)
        self.all.toggled.connect(self._on_row_changed)
        self._buttons.accepted.connect(self._on_take_clicked)
        self._buttons.rejected.connect(self.reject)

    def _all_words(self) -> str:
        label = shown((self._block.speaker or "")[:_LONGEST]).text.replace("&", "&&") if self._block else ""
        count = len(self._alike)
        if not label:
            return self.tr("All {count} quotes without a speaker").format(count=count)
        return self.tr("All {count} quotes of “{label}”").format(count=count, label=label)

    def _quote(self) -> Block | None:
        review, item = self._workspace.review, self._workspace.focus.block
        if review is None or item is None or not review.state.document.has(item):
            return None
        path = review.state.document.find(item)
        block = review.state.document.block(path) if len(path) > 1 else None
        return block if block is not None and block.kind is Kind.QUOTE else None

    def _on_name_changed(self) -> None:
        typed = self.name.text().strip()
        found = [name for name in self._known if typed.casefold() in name.casefold()]
        found += [typed] if typed and typed not in found else []
        self.names.clear()
        self.names.addItems(found)
        if found:
            self.names.setCurrentRow(0)
        self._on_row_changed()

    def _on_row_changed(self) -> None:
        count = len(self._alike) if self.all.isChecked() else 1
        words = self.tr("Set it for {count}").format(count=count) if count > 1 else self.tr("Set the speaker")
        self.take.setText(words)
        self.take.setEnabled(bool(self.chosen) and self._block is not None)

    def _on_take_clicked(self) -> None:
        review, item = self._workspace.review, self._workspace.item
        if review is None or self._block is None or not self.chosen:
            return
        items = self._alike if self.all.isChecked() else (self._block.id,)
        if self._workspace.do(set_speakers(review.state, items, self.chosen)) and item is not None:
            self._workspace.go_on(item)
        self.accept()
