"""The evidence card: what speaks for and against the finding in view, and what can be done about it.

With no finding in view it says where the current note or quote comes from.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.panels.evidence.copies import CopyView
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel, plain_tooltip
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import EVERY_KIND, Action, Workspace

if TYPE_CHECKING:
    from core.messages import Message
    from core.presenting.evidence import Copy, Evidence

MOST_COPIES = 12


class EvidencePanel(QWidget):
    """The card of one finding or one block."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: object = None
        self._copies: list[CopyView] = []
        self._buttons: dict[str, QPushButton] = {}
        self._verdict = PlainLabel("", "accepted")
        self._why = PlainLabel("", "muted")
        self._copies_box = QVBoxLayout()
        self._reasons_title = PlainLabel(self.tr("Why"), "faint")
        self._reasons = QVBoxLayout()
        self._actions = QGridLayout()
        self._scroll = QScrollArea()
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self._verdict.setFont(theme.font("strong"))
        for label in (self._why, self._reasons_title):
            label.setFont(theme.font("small"))
        self._show_focus(is_forced=True)

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(6)
        column.addWidget(self._verdict)
        self._why.setWordWrap(True)
        column.addWidget(self._why)
        self._copies_box.setSpacing(10)
        self._reasons.setSpacing(3)
        column.addLayout(self._copies_box)
        column.addSpacing(4)
        column.addWidget(self._reasons_title)
        column.addLayout(self._reasons)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._build_frame()
        self._build_buttons()

    def _build_frame(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Evidence"))
        self._actions.setContentsMargins(14, 8, 14, 12)
        self._actions.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._actions)

    def _build_buttons(self) -> None:
        primary: dict[str, str] = {}  # kind → the first action that is made for it
        for action in self._workspace.actions.values():
            for kind in action.answers:
                primary.setdefault(kind, action.id)
        leading = {action for kind, action in primary.items() if kind != EVERY_KIND}
        for action in self._workspace.actions.values():
            if action.answers:
                self._buttons[action.id] = self._button(action, is_primary=action.id in leading)

    def _button(self, action: Action, *, is_primary: bool) -> QPushButton:
        button = QPushButton(action.words.replace("&", "&&"), self)
        button.setProperty("role", "primary" if is_primary else "")
        button.setAccessibleName(action.words)
        keys = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys[:1])
        button.setToolTip(plain_tooltip(f"{action.words} ({keys})" if keys else action.words))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._workspace.run, action))
        button.hide()
        return button

    def _connect_signals(self) -> None:
        self._workspace.focus_changed.connect(self._on_focus_changed)
        self._workspace.queue_changed.connect(self._on_queue_changed)
        self._workspace.theme_source.changed.connect(self.set_theme)

    def _on_focus_changed(self) -> None:
        self._show_focus()

    def _on_queue_changed(self) -> None:
        self._show_focus()

    def _show_focus(self, *, is_forced: bool = False) -> None:
        evidence = self._evidence()
        shown = (self._workspace.focus.finding, evidence)
        if shown == self._shown and not is_forced:
            return
        self._shown = shown
        self._scroll.verticalScrollBar().setValue(0)
        self.setWindowTitle(translated(evidence.title) if evidence else self.tr("Nothing selected"))
        verdict = translated(evidence.verdict) if evidence and evidence.verdict else ""
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        why = self._why_words(evidence)
        self._why.setText(why[:1].upper() + why[1:])
        self._why.setVisible(bool(why))
        self._show_copies(evidence.copies if evidence else ())
        self._show_reasons(evidence)
        self._show_buttons()

    def _why_words(self, evidence: Evidence | None) -> str:
        if evidence is None:
            return self.tr("Choose a finding in the list above, or a line of the document.")
        return " · ".join(translated(message) for message in (evidence.why, evidence.marks) if message)

    def _evidence(self) -> Evidence | None:
        workspace = self._workspace
        if workspace.review is None:
            return None
        from core.presenting.evidence import evidence_of, origin_of  # noqa: PLC0415 - not for the first paint

        if workspace.item is not None:
            return evidence_of(workspace.review, workspace.item)
        return origin_of(workspace.review, workspace.focus.block) if workspace.focus.block else None

    def _show_copies(self, copies: tuple[Copy, ...]) -> None:
        shown = copies[:MOST_COPIES]
        while len(self._copies) < len(shown):
            view = CopyView(len(self._copies) + 1)
            view.words_wanted.connect(self._on_words_wanted)
            self._copies_box.addWidget(view)
            self._copies.append(view)
        for number, view in enumerate(self._copies, 1):
            view.setVisible(number <= len(shown))
            if number <= len(shown):
                take = self._workspace.actions.get(f"take-{number}")
                can_take = take is not None and take.can(self._workspace) and not shown[number - 1].is_kept
                keys = QKeySequence(take.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if take else ""
                view.show_copy(shown[number - 1], self._workspace.theme, keys=keys, can_take=can_take)

    def _show_reasons(self, evidence: Evidence | None) -> None:
        while (old := self._reasons.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        reasons = evidence.reasons if evidence else ()
        against = evidence.against if evidence else ()
        for message in reasons:
            self._reasons.addWidget(self._reason("✓", message, "accepted"))
        for message in against:
            self._reasons.addWidget(self._reason("!", message, "duplicate"))
        self._reasons_title.setVisible(bool(reasons or against))

    def _reason(self, sign: str, message: Message, role: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = PlainLabel(sign, role)
        mark.setFont(self._workspace.theme.font("strong"))
        mark.setFixedWidth(12)
        words = translated(message)
        label = PlainLabel(words[:1].upper() + words[1:])
        label.setWordWrap(True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return box

    def _show_buttons(self) -> None:
        answers = self._workspace.answers()
        for button in self._buttons.values():
            self._actions.removeWidget(button)
            button.hide()
        for at, action in enumerate(answers):
            button = self._buttons[action.id]
            if action.says is not None:
                words = action.words_for(self._workspace)
                button.setText(words.replace("&", "&&"))
                button.setAccessibleName(words)
                button.setToolTip(plain_tooltip(words))
            self._actions.addWidget(button, at // 2, at % 2)
            button.show()

    def _on_words_wanted(self, number: int) -> None:
        action = self._workspace.actions.get(f"take-{number}")
        if action is not None:
            self._workspace.run(action)
