"""Starts Notestitch: the headless commands or the window, whichever the arguments ask for.

Imports late: a headless command loads no Qt, and the window waits for nothing that it does not need.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

HEADLESS = frozenset({"inspect", "merge", "check", "export", "-h", "--help", "--version"})
NO_DISPLAY = 3


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments name and return the exit status; a file named as a command is given as ``./merge``."""
    if arguments and arguments[0] in HEADLESS:
        from ui.cli import main as run_command

        return run_command(arguments)
    try:
        from ui.desktop.app import main as show_window
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6", "Qt")):
            raise
        print(f"Notestitch: Qt cannot be loaded ({error}); 'make setup' installs what it needs", file=sys.stderr)
        return NO_DISPLAY
    return show_window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
