"""The application object on whatever display there is; without one, Qt must not abort the process."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_PLATFORM = "QT_QPA_PLATFORM"
_UNSEEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def application() -> QApplication | None:
    """The application, None where no display can be reached.

    Qt tries a list of platforms in its order, and with "offscreen" at its end it never aborts.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    asked = os.environ.get(_PLATFORM, "")
    if asked.partition(":")[0].partition(";")[0] in _UNSEEN or (not asked and not sys.platform.startswith("linux")):
        return _made()
    os.environ[_PLATFORM] = f"{asked or _wanted()};offscreen"
    before = qInstallMessageHandler(_quiet)  # what Qt says about platforms that it tried is misleading
    try:
        made = _made()
    finally:
        qInstallMessageHandler(before)
        if asked:
            os.environ[_PLATFORM] = asked
        else:
            del os.environ[_PLATFORM]
    return None if made.platformName() == "offscreen" else made


def offscreen_application() -> QApplication:
    """An application that draws without a display."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ[_PLATFORM] = "offscreen"
    qInstallMessageHandler(_without_remark)
    return _made()


def _wanted() -> str:
    if not os.environ.get("XDG_RUNTIME_DIR"):
        return "xcb"  # Wayland has its socket there, and says so itself where it has none
    return "wayland;xcb" if os.environ.get("XDG_SESSION_TYPE") == "wayland" else "xcb;wayland"


def _made() -> QApplication:
    # One style everywhere, which the themes are made for. Named here: setting it later would load all of QStyle, which
    # the first paint would wait for.
    made = QApplication([*sys.argv[:1], "-style", "fusion"])
    made.setApplicationName("notestitch")
    made.setApplicationDisplayName("Notestitch")
    made.setOrganizationName("notestitch")
    made.setDesktopFileName("notestitch")
    return made


def _quiet(_kind: QtMsgType, _context: object, _text: str) -> None:
    """Nothing."""


def _without_remark(_kind: QtMsgType, _context: object, text: str) -> None:
    """All but the remark that a window nobody sees cannot ask for its size."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")
