"""Looks for garbage in the window's own thread alone: a Qt object that another thread takes away ends the program.

Python would look wherever it happens to be, in the workers too, whose many short-lived objects call for it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_LOOKS_MS = 1000
_FLOOD = 50_000  # so many objects more than before come with an episode, and stay


class Garbage(QObject):
    """Looks now and then; at all that there is when another review was opened, and then at what comes after it.

    To look through a long episode would stop the window: that is left until its review is gone.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None, *, has_review: bool = False) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._has_review = has_review  # one is shown
        self._looks_at_all = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """From now on, in place of Python's own."""
        gc.disable()
        gc.freeze()  # what was loaded and made before stays
        self._timer.start()

    def look_at_all(self) -> None:
        """Another review is shown: what was shown before may be gone; as soon as nothing is worked on."""
        self._looks_at_all = self._looks_at_all or self._has_review
        self._has_review = True

    def _on_timer_timeout(self) -> None:
        if self._looks_at_all and not self._is_busy():
            self._looks_at_all = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            return
        (young, middle, _), (most, rounds, _) = gc.get_count(), gc.get_threshold()
        if young > _FLOOD:
            gc.freeze()
        elif young > most:
            gc.collect(1 if middle > rounds else 0)
