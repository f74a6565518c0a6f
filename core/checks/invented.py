"""NS505: a note or quote that no entry backs and that the editor did not write."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity
from core.checks.sourced import about
from core.editing.edits import Drop, Edit
from core.messages import Message
from core.model import Kind, ReviewState, walk

RULE = Rule("NS505", "invented", Severity.WARNING, is_of_document=True)


def _find(view: ChapterView) -> Iterable[Finding]:
    if view.is_extra:
        return
    for _, block in walk(view.chapter.blocks):
        if view.is_invented(block):
            yield about(RULE, block, [], _message(block.kind))


def _message(kind: Kind) -> Message:
    if kind is Kind.QUOTE:
        return Message("the quote was not found in any chunk")
    return Message("the note was not found in any chunk")


def _drop(_: ReviewState, finding: Finding) -> Edit | None:
    return Drop(finding.block, str(Message("not in any chunk"))) if finding.block else None


INVENTED = ChapterCheck(RULE, _find, _drop)
