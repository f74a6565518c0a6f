"""What would set a finding right: the edit, and what it does in words."""

from __future__ import annotations

from collections.abc import Mapping

from core.checks import table
from core.checks.finding import Finding
from core.editing.edit import Edit
from core.editing.edits import Batch, Dismiss
from core.messages import Message
from core.model import ReviewState
from core.stitching.propose.lost import leave_lost
from core.timecode import written

__all__ = ["has_repair", "leave_lost", "repair", "says"]

_TWICE = Message("Take the second one out")
_WORDS: Mapping[str, Message] = {  # by the rule's id
    "NS103": Message("Correct the clock"),
    "NS104": Message("Merge it with the original"),
    "NS201": _TWICE,
    "NS202": _TWICE,
    "NS105": Message("Take the other headings"),
    "NS301": Message("Move to its time"),
    "NS303": Message("Part the chapters"),
    "NS401": Message("Take the episode’s title"),
    "NS402": Message("Make it three lines"),
    "NS403": Message("Renew the heading"),
    "NS404": Message("Give it its time"),
    "NS405": Message("Remove this section"),
    "NS501": Message("Bring the note back"),
    "NS502": Message("Bring the quote back"),
    "NS503": Message("Restore the quote"),
    "NS504": Message("Restore the speaker"),
    "NS505": Message("Take it out"),
    "NS506": Message("Restore the source’s words"),
    "NS507": Message("Restore the time"),
    "NS508": Message("Bring back what is missing"),
}
# Found in the sources whatever the document says, so it is answered too.
_STAYS = {"NS104": str(Message("merged with the original"))}


def has_repair(finding: Finding) -> bool:
    """Whether there is a way to set such a finding right by itself; a merge is accepted instead."""
    return finding.merge is None and next(table.repairs(finding), None) is not None


def repair(state: ReviewState, finding: Finding) -> Edit | None:
    """The edit that sets it right, None where there is nothing to do; raises EditError where it no longer fits."""
    edit = table.repair(state, finding)
    reason = _STAYS.get(finding.rule.id)
    return Batch(edit.label, (edit, Dismiss(finding.id, reason))) if edit is not None and reason else edit


def says(state: ReviewState, finding: Finding) -> Message:
    """What the repair does, for a button."""
    if finding.by_s:
        offset = f"{'+' if finding.by_s > 0 else '−'}{written(abs(finding.by_s), state.episode.style)}"
        return Message("Correct the clock by {offset}", {"offset": offset})
    return _WORDS.get(finding.rule.id, Message("Fix it"))
