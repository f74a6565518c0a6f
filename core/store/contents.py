"""All that a session file holds, as one value; knows nothing of how it is stored."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from core.model import Episode, ReviewState
from core.reading.files import FileKind
from core.store.log import LogRow


@dataclass(frozen=True, slots=True)
class Source:
    """One input file as it was read."""

    path: str  # absolute; empty for pasted text
    kind: FileKind
    content: bytes
    revision: int = 1  # one more with each content that took the place of another

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state after so many rows of the log; it decides, whatever a replay says."""

    state: ReviewState
    seq: int


@dataclass(frozen=True, slots=True)
class Contents:
    """A session: what was read, what was made of it first, what was done since, and what stands now."""

    id: str
    sources: tuple[Source, ...]
    start: ReviewState
    rows: tuple[LogRow, ...]
    checkpoint: Checkpoint
    settings: Mapping[str, str] = field(default_factory=dict[str, str])  # JSON by name; no decisions


def stored_path(path: str, folder: Path) -> str:
    """A path as it is stored: relative to the session's folder where it can be, with ``/``; empty stays empty."""
    if not path:
        return ""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(path).absolute().as_posix()


def opened_path(path: str, folder: Path) -> str:
    """The path again, seen from where the session lies now."""
    return os.path.normpath(folder.absolute() / path) if path else ""


def stored_episode(episode: Episode, folder: Path) -> Episode:
    """The episode with its chunks' paths as they are stored."""
    return replace(episode, chunks=tuple(replace(c, file=stored_path(c.file, folder)) for c in episode.chunks))


def opened_episode(episode: Episode, folder: Path) -> Episode:
    """The episode with its chunks' paths as they are now."""
    return replace(episode, chunks=tuple(replace(c, file=opened_path(c.file, folder)) for c in episode.chunks))
