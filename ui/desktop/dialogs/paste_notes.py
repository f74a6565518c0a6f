"""Pasting the notes of one chunk, in place of what was read or for a window that is missing; no file is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.errors import NotestitchError
from core.model import ChunkKey, EntryId
from core.work import Work, finished
from core.workflow.review import Review
from core.workflow.revising import Revision, revision
from ui.desktop.widgets.composing import ComposingField
from ui.desktop.widgets.labels import PlainLabel
from ui.desktop.widgets.words import sentence
from ui.desktop.workspace import Workspace

_WIDTH_PX, _HEIGHT_PX = 640, 480


class PasteNotesDialog(QDialog):
    """For the window that the workspace names as ``wanted``; what was dropped or copied stands there at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chunk, self._number, given = workspace.wanted
        self.setWindowTitle(self.tr("Paste notes"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.text = ComposingField()
        self.text.setProperty("role", "line-editor")
        self.text.setAccessibleName(self.tr("Notes"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(workspace.theme.font("body"))
        self.text.setPlaceholderText('- [12:34] …\n  - [12:40] …\n\n> "[12:41] …" — …')
        self.said = PlainLabel("", "error")
        self.said.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self.take = self._buttons.addButton(self.tr("Take these notes"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._buttons.accepted.connect(self._on_take_clicked)
        self._buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.setPlainText(_copied() if given is None else given)
        self.text.selectAll()
        self._on_text_changed()
        self.text.setFocus()

    def _build(self) -> None:
        heading = PlainLabel(self._heading())
        heading.setFont(self._workspace.theme.font("heading"))
        says = PlainLabel(
            self.tr("They take the place of what was read, in one step that Undo takes back. No file is written."),
            "muted",
        )
        says.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (heading, says):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        column.addWidget(self._buttons)

    def _heading(self) -> str:
        review = self._workspace.review
        chunk = review.state.episode.by_key.get(self._chunk) if review and self._chunk else None
        number = chunk.number if chunk else self._number
        return self.tr("The notes of chunk {number}").format(number=number)

    def _on_text_changed(self) -> None:
        self.said.setText("")
        self.take.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_take_clicked(self) -> None:
        review = self._workspace.review
        if review is None:
            self.reject()
            return
        make = partial(_making, review, self._chunk, self.text.toPlainText(), self._number)
        try:
            finished(make({}))  # what is no notes at all is said here, where it can be put right
        except NotestitchError as error:
            self.said.setText(sentence(error.message))
            return
        self._workspace.watching.revise(make, self._heading())
        self.accept()


def _copied() -> str:
    """What was copied, if it looks like notes."""
    text = QGuiApplication.clipboard().text()
    return text if "[" in text else ""


def _making(
    review: Review, chunk: ChunkKey | None, text: str, number: int, confirmed: Mapping[EntryId, EntryId]
) -> Work[Revision]:
    return revision(review, chunk, text, number=number, confirmed=confirmed)
