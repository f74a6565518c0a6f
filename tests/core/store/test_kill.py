"""A process that edits a session is killed at any moment: what it said to be saved is there. More: ``make torture``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from torture.rounds import torture


@pytest.mark.skipif(sys.platform == "win32", reason="the editor tells its steps by a call that Windows does not have")
@pytest.mark.timeout(900)
def test_twenty_rounds_lose_nothing(tmp_path: Path) -> None:
    totals = torture(20, 1, tmp_path)
    assert totals.failures == []
    assert totals.killed > 0
    assert totals.saved > 0
