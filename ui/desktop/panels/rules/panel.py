"""The rules of the final document, live: which are kept, what is found against the others, fix it or show it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.presenting.filters import Filter
from core.presenting.rules import RULES, RuleLine, Standing, rule_lines
from ui.desktop.panels.rules.line import RuleRow
from ui.desktop.theme import Theme
from ui.desktop.workspace import Workspace


class RulesPanel(QWidget):
    """One row for each rule."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._lines: tuple[RuleLine, ...] = ()
        self.rows = {rule.id: RuleRow(rule.id, workspace.theme) for rule in RULES}
        self._column = QVBoxLayout()
        self._build()
        self._connect_signals()
        self.refresh()

    def refresh(self) -> None:
        """Show how the rules stand now."""
        workspace = self._workspace
        lines = rule_lines(workspace.queue, is_detecting=workspace.tasks.is_under_way("detect"))
        kept = sum(line.standing is Standing.KEPT for line in lines)
        words = self.tr("{kept} of {all} rules kept").format(kept=kept, all=len(lines))
        self.setWindowTitle(words if workspace.queue else self.tr("Rules"))
        if lines == self._lines:
            return
        self._lines = lines
        for at, line in enumerate(sorted(lines, key=_is_kept)):
            row = self.rows[line.rule.id]
            row.show_line(line)
            row.set_theme(workspace.theme)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)

    def set_theme(self, theme: Theme) -> None:
        for row in self.rows.values():
            row.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        inner, scroll = QWidget(), QScrollArea()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        inner.setLayout(self._column)
        column = self._column
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(0)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Rules"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(scroll)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.queue_changed.connect(self._on_changed)
        workspace.bridge.review_opened.connect(self._on_changed)
        workspace.tasks.ended.connect(self._on_changed)
        workspace.theme_source.changed.connect(self.set_theme)
        for row in self.rows.values():
            row.fix_wanted.connect(self._on_fix_wanted)
            row.show_wanted.connect(self._on_show_wanted)

    def _line(self, rule: str) -> RuleLine:
        return next(line for line in self._lines if line.rule.id == rule)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_fix_wanted(self, rule: str) -> None:
        self._workspace.mark(frozenset(self._line(rule).fixable))
        self._workspace.dialog_requested.emit("answer-marked")

    def _on_show_wanted(self, rule: str) -> None:
        workspace = self._workspace
        if workspace.queue is not None:
            kinds = Filter(self._line(rule).kinds)
            workspace.go_to(workspace.queue.next_open(workspace.focus.finding, +1, kinds))


def _is_kept(line: RuleLine) -> bool:
    """What is not kept stands above."""
    return line.standing is Standing.KEPT
