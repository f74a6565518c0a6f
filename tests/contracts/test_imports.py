"""Who may import whom: the contracts of pyproject.toml, and what is loaded when a program starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADED = "import sys, json; print(json.dumps(sorted(sys.modules)))"


def modules_of(package: str) -> list[str]:
    files = sorted((ROOT / package).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def loaded_by(*names: str) -> set[str]:
    ran = run_python("".join(f"import {name}\n" for name in names) + LOADED)
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stdout))


def test_the_import_contracts_hold() -> None:
    ran = run_python("from importlinter.cli import lint_imports_command as check; check()")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_all_of_the_core_loads_no_qt() -> None:
    loaded = loaded_by(*modules_of("core"))
    assert "core.model" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6"))}


def test_the_command_line_loads_no_qt_and_no_window() -> None:
    loaded = loaded_by("ui.cli")
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6", "ui.desktop"))}


@pytest.mark.parametrize("module", ["core.model", "core.workflow", "core.presenting"])
def test_no_module_needs_another_to_be_imported_first(module: str) -> None:
    assert module in loaded_by(module)
