"""Starting the window: arguments, pictures, displays, and errors that nobody expected."""

from __future__ import annotations

import ast
import gc
import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import pytest
from fake_prompts import FakePrompts
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.desktop.app.arguments import Arguments, UsageError, parsed
from ui.desktop.app.errors import Errors
from ui.desktop.app.garbage import Garbage
from ui.desktop.app.watchdog import Watchdog

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: object, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=dict(env or os.environ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_arguments_are_inputs_and_options() -> None:
    assert parsed(["a.md", "--theme", "dark", "--size=800x600", "--screenshot", "x.png", "b.md"]) == Arguments(
        (Path("a.md"), Path("b.md")), Path("x.png"), "dark", (800, 600)
    )


def test_what_follows_two_dashes_is_an_input() -> None:
    assert parsed(["--", "--theme"]).inputs == (Path("--theme"),)


@pytest.mark.parametrize("words", [["--nothing"], ["--theme"], ["--theme", "blue"], ["--size", "big"], [""]])
def test_arguments_that_mean_nothing_are_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        parsed(words)


@pytest.mark.parametrize(
    ("word", "says"),
    [("", "the name is empty; give a file or a folder"), ("chunk_001.md/", "leave the slash at its end out")],
)
def test_what_names_no_file_opens_no_window(tmp_path: Path, word: str, says: str) -> None:
    (tmp_path / "chunk_001.md").write_text("- [00:10] a lamp\n", "utf-8")
    ended = start(f"{tmp_path}/{word}" if word else "")
    assert ended.returncode == 2
    assert says in ended.stderr


def test_a_picture_of_the_sample_is_drawn(tmp_path: Path, sample_path: Path) -> None:
    ran = start(sample_path, "--screenshot", tmp_path / "x.png", "--theme", "dark", "--size", "1000x700")
    assert ran.returncode == 0, ran.stderr
    picture = QImage(str(tmp_path / "x.png"))
    assert (picture.width(), picture.height()) == (1000, 700)


def test_a_picture_of_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    ran = start(tmp_path / "missing.md", "--screenshot", tmp_path / "x.png")
    assert ran.returncode == 2
    assert "missing.md" in ran.stderr


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path, sample_path: Path) -> None:
    ran = start(sample_path, "--screenshot", tmp_path / "no folder" / "x.png")
    assert ran.returncode == 74
    assert "x.png" in ran.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_in_one_line() -> None:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_RUNTIME_DIR")
    ran = start(env={name: value for name, value in os.environ.items() if name not in hidden})
    assert ran.returncode == 3
    assert len(ran.stderr.strip().split("\n")) == 1


SLOTS = """
import sys, threading
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget
from ui.desktop.app.display import offscreen_application
from ui.desktop.app.errors import Errors
from ui.desktop.app.garbage import Garbage
from ui.desktop.app.watchdog import Watchdog
sys.path.insert(0, "tests")
from fake_prompts import FakePrompts
app = offscreen_application()
prompts = FakePrompts()
errors = Errors(prompts, open(sys.argv[1], "w"))
errors.install()
class Fragile(QWidget):
    def paintEvent(self, event): raise ZeroDivisionError("secret")
    def resizeEvent(self, event): raise KeyError("secret")
class Unraisable:
    def __del__(self): raise MemoryError("secret")
def fail(kind): raise kind("secret")
def slot(kind): QTimer.singleShot(0, lambda: fail(kind))
for kind in (ValueError, RecursionError, AssertionError, GeneratorExit, StopIteration, MemoryError, BaseException):
    slot(kind)
threading.Thread(target=fail, args=(LookupError,)).start()
QTimer.singleShot(5, lambda: Unraisable())
QTimer.singleShot(5, lambda: qWarning('QSomething: "secret" is no thing'))
fragile = Fragile()
QTimer.singleShot(0, fragile.show)
QTimer.singleShot(300, app.quit)
code = app.exec()
print(len(prompts.asked))
sys.exit(code)
"""


@pytest.mark.filterwarnings("ignore")
def test_nothing_in_a_slot_ends_the_program_and_the_log_quotes_nothing(tmp_path: Path) -> None:
    log = tmp_path / "log"
    ran = subprocess.run(
        [sys.executable, "-c", SLOTS, str(log)], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= 8
    written = log.read_text("utf-8")
    for kind in ("ValueError", "RecursionError", "GeneratorExit", "LookupError", "MemoryError", "BaseException"):
        assert kind in written
    for kind in ("ZeroDivisionError", "KeyError"):  # in what Qt calls
        assert kind in written
    assert "QSomething" in written
    assert "secret" not in written


def test_no_part_of_the_window_ends_the_program_by_itself() -> None:
    """SystemExit is the one exception that Qt's slots do not survive."""
    ends = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for package in ("core", "ui/desktop")
        for file in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id in ("SystemExit", "exit", "quit"))
        or (isinstance(node, ast.Attribute) and node.attr in ("exit", "_exit") and isinstance(node.value, ast.Name))
    ]
    assert ends == []


def test_what_was_decided_is_saved_before_an_error_is_said(qtbot: QtBot) -> None:
    order: list[str] = []

    class Prompts(FakePrompts):
        def tell_error(self, text: str, details: str) -> None:
            order.append("said")

    errors = Errors(Prompts(), None, lambda: order.append("saved"))
    errors.tell(ValueError())
    assert order == ["saved", "said"]


def test_the_log_says_what_led_to_an_error(qtbot: QtBot) -> None:
    log, words = io.StringIO(), "x"
    errors = Errors(FakePrompts(), log)
    try:
        try:
            raise KeyError(words)
        except KeyError as cause:
            raise ValueError(words) from cause
    except ValueError as error:
        errors.tell(error)
    assert "ValueError" in log.getvalue()
    assert "because of KeyError" in log.getvalue()


def test_a_stalled_window_is_written_down_once(qtbot: QtBot, tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+", encoding="utf-8") as log:
        watchdog = Watchdog(log, stalled_s=0.1)
        watchdog.start()
        stall_until_written(log, "stalled")
        log.flush()
        watchdog.stop()
        written = (tmp_path / "log").read_text("utf-8")
    assert written.count("the window stalled for 0.1 s") == 1
    assert "stall_until_written" in written


def stall_until_written(log: TextIO, words: str) -> None:
    """Hold up the event loop until the log holds the words, and a little longer."""
    path, until = Path(log.name), time.monotonic() + 40
    while words not in path.read_text("utf-8") and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.15)


def test_a_window_that_lives_is_not_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+", encoding="utf-8") as log:
        watchdog = Watchdog(log, stalled_s=60.0)
        watchdog.start()
        qtbot.wait(300)
        watchdog.stop()
    assert (tmp_path / "log").read_text("utf-8") == ""


class Cycle:
    """Only a search for garbage takes it away; says in which thread."""

    def __init__(self, gone_in: list[threading.Thread]) -> None:
        self.self, self.gone_in = self, gone_in

    def __del__(self) -> None:
        self.gone_in.append(threading.current_thread())


def test_garbage_is_taken_away_in_the_window_s_thread_alone(qtbot: QtBot) -> None:
    gone_in: list[threading.Thread] = []
    garbage = Garbage(lambda: False, has_review=True)
    try:
        garbage.start()
        Cycle(gone_in)
        worker = threading.Thread(target=lambda: [[] for _ in range(50_000)])
        worker.start()
        worker.join()
        assert gone_in == []
        garbage.look_at_all()
        qtbot.waitUntil(lambda: bool(gone_in), timeout=10000)
    finally:
        gc.unfreeze()
    assert gone_in == [threading.main_thread()]


def test_an_unexpected_error_is_said_once_and_logged_without_its_words(qtbot: QtBot) -> None:
    prompts, log = FakePrompts(), io.StringIO()
    words = "-".join(map(str, range(9)))
    errors = Errors(prompts, log)
    for _ in range(2):
        try:
            raise KeyError(words)
        except KeyError as error:
            errors.tell(error)
    assert [asked.split("\n")[0] for asked in prompts.asked] == ["error KeyError"]
    assert "KeyError" in log.getvalue()
    assert words not in log.getvalue()
