"""Undo and redo; afterwards the person looks at what came back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.desktop.workspace import Action, Workspace

if TYPE_CHECKING:
    from core.presenting.queue import QueueItem


def _can_undo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.undo_label is not None


def _can_redo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.redo_label is not None


def _undo(workspace: Workspace) -> None:
    before = _items(workspace)
    if workspace.review is not None and workspace.review.undo():
        _show_differing(workspace, before)


def _redo(workspace: Workspace) -> None:
    before = _items(workspace)
    if workspace.review is not None and workspace.review.redo():
        _show_differing(workspace, before)


def _items(workspace: Workspace) -> Sequence[QueueItem]:
    return workspace.queue.items if workspace.queue else ()


def _show_differing(workspace: Workspace, before: Sequence[QueueItem]) -> None:
    """Go to the first finding that is open again, or that is not any more."""
    workspace.go_to(workspace.queue.first_turned(before) if workspace.queue else None)


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
