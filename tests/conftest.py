"""What holds for every test: no screen, no network, no traces, repeatable examples; warnings are errors (pyproject)."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from pytestqt.wait_signal import SignalBlocker

ROOT = Path(__file__).resolve().parents[1]
collect_ignore_glob = ["benchmarks/*"]

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("NOTESTITCH_TEST_PLATFORM", "offscreen")
# Settings and state of a run never reach the home of the person who starts it.
_traces = Path(tempfile.mkdtemp(prefix="notestitch-tests-"))
atexit.register(shutil.rmtree, _traces, ignore_errors=True)
os.environ |= {f"XDG_{name}_HOME": str(_traces / name.lower()) for name in ("CONFIG", "DATA", "STATE")}

settings.register_profile(
    "default", derandomize=True, deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", settings.get_profile("default"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Another thread that takes garbage away may take a widget with it, which ends the run: see app/garbage.py."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Take the garbage away between tests, in the thread of the window."""
    if gc.get_count()[0] > 10_000:
        gc.collect(1 if gc.get_count()[2] < 10 else 2)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for the network fails."""

    def refuse(_: socket.socket, address: object) -> NoReturn:
        raise AssertionError(f"a test reached for {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


_PATIENCE_MS = 40_000


class PatientQtBot(QtBot):
    """Waits as long as a busy machine may need; a test says what comes, never how soon."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        """Let the window work until the callback is true, or asserts nothing."""
        super().waitUntil(callback, timeout=max(timeout, _PATIENCE_MS))

    def waitSignal(self, signal: SignalInstance, *, timeout: int = _PATIENCE_MS, **options: Any) -> SignalBlocker:
        """Let the window work until the signal comes; one that need not come is waited for as long as was asked."""
        patience_ms = _PATIENCE_MS if options.get("raising", True) else 0
        return super().waitSignal(signal, timeout=max(timeout, patience_ms), **options)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientQtBot:
    """The window's driver, with patience."""
    return PatientQtBot(request)


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The sample episode's folder."""
    return ROOT / "resources" / "sample"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that is soon full."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    subprocess.run(["umount", "-l", folder], check=True)
