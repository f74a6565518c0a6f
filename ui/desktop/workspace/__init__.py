"""What panels, dialogs and actions are built with."""

from __future__ import annotations

from ui.desktop.workspace.action import EVERY_KIND, ORIGIN, Action
from ui.desktop.workspace.offer import Choice, Offer
from ui.desktop.workspace.viewing import LINKED, Focus
from ui.desktop.workspace.workspace import CHUNKS, SCALE, Opened, Wanted, Workspace

__all__ = [
    "CHUNKS",
    "EVERY_KIND",
    "LINKED",
    "ORIGIN",
    "SCALE",
    "Action",
    "Choice",
    "Focus",
    "Offer",
    "Opened",
    "Wanted",
    "Workspace",
]
