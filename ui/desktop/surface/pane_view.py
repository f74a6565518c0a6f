"""A pane with its heading: the chunks on the left, the merged notes on the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.presenting.pane import EDITABLE, Pane
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.hover import RowAction
from ui.desktop.rows.view import RowView
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import ElidedLabel, PlainLabel

_HEADING_PX = 40


class PaneView(QWidget):
    """A title, a line of counts, and the rows."""

    def __init__(
        self, theme: Theme, pane: Pane, title: str, *, strikes_duplicates: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = RowView(theme, pane, strikes_duplicates=strikes_duplicates)
        self.rows.setAccessibleName(title)
        self._title = PlainLabel(title)
        self._counts = ElidedLabel("", role="muted")
        heading = QWidget()
        heading.setFixedHeight(_HEADING_PX)
        line = QHBoxLayout(heading)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._counts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.rows, 1)
        self.setMinimumWidth(220)
        self.setFocusProxy(self.rows)
        self._dress(theme)

    def set_counts(self, counts: str) -> None:
        """The words beside the title, such as "308 notes · 15 chapters"."""
        self._counts.set_full_text(counts)

    def set_theme(self, theme: Theme) -> None:
        self._dress(theme)
        self.rows.set_theme(theme)

    def _dress(self, theme: Theme) -> None:
        self._title.setFont(theme.font("body-strong"))
        self._counts.setFont(theme.font("small"))


class ChunksView(PaneView):
    """Every chunk's entries, in order, as their models wrote them."""

    def __init__(self, theme: Theme, pane: Pane, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("surface", "Chunks")
        super().__init__(theme, pane, title, strikes_duplicates=False, parent=parent)
        self.rows.hover.offers = self._offers

    @staticmethod
    def _offers(row: Row) -> RowAction | None:
        if row.kind not in (RowKind.NOTE, RowKind.QUOTE):
            return None
        if row.mark is Mark.LOST:
            words = QCoreApplication.translate("surface", "Bring this into the merged notes (Alt+Right)")
            return RowAction("bring-in", "bring-in", words)
        return RowAction("show", "link", QCoreApplication.translate("surface", "Show where this went (F12)"))


class MergedView(PaneView):
    """The document; what a pending merge would take away is struck through."""

    def __init__(self, theme: Theme, pane: Pane, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("surface", "Merged")
        super().__init__(theme, pane, title, strikes_duplicates=True, parent=parent)
        self.rows.hover.offers = self._offers

    @staticmethod
    def _offers(row: Row) -> RowAction | None:
        if row.mark is Mark.DUPLICATE:
            words = QCoreApplication.translate("surface", "Merge this into the note that stays")
            return RowAction("merge", "merge", words)
        if row.kind is RowKind.CHAPTER:
            return RowAction("edit", "edit", QCoreApplication.translate("surface", "Rename the chapter (F2)"))
        if row.kind in EDITABLE:
            return RowAction("edit", "edit", QCoreApplication.translate("surface", "Edit this (Enter)"))
        return None
