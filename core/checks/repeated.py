"""NS104: a chunk that is a copy of another one, told once and not note by note.

NS201: the copy stands in the document beside what it copies. Detection compares no copies, so nobody else says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.checks.duplicates import RULE as DUPLICATE
from core.checks.finding import (
    ChunkCheck,
    ChunkView,
    Finding,
    Rule,
    Severity,
    SourcesCheck,
    SourcesView,
    finding_id,
)
from core.checks.wording import named
from core.detection.repeats import repeated_chunks
from core.editing.edits import Batch, Edit
from core.messages import Message
from core.model import Entry, EntryId, Kind, ReviewState, SourceChunk
from core.stitching.propose import absorb

RULE = Rule("NS104", "repeated-chunk", Severity.WARNING)


def _find(view: SourcesView) -> Iterable[Finding | None]:
    first: dict[str, int] = {}
    alike: set[int] = set()  # chunks that have a text in common with another one: in most episodes few
    for at, chunk in enumerate(view.episode.chunks):
        yield None
        for earlier in {first.setdefault(entry.text, at) for entry in chunk.entries} - {at}:
            alike |= {earlier, at}
    chunks = [view.episode.chunks[at] for at in sorted(alike)]
    copies = repeated_chunks(chunks)
    for chunk in chunks:
        if chunk.key in copies:
            original = view.episode.by_key[copies[chunk.key]]
            yield Finding(
                finding_id(RULE, *(entry.text for entry in chunk.entries)),
                RULE,
                Message("the chunk is a copy of {original}", {"original": named(original)}),
                related=(original.entries[0].id,),
                chunk=chunk.key,
                line=chunk.entries[0].line,
            )


def _stands_twice(view: ChunkView) -> Iterable[Finding]:
    if view.original is None or not view.beside_original:
        return
    first = view.chunk.entries[0]
    shown = {"copy": named(view.chunk), "original": named(view.original)}
    yield Finding(
        finding_id(DUPLICATE, *(entry.text for entry in view.chunk.entries)),
        DUPLICATE,
        Message("{copy} is a copy of {original}, and both are in the document", shown),
        related=(view.original.entries[0].id,),
        chunk=view.chunk.key,
        line=first.line,
        start_s=view.beside_original[0].time_s,
        block=view.beside_original[0].id,
    )


def _merge_with_original(state: ReviewState, finding: Finding) -> Edit | None:
    """Each entry of the copy goes into the block of the entry that it copies."""
    if finding.chunk is None or not finding.related:
        return None
    copy = state.episode.by_key[finding.chunk]
    original = state.episode.by_key[state.episode.entries[finding.related[0]].chunk]
    edits: list[Edit] = []
    for twin, entry in twins(original, copy):
        homes = [*state.document.homes(twin)[:1], *state.document.homes(entry)[:1]]
        if len(set(homes)) == 2:
            block = state.document.block(state.document.find(homes[0]))
            edit = absorb(state, homes, block.text, block.speaker, words_of=twin)
            state = edit.apply(state)
            edits.append(edit)
    return Batch(Message("merge the copy of a chunk"), tuple(edits)) if edits else None


def twins(original: SourceChunk, copy: SourceChunk) -> Iterator[tuple[EntryId, EntryId]]:
    """The entries of a copy, each behind the entry that it copies."""
    waiting: dict[tuple[Kind, str], list[Entry]] = {}
    for entry in reversed(original.entries):
        waiting.setdefault((entry.kind, entry.text), []).append(entry)
    for entry in copy.entries:
        if same := waiting.get((entry.kind, entry.text)):
            yield same.pop().id, entry.id


REPEATED = SourcesCheck(RULE, _find, _merge_with_original)
COPY_TWICE = ChunkCheck(DUPLICATE, _stands_twice, _merge_with_original)
