"""NS107: a note says that its window ended or began in mid-sentence; which note goes on, or that it is missing.

A note that was merged away, dropped or rewritten no longer says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.detection.cutoff import Continuation, continuation, cut_in_notes, cut_off_notes
from core.messages import Message
from core.model import Entry, Fate

RULE = Rule("NS107", "cut-off", Severity.SUGGESTION)


def _find(view: ChunkView) -> Iterable[Finding]:
    for note in cut_in_notes(view.chunk):
        if view.fates[note.id] is Fate.KEPT:
            yield _finding(note, Message("the window began in mid-sentence"), None)
    for note in cut_off_notes(view.chunk):
        if view.fates[note.id] is Fate.KEPT:
            follows = continuation(view.chunk, view.following, note=note)
            yield _finding(note, _message(view, follows), follows.entry)


def _message(view: ChunkView, follows: Continuation) -> Message:
    if follows.entry is not None:
        return Message("the window ended in mid-sentence; the next chunk with notes goes on")
    if view.following is None:
        return Message("the window ended in mid-sentence; no chunk with notes follows")
    if follows.gap_s is None:
        return Message("the window ended in mid-sentence; where it goes on cannot be told without times")
    return Message(
        "the window ended in mid-sentence; the continuation is missing, nothing for {gap} s", {"gap": follows.gap_s}
    )


def _finding(note: Entry, message: Message, goes_on: Entry | None) -> Finding:
    return Finding(
        finding_id(RULE, note.text, note.time_s),
        RULE,
        message,
        entries=(note.id,),
        related=(goes_on.id,) if goes_on else (),
        chunk=note.chunk,
        line=note.line,
        start_s=note.time_s,
    )


CUT_OFF = ChunkCheck(RULE, _find)
