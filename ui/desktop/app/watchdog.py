"""Notices when the window hears nobody for seconds, and writes into the log where every thread is then."""

from __future__ import annotations

import faulthandler
import threading
import time
from typing import TextIO

from PySide6.QtCore import QObject, QTimer

STALLED_S = 5.0
_LOOKS = 10  # so often within that time


class Watchdog(QObject):
    """A heart that beats in the event loop, and a thread that listens to it. Each stall is written once."""

    def __init__(self, log: TextIO, stalled_s: float = STALLED_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._stalled_s = stalled_s
        self._beat_s = 0.0
        self._ends = threading.Event()
        self._thread: threading.Thread | None = None
        self._heart = QTimer(self)
        self._heart.setInterval(round(1000 * stalled_s / _LOOKS))
        self._heart.timeout.connect(self._on_heart_timeout)

    def start(self) -> None:
        """Listen from now on."""
        self._on_heart_timeout()
        self._heart.start()
        self._ends.clear()
        self._thread = threading.Thread(target=self._listen, name="notestitch-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._heart.stop()
        self._ends.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _on_heart_timeout(self) -> None:
        self._beat_s = time.monotonic()

    def _listen(self) -> None:
        is_told = False
        while not self._ends.wait(self._stalled_s / _LOOKS):
            is_stalled = time.monotonic() - self._beat_s > self._stalled_s
            if is_stalled and not is_told:
                self._tell()
            is_told = is_stalled

    def _tell(self) -> None:
        """Names of functions and lines only, as all in the log."""
        self._log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} the window stalled for {self._stalled_s:g} s\n")
        self._log.flush()
        faulthandler.dump_traceback(file=self._log, all_threads=True)
