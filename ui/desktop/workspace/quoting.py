"""Whether the words of speakers may be changed in this episode: asked once, before the first of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desktop.workspace.remembering import Value

if TYPE_CHECKING:
    from ui.desktop.workspace.workspace import Workspace


class Quoting:
    """The answer of the person, which a session remembers; a no is asked again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._is_allowed = False
        workspace.keeping.remembered.add("quotes", self._now, self._go_back)

    def begin(self) -> None:
        """Another episode."""
        self._is_allowed = False

    def may_change(self) -> bool:
        """Ask, unless it was allowed already."""
        self._is_allowed = self._is_allowed or self._workspace.prompts.may_change_quotes()
        return self._is_allowed

    def _now(self) -> Value:
        return self._is_allowed

    def _go_back(self, is_allowed: Value) -> None:
        self._is_allowed = is_allowed is True
