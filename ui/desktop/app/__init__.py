"""Starting the window: arguments, display, look, what is opened first, and what happens when something goes wrong."""

from __future__ import annotations

import gc

_was_enabled = gc.isenabled()
gc.disable()  # what is loaded stays: looking through it for garbage takes a twentieth of the time to the first paint
# PySide6 reads the source of each module that is loaded after it, so what knows no Qt comes before it.
import core.presenting.chunks_pane  # noqa: E402
import core.presenting.merged_pane  # noqa: E402
import core.workflow.opening  # noqa: E402, F401
from ui.desktop.app.main import main  # noqa: E402

if _was_enabled:
    gc.enable()

__all__ = ["main"]
