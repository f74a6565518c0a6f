"""What a person can ask for, as edits for ``Review.do``; the window and the command line make no edit in another way.

Each function takes the state and gives the edit that does it, or None when there is nothing to do.
"""

from __future__ import annotations

from core.checks.finding import Finding
from core.checks.table import CHECKS
from core.editing.edits import Edit
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
from core.workflow.review import Review

__all__ = [
    "Edit",
    "absorb",
    "accept",
    "accept_all",
    "add_note",
    "bring_in",
    "bring_in_stray",
    "can_repair",
    "dismiss",
    "drop",
    "edit_text",
    "indent",
    "join_chapter",
    "keep_apart",
    "move_down",
    "move_to_its_time",
    "move_up",
    "one_line",
    "outdent",
    "rename_chapter",
    "repair",
    "restore_words",
    "retime",
    "set_speaker",
    "set_summary_line",
    "set_title",
    "shift_chunk",
    "split_chapter",
]

_REPAIRS = {check.rule.id: check.repair for check in CHECKS if check.repair}


def can_repair(finding: Finding) -> bool:
    """Whether the check that made the finding also knows how to repair it."""
    return finding.rule.id in _REPAIRS


def repair(review: Review, finding: Finding) -> Edit | None:
    """The edit that repairs a finding, None where its check knows none."""
    make = _REPAIRS.get(finding.rule.id)
    return make(review.state, finding) if make else None
