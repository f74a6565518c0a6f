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
        self._fresh = ""  # the place that was added for what is about to be typed
        self.is_waiting = False  # something was typed that is no piece yet, so it is not saved

    def wait(self, is_waiting: bool) -> None:
        """A key was pressed, and its piece comes in a moment; or it came."""
        self.is_waiting = is_waiting
        self._workspace.keeping.changed.emit()

    def begin(self, key: str, add: Edit) -> bool:
        """Add a place to type in; with what is typed there it is one step, and leaving takes all of it back."""
        self.end()
        is_added = self._workspace.attempt(partial(self._do, key, lambda: add))
        self._fresh = key if is_added else ""
        return is_added

    def is_fresh(self, key: str) -> bool:
        """Whether a place was just added, and its words are only there to be replaced."""
        return key == self._fresh

    def take(self, key: str, make: Make) -> None:
        """Do a piece; what cannot stand, such as nothing at all, waits for the next."""
        with suppress(EditError):  # it is said when the person wants to keep it
            self._do(key, make)

    def keep(self, key: str, make: Make) -> bool:
        """Do the last piece; False where it was refused, which is said, and then the burst goes on."""
        if not self._workspace.attempt(partial(self._do, key, make)):
            return False
        self.end()
        return True

    def leave(self, key: str) -> None:
        """Take back what was typed there, unless something else was done since."""
        review = self._workspace.review
        if review is not None and key == self._key and self._typed is review.state:
            review.undo()
        self.end()

    def _do(self, key: str, make: Make) -> None:
        review = self._workspace.review
        edit = make() if review is not None else None
        if review is not None and edit is not None:
            review.do(edit, burst=self._burst(key))
            self._typed = review.state

    def _burst(self, key: str) -> str:
        if key != self._key:
            self.end()
            self._key = key
            self._count += 1
        return f"typing-{self._count}"

    def end(self) -> None:
        """What is typed next is another step."""
        self._key = self._typed = None
        self._fresh = ""
        if self.is_waiting:
            self.wait(False)
