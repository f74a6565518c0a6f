"""Starting the window: arguments, pictures, displays, and errors that nobody expected."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.desktop.app.arguments import Arguments, UsageError, parsed
from ui.desktop.app.errors import Errors

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
        timeout=50,
        check=False,
    )


def test_arguments_are_inputs_and_options() -> None:
    assert parsed(["a.md", "--theme", "dark", "--size=800x600", "--screenshot", "x.png", "b.md"]) == Arguments(
        (Path("a.md"), Path("b.md")), Path("x.png"), "dark", (800, 600)
    )


def test_what_follows_two_dashes_is_an_input() -> None:
    assert parsed(["--", "--theme"]).inputs == (Path("--theme"),)


@pytest.mark.parametrize("words", [["--nothing"], ["--theme"], ["--theme", "blue"], ["--size", "big"]])
def test_arguments_that_mean_nothing_are_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        parsed(words)


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
