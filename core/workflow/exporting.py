"""Exporting a review: what is still open, the bytes, the file's name, and the one atomic write."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from core.checks.finding import Severity
from core.checks.titles import title_of
from core.export.exporters import EXPORTERS
from core.export.write import file_name, write_new
from core.messages import Message
from core.workflow.review import Answer, Review


@dataclass(frozen=True, slots=True)
class Unmet:
    """A rule of the final document that is not yet met, with how often."""

    rule: str  # "NS201"
    count: int
    message: Message


def unmet(review: Review) -> tuple[Unmet, ...]:
    """The rules that the document does not keep yet, as ``check`` would report them, the worst first; drafts are one.

    Suggestions are none, and neither is what is wrong with the sources alone.
    """
    document, start = review.state.document, review.session.start.document
    open_ones = [finding for finding in review.findings if review.answer(finding) is Answer.OPEN]
    grave = [f.rule for f in open_ones if f.rule.is_of_document and f.rule.severity is not Severity.SUGGESTION]
    found: list[Unmet] = []
    if drafts := sum(line in start.summary for line in document.summary):
        message = Message("summary lines that are still drafts: {count}", {"count": drafts})
        found.append(Unmet("NS402", drafts, message))
    for rule, count in sorted(Counter(grave).items(), key=lambda item: (item[0].severity.value, item[0].id)):
        message = Message("{kind}: {count} not decided", {"kind": title_of(rule.kind), "count": count})
        found.append(Unmet(rule.id, count, message))
    return tuple(found)


def exported(review: Review, format_name: str = "markdown") -> bytes:
    """The document in a format of ``EXPORTERS``."""
    return EXPORTERS[format_name].render(review.state.document, review.state.episode.style)


def suggested_name(review: Review, format_name: str = "markdown") -> str:
    """A file name made of the title."""
    return file_name(review.state.document.title, EXPORTERS[format_name].suffix)


def save(review: Review, path: Path, *, replace: bool = False) -> None:
    """Write the final Markdown in one atomic step; raises WouldOverwriteError or ExportError."""
    write_new(path, exported(review), replace=replace)
