"""One rule: a sign for how it stands, its words, what is found against it, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from core.presenting.rules import RuleLine, Standing
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated

_SIGNS = {
    Standing.KEPT: ("accept", "accepted_text"),
    Standing.BROKEN: ("warning", "duplicate_text"),
    Standing.CHECKING: ("clock", "muted"),
}
_ICON_PX = 16


class RuleRow(QWidget):
    """A rule of the panel.

    Signals:
        fix_wanted(str): Set right what is found against the rule with that id.
        show_wanted(str): Go to the next finding against it.
    """

    fix_wanted = Signal(str)
    show_wanted = Signal(str)

    def __init__(self, rule: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self._standing = Standing.CHECKING
        self.sign = QLabel()
        self.words = PlainLabel()
        self.state = PlainLabel("", "muted")
        self.show_button, self.fix_button = QToolButton(), QToolButton()
        self._build()
        self.fix_button.clicked.connect(self._on_fix_clicked)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.set_theme(theme)

    def show_line(self, line: RuleLine) -> None:
        """Show how the rule stands."""
        self._standing = line.standing
        words = translated(line.rule.words)
        self.words.setText(words)
        self.state.setText(self._state_words(line))
        self.state.setVisible(line.standing is not Standing.BROKEN)
        self.show_button.setVisible(bool(line.open))
        self.fix_button.setVisible(bool(line.fixable))
        self.show_button.setText(self.tr("Show {count}").format(count=line.open))
        self.fix_button.setText(self.tr("Fix {count}").format(count=len(line.fixable)))
        self.fix_button.setAccessibleName(self.tr("Fix: {rule}").format(rule=words))
        self.show_button.setAccessibleName(self.tr("Show: {rule}").format(rule=words))
        self.setAccessibleName(f"{words}: {self.state.text()}")
        self.state.setAccessibleName(self.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        icon, role = _SIGNS[self._standing]
        self.sign.setPixmap(theme.pixmap(icon, role, _ICON_PX, self.devicePixelRatioF()))
        self.words.setFont(theme.font("strong" if self._standing is Standing.BROKEN else "small"))
        self.state.setFont(theme.font("small"))

    def _state_words(self, line: RuleLine) -> str:
        match line.standing:
            case Standing.KEPT:
                return self.tr("kept")
            case Standing.CHECKING:
                return self.tr("checking…")
            case Standing.BROKEN:
                return self.tr("{count} found").format(count=line.open)

    def _build(self) -> None:
        self.words.setWordWrap(True)
        for button in (self.fix_button, self.show_button):
            button.setProperty("role", "chip")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        for widget in (self.state, self.fix_button, self.show_button):
            row.addWidget(widget)

    def _on_fix_clicked(self) -> None:
        self.fix_wanted.emit(self._rule)

    def _on_show_clicked(self) -> None:
        self.show_wanted.emit(self._rule)
