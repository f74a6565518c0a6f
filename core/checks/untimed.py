"""NS404: a note without a time, or with one that cannot be read, also of a quote; of the sources only the latter.

It is offered its source's time, else the one that it counts as in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.finding import ChapterCheck, ChapterView, ChunkCheck, ChunkView, Finding, Rule, Severity, finding_id
from core.checks.sourced import times_of
from core.checks.wording import shortened
from core.editing.edits import Batch, Edit, Rewrite
from core.messages import Message
from core.model import Block, Kind, ReviewState, walk
from core.reading.grammar import unreadable_time
from core.stitching.propose import retime

RULE = Rule("NS404", "note-without-time", Severity.WARNING, is_of_document=True)


def _of_sources(view: ChunkView) -> Iterable[Finding]:
    for entry in view.chunk.entries:
        if entry.time_s is None and (told := _unreadable(entry.text)) is not None:
            yield Finding(
                finding_id(RULE, entry.text), RULE, told, entries=(entry.id,), chunk=entry.chunk, line=entry.line
            )


def _of_document(view: ChapterView) -> Iterable[Finding]:
    if view.is_extra:
        return
    for _, block in walk(view.chapter.blocks):
        told = _told(block)
        if told is None or view.is_invented(block) or _is_own(view, block):
            continue
        source = view.episode.entries[block.sources[0]] if block.sources else None
        yield Finding(
            finding_id(RULE, block.text),
            RULE,
            told,
            entries=block.sources,
            chunk=source.chunk if source else None,
            line=source.line if source else None,
            block=block.id,
        )


def _told(block: Block) -> Message | None:
    """What is wrong with the block's time; a quote needs none."""
    if block.time_s is not None or block.kind is Kind.PROSE:
        return None
    unreadable = _unreadable(block.text)
    return Message("the note has no time") if unreadable is None and block.kind is Kind.NOTE else unreadable


def _unreadable(text: str) -> Message | None:
    found = unreadable_time(text)
    return Message("the time {time} cannot be read", {"time": shortened(found[0])}) if found else None


def _is_own(view: ChapterView, block: Block) -> bool:
    """Whether the editor took the time away."""
    was = view.start.was(block)
    return was is not None and was.time_s is not None


def _give_time(state: ReviewState, finding: Finding) -> Edit | None:
    if finding.block is None:
        return None
    path = state.document.find(finding.block)
    block = state.document.block(path)
    times = times_of(block, state.episode, state.offsets)
    time_s = min(times) if times else _counts_as(state, path)
    edit = None if time_s is None else retime(state, block.id, time_s)
    found = unreadable_time(block.text)
    if edit is None or found is None or not found[1]:
        return edit
    return Batch(Message("give it a time"), (edit, Rewrite(block.id, time_s, found[1], block.speaker)))


def _counts_as(state: ReviewState, path: Sequence[int]) -> int | None:
    """The parent's time, else that of the nearest thing before it in the chapter that has one."""
    number, top, *below = path
    if below:
        above = (state.document.block((number, top, *below[:end])).time_s for end in range(len(below) - 1, -1, -1))
        return next((time_s for time_s in above if time_s is not None), None)
    before = [block.time_s for _, block in walk(state.document.chapters[number].blocks[:top])]
    return next((time_s for time_s in reversed(before) if time_s is not None), None)


UNREADABLE = ChunkCheck(RULE, _of_sources, is_live=False)
UNTIMED = ChapterCheck(RULE, _of_document, _give_time)
