"""What one row of a pane shows, free of Qt: the panes, the link map and a screen reader all read these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.messages import Message

RowKind = Enum("RowKind", "TITLE SUMMARY CHAPTER CHUNK NOTE QUOTE PROSE STRAY EMPTY")
"""EMPTY: a chunk that holds no entry says so in a row of its own."""

Mark = Enum("Mark", "NONE CANONICAL DUPLICATE ACCEPTED REJECTED OUT_OF_ORDER LOST")
"""CANONICAL stays and DUPLICATE would go into it when a pending merge is accepted; the others are decided or plain."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; equal rows look the same, so a pane repaints only what differs."""

    key: str  # "title", "summary:0", an ItemId, a ChunkKey, an EntryId, "stray:<chunk key>:<line>"; unique in its pane
    kind: RowKind
    text: str
    time_s: int | None = None
    stamp: str = ""  # the time as shown, empty when it has none
    depth: int = 0
    speaker: str | None = None
    label: Message | None = None  # before the text: "Chapter 3", "Chunk 3", "1."
    badge: Message | None = None  # after the text: a range, "would go into ↑ 03:34", "2 merged", "edited"
    mark: Mark = Mark.NONE
    is_draft: bool = False  # a summary line that nobody has touched yet
    is_edited: bool = False  # its words are the editor's; of an entry: those of its block
    goes_to: str = ""  # the merged row that a pending merge would take it into
