"""Auditing a finished merge: it is read beside the notes that are open, or beside those that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import FinishedDocumentError
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import Work
from ui.desktop.widgets.words import translated_of
from ui.desktop.workspace import Choice, Offer, Opened, Workspace

if TYPE_CHECKING:
    from core.workflow.opening import Opened as Read


class Bringing(QObject):
    """Asks for what is missing, and hands the reading to whoever opens things."""

    def __init__(self, workspace: Workspace, go_on: Callable[[Work[Opened]], None]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._go_on = go_on
        workspace.audit_requested.connect(self.audit)
        workspace.bridge.review_opened.connect(self._on_review_opened)

    def audit(self, path: Path) -> None:
        """Audit a document beside the notes that are open; where there are none, ask for them."""
        opened = self._workspace.opened
        if opened is None or opened.read is None:
            self._ask_for_notes(path)
        elif self._workspace.keeping.may_leave(is_closing=False):
            paths = tuple(one for one in opened.paths if one not in self._documents(opened.read))
            self._go_on(bringing(path, opened.read, paths))

    def choices(self) -> tuple[Choice, ...]:
        """The answer that audits the document which lies beside the notes, if there is one."""
        opened = self._workspace.opened
        found = opened.read.finished if opened is not None and opened.read is not None else None
        return (Choice(self.tr("Audit {name}").format(name=found.name), partial(self.audit, found)),) if found else ()

    def offer_instead(self, error: Exception) -> bool:
        """Where a finished document was opened as notes: offer to audit it."""
        if not isinstance(error, FinishedDocumentError) or not error.file:
            return False
        self._ask_for_notes(Path(error.file))
        return True

    def _ask_for_notes(self, path: Path) -> None:
        words = self.tr("{name} is a finished document. It can be audited beside the notes that it was made from.")
        opened = self._workspace.opened
        has_notes = opened is not None and opened.read is not None
        choices = (
            *((Choice(self.tr("Audit it beside these notes"), partial(self.audit, path)),) if has_notes else ()),
            Choice(self.tr("Choose the folder of its notes…"), partial(self._audit_beside_folder, path)),
            Choice(self.tr("Choose the files…"), partial(self._audit_beside_files, path)),
        )
        self._workspace.offered.emit(Offer(words.format(name=path.name), choices))

    def _audit_beside_folder(self, path: Path) -> None:
        folder = self._workspace.prompts.folder_to_open()
        if folder is not None:
            self._audit_beside(path, (folder,))

    def _audit_beside_files(self, path: Path) -> None:
        self._audit_beside(path, self._workspace.prompts.files_to_open())

    def _audit_beside(self, path: Path, sources: Sequence[Path]) -> None:
        if sources and self._workspace.keeping.may_leave(is_closing=False):
            self._go_on(bringing(path, tuple(sources), tuple(sources)))

    def _on_review_opened(self) -> None:
        if choices := self.choices():
            words = self.tr("A finished document lies beside these notes. It is not used unless you want to audit it.")
            self._workspace.offered.emit(Offer(words, choices))

    def _documents(self, read: Read) -> frozenset[Path]:
        return frozenset(Path(file.path) for file in read.files if file.kind.name == "FINISHED")


def bringing(document: Path, sources: Sequence[Path] | Read, paths: tuple[Path, ...]) -> Work[Opened]:
    """Read a finished document beside its notes, and make its panes; raises InputError."""
    from core.workflow.auditing import brought  # noqa: PLC0415 - the panes are painted first

    audit = yield from brought(document, sources, is_judged=False)
    yield 0.9
    chunks_pane = ChunksPane(audit.review)
    yield 0.95
    merged_pane = MergedPane(audit.review)
    notices = tuple(translated_of(notice.message, notice.file) for notice in audit.opened.notices)
    return Opened(
        audit.review,
        chunks_pane,
        merged_pane,
        folder=document.parent,
        notices=notices,
        is_judged=False,
        read=audit.opened,
        paths=(document, *paths),
    )
