"""Exporting a review: what is still open, the bytes in any format, the file's name, and the one atomic write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.checks.finding import Finding
from core.checks.titles import title_of
from core.errors import WouldOverwriteError
from core.export.arrange import Options, arrange
from core.export.exporters import DRAWN, EXPORTERS, Exporter, Needs
from core.export.material import Account, Material
from core.export.write import file_name, write_new
from core.messages import Message
from core.work import Work, finished
from core.workflow.ready import is_waited_for
from core.workflow.review import Answer, Review

__all__ = [
    "DRAWN",
    "EXPORTERS",
    "FORMATS",
    "IsAnInputError",
    "Needs",
    "Options",
    "Unmet",
    "doubts",
    "exported",
    "exporting",
    "is_document",
    "needs_of",
    "rendered_sections",
    "save",
    "suggested_name",
    "unmet",
    "write_beside",
]

FORMATS: Mapping[str, str] = {name: one.suffix for table in (EXPORTERS, DRAWN) for name, one in table.items()}
"""The suffix of each format's files, with its dot."""


class IsAnInputError(WouldOverwriteError):
    """The file to write is one of those that were read; nothing allows that."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A rule of the final document that is not yet met, with how often."""

    rule: str  # "NS201"
    count: int
    message: Message


def unmet(review: Review) -> tuple[Unmet, ...]:
    """What keeps the document from being ready, by rules, the worst first; summary lines that are drafts come before.

    Suggestions are none, and neither is what is wrong with the sources alone.
    """
    document, start, episode = review.state.document, review.session.start.document, review.state.episode
    open_ones = (finding for finding in review.findings if review.answer(finding) is Answer.OPEN)
    grave = [finding.rule for finding in open_ones if is_waited_for(finding, episode)]
    found: list[Unmet] = []
    if drafts := 0 if start.is_brought else sum(line in start.summary for line in document.summary):
        message = Message("summary lines that are still drafts: {count}", {"count": drafts})
        found.append(Unmet("NS402", drafts, message))
    for rule, count in sorted(Counter(grave).items(), key=lambda item: (item[0].severity.value, item[0].id)):
        message = Message("{kind}: {count} not decided", {"kind": title_of(rule.kind), "count": count})
        found.append(Unmet(rule.id, count, message))
    return tuple(found)


def exporting(
    review: Review,
    format_name: str = "markdown",
    options: Options | None = None,
    *,
    log: Callable[[], bytes] = lambda: b"",
) -> Work[bytes]:
    """The document in a format of ``EXPORTERS``, chapter by chapter where that takes long.

    ``log`` gives the decisions as JSON lines, for the format that is just them.
    """
    exporter = EXPORTERS[format_name]
    return (yield from exporter.render(_material(review, exporter, options or Options(), log)))


def exported(review: Review, format_name: str = "markdown", options: Options | None = None) -> bytes:
    """As ``exporting``, at once."""
    return finished(exporting(review, format_name, options))


def rendered_sections(review: Review, options: Options | None = None) -> Work[tuple[str, ...]]:
    """The head and each chapter as safe HTML, as the page has them, for what brings a look of its own."""
    from core.export.html import sections  # noqa: PLC0415 - nh3 is needed for it alone

    return (yield from sections(_material(review, EXPORTERS["html"], options or Options())))


def doubts(review: Review, format_name: str) -> tuple[Message, ...]:
    """What should be known before the format is used; nothing that keeps one from it."""
    exporter = EXPORTERS.get(format_name)
    return () if exporter is None else exporter.doubts(_material(review, exporter, Options()))


def needs_of(format_name: str) -> Needs:
    """What must be at hand for a format of ``FORMATS``."""
    return EXPORTERS[format_name].needs if format_name in EXPORTERS else Needs.DOCUMENT


def is_document(format_name: str) -> bool:
    """Whether a format of ``FORMATS`` is the document as people read it, so that options are for it."""
    return format_name in DRAWN or EXPORTERS[format_name].is_arranged


def suggested_name(review: Review, format_name: str = "markdown") -> str:
    """A file name made of the title."""
    return file_name(review.state.document.title, FORMATS[format_name])


def save(review: Review, path: Path, *, replace: bool = False) -> None:
    """Write the final Markdown in one atomic step; raises WouldOverwriteError or ExportError."""
    write_new(path, exported(review), replace=replace)


def write_beside(inputs: Iterable[str], path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file in one atomic step that is none of the inputs.

    Raises IsAnInputError, WouldOverwriteError or ExportError.
    """
    refuse_input(inputs, path)
    write_new(path, data, replace=replace)


def refuse_input(inputs: Iterable[str], path: Path) -> None:
    """Raises IsAnInputError where the path is one of the inputs, under whatever name."""
    if any(name and _is_same(Path(name), path) for name in inputs):
        message = Message("this file is one of the inputs, which are never written; give another path")
        raise IsAnInputError(message, file=str(path))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them does not exist


def _material(review: Review, exporter: Exporter, options: Options, log: Callable[[], bytes] = lambda: b"") -> Material:
    state = review.session.state  # the review may still be on the way there
    return Material(
        arrange(state.document, options) if exporter.is_arranged else state.document,
        (options.style if exporter.is_arranged else None) or state.episode.style,
        state,
        review.session.start.document,
        _account(review) if exporter.needs is Needs.SOURCES else None,
        log() if exporter.needs is Needs.SESSION else b"",
    )


def _account(review: Review) -> Account:
    fates = {entry: review.fate(entry) for entry in review.state.episode.entries}
    findings = review.findings
    open_ones = [finding for finding in findings if review.answer(finding) is Answer.OPEN]
    return Account(fates, open_ones, tuple(_answered(review, findings)))


def _answered(review: Review, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Message]]:
    for finding in findings:
        answer = review.answer(finding)
        if answer is Answer.ACCEPTED:
            yield finding, Message("merged")
        elif answer is Answer.REJECTED:
            yield finding, Message("kept apart")
        elif answer is Answer.DISMISSED:
            reason = review.state.dismissed[finding.id]
            yield finding, Message("dismissed: {reason}", {"reason": reason}) if reason else Message("dismissed")
