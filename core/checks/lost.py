"""NS501 and NS502: a note or quote of the sources that nothing in the document stands for, and nobody dropped."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.editing.edits import Edit
from core.messages import Message
from core.model import Fate, Kind, ReviewState
from core.stitching.propose import bring_in

NOTE_RULE = Rule("NS501", "lost-note", Severity.ERROR, is_of_document=True)
QUOTE_RULE = Rule("NS502", "lost-quote", Severity.ERROR, is_of_document=True)


def _notes(view: ChunkView) -> Iterable[Finding]:
    return _find(view, Kind.NOTE, NOTE_RULE, Message("the note is not in the document"))


def _quotes(view: ChunkView) -> Iterable[Finding]:
    return _find(view, Kind.QUOTE, QUOTE_RULE, Message("the quote is not in the document"))


def _find(view: ChunkView, kind: Kind, rule: Rule, message: Message) -> Iterable[Finding]:
    for entry in view.chunk.entries:
        if entry.kind is kind and view.fates[entry.id] is Fate.LOST:
            yield Finding(
                finding_id(rule, entry.text, entry.time_s),
                rule,
                message,
                entries=(entry.id,),
                chunk=entry.chunk,
                line=entry.line,
                start_s=entry.time_s,
            )


def _bring_in(state: ReviewState, finding: Finding) -> Edit | None:
    return bring_in(state, finding.entries[0]) if state.document.chapters else None


LOST_NOTE = ChunkCheck(NOTE_RULE, _notes, _bring_in)
LOST_QUOTE = ChunkCheck(QUOTE_RULE, _quotes, _bring_in)
