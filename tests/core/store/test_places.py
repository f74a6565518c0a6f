"""What belongs to the person lies where the system keeps such things."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store.places import data_folder

HOME = Path.home()


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_DATA_HOME": "/data"}, "linux", Path("/data/notestitch")),
        ({"XDG_DATA_HOME": "relative"}, "linux", HOME / ".local/share/notestitch"),
        ({}, "linux", HOME / ".local/share/notestitch"),
        ({}, "darwin", HOME / "Library/Application Support/notestitch"),
        ({"LOCALAPPDATA": "/local"}, "win32", Path("/local/notestitch")),
        ({}, "win32", HOME / "AppData/Local/notestitch"),
    ],
)
def test_the_data_folder_follows_the_system(environ: dict[str, str], platform: str, folder: Path) -> None:
    assert data_folder(environ, platform) == folder
