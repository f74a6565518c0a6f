"""Source files that changed: what becomes of each decision, and one step that takes them in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from core.model import Entry, EntryId
from core.timecode import written
from core.workflow.revising import Outcome
from ui.desktop.dialogs.checked_list import CheckedList
from ui.desktop.rows.shown_text import shown
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX, _LONGEST = 660, 520, 300
_SIGNS = {  # outcome: icon, colour
    Outcome.KEPT: ("accept", "accepted"),
    Outcome.MOVED: ("next", "accepted"),
    Outcome.TO_CONFIRM: ("help", "duplicate"),
    Outcome.NOT_FOUND: ("lost", "error"),
}


class ReloadDialog(QDialog):
    """Says what was decided about the old notes and where it stands in the new ones, before anything is done.

    What may be meant is asked, with a check box each; what is not found again is listed.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._revision = workspace.watching.revision
        self._asked = list(self._revision.questions.items()) if self._revision is not None else []
        self.setWindowTitle(self.tr("Changed files"))
        self.resize(_WIDTH_PX, _HEIGHT_PX if self._asked or self._lost() else 0)
        self.questions = CheckedList(workspace.theme, [self._question(old, new) for old, new in self._asked])
        self.lost = QListWidget()
        self._buttons = QDialogButtonBox()
        self.take = self._buttons.addButton(self.tr("Take the new notes"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        self.take.setEnabled(self._revision is not None)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._buttons.accepted.connect(self._on_buttons_accepted)
        self._buttons.rejected.connect(self.reject)
        self.take.setFocus()

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        heading = PlainLabel(self._heading())
        heading.setFont(self._workspace.theme.font("heading"))
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addLayout(self._counts())
        if self._asked:
            self.questions.setAccessibleName(self.tr("To confirm"))
            column.addWidget(PlainLabel(self.tr("Is it the same? Uncheck what is not."), "muted"))
            column.addWidget(self.questions, 2)
        if lost := self._lost():
            self.lost.addItems(lost)
            self.lost.setWordWrap(True)
            self.lost.setSpacing(6)
            self.lost.setAccessibleName(self.tr("Not found again"))
            column.addWidget(PlainLabel(self.tr("Not found again:"), "muted"))
            column.addWidget(self.lost, 1)
        says = PlainLabel(self.tr("One step, which Undo takes back. The files are never written."), "muted")
        says.setWordWrap(True)
        column.addWidget(says)
        column.addWidget(self._buttons)

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        lines = [(_SIGNS[outcome], self._words(outcome)) for outcome in Outcome]
        if self._revision is not None and (new := len(self._revision.new)):
            lines.append((("down", "muted"), self.tr("Notes that are new: {count}").format(count=new)))
        if self._revision is not None and (gone := len(self._revision.gone)):
            lines.append((("drop", "muted"), self.tr("Notes that are gone: {count}").format(count=gone)))
        for at, ((icon, role), words) in enumerate(lines):
            sign = QLabel()
            sign.setPixmap(self._workspace.theme.pixmap(icon, role, 16, self.devicePixelRatioF()))
            grid.addWidget(sign, at, 0)
            grid.addWidget(PlainLabel(words), at, 1)
        return grid

    def _heading(self) -> str:
        if self._workspace.watching.about:
            return self._workspace.watching.about
        names = [Path(source.path).name for source in self._workspace.watching.changed if source.parts]
        return self.tr("Changed: {names}").format(names=", ".join(names)) if names else self.tr("Nothing changed")

    def _words(self, outcome: Outcome) -> str:
        count = len(self._revision.of(outcome)) if self._revision is not None else 0
        match outcome:
            case Outcome.KEPT:
                return self.tr("Decisions that stay as they are: {count}").format(count=count)
            case Outcome.MOVED:
                return self.tr("Decisions that move with their notes: {count}").format(count=count)
            case Outcome.TO_CONFIRM:
                return self.tr("Decisions to confirm: {count}").format(count=count)
            case _:
                return self.tr("Decisions whose notes are not found again: {count}").format(count=count)

    def _question(self, old: EntryId, new: EntryId) -> str:
        """What it was, and what it may be now."""
        revision = self._revision
        assert revision is not None  # else there are no questions
        was = revision.before.episode.entries[old]
        now = next(entry for chunk in revision.chunks for entry in chunk.entries if entry.id == new)
        return "\n".join((self._line(was), self._line(now)))

    def _lost(self) -> list[str]:
        """What was decided about notes that are not found again."""
        if self._revision is None:
            return []
        decisions = self._revision.of(Outcome.NOT_FOUND)
        return [
            "\n".join([translated(decision.what), *(self._line(entry) for entry in decision.entries)])
            for decision in decisions
        ]

    def _line(self, entry: Entry) -> str:
        assert self._revision is not None
        stamp = "" if entry.time_s is None else written(entry.time_s, self._revision.before.episode.style)
        return f"{stamp}  {shown(entry.text[:_LONGEST]).text}".strip()

    # --------------------------------------------------------------------------------------------------------- taking

    def _on_buttons_accepted(self) -> None:
        revision, watching = self._revision, self._workspace.watching
        self.accept()
        if revision is None:
            return
        confirmed = dict(self._asked[at] for at in self.questions.checked()) if self._asked else {}
        if confirmed:
            watching.ask_again(confirmed)
        else:
            watching.take(revision)
