"""What is found can be set right: each kind says what that does, many are one step, and what is lost may stay out."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.finding import Check, Finding
from core.checks.table import CHECKS
from core.messages import Message
from core.model import Fate, FindingId
from core.reading.document import read_document
from core.work import finished
from core.workflow.auditing import audited
from core.workflow.exporting import exported
from core.workflow.opening import built
from core.workflow.repairs import has_repair, leave_lost, repair, says
from core.workflow.review import Review

SOURCES = episode(
    chunk(1, "# 등대", "00:10 등대를 고쳤다", "00:20 new lamps were lit", "00:30 the keeper rowed ashore at night"),
    chunk(2, "# Fog", "00:40 fog came in from the north sea", "> 00:45 it is never dark — the keeper"),
)


def damaged(*changes: tuple[str, str]) -> Review:
    """The review of a merge in which these words are others."""
    text = exported(built(SOURCES)).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return finished(audited(SOURCES, read_document(text)))


def found(review: Review, rule: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.rule.id == rule]


@pytest.mark.parametrize("check", [check for check in CHECKS if check.repair], ids=lambda check: check.rule.kind)
def test_every_repair_says_what_it_does(check: Check) -> None:
    finding = Finding(FindingId("a"), check.rule, Message("wrong"))
    assert str(says(built(SOURCES).state, finding)) != "Fix it"


def test_an_altered_quote_is_restored() -> None:
    review = damaged(("it is never dark", "it is always dark"))
    (finding,) = found(review, "NS503")
    edit = repair(review.state, finding)
    assert edit is not None
    review.do(edit)
    assert "it is never dark" in exported(review).decode()


def test_a_missing_summary_line_is_drafted() -> None:
    third = f"3. {built(SOURCES).state.document.summary[2]}\n"
    review = damaged((third, ""))
    (finding,) = found(review, "NS402")
    edit = repair(review.state, finding)
    assert edit is not None
    review.do(edit)
    assert len(review.state.document.summary) == 3


def test_summary_lines_that_are_too_many_become_one() -> None:
    review = damaged(("\n3. ", "\n3. more\n4. "))
    before = review.state.document.summary
    (finding,) = found(review, "NS402")
    edit = repair(review.state, finding)
    assert edit is not None
    review.do(edit)
    assert review.state.document.summary == (*before[:2], " ".join(before[2:]))


def test_what_is_lost_may_stay_out_with_a_reason() -> None:
    review = damaged(("- [00:20] new lamps were lit\n", ""))
    (finding,) = found(review, "NS501")
    edit = leave_lost(review.state, finding.entries[0], "off topic")
    assert edit is not None
    review.do(edit)
    assert review.fate(finding.entries[0]) is Fate.DROPPED
    assert review.state.dropped[finding.entries[0]] == "off topic"


def test_what_stands_in_the_document_is_not_left_out_so() -> None:
    review = damaged()
    assert leave_lost(review.state, next(iter(SOURCES.entries)), "off topic") is None


def test_a_repeated_chunk_that_was_merged_is_answered() -> None:
    lines = ("# Part", *(f"00:{n} the old tower has {n} windows" for n in range(10, 30)))
    review = built(episode(chunk(1, *lines), chunk(2, *lines)))
    (finding,) = found(review, "NS104")
    assert has_repair(finding)
    edit = repair(review.state, finding)
    assert edit is not None
    review.do(edit)
    assert review.state.dismissed[finding.id] == "merged with the original"
