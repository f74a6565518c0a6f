"""What a file is exported from without a window: a session, or a finished document with or without its sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.editing.session import ReviewSession
from core.errors import InputError
from core.messages import Message
from core.model import Episode, ReviewState
from core.reading.document import read_document, says_nothing
from core.reading.files import Notice, assumptions, read_text
from core.reading.language import detect
from core.store.reading import load
from core.timecode import TimeStyle, common_style
from core.work import Work
from core.workflow.auditing import audit
from core.workflow.exporting import Needs
from core.workflow.opening import detection, is_session
from core.workflow.review import Review
from core.workflow.session_files import log_of
from core.workflow.sessions import present, transcript_of

_STAMP = re.compile(r"[\[［]([\d:：]{4,9})[\]］]")


@dataclass(frozen=True, slots=True)
class ExportInput:
    """What was read.

    Attributes:
        files: Every file that was read; none of them may be written.
        log: Gives the decisions as JSON lines.
        style: How the document itself writes times from one hour on, where no sources say so.
    """

    review: Review
    files: tuple[str, ...]
    notices: tuple[Notice, ...] = ()
    log: Callable[[], bytes] = lambda: b""
    style: TimeStyle | None = None


def export_input(path: Path, sources: Sequence[Path], needs: Needs) -> Work[ExportInput]:
    """Read a session or a finished document; raises InputError where that is not enough for what is needed."""
    yield 0.0
    if is_session(path):
        if sources:
            raise InputError(Message("a session holds its sources; leave --sources out"), file=str(path))
        return (yield from _of_session(path, needs))
    if needs is Needs.SESSION:
        raise InputError(Message("the format tells of decisions; give the session that holds them"), file=str(path))
    if sources:
        return (yield from _of_audit(path, sources))
    if needs is Needs.SOURCES:
        raise InputError(Message("the format tells of the sources; name them with --sources"), file=str(path))
    return _of_document(path)


def _of_session(path: Path, needs: Needs) -> Work[ExportInput]:
    contents = load(path).contents
    yield 0.3
    session = ReviewSession(contents.start)
    session.state = present(contents, str(path))
    is_judged = needs is Needs.SOURCES
    review = Review(session, transcript=transcript_of(contents.sources), is_judged=is_judged)
    if is_judged:
        found = yield from detection(review.state)
        review.set_merges(found.merges, found.clocks)
    files = (str(path), *(source.path for source in contents.sources))
    return ExportInput(review, files, log=partial(log_of, path))


def _of_audit(path: Path, sources: Sequence[Path]) -> Work[ExportInput]:
    found = yield from audit(path, sources)
    files = (str(path), *(file.path for file in found.opened.files))
    return ExportInput(found.review, files, found.opened.notices)


def _of_document(path: Path) -> ExportInput:
    decoded = read_text(path)
    document = read_document(decoded.text).document
    if says_nothing(document):
        raise InputError(Message("there are no chapters in it; give the finished document"), file=str(path))
    episode = Episode(document.title, language=detect(decoded.text))
    review = Review(ReviewSession(ReviewState(episode, document)), is_judged=False)
    style = common_style(_STAMP.findall(decoded.text))
    return ExportInput(review, (str(path),), assumptions(decoded, str(path)), style=style)
