"""Opening, pasting, saving and exporting."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QMimeData
from PySide6.QtGui import QGuiApplication

from core.model import SourceChunk
from ui.desktop.theme import RESOURCES
from ui.desktop.workspace import Action, Choice, Offer, Wanted, Workspace

SAMPLE = RESOURCES / "sample"


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """The local files and folders that were dropped or pasted."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def input_in(data: QMimeData | None) -> tuple[Path, ...] | str | None:
    """What can be opened of something dropped or pasted: files, else text, else nothing."""
    if data is None:
        return None
    return paths_in(data) or (data.text() if data.hasText() and data.text().strip() else None)


def _always(_: Workspace) -> bool:
    return True


def has_review(workspace: Workspace) -> bool:
    return workspace.review is not None


def _open(workspace: Workspace) -> None:
    if paths := workspace.prompts.files_to_open():
        workspace.open_requested.emit(paths)


def _open_folder(workspace: Workspace) -> None:
    if folder := workspace.prompts.folder_to_open():
        workspace.open_requested.emit((folder,))


def _open_merge(workspace: Workspace) -> None:
    if paths := workspace.prompts.files_to_open():
        workspace.audit_requested.emit(paths[0])


def _open_sample(workspace: Workspace) -> None:
    workspace.open_requested.emit((SAMPLE,))


def _paste(workspace: Workspace) -> None:
    found = input_in(QGuiApplication.clipboard().mimeData())
    if found is None:
        workspace.told.emit(workspace.tr("The clipboard holds no text and no file"))
    elif workspace.review is None:
        _open_brought(workspace, found)
    else:
        asks = workspace.tr("An episode is open. What is to be done with what you copied?")
        _ask_about(workspace, found, asks)


def take_dropped(workspace: Workspace, found: tuple[Path, ...] | str) -> None:
    """Files were dropped to be opened; a text may have been meant for something else, or slipped."""
    if isinstance(found, str) and workspace.review is not None:
        _ask_about(workspace, found, workspace.tr("An episode is open. What is to be done with what you dropped?"))
    else:
        _open_brought(workspace, found)


def _open_brought(workspace: Workspace, found: tuple[Path, ...] | str) -> None:
    workspace.open_requested.emit(found)


def _ask_about(workspace: Workspace, found: tuple[Path, ...] | str, asks: str) -> None:
    """Nothing takes the place of an open episode unasked; what was brought may be the notes that a chunk lacks."""
    choices = [
        Choice(workspace.tr("Open as another episode"), partial(_open_brought, workspace, found)),
        Choice(workspace.tr("Cancel"), _stay),
    ]
    if isinstance(found, str) and (chunk := _chunk_in_want(workspace)) is not None:
        words = workspace.tr("Paste the notes of chunk {number}").format(number=chunk.number)
        choices.insert(0, Choice(words, partial(_paste_notes, workspace, chunk, found)))
    elif isinstance(found, str) and (chunk := _chunk_in_view(workspace)) is not None:
        words = workspace.tr("Replace the notes of chunk {number}…").format(number=chunk.number)
        choices.insert(1, Choice(words, partial(_paste_notes, workspace, chunk, found)))
    workspace.offered.emit(Offer(asks, tuple(choices)))


def _chunk_in_want(workspace: Workspace) -> SourceChunk | None:
    """The chunk in view, if it has no notes of its own."""
    from core.presenting.health import takes_notes  # noqa: PLC0415 - it brings the checks

    item, review = workspace.item, workspace.review
    if item is None or review is None or item.finding.chunk is None or not takes_notes(item):
        return None
    return review.state.episode.by_key.get(item.finding.chunk)


def _chunk_in_view(workspace: Workspace) -> SourceChunk | None:
    """The chunk of the note or quote that the person looks at."""
    review, entry = workspace.review, workspace.focus.entry
    found = review.state.episode.entries.get(entry) if review is not None and entry is not None else None
    return review.state.episode.by_key[found.chunk] if review is not None and found is not None else None


def _paste_notes(workspace: Workspace, chunk: SourceChunk, text: str) -> None:
    workspace.wanted = Wanted(chunk.key, text=text)
    workspace.dialog_requested.emit("paste-notes")


def _stay() -> None:
    """It stays as it is."""


def _save(workspace: Workspace) -> None:
    workspace.view_requested.emit("keep-edit")
    workspace.keeping.save()


def _save_copy(workspace: Workspace) -> None:
    workspace.view_requested.emit("keep-edit")
    workspace.keeping.save_copy()


def _reload(workspace: Workspace) -> None:
    workspace.view_requested.emit("keep-edit")
    workspace.watching.look()


def _export(workspace: Workspace) -> None:
    workspace.view_requested.emit("keep-edit")
    workspace.dialog_requested.emit("export")


def _export_again(workspace: Workspace) -> None:
    if workspace.exporting.last is None:
        _export(workspace)
        return
    workspace.view_requested.emit("keep-edit")
    workspace.exporting.again()


def _close(workspace: Workspace) -> None:
    workspace.view_requested.emit("close")


_FILE = "file"
ACTIONS = (
    Action(
        "open",
        QT_TRANSLATE_NOOP("actions", "Open…"),
        _open,
        _always,
        keys=("Ctrl+O",),
        icon="open",
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "open-folder",
        QT_TRANSLATE_NOOP("actions", "Open folder…"),
        _open_folder,
        _always,
        keys=("Ctrl+Shift+O",),
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("actions", "Paste notes"),
        _paste,
        _always,
        keys=("Ctrl+V",),
        icon="paste",
        menu=_FILE,
    ),
    Action("open-merge", QT_TRANSLATE_NOOP("actions", "Open a merge to audit…"), _open_merge, _always, menu=_FILE),
    Action("sample", QT_TRANSLATE_NOOP("actions", "Open the sample episode"), _open_sample, _always, menu=_FILE),
    Action(
        "save",
        QT_TRANSLATE_NOOP("actions", "Save"),
        _save,
        has_review,
        keys=("Ctrl+S",),
        icon="save",
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "save-copy",
        QT_TRANSLATE_NOOP("actions", "Save a copy…"),
        _save_copy,
        has_review,
        keys=("Ctrl+Shift+S",),
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "reload",
        QT_TRANSLATE_NOOP("actions", "Look for changed files"),
        _reload,
        has_review,
        keys=("F5",),
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "export",
        QT_TRANSLATE_NOOP("actions", "Export…"),
        _export,
        has_review,
        keys=("Ctrl+Shift+E",),
        icon="export",
        menu=_FILE,
        while_typing=True,
    ),
    Action(
        "export-again",
        QT_TRANSLATE_NOOP("actions", "Export again"),
        _export_again,
        has_review,
        keys=("Ctrl+Shift+R",),
        menu=_FILE,
        while_typing=True,
    ),
)

LEAVING = (  # last in its menu
    Action(
        "close",
        QT_TRANSLATE_NOOP("actions", "Close"),
        _close,
        _always,
        keys=("Ctrl+Q",),
        menu=_FILE,
        while_typing=True,
    ),
)
