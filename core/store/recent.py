"""Which sessions were worked on last, in the user's own folder: a convenience, never a place of decisions."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from core.store.codec import Codecs, MalformedError, json_text, parsed

KEPT = 20


@dataclass(frozen=True, slots=True)
class Recent:
    """A session as the start page shows it.

    Attributes:
        decided: Findings that were answered when it was closed.
        findings: All of them then; 0 as long as it was not closed, since nobody knows how far it is.
        at: When that was, in UTC as ISO 8601.
    """

    path: str
    title: str
    decided: int
    findings: int
    at: str


_RECENT = Codecs({}).of(tuple[Recent, ...])


def recent(data_folder: Path) -> tuple[Recent, ...]:
    """The last first, those too whose file is gone."""
    try:
        return cast("tuple[Recent, ...]", _RECENT.decode(parsed(_file(data_folder).read_text("utf-8"))))
    except (OSError, UnicodeError, MalformedError):
        return ()  # there is none, or it is no list of ours: the next one takes its place


def remember(data_folder: Path, one: Recent, write: Callable[[Path, bytes], None]) -> None:
    """Put a session first, and forget those that somebody removed; raises OSError or ExportError."""
    others = (other for other in recent(data_folder) if other.path != one.path and not _is_removed(other.path))
    data_folder.mkdir(parents=True, exist_ok=True)
    write(_file(data_folder), json_text(_RECENT.encode((one, *others)[:KEPT])).encode())


def _file(data_folder: Path) -> Path:
    return data_folder / "recent.json"


def _is_removed(path: str) -> bool:
    """Whether a file is gone for good: a folder that cannot be reached now may come back."""
    with contextlib.suppress(OSError):
        return Path(path).parent.is_dir() and not Path(path).is_file()
    return False
