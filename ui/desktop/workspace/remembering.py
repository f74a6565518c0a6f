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

    def add(self, name: str, now: Callable[[], Value], go_back: Callable[[Value], None]) -> None:
        """Remember what ``now`` says; ``go_back`` gets it again, or anything else, and takes what it understands."""
        self._parts[name] = (now, go_back)

    def note(self, kept: KeptReview) -> None:
        """Put everything as it is now into the session; it is written with its next step or at its end."""
        import json  # noqa: PLC0415 - the panes are painted first

        for name, (now, _) in self._parts.items():
            text = json.dumps(now(), ensure_ascii=False, sort_keys=True)
            if kept.settings.get(name) != text:
                kept.set_setting(name, text)

    def go_back(self, kept: KeptReview) -> None:
        """Have everything as the session remembers it."""
        import json  # noqa: PLC0415

        for name, (_, go_back) in self._parts.items():
            if name in kept.settings:
                try:
                    value = json.loads(kept.settings[name])
                except (ValueError, RecursionError):
                    continue  # it was not written by us
                go_back(value)
