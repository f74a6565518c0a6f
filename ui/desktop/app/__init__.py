"""Starting the window: arguments, display, look, what is opened first, and what happens when something goes wrong."""

from __future__ import annotations

from ui.desktop.app.main import main

__all__ = ["main"]
