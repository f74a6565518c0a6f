"""The review session: the only thing that changes state. Everyone else subscribes.

History swaps states; each call is one line of the log, and replaying the lines gives the same history. Knows nothing of
files (a Journal keeps the lines), of Qt, or of what is computed from the state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from core.editing.edit import Edit
from core.messages import Message
from core.model import Chapter, Episode, ReviewState

Step = Edit | Literal["undo", "redo"]


class Journal(Protocol):
    """Where the lines of the log go: the session file, or nowhere."""

    def append(self, step: Step, burst: str | None, after: ReviewState, /) -> None:
        """Take one line and the state after it; steps with the same burst in a row are one step to undo."""
        ...


class Earlier(Protocol):
    """The history of former runs, which is replayed when somebody goes back that far."""

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back first."""
        ...

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again first."""
        ...

    def replayed(self) -> ReviewSession | None:
        """The session that led to the present state, None where it cannot be found again."""
        ...


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    step: Step
    burst: str | None = None


class MemoryJournal:
    """Keeps the lines in memory."""

    def __init__(self) -> None:
        self.lines: list[LogLine] = []
        self.states: list[ReviewState] = []  # after each line

    def append(self, step: Step, burst: str | None, after: ReviewState, /) -> None:
        """See Journal."""
        self.lines.append(LogLine(step, burst))
        self.states.append(after)


@dataclass(frozen=True, slots=True)
class StateChange:
    """What subscribers hear: the states before and after, and what was done."""

    before: ReviewState
    after: ReviewState
    step: Step


@dataclass(frozen=True, slots=True)
class _Past:
    state: ReviewState
    label: Message
    burst: str | None


class ReviewSession:
    """The state now, and those before and after it.

    Edits with the same burst (typing in one field) are one step to undo, yet each is a line of the log.
    """

    def __init__(self, state: ReviewState, journal: Journal | None = None) -> None:
        self.start = state
        self.state = state
        self._journal = journal or MemoryJournal()
        self._earlier: Earlier | None = None
        self._is_edited = False  # since it was resumed: then nothing of former runs can be done again
        self._past: list[_Past] = []
        self._future: list[_Past] = []
        self._subscribers: list[Callable[[StateChange], None]] = []

    @classmethod
    def resumed(cls, start: ReviewState, state: ReviewState, earlier: Earlier) -> ReviewSession:
        """Go on at a state that former runs led to; undo reaches back to their start."""
        session = cls(start)
        session.state = state
        session._earlier = earlier
        return session

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, None if there is nothing."""
        if self._past:
            return self._past[-1].label
        return self._earlier.undo_label if self._earlier else None

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again, None if there is nothing."""
        if self._future:
            return self._future[-1].label
        return self._earlier.redo_label if self._earlier and not self._is_edited else None

    def keep_in(self, journal: Journal) -> None:
        """Write the log there from now on; what was kept in memory so far goes there first."""
        if isinstance(self._journal, MemoryJournal):
            for line, after in zip(self._journal.lines, self._journal.states, strict=True):
                journal.append(line.step, line.burst, after)
        self._journal = journal

    def subscribe(self, hear: Callable[[StateChange], None]) -> Callable[[], None]:
        """Hear of each change from now on; the result ends it."""
        self._subscribers.append(hear)
        return lambda: self._subscribers.remove(hear)

    def apply(self, edit: Edit, *, burst: str | None = None, after: ReviewState | None = None) -> None:
        """Do an edit; raises EditError and then nothing has changed.

        ``after`` is what the edit makes of the state of now, where somebody knows it already.
        """
        before, after = self.state, edit.apply(self.state) if after is None else after
        continues = bool(burst and not self._future and self._past and self._past[-1].burst == burst)
        if not continues:
            self._past.append(_Past(before, edit.label, burst))
        self._future.clear()
        self._is_edited = True
        self._step(before, after, edit, burst)

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._swap("undo", self._past, self._future)

    def redo(self) -> bool:
        """Do the last undone step again; False if there is none."""
        return self._swap("redo", self._future, self._past)

    def share(self, present: ReviewState) -> None:
        """Take a state that is equal to its own, and let the whole history share its chapters and its chunks.

        Whoever compares these by identity then finds only what a step changed.
        """
        own = self.state
        chapters = zip(own.document.chapters, present.document.chapters, strict=True)
        known = {id(one): other for one, other in chapters}
        episodes = {id(own.episode): present.episode}
        for steps in (self._past, self._future):
            steps[:] = (replace(step, state=_sharing(step.state, known, episodes)) for step in steps)
        self.state = present

    def take(self, line: LogLine) -> None:
        """Do what a line of a log says; raises EditError if it does not fit."""
        match line.step:
            case "undo":
                self.undo()
            case "redo":
                self.redo()
            case edit:
                self.apply(edit, burst=line.burst)

    def _swap(self, step: Literal["undo", "redo"], source: list[_Past], target: list[_Past]) -> bool:
        if not source:
            self._recall()
        if not source:
            return False
        other = source.pop()
        target.append(_Past(self.state, other.label, other.burst))
        self._step(self.state, other.state, step, None)
        return True

    def _recall(self) -> None:
        earlier, self._earlier = self._earlier, None
        session = earlier.replayed() if earlier else None
        if session is not None:
            self._past[:0] = session._past  # noqa: SLF001 - a session like this one
            if not self._is_edited:
                self._future[:0] = session._future  # noqa: SLF001

    def _step(self, before: ReviewState, after: ReviewState, step: Step, burst: str | None) -> None:
        self.state = after
        self._journal.append(step, burst, after)
        for hear in tuple(self._subscribers):
            hear(StateChange(before, after, step))


def _sharing(state: ReviewState, known: Mapping[int, Chapter], episodes: Mapping[int, Episode]) -> ReviewState:
    chapters = tuple(known.get(id(chapter), chapter) for chapter in state.document.chapters)
    episode = episodes.get(id(state.episode), state.episode)
    return replace(state, episode=episode, document=replace(state.document, chapters=chapters))


def replayed(start: ReviewState, log: Iterable[LogLine]) -> ReviewSession:
    """The session that the lines of a log lead to; raises EditError if a line does not fit."""
    session = ReviewSession(start)
    for line in log:
        session.take(line)
    return session
