"""Merging by hand: the copies above, the words of the result below, and what neither would lose to the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.errors import NotestitchError
from core.model import EntryId, ItemId
from core.presenting.joining import Joining, Part, joining, own_words
from core.timecode import parse_typed, written
from core.workflow.joining import Wording, join, members_to_join, rows_to_join
from ui.desktop.dialogs.merge_part import PartView
from ui.desktop.rows.shown_text import shown
from ui.desktop.widgets.composing import ComposingField
from ui.desktop.widgets.labels import ElidedLabel, PlainLabel
from ui.desktop.widgets.open_choice import open_choice
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _EDITOR_PX, _BENEATH_PX, _TIME_PX = 760, 640, 96, 104, 110
_DIGITS = {getattr(Qt.Key, f"Key_{number}"): number for number in range(1, 10)}
_Control = Qt.KeyboardModifier.ControlModifier


class MergeDialog(QDialog):
    """For some blocks; Ctrl+Enter keeps the result, Ctrl+1 … takes a copy's words, Escape leaves all as it was."""

    def __init__(self, workspace: Workspace, items: Sequence[ItemId], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._item = workspace.item
        review = workspace.review
        self.joining = joining(review, items) if review else Joining((), is_quote=False, parts=(), beneath=(), times=())
        self._parts = [PartView(number, part) for number, part in enumerate(self.joining.parts, 1)]
        self.text = ComposingField()
        self.time, self.speaker = QComboBox(), QComboBox()
        self._marks = PlainLabel("", "muted")
        self._said = PlainLabel("", "error")
        self._buttons = QDialogButtonBox()
        self.merge = self._buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.setWindowTitle(self.tr("Merge by hand"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._fill_fields()
        self._build()
        self._connect_signals()
        self._refresh()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_control = bool(event.modifiers() & _Control)
        if has_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_merge_clicked()
        elif has_control and event.key() in _DIGITS:
            self.take(_DIGITS[event.key()])
        else:
            super().keyPressEvent(event)

    def take(self, number: int) -> None:
        """Take the words of a copy, by its number from 1; Ctrl+Z in the editor takes that back."""
        if not 0 < number <= len(self.joining.parts):
            return
        part = self.joining.parts[number - 1]
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(part.text)
        self.speaker.setEditText(part.speaker or "")
        if part.time_s is not None:
            self.time.setEditText(self._written(part.time_s))
        self.text.setFocus()

    # ---------------------------------------------------------------------------------------------------------- build

    def _fill_fields(self) -> None:
        first = self.joining.parts[0] if self.joining.parts else None
        theme = self._workspace.theme
        self.text.setPlainText(first.text if first else "")
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "line-editor")
        self.text.setFixedHeight(_EDITOR_PX)
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName(self.tr("Words of the result"))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        for field, choices, name in (
            (self.time, [self._written(time) for time in self.joining.times], self.tr("Time")),
            (self.speaker, [part.speaker for part in self.joining.parts if part.speaker], self.tr("Speaker")),
        ):
            open_choice(field, name)
            field.addItems(list(dict.fromkeys(choices)))
        self.time.setFixedWidth(_TIME_PX)
        self.speaker.setEditText(first.speaker or "" if first else "")
        self.merge.setProperty("role", "primary")
        self.merge.setToolTip("Ctrl+Enter")
        self._said.setWordWrap(True)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._build_parts(), 1)
        head = QHBoxLayout()
        title = PlainLabel(self.tr("Result"))
        title.setFont(self._workspace.theme.font("body-strong"))
        title.setBuddy(self.text)
        head.addWidget(title)
        head.addWidget(self._marks, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(self._build_fields())
        if self.joining.beneath:
            column.addWidget(self._build_beneath())
        column.addWidget(self._said)
        column.addWidget(self._buttons)

    def _build_parts(self) -> QScrollArea:
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        for view in self._parts:
            column.addWidget(view)
        column.addStretch(1)
        return _scrolled(inner, self.tr("Copies"))

    def _build_fields(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Time"), "muted"))
        row.addWidget(self.time)
        label = PlainLabel(self.tr("Speaker"), "muted")
        row.addSpacing(8)
        row.addWidget(label)
        row.addWidget(self.speaker, 1)
        row.addStretch(0 if self.joining.is_quote else 1)
        for widget in (label, self.speaker):
            widget.setVisible(self.joining.is_quote)
        return row

    def _build_beneath(self) -> QWidget:
        """What comes along, in the order that it will have."""
        inner, theme = QWidget(), self._workspace.theme
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        count = len(self.joining.beneath)
        heading = PlainLabel(self.tr("Beneath it, in the order of their times: {count}").format(count=count), "faint")
        heading.setFont(theme.font("small"))
        column.addWidget(heading)
        for note in self.joining.beneath:
            line = ElidedLabel(f"{note.stamp}  {shown(note.text).text}".strip(), "muted")
            line.setContentsMargins(14 * note.depth, 0, 0, 0)
            line.setFont(theme.font("small"))
            column.addWidget(line)
        area = _scrolled(inner, self.tr("Beneath it"))
        area.setFixedHeight(min(_BENEATH_PX, inner.sizeHint().height() + 2))
        return area

    def _connect_signals(self) -> None:
        for view in self._parts:
            view.taken.connect(self.take)
        self.text.textChanged.connect(self._refresh)
        self._workspace.told.connect(self._said.setText)
        self._buttons.accepted.connect(self._on_merge_clicked)
        self._buttons.rejected.connect(self.reject)

    # -------------------------------------------------------------------------------------------------- what it shows

    def _refresh(self) -> None:
        """Mark what would be lost, and what nobody said."""
        result, theme = self.text.toPlainText(), self._workspace.theme
        lost = sum(view.show_lost(result, theme) for view in self._parts)
        own = own_words(self.joining.parts, result)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(theme.colour("order"))
        look.setForeground(theme.colour("order_text"))
        self.text.setExtraSelections([self._selected(*_in_utf16(result, span), look) for span in own])
        parts = (
            self.tr("marked above: not in the result") if lost else self.tr("nothing of the copies is missing"),
            self.tr("underlined: in no copy") if own else "",
        )
        self._marks.setText(" · ".join(part for part in parts if part))
        self.merge.setEnabled(bool(result.strip()) and bool(self.joining.items))

    def _selected(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = look
        return selection

    def _written(self, time_s: int) -> str:
        review = self._workspace.review
        return written(time_s, review.state.episode.style) if review else written(time_s)

    # --------------------------------------------------------------------------------------------------- what it does

    def _on_merge_clicked(self) -> None:
        workspace, review = self._workspace, self._workspace.review
        wording = self._wording()
        if review is None or wording is None or not self.joining.items:
            return
        workspace.attempt(partial(self._merge, wording))

    def _merge(self, wording: Wording) -> None:
        workspace, review, item = self._workspace, self._workspace.review, self._item
        if review is None:
            return
        was_open = item is not None and item.is_open
        review.do(join(review.state, self.joining.items, wording))
        self.accept()
        if item is not None and was_open:
            workspace.go_on(item)
        else:
            kept = next(each for each in self.joining.items if review.state.document.has(each))
            workspace.go_to_block(kept)

    def _wording(self) -> Wording | None:
        """What was typed; None, and a word about it, where the time is none."""
        typed = self.time.currentText().strip()
        time_s = parse_typed(typed) if typed else None
        if typed and time_s is None:
            words = self.tr("“{text}” is no time; write it as 12:34, 1:02:03 or in seconds")
            self._said.setText(words.format(text=typed))
            return None
        text = self.text.toPlainText().strip()
        speaker = self.speaker.currentText().strip() if self.joining.is_quote else ""
        return Wording(text, speaker or None, time_s, _source(self.joining.parts, text, speaker or None))


def _source(parts: Sequence[Part], text: str, speaker: str | None) -> EntryId | None:
    return next((part.entry for part in parts if part.text == text and part.speaker == speaker), None)


def _in_utf16(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Qt counts in units of UTF-16."""
    start, end = (len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in span)
    return start, end


def _scrolled(inner: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setProperty("role", "paper")
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    return area


def merge_finding(workspace: Workspace, parent: QWidget) -> QDialog:
    """Merge what the finding in view proposes."""
    review, merge = workspace.review, workspace.item.finding.merge if workspace.item else None
    items = members_to_join(review, merge) if review and merge else ()
    return MergeDialog(workspace, items, parent)


def merge_selected(workspace: Workspace, parent: QWidget) -> QDialog:
    """Merge the rows that the person selected."""
    review = workspace.review
    try:
        items = rows_to_join(review, workspace.selected) if review else ()
    except NotestitchError:
        items = ()
    return MergeDialog(workspace, items, parent)
