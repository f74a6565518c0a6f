"""One copy of what a finding is about: where it is from, what stands around it, its words, the telling ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.desktop.rows.shown_text import read
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from ui.desktop.widgets.marked_text import MarkedText
from ui.desktop.widgets.words import translated

if TYPE_CHECKING:
    from core.presenting.evidence import Context, Copy

_LONGEST = 200  # characters of a neighbour


class CopyView(QWidget):
    """A copy under a line that says where it comes from.

    Signals:
        words_wanted(int): Merge, and take the words of the copy with this number (from 1).
        leaving_out_wanted(int): Take the copy with this number out of the merge.
    """

    words_wanted = Signal(int)
    leaving_out_wanted = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._origin = PlainLabel("", "muted")
        self._state = PlainLabel("", "accepted")
        self._use, self._leave_out = QToolButton(), QToolButton()
        self._around = QWidget(), QWidget()
        self._parent, self._before, self._after = (ElidedLabel("", "faint") for _ in range(3))
        self.text = MarkedText()
        for button in (self._use, self._leave_out):
            button.setProperty("role", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._use.setText(self.tr("Use these words"))
        self._leave_out.setText(self.tr("Leave out"))
        self._build()
        self._use.clicked.connect(self._on_use_clicked)
        self._leave_out.clicked.connect(self._on_leave_out_clicked)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(6)
        top.addWidget(self._origin)
        top.addWidget(self._state)
        top.addStretch(1)
        top.addWidget(self._use)
        top.addWidget(self._leave_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        above, below = self._around
        for around, labels in ((above, (self._parent, self._before)), (below, (self._after,))):
            lines = QVBoxLayout(around)
            lines.setContentsMargins(11, 0, 4, 0)
            lines.setSpacing(2)
            for label in labels:
                lines.addWidget(label)
        for widget in (above, self.text, below):
            column.addWidget(widget)

    def set_context_visible(self, *, is_visible: bool) -> None:
        """Whether there is room for what stands around the copy."""
        for around in self._around:
            around.setVisible(is_visible)

    def show_copy(self, copy: Copy, theme: Theme, *, use_keys: str, leave_out_keys: str) -> None:
        """Show a copy; the keys are those that take its words or leave it out, empty where that cannot be done."""
        origin = " · ".join(part for part in (translated(copy.origin), copy.stamp) if part)
        self._origin.setText(origin)
        self._origin.setFont(theme.font("small"))
        self._state.setText(self.tr("left out") if copy.is_left_out else self.tr("in use") if copy.is_kept else "")
        self._state.set_role("muted" if copy.is_left_out else "accepted")
        self._state.setFont(theme.font("strong"))
        self._use.setVisible(bool(use_keys))
        self._use.setText(self.tr("Use") if leave_out_keys else self.tr("Use these words"))
        self._use.setToolTip(plain_tooltip(f"{self.tr('Merge with the words of this copy')} ({use_keys})"))
        self._use.setAccessibleName(self.tr("Use the words of {origin}").format(origin=origin))
        self._leave_out.setVisible(bool(leave_out_keys))
        self._leave_out.setToolTip(plain_tooltip(f"{self.tr('It says something else')} ({leave_out_keys})"))
        self._leave_out.setAccessibleName(self.tr("Leave out {origin}").format(origin=origin))
        self._show_context(copy.context, theme)
        self.text.setAccessibleName(origin)
        self.text.show_text(copy.text, copy.marked, copy.speaker, theme)

    def _show_context(self, context: Context, theme: Theme) -> None:
        lines = (
            (self._parent, "↳ {text}", self.tr("Beneath: {text}"), context.parent),
            (self._before, "↑ {text}", self.tr("Before it: {text}"), context.before),
            (self._after, "↓ {text}", self.tr("After it: {text}"), context.after),
        )
        for label, sign, spoken, outside in lines:
            text = read(outside[:_LONGEST]).text
            label.setVisible(bool(text))
            label.setFont(theme.font("small"))
            label.set_full_text(sign.format(text=text))
            label.setAccessibleName(spoken.format(text=text))

    def _on_use_clicked(self) -> None:
        self.words_wanted.emit(self._number)

    def _on_leave_out_clicked(self) -> None:
        self.leaving_out_wanted.emit(self._number)
