"""Taking over what somebody else decided on the same notes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.errors import NotestitchError
from ui.desktop.actions.files import has_review
from ui.desktop.tasks import Task
from ui.desktop.workspace import Action, Workspace

if TYPE_CHECKING:
    from core.workflow.propose import Tried


def take_decisions(workspace: Workspace, path: Path) -> None:
    """Take over the decisions of a log, as one step."""
    from core.workflow.taking import taking  # noqa: PLC0415 - it loads the store

    review = workspace.review
    if review is None:
        workspace.told.emit(workspace.tr("Open the notes first that the decisions were made on"))
        return

    def done(tried: Tried) -> None:
        workspace.following.do(tried, partial(_tell, workspace))

    def failed(error: Exception) -> None:
        if isinstance(error, NotestitchError):
            workspace.tell(error.message)
        else:
            workspace.tasks.failed.emit(error)

    words = workspace.tr("Taking over decisions")
    workspace.tasks.start(Task("take-decisions", words, taking(path, review), done, failed))


def _tell(workspace: Workspace, tried: Tried) -> None:
    if tried.edit is not None:
        workspace.tell(tried.edit.label)


def _take(workspace: Workspace) -> None:
    if paths := workspace.prompts.files_to_open():
        take_decisions(workspace, paths[0])


ACTIONS = (
    Action(
        "take-decisions",
        QT_TRANSLATE_NOOP("actions", "Take over decisions from a file…"),
        _take,
        has_review,
        menu="file",
    ),
)
