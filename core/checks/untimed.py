"""NS404: a note without a time; it is offered its source's time, else the one that it counts as in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity, finding_id
from core.checks.sourced import times_of
from core.editing.edits import Edit
from core.messages import Message
from core.model import Block, Kind, ReviewState, walk
from core.stitching.propose import retime

RULE = Rule("NS404", "note-without-time", Severity.WARNING, is_of_document=True)


def _find(view: ChapterView) -> Iterable[Finding]:
    if view.is_extra:
        return
    for _, block in walk(view.chapter.blocks):
        if (
            block.kind is Kind.NOTE
            and block.time_s is None
            and not view.is_invented(block)
            and not _is_own(view, block)
        ):
            source = view.episode.entries[block.sources[0]] if block.sources else None
            yield Finding(
                finding_id(RULE, block.text),
                RULE,
                Message("the note has no time"),
                entries=block.sources,
                chunk=source.chunk if source else None,
                line=source.line if source else None,
                block=block.id,
            )


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
    return None if time_s is None else retime(state, block.id, time_s)


def _counts_as(state: ReviewState, path: Sequence[int]) -> int | None:
    """The parent's time, else that of the nearest thing before it in the chapter that has one."""
    number, top, *below = path
    if below:
        above = (state.document.block((number, top, *below[:end])).time_s for end in range(len(below) - 1, -1, -1))
        return next((time_s for time_s in above if time_s is not None), None)
    before = [block.time_s for _, block in walk(state.document.chapters[number].blocks[:top])]
    return next((time_s for time_s in reversed(before) if time_s is not None), None)


UNTIMED = ChapterCheck(RULE, _find, _give_time)
