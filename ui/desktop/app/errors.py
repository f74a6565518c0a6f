"""What happens when something goes wrong that nobody expected: it is logged, said once, and the program goes on.

The log holds where it happened, never what the notes say: no message of an error, and nothing that Qt quotes.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ui.desktop.prompts import Prompts

QUIET_S = 10.0  # the same error is said once in this time
LARGEST_LOG = 1_000_000
_QUOTED = re.compile("([\"'\u201c\u2018]).*[\"'\u201d\u2019]", re.DOTALL)
_LONGEST_MESSAGE = 200
_HARMLESS = ("propagateSizeHints", "This plugin does not support raise()")


def log_path() -> Path:
    """Where the log is kept."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "notestitch" / "notestitch.log"


class Errors(QObject):
    """Hears of every unexpected error, from any thread; what was decided is on the disk before it is said.

    Signals:
        heard(str, str): What kind of error it is, and where it happened.
    """

    heard = Signal(str, str)

    def __init__(
        self,
        prompts: Prompts,
        log: TextIO | None,
        save: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._log = log
        self._save = save
        self._said: dict[str, float] = {}
        self._is_saying = False
        self.heard.connect(self._on_heard)

    def install(self) -> None:
        """Hear of what ends in Python's and Qt's hooks from now on."""
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)
        if self._log is not None:
            faulthandler.enable(self._log)

    def tell(self, error: BaseException) -> None:
        """Log an error and say so."""
        self.on_exception(type(error), error, error.__traceback__)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """See sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where = "".join(traceback.format_tb(trace))
        causes = "".join(f"because of {kind.__name__}\n{at}" for kind, at in _causes(error))
        self._write(f"{kind.__name__}\n{where}{causes}")
        self.heard.emit(kind.__name__, where)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        self.on_exception(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        self.on_exception(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(part in text for part in _HARMLESS):
            self._write(f"{kind.name}: {_QUOTED.sub('…', text)[:_LONGEST_MESSAGE]}")

    def _on_heard(self, kind: str, where: str) -> None:
        if self._save is not None:
            self._save()
        now, key = time.monotonic(), kind + where
        if self._is_saying or now - self._said.get(key, -QUIET_S) < QUIET_S:
            return
        self._said[key] = now
        self._is_saying = True
        words = self.tr("Notestitch met an error that it did not expect. Nothing you decided is lost; you can go on.")
        try:
            self._prompts.tell_error(words, f"{kind}\n{where}")
        finally:
            self._is_saying = False

    def _write(self, text: str) -> None:
        if self._log is not None:
            self._log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")
            self._log.flush()


def _causes(error: BaseException) -> Iterator[tuple[type[BaseException], str]]:
    """What led to an error, the nearest first: kinds and places."""
    seen = {id(error)}
    cause = error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield type(cause), "".join(traceback.format_tb(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__


def opened_log(path: Path) -> TextIO | None:
    """The log, begun anew when it has grown large; None where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_large = path.exists() and path.stat().st_size > LARGEST_LOG
        return path.open("w" if is_large else "a", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
