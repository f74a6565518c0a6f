"""What was decided, read from a session or from its log as JSON lines; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from core.errors import InputError
from core.messages import Message
from core.model import ReviewState
from core.reading.files import read_bytes
from core.store import log_file
from core.store.encoding import state_hash
from core.store.history import present_state
from core.store.reading import load
from core.workflow.decisions import Decisions, decisions_of

_SESSION = b"SQLite format 3\0"


def read_decisions(path: Path, starts: Callable[[], Iterable[ReviewState]]) -> Decisions:
    """The decisions of a session, or of a log that was exported of it; raises InputError or SessionError.

    A log says what was done, not on what: ``starts`` are the states that it may begin with.
    """
    data = read_bytes(path)
    if data.startswith(_SESSION):
        contents = load(path).contents
        checkpoint = contents.checkpoint
        present = present_state(checkpoint.state, contents.rows[checkpoint.seq :])
        return decisions_of(present, contents.start.document, contents.start.episode)
    if not log_file.is_log(data):
        raise InputError(Message("this holds no decisions; give a session, or what was exported of it"), file=str(path))
    log = log_file.read(data, str(path))
    start = next((state for state in _starts(log, starts) if state_hash(state) == log.start), None)
    if start is None:
        message = Message("the decisions were made for other notes, or for another version of them")
        raise InputError(message, file=str(path))
    return decisions_of(log.done(start).state, start.document, start.episode)


def _starts(log: log_file.WrittenLog, starts: Callable[[], Iterable[ReviewState]]) -> Iterator[ReviewState]:
    """What a log may begin with, first what it holds itself."""
    for state in starts():
        if (brought := log.brought(state.episode)) is not None:
            yield brought
        yield state
