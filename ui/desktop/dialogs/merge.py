"""Merging by hand: the copies above, the words of the result below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.model import Block, ItemId, Kind
from core.presenting.evidence import evidence_of
from core.workflow import propose
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.marked_text import MarkedText
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _EDITOR_PX = 640, 480, 120


class MergeDialog(QDialog):
    """For the finding in view; Ctrl+Enter keeps the result, Escape leaves everything as it was."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item = workspace.item
        self._blocks = self._members()
        self.setWindowTitle(self.tr("Merge by hand"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.text = QPlainTextEdit(self._blocks[0].text if self._blocks else "")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_EDITOR_PX)
        self.text.setAccessibleName(self.tr("Words of the result"))
        self.text.setFont(workspace.theme.font("body"))
        self.speaker = QLineEdit((self._blocks[0].speaker or "") if self._blocks else "")
        self.speaker.setAccessibleName(self.tr("Speaker"))
        self._buttons = QDialogButtonBox()
        self.merge = self._buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge.setProperty("role", "primary")
        self.merge.setToolTip("Ctrl+Enter")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._said = PlainLabel("", "error")
        self._said.setWordWrap(True)
        self._build()
        workspace.told.connect(self._said.setText)
        self._buttons.accepted.connect(self._on_merge_clicked)
        self._buttons.rejected.connect(self.reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_merge_clicked()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._copies(), 1)
        label = PlainLabel(self.tr("Result"))
        label.setFont(self._workspace.theme.font("strong"))
        label.setBuddy(self.text)
        column.addWidget(label)
        column.addWidget(self.text)
        is_quote = bool(self._blocks) and self._blocks[0].kind is Kind.QUOTE
        speaker = PlainLabel(self.tr("Speaker"), "muted")
        for widget in (speaker, self.speaker):
            widget.setVisible(is_quote)
            column.addWidget(widget)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()

    def _copies(self) -> QScrollArea:
        workspace, inner, scroll = self._workspace, QWidget(), QScrollArea()
        column = QVBoxLayout(inner)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        evidence = evidence_of(workspace.review, self._item) if workspace.review and self._item else None
        for copy in evidence.copies if evidence else ():
            origin = " · ".join(part for part in (translated(copy.origin), copy.stamp) if part)
            text = MarkedText()
            text.setAccessibleName(origin)
            text.show_text(copy.text, copy.marked, copy.speaker, workspace.theme)
            column.addWidget(PlainLabel(origin, "muted"))
            column.addWidget(text)
        column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Copies"))
        return scroll

    def _members(self) -> list[Block]:
        """The blocks that stand for the merge's members, the one that stays first."""
        review, merge = self._workspace.review, self._item.finding.merge if self._item else None
        if review is None or merge is None:
            return []
        homes = [home for entry in merge.members for home in review.homes.get(entry)[:1]]
        document = review.state.document
        return [document.block(document.find(home)) for home in dict.fromkeys(homes)]

    def _on_merge_clicked(self) -> None:
        review, item = self._workspace.review, self._item
        if review is None or item is None or not self._blocks:
            self.reject()
            return
        items: list[ItemId] = [block.id for block in self._blocks]
        text, speaker = self.text.toPlainText(), self.speaker.text()
        if self._workspace.do(propose.absorb(review.state, items, text, speaker or None)):
            self.accept()
            self._workspace.go_on(item)
