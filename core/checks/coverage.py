"""NS102: a stretch of the episode without any entry; knows nothing of why a window is missing.

The steps inside chunks say how far apart entries usually are. Steps between chunks are left out of that measure, so
that several missing windows do not hide each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter, sub
from statistics import quantiles

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.checks.wording import listed
from core.messages import Message
from core.model import EntryId, Episode, SourceChunk
from core.timecode import written

RULE = Rule("NS102", "coverage-gap", Severity.WARNING)

SHORTEST_GAP_S = 30
TIMES_THE_WIDEST = 3


_Place = tuple[int, int, EntryId | None, int | None]  # time, the chunk's position, entry and line; none: the start


def _find(view: SourcesView) -> Iterable[Finding | None]:
    steps, places = list[int](), list[_Place]()
    for at, chunk in enumerate(view.episode.chunks):
        yield None
        steps += _steps(chunk)
        offset_s = view.offsets.get(chunk.key, 0)
        places += ((e.time_s + offset_s, at, e.id, e.line) for e in chunk.entries if e.time_s is not None)
    places.sort(key=itemgetter(0, 1))
    yield None
    if places and _misses_its_start(view.episode, places[0][1]):
        places.insert(0, (0, -1, None, None))
    longest_s = longest_step_s(steps)
    yield None
    for before, after in pairwise(places):
        if after[0] - before[0] > longest_s:
            yield _finding(view, before, after)


def _steps(chunk: SourceChunk) -> Iterable[int]:
    times = sorted({entry.time_s for entry in chunk.entries if entry.time_s is not None})
    return map(sub, times[1:], times)


def longest_step_s(steps: Sequence[int]) -> float:
    """What is no gap yet, by the steps inside the chunks: 30 s, or three times what 99 of 100 of them stay under."""
    if len(steps) < 2:
        return SHORTEST_GAP_S
    return max(SHORTEST_GAP_S, TIMES_THE_WIDEST * quantiles(steps, n=100, method="inclusive")[-1])


def _misses_its_start(episode: Episode, first: int) -> bool:
    """Whether a window before the first entry is known to be missing: a late first note alone may be music."""
    return first > 0 or (len(episode.chunks) > 1 and episode.chunks[0].number > 1)


def _finding(view: SourcesView, before: _Place, after: _Place) -> Finding:
    chunks, style = view.episode.chunks, view.episode.style
    (start_s, first, one, line), (end_s, last, other, other_line) = before, after
    silent = listed([chunk for chunk in chunks[first + 1 : last] if not chunk.entries])
    beside = first if one else last
    return Finding(
        finding_id(RULE, start_s, end_s),
        RULE,
        _message(written(start_s, style), written(end_s, style), silent),
        related=tuple(entry for entry in (one, other) if entry),
        chunk=chunks[beside].key,
        line=line if one else other_line,
        start_s=start_s,
        end_s=end_s,
    )


def _message(start: str, end: str, silent: Message | str) -> Message:
    if silent:
        return Message(
            "no note or quote from {start} to {end}; without notes in between: {chunks}",
            {"start": start, "end": end, "chunks": silent},
        )
    return Message("no note or quote from {start} to {end}", {"start": start, "end": end})


GAP = SourcesCheck(RULE, _find)
