"""NS102: a stretch of the episode without any entry; knows nothing of why a window is missing.

The steps inside chunks say how far apart entries usually are. Steps between chunks are left out of that measure, so
that several missing windows do not hide each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.messages import Message
from core.model import EntryId, Episode
from core.timecode import written

RULE = Rule("NS102", "coverage-gap", Severity.WARNING)

SHORTEST_GAP_S = 30
TIMES_THE_WIDEST = 3


@dataclass(frozen=True, slots=True)
class _Place:
    time_s: int
    chunk: int  # its position in the episode
    entry: EntryId | None  # None: the start of the episode
    line: int | None = None


def _find(view: SourcesView) -> Iterable[Finding]:
    longest_s = longest_step_s(view.episode)
    places = _places(view)
    if places and _misses_its_start(view.episode, places[0].chunk):
        places.insert(0, _Place(0, -1, None))
    for before, after in pairwise(places):
        if after.time_s - before.time_s > longest_s:
            yield _finding(view, before, after)


def longest_step_s(episode: Episode) -> float:
    """The longest step between two entries that is no gap: 30 s, or three times what 99 of 100 steps stay under."""
    steps: list[int] = []
    for chunk in episode.chunks:
        times = sorted({entry.time_s for entry in chunk.entries if entry.time_s is not None})
        steps += (after - before for before, after in pairwise(times))
    if len(steps) < 2:
        return SHORTEST_GAP_S
    return max(SHORTEST_GAP_S, TIMES_THE_WIDEST * quantiles(steps, n=100, method="inclusive")[-1])


def _places(view: SourcesView) -> list[_Place]:
    places = [
        _Place(entry.time_s + view.offsets.get(chunk.key, 0), at, entry.id, entry.line)
        for at, chunk in enumerate(view.episode.chunks)
        for entry in chunk.entries
        if entry.time_s is not None
    ]
    return sorted(places, key=lambda place: (place.time_s, place.chunk))


def _misses_its_start(episode: Episode, first: int) -> bool:
    """Whether a window before the first entry is known to be missing: a late first note alone may be music."""
    return first > 0 or (len(episode.chunks) > 1 and episode.chunks[0].number > 1)


def _finding(view: SourcesView, before: _Place, after: _Place) -> Finding:
    chunks, style = view.episode.chunks, view.episode.style
    silent = [chunk.name for chunk in chunks[before.chunk + 1 : after.chunk] if not chunk.entries]
    beside = before if before.entry else after
    return Finding(
        finding_id(RULE, before.time_s, after.time_s),
        RULE,
        _message(written(before.time_s, style), written(after.time_s, style), ", ".join(silent)),
        related=tuple(place.entry for place in (before, after) if place.entry),
        chunk=chunks[beside.chunk].key,
        line=beside.line,
        start_s=before.time_s,
        end_s=after.time_s,
    )


def _message(start: str, end: str, silent: str) -> Message:
    if silent:
        return Message(
            "no note or quote from {start} to {end}; without notes in between: {chunks}",
            {"start": start, "end": end, "chunks": silent},
        )
    return Message("no note or quote from {start} to {end}", {"start": start, "end": end})


GAP = SourcesCheck(RULE, _find)
