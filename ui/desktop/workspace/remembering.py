"""What a session remembers that is no decision: where somebody was, what was filtered, which panels were there.

Parts of the window say what they remember and how they go back to it. A session may come from anybody, so what it says
is looked at as if it were typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.workflow.sessions import KeptReview

Value = dict[str, Any] | list[Any] | str | int | bool | None  # as JSON has it


class Remembered:
    """All that is remembered of one session, by name."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[Callable[[], Value], Callable[[Value], None]]] = {}

    def add(
        self,
        name: str,
        now: Callable[[], Value],
        go_back: Callable[[Value], None],
        *,
        shown: KeptReview | None = None,
    ) -> None:
        """Remember what ``now`` says; ``go_back`` gets it again, or anything else, and takes what it understands.

        A part that is made late gets what the session that is ``shown`` remembers, at once.
        """
        self._parts[name] = (now, go_back)
        if shown is not None:
            self._give(name, shown)

    def note(self, kept: KeptReview) -> None:
        """Put everything as it is now into the session; it is written with its next step or at its end."""
        import json  # noqa: PLC0415 - the panes are painted first

        for name, (now, _) in self._parts.items():
            text = json.dumps(now(), ensure_ascii=False, sort_keys=True)
            if kept.settings.get(name) != text:
                kept.set_setting(name, text)

    def go_back(self, kept: KeptReview) -> None:
        """Have everything as the session remembers it."""
        for name in self._parts:
            self._give(name, kept)

    def _give(self, name: str, kept: KeptReview) -> None:
        import json  # noqa: PLC0415

        if name in kept.settings:
            try:
                value = json.loads(kept.settings[name])
            except (ValueError, RecursionError):
                return  # it was not written by us
            _, go_back = self._parts[name]
            go_back(value)
