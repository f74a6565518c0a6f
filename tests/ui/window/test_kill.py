"""The real window is killed while somebody works in it: what it called saved is there. More: ``make torture``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from torture.window_rounds import torture


@pytest.mark.skipif(sys.platform == "win32", reason="the person tells by a call that Windows does not have")
@pytest.mark.timeout(900)
def test_twenty_rounds_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))  # the rounds set their own
    totals = torture(20, 1, tmp_path)
    assert totals.failures == []
    assert totals.killed > 0
    assert totals.saved > 0
