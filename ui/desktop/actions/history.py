"""Undo and redo; afterwards the person looks at what came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.presenting.changed import first_changed
from ui.desktop.workspace import Action, Workspace

if TYPE_CHECKING:
    from core.model import Document
    from core.presenting.queue_item import QueueItem
    from core.workflow.review import Review


def _can_undo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.undo_label is not None


def _can_redo(workspace: Workspace) -> bool:
    return workspace.review is not None and workspace.review.redo_label is not None


def _undo(workspace: Workspace) -> None:
    if workspace.review is not None:
        _step(workspace, workspace.review, workspace.review.undo)


def _redo(workspace: Workspace) -> None:
    if workspace.review is not None:
        _step(workspace, workspace.review, workspace.review.redo)


def _step(workspace: Workspace, review: Review, step: Callable[[], bool]) -> None:
    """Take a step, and go to the finding that it opened or closed, or else to what it changed."""
    document, items = review.state.document, workspace.queue.items if workspace.queue else ()
    if step():
        workspace.following.when_there(partial(_look, workspace, review, document, items))


def _look(workspace: Workspace, review: Review, document: Document, items: Sequence[QueueItem]) -> None:
    turned = workspace.queue.first_turned(items) if workspace.queue else None
    is_shown = turned is not None and bool(turned.entries)
    changed = None if is_shown else first_changed(document, review.state.document, workspace.focus.block)
    if changed is not None:
        workspace.go_to_block(changed)
    else:
        workspace.go_to(turned)


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
