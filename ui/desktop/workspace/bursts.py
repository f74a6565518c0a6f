"""Typing that is kept as it goes: each piece is an edit, all of one editor together one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from core.errors import EditError
from core.model import ReviewState

if TYPE_CHECKING:
    from core.workflow.propose import Edit
    from ui.desktop.workspace.workspace import Workspace

    Make = Callable[[], Edit | None]  # the edit that leads from the state of now to what is written


class Bursts:
    """What is being typed in one place; the next place begins another burst."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._count = 0
        self._key: str | None = None  # of the place
        self._typed: ReviewState | None = None  # after the last piece

    def take(self, key: str, make: Make) -> None:
        """Do a piece; what cannot stand, such as nothing at all, waits for the next."""
        with suppress(EditError):  # it is said when the person wants to keep it
            self._do(key, make)

    def keep(self, key: str, make: Make) -> bool:
        """Do the last piece; False where it was refused, which is said, and then the burst goes on."""
        if not self._workspace.attempt(partial(self._do, key, make)):
            return False
        self._end()
        return True

    def leave(self, key: str) -> None:
        """Take back what was typed there, unless something else was done since."""
        review = self._workspace.review
        if review is not None and key == self._key and self._typed is review.state:
            review.undo()
        self._end()

    def _do(self, key: str, make: Make) -> None:
        review = self._workspace.review
        edit = make() if review is not None else None
        if review is not None and edit is not None:
            review.do(edit, burst=self._burst(key))
            self._typed = review.state

    def _burst(self, key: str) -> str:
        if key != self._key:
            self._end()
            self._key = key
            self._count += 1
        return f"typing-{self._count}"

    def _end(self) -> None:
        self._key = self._typed = None
