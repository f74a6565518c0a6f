"""Taking over what somebody decided on the same notes, from a log that was exported of their session, as one step."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.editing.edit import Edit, Tried
from core.editing.edits import Batch
from core.editing.session import LogLine
from core.errors import InputError
from core.messages import Message, counted
from core.reading.files import read_bytes
from core.store import log_file
from core.store.encoding import state_hash
from core.work import Work
from core.workflow.review import Review


def taking(path: Path, review: Review) -> Work[Tried]:
    """The decisions of a log, tried as one edit on a review in which nothing was decided yet; raises InputError.

    Done on that review it leads to the state that the log leads to.
    """
    yield 0.0
    file = str(path)
    data = read_bytes(path)
    if not log_file.is_log(data):
        raise InputError(Message("this holds no decisions; give a session, or what was exported of it"), file=file)
    log = log_file.read(data, file)
    yield 0.3
    start = review.session.start
    if review.state is not start:
        message = Message("decisions are taken over before anything else is decided; undo what you did, or start anew")
        raise InputError(message, file=file)
    if state_hash(start) != log.start:
        message = Message("the decisions were made for other notes, or for another version of them")
        raise InputError(message, file=file)
    after = log.done(start).state  # raises where a line does not fit
    edits = tuple(in_force(log.lines))
    if not edits:
        raise InputError(Message("nothing is decided in it"), file=file)
    many = Message("take over {count} decisions", {"count": len(edits)})
    return Tried(start, Batch(counted(len(edits), Message("take over 1 decision"), many), edits), after)


def in_force(lines: Iterable[LogLine]) -> list[Edit]:
    """The edits that undo and redo have left, in their order."""
    done: list[tuple[str | None, list[Edit]]] = []  # by steps to undo
    undone: list[tuple[str | None, list[Edit]]] = []
    for line in lines:
        match line.step:
            case "undo":
                undone.append(done.pop())
            case "redo":
                done.append(undone.pop())
            case edit:
                undone.clear()
                if line.burst is not None and done and done[-1][0] == line.burst:
                    done[-1][1].append(edit)
                else:
                    done.append((line.burst, [edit]))
    return [edit for _, edits in done for edit in edits]
