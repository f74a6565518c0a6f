"""The totals that the status bar shows: what became of the entries, and what is left to decide. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import Message
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Tally:
    """The ledger in words.

    Attributes:
        accounted: How many of all entries stand in the document or were dropped with a reason.
        parts: What the total is made of.
        is_complete: Whether no entry is lost.
    """

    accounted: Message
    parts: tuple[Message, ...]
    is_complete: bool


def tally(review: Review) -> Tally:
    """The review's ledger now."""
    ledger = review.ledger
    numbers = {"found": ledger.entries - ledger.lost, "all": ledger.entries}
    parts = [
        Message("kept word for word: {count}", {"count": ledger.kept}),
        Message("merged into another: {count}", {"count": ledger.merged}),
        Message("edited: {count}", {"count": ledger.edited}),
        Message("dropped with a reason: {count}", {"count": ledger.dropped}),
        Message("lost: {count}", {"count": ledger.lost}),
    ]
    if ledger.stray_lines:
        parts.append(Message("beside these, lines that were not understood: {count}", {"count": ledger.stray_lines}))
    return Tally(Message("{found} of {all} accounted for", numbers), tuple(parts), not ledger.lost)
