"""What set-up installs is pinned, and is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall((ROOT / name).read_text("utf-8")))


def asked_for() -> tuple[list[str], list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run_time, dev = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    return [plain(name) for name in run_time], [plain(name) for name in dev]


def plain(requirement: str) -> str:
    return re.split(r"[<>=!~; ]", requirement)[0].lower()


def test_the_lock_names_every_run_time_dependency() -> None:
    run_time, _ = asked_for()
    assert set(run_time) <= {name for name, _ in pins("requirements.lock")}


def test_the_lock_for_developers_names_every_dependency() -> None:
    run_time, dev = asked_for()
    assert {*run_time, *dev} <= {name for name, _ in pins("requirements-dev.lock")}


def test_both_locks_pin_the_same_versions() -> None:
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", (ROOT / name).read_text("utf-8"))
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []
