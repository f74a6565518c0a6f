"""NS201 and NS202: one entry that stands in the document twice; what detection suspects is told elsewhere.

A note or quote that was split in two stands in two blocks as well, but they say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.duplicates import RULE as DUPLICATE
from core.checks.finding import ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.editing.edits import Drop, Edit
from core.messages import Message
from core.model import Block, Entry, Kind, ReviewState
from core.text.overlap import containment

QUOTE_RULE = Rule("NS202", "duplicate-quote", Severity.WARNING, is_of_document=True)
_SAME = 0.6  # of the shorter block's words in the other; the halves of a split note share a name at most


def _notes(view: ChunkView) -> Iterable[Finding]:
    return _find(view, Kind.NOTE, DUPLICATE, Message("one note of the chunk stands in the document twice"))


def _quotes(view: ChunkView) -> Iterable[Finding]:
    return _find(view, Kind.QUOTE, QUOTE_RULE, Message("the quote stands in the document twice"))


def _find(view: ChunkView, kind: Kind, rule: Rule, message: Message) -> Iterable[Finding]:
    for entry in view.chunk.entries:
        if entry.kind is not kind or entry.id not in view.doubles:
            continue
        double = _double(view.doubles[entry.id])
        if double is not None and _is_told_here(view, entry, double):
            yield Finding(
                finding_id(rule, entry.text, entry.time_s),
                rule,
                message,
                entries=(entry.id,),
                chunk=entry.chunk,
                line=entry.line,
                start_s=entry.time_s,
                block=double.id,
            )


def _double(blocks: Sequence[Block]) -> Block | None:
    """The first block that says again what one above it says."""
    for at, block in enumerate(blocks):
        if any(containment(block.text, above.text) >= _SAME for above in blocks[:at]):
            return block
    return None


def _is_told_here(view: ChunkView, entry: Entry, double: Block) -> bool:
    """Whether it is the first source of the block that stands twice: two blocks with the same sources are told once."""
    doubled = [source for source in double.sources if source in view.doubles]
    return doubled[:1] == [entry.id] or all(source not in view.doubles for source in double.sources)


def _drop(_: ReviewState, finding: Finding) -> Edit | None:
    return Drop(finding.block, str(Message("stands there twice"))) if finding.block else None


NOTE_TWICE = ChunkCheck(DUPLICATE, _notes, _drop)
QUOTE_TWICE = ChunkCheck(QUOTE_RULE, _quotes, _drop)
