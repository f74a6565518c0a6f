"""Where the program keeps what belongs to the person who uses it; makes no folder by itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "notestitch"


def data_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """The folder for sessions without a place of their own and for backups, by the custom of the system."""
    environ = os.environ if environ is None else environ
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    stated = environ.get("XDG_DATA_HOME", "")
    return (Path(stated) if Path(stated).is_absolute() else Path.home() / ".local" / "share") / _NAME
