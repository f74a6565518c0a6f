"""The three summary lines: edited here or in the document, with words of the notes to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.presenting.summary import offers, summary_lines
from core.workflow import propose
from core.workflow.propose import Edit
from ui.desktop.panels.summary.line_box import LineBox
from ui.desktop.tasks import Task
from ui.desktop.theme import Theme
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.workspace import Workspace

LINES = 3


class SummaryPanel(QWidget):
    """One box for each line."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.boxes = tuple(LineBox(at) for at in range(LINES))
        self._says = PlainLabel(self.tr("Exactly three lines tell what the episode is about."), "muted")
        self._says.setWordWrap(True)
        self.setWindowTitle(self.tr("Summary"))
        self.setFocusProxy(self.boxes[0].editor)
        self._build()
        self._connect_signals()
        self.set_theme(workspace.theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        for box in self.boxes:
            box.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_theme(self._workspace.theme)  # the style sheet takes the font from what was never shown

    def refresh(self) -> None:
        """Show the lines of now."""
        review = self._workspace.review
        lines = summary_lines(review) if review else ()
        for at, box in enumerate(self.boxes):
            box.setEnabled(at < len(lines))
            if at < len(lines):
                box.show_line(lines[at])

    def _build(self) -> None:
        inner, scroll = QWidget(), QScrollArea()  # a dock may be lower than three lines
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 2, 12, 12)
        column.setSpacing(14)
        column.addWidget(self._says)
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the line that has the focus
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect_signals(self) -> None:
        workspace = self._workspace
        workspace.bridge.review_opened.connect(self.refresh)
        workspace.bridge.review_changed.connect(self.refresh)
        workspace.theme_source.changed.connect(self.set_theme)
        workspace.view_requested.connect(self._on_view_requested)
        for box in self.boxes:
            box.editor.waits.connect(workspace.bursts.wait)
            box.typed.connect(self._on_box_typed)
            box.kept.connect(self._on_box_kept)
            box.given_up.connect(self._on_box_given_up)
            box.chosen.connect(self._on_box_chosen)
            box.offers_wanted.connect(self._on_box_offers_wanted)

    def _on_box_typed(self, at: int, text: str) -> None:
        self._workspace.bursts.take(_place(at), partial(self._edit_of, at, text))

    def _on_box_kept(self, at: int, text: str) -> None:
        if not self._workspace.bursts.keep(_place(at), partial(self._edit_of, at, text)):
            self._on_box_given_up(at)

    def _on_box_given_up(self, at: int) -> None:
        self._workspace.bursts.leave(_place(at))

    def _on_box_chosen(self, at: int, text: str) -> None:
        self._workspace.do(self._edit_of(at, text))

    def _on_view_requested(self, name: str) -> None:
        if name == "keep-edit":
            for box in self.boxes:
                box.editor.keep()

    def _edit_of(self, at: int, text: str) -> Edit | None:
        review = self._workspace.review
        is_there = review is not None and at < len(review.state.document.summary)
        return propose.set_summary_line(review.state, at, text) if review is not None and is_there else None

    def _on_box_offers_wanted(self, at: int) -> None:
        review = self._workspace.review
        if review is not None:
            words, done = self.tr("Looking for words"), partial(self._on_offers_made, at)
            self._workspace.tasks.start(Task("offers", words, offers(review), done))

    def _on_offers_made(self, at: int, found: tuple[tuple[str, ...], ...]) -> None:
        if at < len(found):
            self.boxes[at].offer(found[at])


def _place(at: int) -> str:
    """The name of a line as a place to type in."""
    return f"summary-panel:{at}"
