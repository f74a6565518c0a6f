"""Every repair can be done, and what it repairs is then gone; whatever is audited, nothing breaks."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from review_strategies import edits, states
from strategies import documents, episodes

from core.checks.table import CHECKS, repair
from core.editing.session import ReviewSession
from core.errors import EditError
from core.export.markdown import markdown
from core.model import Document, Episode, ReviewState
from core.reading.document import read_document
from core.work import finished
from core.workflow.auditing import audited
from core.workflow.review import Review


def repair_all(review: Review) -> list[str]:
    """Try the repair of the first finding of each rule; the rules that are then broken as often as before."""
    left: list[str] = []
    counts = Counter(finding.rule.id for finding in review.findings)
    for finding in {finding.rule.id: finding for finding in reversed(review.findings)}.values():
        edit = repair(review.state, finding)
        if edit is not None:
            review.do(edit)
            rule = finding.rule.id
            if Counter(other.rule.id for other in review.findings)[rule] >= counts[rule]:
                left.append(rule)
            review.undo()
    return left


@given(states(), st.data())
@settings(max_examples=30)
def test_repairs_in_a_review_can_be_done(state: ReviewState, data: st.DataObject) -> None:
    review = Review(ReviewSession(state))
    for _ in range(data.draw(st.integers(0, 5))):
        edit = data.draw(edits(review.state))
        try:
            if edit is not None:
                review.do(edit)
        except EditError:
            continue
    before = review.state
    repair_all(review)  # raises where a repair is refused
    assert review.state == before  # each was taken back


@given(episodes(), documents())
@settings(max_examples=30)
def test_any_document_can_be_audited_and_repaired(episode: Episode, document: Document) -> None:
    read = read_document(markdown(document, episode.style))
    review = finished(audited(episode, read))
    # A third copy still stands twice; what is moved, renamed or timed may be wrong in the next way; some headings have
    # no other; what is short though all of it stands there stays so.
    assert set(repair_all(review)) <= {"NS105", "NS201", "NS202", "NS301", "NS403", "NS404", "NS508"}


def test_rules_that_can_be_repaired_are_known() -> None:
    assert {check.rule.id for check in CHECKS if check.repair} == {
        *("NS103", "NS104", "NS105", "NS201", "NS202", "NS301", "NS303", "NS401", "NS402", "NS403", "NS404", "NS405"),
        *("NS501", "NS502", "NS503", "NS504", "NS505", "NS506", "NS507", "NS508"),
    }
