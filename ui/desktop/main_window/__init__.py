"""The window: its frame with docks, layout, title and closing; and what happens in its middle."""

from __future__ import annotations

from ui.desktop.main_window.window import MainWindow

__all__ = ["MainWindow"]
