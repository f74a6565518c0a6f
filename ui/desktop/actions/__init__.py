"""What a person can do, as one table: adding an action is adding it to its file's list."""

from __future__ import annotations

from ui.desktop.actions import (
    chapters,
    deciding,
    editing,
    files,
    history,
    logs,
    marking,
    moving,
    notes,
    playing,
    previewing,
    repairing,
    speakers,
    tools,
    view,
)
from ui.desktop.workspace import Action

ACTIONS: tuple[Action, ...] = (
    *files.ACTIONS,
    *logs.ACTIONS,
    *files.LEAVING,
    *history.ACTIONS,
    *editing.ACTIONS,
    *moving.ACTIONS,
    *notes.ACTIONS,
    *chapters.ACTIONS,
    *deciding.ACTIONS,
    *marking.ACTIONS,
    *repairing.ACTIONS,
    *speakers.ACTIONS,
    *view.ACTIONS,
    *tools.ACTIONS,
    *playing.ACTIONS,
    *previewing.ACTIONS,
)
