"""Going on with a session: it is read beside the window, and where it is damaged its backup is restored beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import Work
from core.workflow.opening import is_session
from ui.desktop.widgets.words import sentence
from ui.desktop.workspace import Opened

if TYPE_CHECKING:
    from core.workflow.session_files import Recent
    from core.workflow.sessions import KeptReview

# SQLite and the lock are loaded when a session is read, not before the first paint.


def session_in(what: Sequence[Path] | str) -> Path | None:
    """The session among what is to be opened; it is opened alone."""
    return None if isinstance(what, str) else next((path for path in what if is_session(path)), None)


def log_in(what: Sequence[Path] | str) -> Path | None:
    """The log of decisions that is to be opened, if it is one."""
    return what[0] if not isinstance(what, str) and len(what) == 1 and what[0].suffix.lower() == ".jsonl" else None


def resuming(path: Path, *, is_judged: bool, settle: Callable[[], None] | None) -> Work[Opened]:
    """Read a session and make its panes; raises SessionError.

    Args:
        path: Its file.
        is_judged: Whether the checks run at once.
        settle: Waits for sessions that were just left: it may be one of them.
    """
    from core.workflow.sessions import open_session  # noqa: PLC0415

    if settle is not None:
        settle()
    kept = yield from open_session(path, is_judged=is_judged)
    yield 0.93
    chunks_pane = ChunksPane(kept.review)
    yield 0.97
    merged_pane = MergedPane(kept.review)
    notices = tuple(sentence(notice.message) for notice in kept.notices)
    folder = _folder_of(kept)
    return Opened(kept.review, chunks_pane, merged_pane, folder=folder, notices=notices, is_judged=is_judged, kept=kept)


def restoring(path: Path) -> Work[Path]:
    """Write the newest sound backup of a session beside it; raises SessionError or ExportError."""
    from core.workflow.session_files import restored  # noqa: PLC0415

    yield 0.0
    return restored(path)


def progress_of(path: Path) -> Recent | None:
    """How far somebody came in a session, as the start page knows it."""
    from core.workflow.session_files import recent  # noqa: PLC0415

    return next((one for one in recent() if Path(one.path) == path.absolute()), None)


def _folder_of(kept: KeptReview) -> Path | None:
    """Where the notes came from."""
    first = next((source.path for source in kept.sources if source.path), "")
    return Path(first).parent if first else None
