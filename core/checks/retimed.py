"""NS507: a note or quote at a time that none of its sources has."""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.finding import ChapterCheck, ChapterView, Finding, Rule, Severity
from core.checks.sourced import about, sourced, times_of
from core.editing.edits import Edit
from core.messages import Message
from core.model import Kind, ReviewState
from core.stitching.propose import retime
from core.timecode import written

RULE = Rule("NS507", "retimed", Severity.WARNING, is_of_document=True)


def _find(view: ChapterView) -> Iterable[Finding]:
    for block, sources in sourced(view):
        times = times_of(block, view.episode, view.offsets)
        was = view.start.was(block)
        is_own = was is None or was.time_s != block.time_s
        if not times or block.time_s in times or is_own or (block.time_s is None and block.kind is Kind.NOTE):
            continue
        near = min(times, key=lambda time_s: abs(time_s - (block.time_s or 0)))
        shown = {"time": written(near, view.episode.style)}
        if block.time_s is None:
            yield about(RULE, block, sources, Message("the time is missing; the source says {time}", shown))
        else:
            yield about(RULE, block, sources, Message("the source says {time}", shown))


def _restore_time(state: ReviewState, finding: Finding) -> Edit | None:
    if finding.block is None:
        return None
    block = state.document.block(state.document.find(finding.block))
    times = times_of(block, state.episode, state.offsets)
    return retime(state, block.id, times[0]) if times else None


RETIMED = ChapterCheck(RULE, _find, _restore_time)
