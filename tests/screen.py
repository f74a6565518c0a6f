"""A screen that nobody sees, with a window manager, and a person's keys on it (Xvfb, openbox, xdotool)."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool")
_LOOK_S, _PATIENCE_S = 0.05, 60.0
_MANAGER_S = 10.0


def missing() -> list[str]:
    """The programs that are not installed."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def wait_for(happens: Callable[[], bool], what: str, seen: Callable[[], str] = str) -> None:
    """Look again and again; an AssertionError says what did not happen, and what was seen instead."""
    until = time.monotonic() + _PATIENCE_S
    while not happens():
        assert time.monotonic() < until, f"{what} did not happen in {_PATIENCE_S:.0f} s; {seen()}"
        time.sleep(_LOOK_S)


class Screen:
    """One display, and the keys that are pressed on it."""

    def __init__(self, display: str, traces: Path) -> None:
        places = {f"XDG_{name}_HOME": str(traces / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        self.environment: Mapping[str, str] = {
            **os.environ, **places, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": "compose",
        }  # fmt: skip

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool names them: ``ctrl+shift+e``."""
        for key in keys:
            self._ask("key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """Type letters and digits that a Latin keyboard has."""
        self._ask("type", "--delay", "5", text)

    def is_managed(self) -> bool:
        """Whether the window manager is at work; it gives the keyboard only to windows that come after it."""
        return self._ask("get_num_desktops").returncode == 0

    def active_title(self) -> str:
        """The title of the window that has the keyboard."""
        return self._ask("getactivewindow", "getwindowname").stdout.strip()

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words], env=dict(self.environment), capture_output=True, text=True, check=False, timeout=20
        )


@contextmanager
def screen(traces: Path, size: str = "1600x1000x24") -> Iterator[Screen]:
    """A screen as long as it is needed."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        made = Screen(f":{told.readline().strip()}", traces)
    managers, began_s = [_manager(made)], time.monotonic()

    def is_managed() -> bool:
        if made.is_managed():
            return True
        if managers[-1].poll() is not None or time.monotonic() - began_s > _MANAGER_S * len(managers):
            managers[-1].kill()  # it gave up, or hangs: once in some hundred starts
            managers[-1].wait()
            managers.append(_manager(made))
        return False

    try:
        wait_for(is_managed, "the window manager", lambda: f"it ended with {[each.poll() for each in managers]}")
        yield made
    finally:
        for process in (managers[-1], server):
            process.terminate()
            process.wait(10)


def _manager(made: Screen) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["openbox"], env=dict(made.environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
