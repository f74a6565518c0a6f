"""The one entry: which arguments lead where, and what is said when Qt cannot be loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_main(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"import sys\n{before}\nimport main\nsys.exit(main.main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_headless_commands_need_no_qt() -> None:
    ran = run_main("--help", before="sys.modules['PySide6'] = None")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_without_qt_the_window_says_so_in_one_line() -> None:
    ran = run_main("resources/sample", before="sys.modules['PySide6'] = None")
    assert len(ran.stderr.strip().split("\n")) == 1


def test_without_qt_the_window_exits_as_without_a_display() -> None:
    assert run_main("resources/sample", before="sys.modules['PySide6'] = None").returncode == 3
