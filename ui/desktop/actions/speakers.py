"""Naming who says a quote: this one, or all that bear the same label."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.model import Kind
from ui.desktop.actions.editing import focused_block
from ui.desktop.workspace import Action, Workspace


def _is_quote(workspace: Workspace) -> bool:
    block = focused_block(workspace)
    return block is not None and block.kind is Kind.QUOTE


def _ask(workspace: Workspace) -> None:
    workspace.dialog_requested.emit("speaker")


ACTIONS = (
    Action(
        "set-speaker",
        QT_TRANSLATE_NOOP("actions", "Set the speaker…"),
        _ask,
        _is_quote,
        keys=("Ctrl+K",),
        queue_keys=("S",),
        icon="quote",
        menu="edit",
        answers=("unattributed-quote",),
    ),
)
