"""Auditing a finished merge beside its sources: attach it, and judge it by all checks. Nothing is written.

Goes through the same review as the window; what an editor decided comes with the decisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.checks.finding import Finding, Severity
from core.editing.session import ReviewSession
from core.errors import InputError
from core.messages import Message
from core.model import ChunkKey, EntryId, Episode, Merge, ReviewState
from core.reading.document import ReadDocument, read_document, says_nothing
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, ReadFile, assumptions, read_text
from core.reading.lines import split_lines
from core.reading.transcript import Cue
from core.stitching.align import align
from core.work import Work
from core.workflow.decision_files import read_decisions
from core.workflow.decisions import Decisions, decided, decisions_of, knows_all
from core.workflow.opening import Opened, built, opened
from core.workflow.opening import detection as detect_in
from core.workflow.review import Answer, Review

FAIL_ON: Mapping[str, Severity] = {severity.name.lower(): severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Audit:
    """A finished document beside its sources."""

    opened: Opened
    review: Review
    file: str  # of the document
    read: ReadDocument

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found about the document and not answered, as the window shows it."""
        review = self.review
        return tuple(
            finding
            for finding in review.findings
            if finding.rule.is_of_document and review.answer(finding) is Answer.OPEN
        )

    def fails(self, fail_on: str) -> bool:
        """Whether there is a finding at or above a severity of ``FAIL_ON``."""
        return any(finding.rule.severity.value <= FAIL_ON[fail_on].value for finding in self.findings)

    def line(self, finding: Finding) -> int | None:
        """The line of the document to look at first; None for what is only in the sources."""
        lines = self.read.lines
        if finding.block is not None:
            return lines.get(finding.block)
        if finding.chunk is None:
            return self.read.title_line or 1
        homes = (self.review.homes.get(entry) for entry in (*finding.entries[1:], *finding.entries[:1]))
        return next((lines[home[0]] for home in homes if home), None) if finding.merge else None


def audit(path: Path, sources: Sequence[Path], decisions: Path | None = None) -> Work[Audit]:
    """Read a finished document and its sources and judge it; raises InputError."""
    decoded = read_text(path)
    inputs = yield from opened(sources)
    read = _finished(path, decoded)
    starts = partial(_starts, inputs.episode, read)
    made = read_decisions(decisions, starts) if decisions else None
    yield 0.4
    episode = made.sources_in(inputs.episode) if made else inputs.episode
    review = yield from audited(episode, read, made, transcript=inputs.transcript)
    notices = (*inputs.notices, *assumptions(decoded, str(path)))
    found = Opened(episode, inputs.files, inputs.transcript, notices, inputs.finished)
    return Audit(found, review, str(path), read)


def _starts(episode: Episode, read: ReadDocument) -> Iterator[ReviewState]:
    """What a log of decisions may begin with: the candidate, or the document itself."""
    yield built(episode).state
    yield ReviewState(episode, align(episode, read.document))


def audited(
    episode: Episode,
    read: ReadDocument,
    decisions: Decisions | None = None,
    *,
    transcript: Sequence[Cue] = (),
) -> Work[Review]:
    """The review of a document that was read, attached to its sources."""
    offsets: Mapping[ChunkKey, int] = decisions.offsets_in(episode) if decisions else {}
    found = yield from detect_in(ReviewState(episode, read.document, offsets=offsets))
    # What the decisions speak of takes its sources from them, so there is nothing to look for.
    is_known = decisions is not None and knows_all(decisions, read.document)
    apart = decisions.apart_in(episode) if decisions and not is_known else frozenset[frozenset[EntryId]]()
    document = read.document if is_known else align(episode, read.document, found.merges, offsets, apart=apart)
    yield 0.5
    start = ReviewState(episode, document)
    now, start = decided(start, decisions) if decisions else (start, start)
    session = ReviewSession(start)
    session.state = now
    review = yield from Review.making(session, transcript=transcript)
    review.take_proposed((yield from review.proposing(found.merges, found.clocks)))
    return review


def judged_again(review: Review, text: str) -> Work[Review]:
    """The review of an exported text with what was decided in the session."""
    episode, decisions = review.state.episode, decisions_of(review.state, review.session.start.document)
    yield 0.0
    read = read_document(text)
    yield 0.0
    return (yield from audited(episode, read, decisions))


def attached(episode: Episode, read: ReadDocument, merges: Sequence[Merge] = ()) -> ReviewSession:
    """A session that begins with a finished document, its blocks attached to the entries, nothing decided."""
    return ReviewSession(ReviewState(episode, align(episode, read.document, merges)))


def brought(path: Path, sources: Sequence[Path] | Opened, *, is_judged: bool = True) -> Work[Audit]:
    """A finished document beside its sources, to be worked on: it is where the review begins. Raises InputError.

    ``sources`` are read, or were opened already; the document is one of the files of what is opened then.
    """
    decoded = read_text(path)
    read = _finished(path, decoded)
    inputs = sources if isinstance(sources, Opened) else (yield from opened(sources))
    yield 0.3
    found = yield from detect_in(ReviewState(inputs.episode, read.document))
    session = attached(inputs.episode, read, found.merges)
    yield 0.7
    review = yield from Review.making(session, transcript=inputs.transcript, is_judged=is_judged)
    review.take_proposed((yield from review.proposing(found.merges, found.clocks)))
    file = ReadFile(str(path), FileKind.FINISHED, decoded, preface=split_lines(decoded.text))
    files = (*(one for one in inputs.files if one.kind is not FileKind.FINISHED), file)
    notices = (*inputs.notices, *assumptions(decoded, str(path)))
    return Audit(Opened(inputs.episode, files, inputs.transcript, notices, None), review, str(path), read)


def _finished(path: Path, decoded: DecodedText) -> ReadDocument:
    read = read_document(decoded.text)
    if says_nothing(read.document):
        raise InputError(Message("there are no chapters in it; give the finished document"), file=str(path))
    return read
