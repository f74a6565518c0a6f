"""What the person looks at, and how a session remembers it: selection, filters, whether the panes scroll together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.model import ChunkKey, EntryId, FindingId, ItemId, ReviewState
from core.presenting.filters import Filter, Stage
from ui.desktop.workspace.remembering import Value

if TYPE_CHECKING:
    from ui.desktop.workspace.workspace import Workspace

LINKED = "view/linked"  # a setting


class Focus(NamedTuple):
    """What the person looks at; the same in every panel."""

    block: ItemId | None = None
    entry: EntryId | None = None
    finding: FindingId | None = None
    time_s: int | None = None


def view_of(workspace: Workspace) -> Value:
    """All of it, for ``go_back``."""
    focus, shows = workspace.focus, workspace.shows
    return {
        "focus": {"block": focus.block, "entry": focus.entry, "finding": focus.finding},
        "shows": {"kinds": sorted(shows.kinds), "chunk": shows.chunk, "stage": shows.stage.name},
        "linked": workspace.flag(LINKED),
    }


def go_back(workspace: Workspace, view: Value) -> None:
    """Look at what was looked at, as far as it is still there; a finding may come up later."""
    if workspace.review is None or not isinstance(view, dict):
        return
    state = workspace.review.state
    match view.get("focus"):
        case {"block": block, "entry": entry, "finding": finding}:
            workspace.focus = _focus(state, block, entry, finding)
        case _:
            pass
    match view.get("shows"):
        case {"kinds": [*kinds], "chunk": chunk, "stage": str(stage)} if stage in Stage.__members__:
            known = ChunkKey(chunk) if isinstance(chunk, str) and chunk in state.episode.by_key else None
            workspace.shows = Filter(frozenset(kind for kind in kinds if isinstance(kind, str)), known, Stage[stage])
        case _:
            pass
    if isinstance(linked := view.get("linked"), bool):
        workspace.settings.setValue(LINKED, linked)
        workspace.view_requested.emit("linked")


def _focus(state: ReviewState, block: object, entry: object, finding: object) -> Focus:
    item = ItemId(block) if isinstance(block, str) and state.document.has(ItemId(block)) else None
    read = state.episode.entries.get(EntryId(entry)) if isinstance(entry, str) else None
    time_s = read.time_s if read is not None else None
    if item is not None and len(path := state.document.find(item)) > 1:
        time_s = state.document.block(path).time_s
    known = FindingId(finding) if isinstance(finding, str) else None
    return Focus(item, read.id if read is not None else None, known, time_s)
