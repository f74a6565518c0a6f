"""Finished documents for tests, written as their body lines, and the rules that an audit finds broken in them."""

from __future__ import annotations

from core.checks.finding import Finding
from core.model import Episode
from core.reading.document import read_document
from core.work import finished
from core.workflow.auditing import audited
from core.workflow.review import Answer, Review

HEAD = "# An episode\n\n1. one\n2. two\n3. three\n\n"
HEADING = "## Chapter 1: Part (00:00-59:59)\n\n"


def reviewed(sources: Episode, *body: str, head: str = HEAD, heading: str = HEADING) -> Review:
    """The review of a document with this body."""
    return finished(audited(sources, read_document(head + heading + "\n".join(body) + "\n")))


def against(sources: Episode, *body: str, head: str = HEAD, heading: str = HEADING) -> list[Finding]:
    """What is found about the document, in the order of the rules."""
    review = reviewed(sources, *body, head=head, heading=heading)
    found = [f for f in review.findings if f.rule.is_of_document and review.answer(f) is Answer.OPEN]
    return sorted(found, key=lambda finding: finding.rule.id)


def rules(sources: Episode, *body: str, head: str = HEAD, heading: str = HEADING) -> list[str]:
    """The rules that are broken."""
    return [finding.rule.id for finding in against(sources, *body, head=head, heading=heading)]
