"""The evidence card: what speaks for and against the finding in view, and what can be done about it.

With no finding in view it says where the current note or quote comes from.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.model import FindingId, ItemId
from ui.desktop.panels.evidence.answers import AnswerBar
from ui.desktop.panels.evidence.copies import CopyView
from ui.desktop.panels.evidence.sentences import Sentences
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import sentences, translated
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from core.presenting.evidence import Copy, Evidence

MOST_COPIES = 12
ROOM_PX = 300  # height from which on there is room for what stands around the copies
LONGEST_OUTCOME = 160  # characters of each sentence


class EvidencePanel(QWidget):
    """The card of one finding or one block."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: object = None
        self._looked_at: tuple[FindingId | None, ItemId | None] = (None, None)
        self._soon = QTimer(self)  # a decision mostly goes on at once: what it leaves behind need not be shown
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._copies: list[CopyView] = []
        self._verdict = PlainLabel("", "accepted")
        self._why = PlainLabel("", "muted")
        self._place = PlainLabel("", "faint")
        self._vetoes = Sentences("≠", "duplicate", frame="veto")
        self._copies_box = QVBoxLayout()
        self._reasons_title = PlainLabel(self.tr("Why"), "faint")
        self._reasons = Sentences("✓", "accepted")
        self._outcome = PlainLabel("", "muted")
        self.answers = AnswerBar(workspace)
        self._scroll = QScrollArea()
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)

    def set_theme(self, theme: Theme) -> None:
        self.answers.set_theme(theme)
        self._verdict.setFont(theme.font("strong"))
        for label in (self._why, self._place, self._reasons_title, self._outcome):
            label.setFont(theme.font("small"))
        self._show_focus(is_forced=True)

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 2, 12, 4)  # the frame of the focus has the other two
        column.setSpacing(6)
        for label in (self._verdict, self._why, self._place, self._outcome):
            label.setWordWrap(True)
        for widget in (self._verdict, self._why, self._place, self._vetoes):
            column.addWidget(widget)
        self._copies_box.setSpacing(8)
        column.addLayout(self._copies_box)
        column.addSpacing(4)
        column.addWidget(self._reasons_title)
        column.addWidget(self._reasons)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._build_frame()

    def _build_frame(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Evidence"))
        self.setFocusProxy(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._outcome)
        outer.addWidget(self.answers)
        self._outcome.setContentsMargins(14, 6, 14, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_contexts()

    def _show_contexts(self) -> None:
        """What stands around the copies, where there is room; the copies themselves come first."""
        for view in self._copies:
            view.set_context_visible(is_visible=self.height() >= ROOM_PX)

    def _connect_signals(self) -> None:
        self._workspace.focus_changed.connect(self._on_focus_changed)
        self._workspace.queue_changed.connect(self._on_queue_changed)
        self._workspace.marked_changed.connect(self._show_answers)
        self._workspace.theme_source.changed.connect(self.set_theme)
        self._soon.timeout.connect(self._show_focus)

    def _on_focus_changed(self) -> None:
        focus = self._workspace.focus
        if (focus.finding, focus.block) == self._looked_at:
            self._soon.start()
        else:
            self._show_focus()

    def _on_queue_changed(self) -> None:
        self._soon.start()

    def _show_focus(self, *, is_forced: bool = False) -> None:
        focus = self._workspace.focus
        self._soon.stop()
        self._looked_at = (focus.finding, focus.block)
        evidence = self._evidence()
        if (focus.finding, evidence) == self._shown and not is_forced:
            return
        self._shown = (focus.finding, evidence)
        self._scroll.verticalScrollBar().setValue(0)
        self.setWindowTitle(translated(evidence.title) if evidence else self.tr("Nothing selected"))
        verdict = translated(evidence.verdict) if evidence and evidence.verdict else ""
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        why = self._why_words(evidence)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        place = " · ".join(sentences(evidence.place)) if evidence else ""
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._show_copies(evidence.copies if evidence else ())
        self._show_reasons(evidence)
        self._show_outcome(evidence)
        self._show_answers()

    def _why_words(self, evidence: Evidence | None) -> str:
        if evidence is None:
            return self.tr("Choose a finding in the list above, or a line of the document.")
        return " · ".join(sentences(message for message in (evidence.why, evidence.marks) if message))

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
            view.words_wanted.connect(partial(self._run_numbered, "take"))
            view.leaving_out_wanted.connect(partial(self._run_numbered, "exclude"))
            self._copies_box.addWidget(view)
            self._copies.append(view)
        for number, view in enumerate(self._copies, 1):
            view.setVisible(number <= len(shown))
            if number <= len(shown):
                copy = shown[number - 1]
                use = "" if copy.is_kept else self._keys_of(f"take-{number}")
                view.set_context_visible(is_visible=self.height() >= ROOM_PX)
                view.show_copy(
                    copy, self._workspace.theme, use_keys=use, leave_out_keys=self._keys_of(f"exclude-{number}")
                )

    def _keys_of(self, name: str) -> str:
        """The keys of an action that can be done now, else nothing."""
        action = self._workspace.actions.get(name)
        if action is None or not action.can(self._workspace):
            return ""
        return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)

    def _show_reasons(self, evidence: Evidence | None) -> None:
        theme = self._workspace.theme
        self._vetoes.show_sentences(evidence.against if evidence else (), theme)
        self._reasons.show_sentences(evidence.reasons if evidence else (), theme)
        self._reasons_title.setVisible(bool(evidence and evidence.reasons))

    def _show_outcome(self, evidence: Evidence | None) -> None:
        """What the first of the buttons would do."""
        sentences = [translated(message)[:LONGEST_OUTCOME] for message in evidence.outcome] if evidence else []
        self._outcome.setText("→ " + " · ".join(sentences))
        self._outcome.setVisible(bool(sentences))

    def _show_answers(self) -> None:
        self.answers.show_answers(self._workspace.answers())

    def _run_numbered(self, name: str, number: int) -> None:
        action = self._workspace.actions.get(f"{name}-{number}")
        if action is not None:
            self._workspace.run(action)
