"""The last ten states of each session file, in the user's own folder, for the day that the file is damaged or gone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

KEPT = 10
SUFFIX = ".notestitch"


class Backups:
    """The backups of one session file; the newest is the last by name."""

    def __init__(self, session: Path, data_folder: Path, write: Callable[[Path, bytes], None]) -> None:
        session = session.absolute()
        place = sha256(str(session).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self.folder = data_folder / "backups" / f"{session.stem[:60]}-{place}"
        self._write = write

    def all(self) -> tuple[Path, ...]:
        """The newest last."""
        try:
            return tuple(sorted(path for path in self.folder.iterdir() if path.suffix == SUFFIX))
        except FileNotFoundError:
            return ()

    def keep(self, image: bytes, at: str, content: str) -> None:
        """Keep the bytes of a file, unless the newest has the same content; raises OSError or ExportError."""
        kept = self.all()
        if kept and kept[-1].stem.endswith(f"_{content}"):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{at.replace(':', '').replace('-', '')}_{content}{SUFFIX}"
        self._write(self.folder / name, image)
        for old in self.all()[:-KEPT]:
            with contextlib.suppress(FileNotFoundError):
                old.unlink()
