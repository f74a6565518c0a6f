"""Session files from outside: where one lies or should lie, what was decided in it, which were last, their backups."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path

from core.errors import ExportError
from core.export.write import file_name, write_new
from core.messages import Message
from core.store import log_file
from core.store import recent as recents
from core.store.backups import Backups
from core.store.errors import SessionError
from core.store.image import image
from core.store.keeping import utc_now
from core.store.places import data_folder
from core.store.reading import load
from core.store.recent import Recent
from core.workflow.review import Answer
from core.workflow.sessions import KeptReview

SUFFIX = ".notestitch"

__all__ = [
    "SUFFIX",
    "Recent",
    "free_place",
    "is_session",
    "log_of",
    "place_for",
    "recent",
    "remember",
    "restored",
    "session_beside",
]


def is_session(path: Path) -> bool:
    """Whether a file is named as a session."""
    return path.suffix.lower() == SUFFIX


def place_for(inputs: Sequence[Path], title: str) -> Path:
    """Where the session of an input is kept unless a person names a file; there may be one already.

    Beside the input; of pasted text, and where the folder is write-protected, in the user's data folder.
    """
    name = file_name(title, SUFFIX)
    if inputs:
        folder = inputs[0] if inputs[0].is_dir() else inputs[0].parent
        if os.access(folder, os.W_OK):
            return folder / name
    return data_folder() / "sessions" / name


def free_place(path: Path) -> Path:
    """The path, or one like it with a number, where nothing is yet."""
    tries = (path.with_name(file_name(f"{path.stem} {number}", SUFFIX)) for number in count(2))
    return path if not path.exists() else next(one for one in tries if not one.exists())


def session_beside(inputs: Sequence[Path], title: str) -> Path | None:
    """The session that is kept of an input, to be offered instead of a new one."""
    path = place_for(inputs, title)
    return path if path.is_file() else None


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
    """The sessions that were closed last, the last first."""
    return recents.recent(data_folder())


def remember(kept: KeptReview) -> None:
    """Show a session on the start page from now on; raises ExportError."""
    review = kept.review
    decided = sum(review.answer(finding) is not Answer.OPEN for finding in review.findings)
    title = review.state.document.title
    one = Recent(str(kept.path.absolute()), title, decided, len(review.findings), utc_now())
    try:
        recents.remember(data_folder(), one, partial(write_new, replace=True))
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        raise ExportError(Message("the list of recent sessions could not be written ({reason})", reason)) from error
