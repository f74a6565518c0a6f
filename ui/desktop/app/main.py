"""The window's entry point: from arguments to an exit status."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QSettings, QTimer

from ui.desktop.app.arguments import USAGE, Arguments, UsageError, parsed
from ui.desktop.app.display import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.desktop.workspace import Workspace

DONE, USAGE_STATUS, NO_DISPLAY = 0, 2, 3


def main(argv: Sequence[str]) -> int:
    """Show the window until it is closed, or draw it once into a file."""
    was_enabled = gc.isenabled()
    gc.disable()  # nothing of what is made until the first paint is garbage
    try:
        return _run(argv)
    finally:
        if was_enabled:
            gc.enable()


def _run(argv: Sequence[str]) -> int:
    try:
        arguments = parsed(argv)
    except UsageError as error:
        _say(f"{error}\n{USAGE}")
        return USAGE_STATUS
    if arguments.screenshot is not None:
        from ui.desktop.app.screenshot import screenshot

        return screenshot(arguments, arguments.screenshot)
    return _shown(arguments)


def _shown(arguments: Arguments) -> int:
    made = application()
    if made is None:
        _say("Notestitch: no display can be reached; 'main.py merge INPUT… -o OUT.md' works without one")
        return NO_DISPLAY
    from ui.desktop.app.errors import Errors, log_path, opened_log
    from ui.desktop.app.language import install
    from ui.desktop.app.window import built_window

    install(QSettings())
    parts = built_window(QSettings(), theme=arguments.theme, is_complete=False)
    log, keeping = opened_log(log_path()), parts.workspace.keeping
    errors = Errors(parts.workspace.prompts, log, keeping.flush, parts.window)
    errors.install()
    parts.workspace.tasks.failed.connect(errors.tell)
    if arguments.size:
        parts.window.resize(*arguments.size)
    if arguments.inputs:
        QTimer.singleShot(0, partial(parts.opener.open_first, arguments.inputs))
    parts.window.completed.connect(partial(_look_for_garbage, parts.workspace))
    parts.window.completed.connect(parts.opener.begin)
    if log is not None:
        parts.window.completed.connect(partial(_watch, made, log))
    made.aboutToQuit.connect(keeping.close)
    QTimer.singleShot(0, parts.window.show)  # in the event loop, so that no error in it ends the program
    return made.exec()


def _watch(application: QApplication, log: TextIO) -> None:
    from ui.desktop.app.watchdog import Watchdog

    watchdog = Watchdog(log, parent=application)
    application.aboutToQuit.connect(watchdog.stop)
    watchdog.start()


def _look_for_garbage(workspace: Workspace) -> None:
    from ui.desktop.app.garbage import Garbage

    garbage = Garbage(partial(_is_busy, workspace), workspace, has_review=workspace.review is not None)
    workspace.bridge.review_opened.connect(garbage.look_at_all)
    garbage.start()


def _is_busy(workspace: Workspace) -> bool:
    return workspace.tasks.is_busy


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
