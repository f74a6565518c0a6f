"""Session files from outside: where one lies or should lie, what was decided in it, which were last, their backups."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from core.errors import ExportError
from core.export.write import file_name, write_new
from core.messages import Message
from core.reading.discover import Opened
from core.reading.files import FileKind
from core.store import log_file
from core.store import recent as recents
from core.store.backups import Backups
from core.store.contents import Contents
from core.store.errors import SessionError
from core.store.image import image
from core.store.keeping import utc_now
from core.store.places import data_folder
from core.store.reading import load
from core.store.recent import Recent
from core.work import Work
from core.workflow.opening import SESSION_SUFFIX as SUFFIX
from core.workflow.opening import is_session
from core.workflow.sessions import KeptReview

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"  # the program's own, which nobody works in

__all__ = [
    "Beside",
    "Recent",
    "as_recent",
    "free_place",
    "is_session",
    "log_of",
    "missing",
    "place_for",
    "recent",
    "remember",
    "restored",
    "session_beside",
]


def place_for(inputs: Sequence[Path], title: str) -> Path:
    """Where the session of an input is kept unless a person names a file; there may be one already.

    Beside the input; of pasted text, of the program's own sample, and where the folder is write-protected, in the
    user's data folder.
    """
    return _folders(inputs)[0] / file_name(title, SUFFIX)


def _folders(inputs: Sequence[Path]) -> tuple[Path, ...]:
    """Where sessions of an input may lie; new ones are written to the first."""
    own = data_folder() / "sessions"
    if not inputs:
        return (own,)
    folder = (inputs[0] if inputs[0].is_dir() else inputs[0].parent).absolute()
    return (folder, own) if is_workplace(folder) else (own, folder)


def is_workplace(folder: Path) -> bool:
    """Whether a person's files may be written to a folder: it is there, not protected, and none of the program's."""
    folder = folder.absolute()
    return os.access(folder, os.W_OK) and _RESOURCES not in (folder, *folder.parents)


def free_place(path: Path) -> Path:
    """The path, or one like it with a number, where nothing is yet."""
    tries = (path.with_name(file_name(f"{path.stem} {number}", SUFFIX)) for number in count(2))
    return path if not path.exists() else next(one for one in tries if not one.exists())


@dataclass(frozen=True, slots=True)
class Beside:
    """A session that is kept of an input.

    Attributes:
        steps: How many there are in its log.
        at: When the last was done, in UTC as ISO 8601; empty where there is none.
        trouble: Why it cannot be opened, if so.
    """

    path: Path
    steps: int = 0
    at: str = ""
    trouble: SessionError | None = None


def session_beside(inputs: Sequence[Path], opened: Opened) -> Work[Beside | None]:
    """The session of an input that was worked on last, to be offered instead of a new one.

    One that cannot be opened is only told of where no other can.
    """
    title, troubled = file_name(opened.episode.title, SUFFIX).removesuffix(SUFFIX), None
    for path in _named_so(_folders(inputs), title):
        yield 0.0
        try:
            contents = load(path).contents
        except SessionError as error:
            troubled = troubled or Beside(path, trouble=error)
            continue
        if _is_of(contents, opened):
            return Beside(path, len(contents.rows), contents.rows[-1].at if contents.rows else "")
    return troubled


def _named_so(folders: Sequence[Path], title: str) -> Sequence[Path]:
    """The session files that bear a title, with or without a number; the one that was written last comes first."""
    named = re.compile(rf"{re.escape(title)}( \(restored\))?( \d+)?{re.escape(SUFFIX)}", re.IGNORECASE)
    found: list[tuple[int, Path]] = []
    for folder in folders:
        with contextlib.suppress(OSError):  # it is not there, or may not be looked into
            paths = [path for path in folder.iterdir() if named.fullmatch(path.name)]
            found += [(path.stat().st_mtime_ns, path) for path in paths]
    return [path for _, path in sorted(found, reverse=True)]


def _is_of(contents: Contents, opened: Opened) -> bool:
    """Whether a session was made from one of these files, whatever it holds now, or from the same pasted text.

    One of an audit is of the same document, and one of notes alone is of none.
    """
    documents = {os.path.abspath(file.path) for file in opened.files if file.kind is FileKind.FINISHED}  # noqa: PTH100
    if documents != {source.path for source in contents.sources if source.kind is FileKind.FINISHED}:
        return False
    paths = {os.path.abspath(file.path) for file in opened.files if file.path}  # noqa: PTH100 - as sessions store them
    if paths:
        return any(source.path in paths for source in contents.sources)
    texts = {sha256(file.decoded.encoded()).hexdigest() for file in opened.files}
    return any(source.sha256 in texts for source in contents.sources)


def log_of(path: Path) -> bytes:
    """The decisions of a session file as JSON lines, for ``export --to decisions``; raises SessionError."""
    contents = load(path).contents
    return log_file.written(contents.start, contents.rows)


def restored(path: Path) -> Path:
    """Write the newest backup that is sound beside a session that is damaged or gone, under a new name.

    Raises SessionError where there is none, or ExportError.
    """
    backups = Backups(path, data_folder(), write_new).all()
    folder = path.absolute().parent
    for backup in reversed(backups):
        try:
            contents = load(backup, folder).contents
        except SessionError:
            continue
        place = free_place(path.with_name(file_name(f"{path.stem} (restored)", SUFFIX)))
        write_new(place, image(contents, folder))
        return place
    raise SessionError(Message("there is no backup of the session that can be read"), file=str(path))


def recent() -> tuple[Recent, ...]:
    """The sessions that were worked on last, the last first."""
    return tuple(one if one.findings else replace(one, at=_written(one)) for one in recents.recent(data_folder()))


def missing(one: Recent) -> Message | None:
    """Why a recent session cannot be opened, if so."""
    try:
        if Path(one.path).is_file():
            return None
        is_there = Path(one.path).parent.is_dir()
    except (OSError, ValueError):
        is_there = False
    if is_there:
        return Message("the file was moved or removed")
    return Message("its folder is gone or cannot be reached")


def _written(one: Recent) -> str:
    """When a session that was not closed was written last: its list entry is from the first step only."""
    times: list[float] = []
    for suffix in ("", "-wal"):
        with contextlib.suppress(OSError, ValueError):
            times.append(Path(one.path + suffix).stat().st_mtime)
    return datetime.fromtimestamp(max(times), UTC).isoformat() if times else one.at


def as_recent(kept: KeptReview, *, decided: int = 0, findings: int = 0) -> Recent:
    """A session as the start page is to show it: how far it is only when no step can follow."""
    return Recent(str(kept.path.absolute()), kept.review.state.document.title, decided, findings, utc_now())


def remember(one: Recent) -> None:
    """Show a session on the start page from now on; raises ExportError."""
    try:
        recents.remember(data_folder(), one, partial(write_new, replace=True))
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        raise ExportError(Message("the list of recent sessions could not be written ({reason})", reason)) from error
