"""Seeing the document as it will be exported."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.desktop.actions.files import has_review
from ui.desktop.workspace import Action, Workspace


def _toggle_preview(workspace: Workspace) -> None:
    workspace.panel_requested.emit("preview", True)


ACTIONS = (
    Action(
        "preview",
        QT_TRANSLATE_NOOP("actions", "Preview"),
        _toggle_preview,
        has_review,
        keys=("Ctrl+Shift+V",),
        icon="preview",
        menu="view",
        while_typing=True,
    ),
)
