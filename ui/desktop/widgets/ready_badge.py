"""Says with a sign, a word and a colour whether the document is ready; knows nothing of reviews."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import plain_tooltip

_ICON_PX = 14


class ReadyBadge(QToolButton):
    """A flat button; ``clicked`` asks for the first thing that is open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: int | None = None
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setProperty("role", "badge")
        self.show_count(None)

    def show_count(self, count: int | None, about: str = "") -> None:
        """How many things are open, and perhaps what of; None: that is being found out."""
        self._count = count
        if count is None:
            words, says = self.tr("checking…"), self.tr("The export is being checked.")
        elif count == 0:
            words = self.tr("Ready")
            says = self.tr("The export was read again and checked: nothing is open and nothing is lost.")
        else:
            words = self.tr("{count} until ready").format(count=count)
            says = " ".join(part for part in (about, self.tr("Click to go to the first.")) if part)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(says))
        self.setAccessibleDescription(says)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        sign, role = ("clock", "muted") if self._count is None else ("warning", "duplicate_text")
        sign, role = ("accept", "accepted_text") if self._count == 0 else (sign, role)
        self.setIcon(theme.icon(sign, role, _ICON_PX))
        self.setProperty("state", {None: "checking", 0: "ready"}.get(self._count, "open"))
        self.style().unpolish(self)
        self.style().polish(self)
