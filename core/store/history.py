"""What former runs did, from the log: what undo would take back is told at once, the states when somebody goes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.editing.session import ReviewSession
from core.errors import EditError
from core.messages import Message
from core.model import ReviewState
from core.store.codec import MalformedError
from core.store.log import LogRow, Undoables
from core.work import Work, finished

_ROWS_A_STEP = 20


class StoredHistory:
    """The history that the rows tell; it must lead to the present state, else it is not used and that is said."""

    def __init__(
        self, start: ReviewState, rows: Sequence[LogRow], present: ReviewState, say: Callable[[Message], None]
    ) -> None:
        self._start, self._rows, self._present, self._say = start, rows, present, say
        self._undoables: Undoables | None = None
        self._session: ReviewSession | None = None
        self._is_lost = False

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back first."""
        past = self._folded().past
        return None if self._is_lost or not past else self._label(past[-1].row)

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again first."""
        future = self._folded().future
        return None if self._is_lost or not future else self._label(future[-1].row)

    def replayed(self) -> ReviewSession | None:
        """The session after all rows, None where they do not lead to the present state."""
        if self._session is None and not self._is_lost:
            finished(self.replaying())
        return self._session

    def replaying(self) -> Work[None]:
        """Replay now, so that going back later takes no time."""
        try:
            session = yield from self._replayed()
        except (EditError, MalformedError, KeyError, IndexError):
            session = None
        if session is None or not _are_alike(session.state, self._present):
            self._is_lost = True
            self._say(
                Message("what was done in former runs cannot be undone: the log leads elsewhere; all is as it was")
            )
            return
        session.share(self._present)
        self._session = session

    def _replayed(self) -> Work[ReviewSession]:
        session = ReviewSession(self._start)
        for at, row in enumerate(self._rows):
            if at % _ROWS_A_STEP == 0:
                yield at / len(self._rows)
            session.take(row.line())
        return session

    def _folded(self) -> Undoables:
        if self._undoables is None:
            self._undoables = Undoables()
            self._undoables.take_all(self._rows)
        return self._undoables

    def _label(self, row: int) -> Message | None:
        step = self._rows[row - 1].line().step
        return None if isinstance(step, str) else step.label


def _are_alike(one: ReviewState, other: ReviewState) -> bool:
    """Whether two states are the same, wherever the files lie now: rows name them as they lay then."""
    return one == other or _without_files(one) == _without_files(other)


def _without_files(state: ReviewState) -> ReviewState:
    chunks = tuple(replace(chunk, file="") for chunk in state.episode.chunks)
    return replace(state, episode=replace(state.episode, chunks=chunks))


def present_state(checkpoint: ReviewState, rows: Sequence[LogRow]) -> ReviewState:
    """The state after the rows behind a checkpoint; raises EditError or MalformedError.

    A row that would go back behind the checkpoint is written with a checkpoint of its own, so there is none.
    """
    session = ReviewSession(checkpoint)
    for row in rows:
        session.take(row.line())
    return session.state
