"""The rules of the final document: each finding about the document speaks against exactly one of them."""

from __future__ import annotations

from collections import Counter

from chunk_builder import chunk, episode

from core.checks.table import CHECKS
from core.presenting.queue import Queue
from core.presenting.rules import RULES, RuleLine, Standing, rule_lines
from core.reading.document import read_document
from core.stitching import propose
from core.workflow.auditing import attached
from core.workflow.exporting import exported
from core.workflow.opening import built
from core.workflow.review import Review

SOURCES = episode(
    chunk(1, "# Fog", "00:10 the lamp is lit", "00:20 nobody came", "> 00:25 it is never dark — the keeper")
)


def line_of(review: Review, rule: str) -> RuleLine:
    return next(line for line in rule_lines(Queue(review)) if line.rule.id == rule)


def damaged(old: str, new: str) -> Review:
    text = exported(built(SOURCES)).decode()
    assert old in text
    return Review(attached(SOURCES, read_document(text.replace(old, new))))


def test_every_finding_about_the_document_speaks_against_one_rule() -> None:
    about = {check.rule.id for check in CHECKS if check.rule.is_of_document}
    told = Counter(rule for line in RULES for rule in line.by)
    assert about <= told.keys()
    assert set(told.values()) == {1}


def test_a_document_as_built_keeps_every_rule() -> None:
    assert {line.standing for line in rule_lines(Queue(built(SOURCES)))} == {Standing.KEPT}


def test_without_a_queue_nothing_can_be_told_yet() -> None:
    assert {line.standing for line in rule_lines(None)} == {Standing.CHECKING}


def test_duplicates_are_not_judged_while_they_are_looked_for() -> None:
    lines = rule_lines(Queue(built(SOURCES)), is_detecting=True)
    assert [line.rule.id for line in lines if line.standing is Standing.CHECKING] == ["duplicates"]


def test_what_is_found_is_counted_and_can_be_fixed() -> None:
    line = line_of(damaged("it is never dark", "it is always dark"), "quotes")
    assert (line.standing, line.open, len(line.fixable)) == (Standing.BROKEN, 1, 1)


def test_what_only_a_person_can_tell_is_not_fixed() -> None:
    review = built(SOURCES)
    first, second = review.state.document.chapters[0].blocks[:2]
    edit = propose.retime(review.state, first.id, 90)
    assert edit is not None
    review.do(edit)
    assert line_of(review, "order").standing is Standing.BROKEN
    assert second.time_s == 20


def test_what_was_dismissed_speaks_against_no_rule() -> None:
    review = damaged("it is never dark", "it is always dark")
    for finding in review.findings:
        review.do(propose.dismiss(finding.id, "a joke"))
    assert line_of(review, "quotes").standing is Standing.KEPT
