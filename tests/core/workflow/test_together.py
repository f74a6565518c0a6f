"""Answers to many findings: what they come to is known before they are done."""

from __future__ import annotations

from chunk_builder import chunk, episode

from core.model import EntryId, Merge, Tier
from core.work import finished
from core.workflow.opening import built
from core.workflow.together import accepting, dismissing


def test_the_edit_leads_to_the_state_that_was_worked_out() -> None:
    notes = ("00:10 the lamp was lit", "00:20 the keeper wrote a letter")
    review = built(episode(chunk(1, "# First", *notes), chunk(2, "# Second", *notes), language="en"))
    review.set_merges([Merge((EntryId(f"1:{line}"), EntryId(f"2:{line}")), 0.9, Tier.CERTAIN) for line in (2, 3)])
    for answers in (
        finished(accepting(review.state, review.findings)),
        finished(dismissing(review.state, review.findings)),
    ):
        assert answers.edit is not None
        assert answers.edit.apply(review.state) == answers.after
