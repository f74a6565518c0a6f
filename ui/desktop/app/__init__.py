"""Starting the window: arguments, display, look, what is opened first, and what happens when something goes wrong."""

from __future__ import annotations

import gc

_was_enabled = gc.isenabled()
gc.disable()  # what is loaded stays: looking through it for garbage takes a twentieth of the time to the first paint
from ui.desktop.app.main import main  # noqa: E402

if _was_enabled:
    gc.enable()

__all__ = ["main"]
