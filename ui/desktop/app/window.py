"""Puts a window together from its parts; the application and the tests build it here."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings

from ui.desktop.app.arriving import Arriving
from ui.desktop.app.opener import Opener
from ui.desktop.main_window import MainWindow
from ui.desktop.prompts import Prompts, WindowPrompts
from ui.desktop.theme import ThemeSource
from ui.desktop.workspace import Workspace

THEME = "view/theme"


class Parts(NamedTuple):
    """A window with what it stands on."""

    window: MainWindow
    workspace: Workspace
    opener: Opener


def built_window(
    settings: QSettings, *, theme: str | None = None, prompts: Prompts | None = None, is_complete: bool = True
) -> Parts:
    """A window that shows nothing yet; ``theme`` overrides what the settings say.

    One that is not complete completes itself when its panes have been painted.
    """
    stored = str(settings.value(THEME, "")) or None
    theme_source = ThemeSource(theme or (stored if stored in ("light", "dark") else None))
    theme_source.apply()
    asking = prompts or WindowPrompts()
    workspace = Workspace(theme_source, asking, settings)
    window = MainWindow(workspace)
    workspace.setParent(window)
    theme_source.setParent(window)
    if isinstance(asking, WindowPrompts):
        asking.parent = window
    opener = Opener(workspace)
    opener.looked_into.connect(Arriving(workspace).look)
    opener.refused.connect(window.show_refusal)
    if is_complete:
        window.complete()
    return Parts(window, workspace, opener)
