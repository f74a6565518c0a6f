"""What every edit can do; the edits themselves are in core.editing.edits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from core.messages import Message
from core.model import ReviewState


class Edit(Protocol):
    """What a published edit does never changes: a new meaning is a new edit."""

    @property
    def label(self) -> Message:
        """What it does, for "Undo …"."""
        ...

    def apply(self, state: ReviewState, /) -> ReviewState:
        """The state after it; raises EditError and then nothing has happened."""
        ...


class Labelled:
    """An edit whose class says what it does."""

    __slots__ = ()
    says: ClassVar[Message]

    @property
    def label(self) -> Message:
        """See Edit."""
        return self.says


@dataclass(frozen=True, slots=True)
class Tried:
    """What leads from one state to another; None where there is nothing to do."""

    before: ReviewState
    edit: Edit | None
    after: ReviewState
