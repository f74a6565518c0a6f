"""The log in memory: one thread adds lines, another makes rows of them; every row stays, for a copy elsewhere."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from core.editing.session import Step
from core.store.log import NO_ROW, LogRow, Undoables


@dataclass(frozen=True, slots=True)
class _Line:
    step: Step
    burst: str | None
    at: str


class Steps:
    """All rows so far, and the lines that are to become rows."""

    def __init__(self, rows: Sequence[LogRow]) -> None:
        self._rows = list(rows)
        self._lines = deque[_Line]()
        self._known_at: list[int] = []  # for each row the one before which its state was known; made when first asked
        self._undoables = Undoables()
        self._making = threading.Lock()

    def add(self, step: Step, burst: str | None, at: str) -> None:
        """Take a line; costs next to nothing."""
        self._lines.append(_Line(step, burst, at))

    def rows(self, after: int, until: int) -> tuple[LogRow, ...]:
        """The rows behind number ``after`` up to number ``until``."""
        self._make()
        return tuple(self._rows[after:until])

    def holds(self, seq: int, chain: bytes) -> bool:
        """Whether the row of that number has that chain: then all rows before are the same as well."""
        self._make()
        if seq == 0:
            return chain == NO_ROW
        return seq <= len(self._rows) and self._rows[seq - 1].chain == chain

    def reach_back(self, after: int, until: int, checkpoint: int) -> bool:
        """Whether undo or redo in these rows leads to a state that the checkpoint's does not lead to."""
        self._make()
        with self._making:
            for row in self._rows[len(self._known_at) :]:
                self._known_at.append(self._undoables.take(row))
            return any(known_at <= checkpoint for known_at in self._known_at[after:until])

    def _make(self) -> None:
        with self._making:
            while self._lines:
                line = self._lines[0]
                above = self._rows[-1] if self._rows else None
                self._rows.append(LogRow.made(above, line.step, line.burst, line.at))
                self._lines.popleft()
