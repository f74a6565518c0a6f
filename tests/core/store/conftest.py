"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import kept_at, rename

from core.workflow.sessions import KeptReview


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "notestitch"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session of this test lies."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "night.notestitch"


@pytest.fixture
def kept(path: Path) -> Iterator[KeptReview]:
    """A review that was just built, and is closed at the end."""
    kept = kept_at(path)
    yield kept
    kept.close()


@pytest.fixture
def closed(path: Path) -> Path:
    """A session file with a few steps."""
    kept = kept_at(path)
    rename(kept, "Dusk", "Night")
    kept.review.undo()
    kept.close()
    return path
