"""All keys in one list that can be searched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.dialogs.commands import commands, matching
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Workspace

_SIZE_PX = (680, 560)


class Shortcuts(QDialog):
    """What can be done, with the key that does it everywhere and the one that does it in the queue."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = commands(workspace.actions.values())
        self.setWindowTitle(self.tr("All keys"))
        self.resize(*_SIZE_PX)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search for what it does, or for a key"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.table = QTableWidget(0, 3)
        self._dress_table()
        hint = PlainLabel(self.tr("Keys without Ctrl, Alt or F work while the queue has the focus."), "muted")
        hint.setWordWrap(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (self.field, self.table, hint, close):
            column.addWidget(widget)
        self.field.textChanged.connect(self._on_field_text_changed)
        self._on_field_text_changed("")

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Key"), self.tr("In the queue")])
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in (1, 2):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)

    def _on_field_text_changed(self, text: str) -> None:
        found = [command for command in matching(self._all, text) if command.keys or command.queue_keys]
        self.table.setRowCount(len(found))
        for at, command in enumerate(found):
            for column, words in enumerate((command.words, command.keys, command.queue_keys)):
                self.table.setItem(at, column, QTableWidgetItem(words))
