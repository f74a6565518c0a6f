"""The lines of the log as they are stored: rows that are chained, so that none can be lost or changed unseen.

Also which steps could be undone after any row, without doing any edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.editing.session import LogLine, Step
from core.store.codec import MalformedError, json_text, parsed
from core.store.encoding import digest, edit_json, edit_of

NO_ROW = b""  # what the first row is chained to
_SWAPS = ("undo", "redo")


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log as it is stored."""

    seq: int  # from 1 on, without gaps
    step: str  # edit, undo or redo
    edit: str | None  # the edit as JSON
    burst: str | None
    at: str  # when, in UTC as ISO 8601
    chain: bytes  # a digest of the row and of the chain before it

    @classmethod
    def made(cls, above: LogRow | None, step: Step, burst: str | None, at: str) -> LogRow:
        """The row behind ``above``."""
        name = step if isinstance(step, str) else "edit"
        edit = None if isinstance(step, str) else json_text(edit_json(step))
        return cls._chained(above, name, edit, burst, at)

    @classmethod
    def _chained(cls, above: LogRow | None, step: str, edit: str | None, burst: str | None, at: str) -> LogRow:
        seq, before = (above.seq + 1, above.chain) if above else (1, NO_ROW)
        return cls(seq, step, edit, burst, at, digest(before, seq, step, edit, burst, at))

    def follows(self, above: LogRow | None) -> bool:
        """Whether nothing is missing between the two, and nothing in this one was changed."""
        return self == LogRow._chained(above, self.step, self.edit, self.burst, self.at)

    def line(self) -> LogLine:
        """The line; raises MalformedError."""
        match self.step, self.edit:
            case ("undo" | "redo") as swap, None:
                return LogLine(swap)
            case "edit", str(edit):
                return LogLine(edit_of(parsed(edit)), self.burst)
            case _:
                raise MalformedError(f"step {self.seq} of the log is none that is known")


def head(rows: Sequence[LogRow]) -> bytes:
    """The chain at the end of the rows."""
    return rows[-1].chain if rows else NO_ROW


@dataclass(frozen=True, slots=True)
class _Undoable:
    """A step in history: its first row, its burst, and the row before which the state that it leads to was."""

    row: int
    burst: str | None
    known_at: int


@dataclass(slots=True)
class Undoables:
    """What undo and redo would lead to, row by row, by the rule of the review session."""

    past: list[_Undoable] = field(default_factory=list[_Undoable])
    future: list[_Undoable] = field(default_factory=list[_Undoable])

    def take(self, row: LogRow) -> int:
        """Follow one row; gives the row that its state was known before, for an edit its own."""
        if row.step not in _SWAPS:
            self._take_edit(row)
            return row.seq
        source, target = (self.past, self.future) if row.step == "undo" else (self.future, self.past)
        if not source:
            return row.seq  # as the session: nothing happens
        step = source.pop()
        target.append(_Undoable(step.row, step.burst, row.seq))
        return step.known_at

    def take_all(self, rows: Iterable[LogRow]) -> None:
        """Follow rows."""
        for row in rows:
            self.take(row)

    def _take_edit(self, row: LogRow) -> None:
        continues = row.burst and not self.future and self.past and self.past[-1].burst == row.burst
        if not continues:
            self.past.append(_Undoable(row.seq, row.burst, row.seq))
        self.future.clear()
