"""Undo and redo; afterwards the person looks at what came back."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import FindingId
from ui.desktop.workspace import Action, Workspace


def _can_undo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.undo_label is not None


def _can_redo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.redo_label is not None


def _open_ones(workspace: Workspace) -> frozenset[FindingId]:
    return frozenset(item.id for item in workspace.queue.items if item.is_open) if workspace.queue else frozenset()


def _undo(workspace: Workspace) -> None:
    before = _open_ones(workspace)
    if workspace.review is not None and workspace.review.undo():
        _show_differing(workspace, before)


def _redo(workspace: Workspace) -> None:
    before = _open_ones(workspace)
    if workspace.review is not None and workspace.review.redo():
        _show_differing(workspace, before)


def _show_differing(workspace: Workspace, before: frozenset[FindingId]) -> None:
    differing = before ^ _open_ones(workspace)
    items = workspace.queue.items if workspace.queue else ()
    workspace.go_to(next((item for item in items if item.id in differing), None))


_EDIT = "edit"
ACTIONS = (
    Action(
        "undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        _undo,
        _can_undo,
        keys=("Ctrl+Z",),
        queue_keys=("Backspace",),
        icon="undo",
        menu=_EDIT,
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        _redo,
        _can_redo,
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
        menu=_EDIT,
    ),
)
