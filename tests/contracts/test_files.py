"""What no file of the project may hold: the paths of one machine, the hosts of package registries, stray bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = (".ci", "core", "resources", "tests", "tools", "ui")
TEXT = {".py", ".md", ".toml", ".txt", ".lock", ".sh", ".svg", ".ts", ".json", ""}
# Written in parts, so that this file does not hold them.
MACHINE_PATH = re.compile("/" + "(?:work|root|home|Users)" + r"/\w+|[A-Z]:\\Users")
REGISTRY = re.compile("(?:pypi|pythonhosted|npmjs|deb" + r"\.debian)" + r"\.(?:org|com)")


def text_files() -> list[Path]:
    inside = [path for folder in OURS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    files = [path for path in (*ROOT.iterdir(), *inside) if path.is_file()]
    return sorted(path for path in files if path.suffix in TEXT and path.name != ".coverage")


FILES = [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in text_files()]


@pytest.mark.parametrize("path", FILES)
def test_no_file_names_this_machine(path: Path) -> None:
    text = path.read_text("utf-8", errors="replace")
    assert MACHINE_PATH.findall(text) + REGISTRY.findall(text) == []


def test_tests_are_no_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
