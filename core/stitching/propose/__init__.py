"""Functions that make edits: accept this merge, move to its time, rename. They may improve; the edits they make stay.

Each takes the state and says what a person wants; the result is the Edit that does it, or None when there is nothing to
do. They change nothing.
"""

from __future__ import annotations

from core.stitching.propose.answers import dismiss, shift_chunk
from core.stitching.propose.borders import Border, border_at, move_border
from core.stitching.propose.contents import (
    add_child,
    add_note,
    add_quote,
    bring_in,
    bring_in_stray,
    drop,
    next_item,
)
from core.stitching.propose.frame import join_chapter, rename_chapter, set_summary_line, set_title, split_chapter
from core.stitching.propose.leaving_out import leave_out
from core.stitching.propose.merges import absorb, accept, accept_all, keep_apart
from core.stitching.propose.parting import join_note, split_note
from core.stitching.propose.places import indent, move_down, move_to_its_time, move_up, outdent
from core.stitching.propose.revise import Revised, revise_chunk
from core.stitching.propose.together import together
from core.stitching.propose.words import edit_text, one_line, restore_words, retime, set_speaker

__all__ = [
    "Border",
    "Revised",
    "absorb",
    "accept",
    "accept_all",
    "add_child",
    "add_note",
    "add_quote",
    "border_at",
    "bring_in",
    "bring_in_stray",
    "dismiss",
    "drop",
    "edit_text",
    "indent",
    "join_chapter",
    "join_note",
    "keep_apart",
    "leave_out",
    "move_border",
    "move_down",
    "move_to_its_time",
    "move_up",
    "next_item",
    "one_line",
    "outdent",
    "rename_chapter",
    "restore_words",
    "retime",
    "revise_chunk",
    "set_speaker",
    "set_summary_line",
    "set_title",
    "shift_chunk",
    "split_chapter",
    "split_note",
    "together",
]
