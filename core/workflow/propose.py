"""What a person can ask for, as edits for ``Review.do``; the window and the command line make no edit in another way.

Each function takes the state and gives the edit that does it, or None when there is nothing to do.
"""

from __future__ import annotations

from core.editing.edit import Edit
from core.stitching.propose import (
    absorb,
    accept,
    accept_all,
    add_note,
    bring_in,
    bring_in_stray,
    dismiss,
    drop,
    edit_text,
    indent,
    join_chapter,
    keep_apart,
    leave_out,
    move_down,
    move_to_its_time,
    move_up,
    one_line,
    outdent,
    rename_chapter,
    restore_words,
    retime,
    set_speaker,
    set_summary_line,
    set_title,
    shift_chunk,
    split_chapter,
)

__all__ = [
    "Edit",
    "absorb",
    "accept",
    "accept_all",
    "add_note",
    "bring_in",
    "bring_in_stray",
    "dismiss",
    "drop",
    "edit_text",
    "indent",
    "join_chapter",
    "keep_apart",
    "leave_out",
    "move_down",
    "move_to_its_time",
    "move_up",
    "one_line",
    "outdent",
    "rename_chapter",
    "restore_words",
    "retime",
    "set_speaker",
    "set_summary_line",
    "set_title",
    "shift_chunk",
    "split_chapter",
]
