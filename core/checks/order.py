"""NS301: a time that runs backwards, in a source chunk or in a chapter of the document.

A note is compared with its previous sibling and its parent. A quote is in order where its time puts it, between the
families around it, and in an ascending run at the end of its chapter. What has no time is never out of order, and the
next is compared with what precedes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    ChunkCheck,
    ChunkView,
    Finding,
    Rule,
    Severity,
    finding_id,
)
from core.editing.edits import Edit
from core.messages import Message
from core.model import Entry, Episode, Kind, ReviewState, walk
from core.stitching.propose import move_to_its_time
from core.timecode import written

RULE = Rule("NS301", "out-of-order", Severity.WARNING, is_of_document=True)
Beside = Enum("Beside", "SIBLING PARENT QUOTE FAMILY")


@dataclass(frozen=True, slots=True)
class Standing:
    """A note or quote as it stands in a chunk or a chapter."""

    kind: Kind
    time_s: int | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What stands at the wrong place, and beside what that shows; both as positions."""

    at: int
    beside: int
    which: Beside


def misplaced_notes(standing: Sequence[Standing]) -> Iterator[Misplaced]:
    """Notes whose time is before that of the sibling before them or of their parent."""
    levels: list[tuple[int, int | None]] = []  # for each open depth the position of what gives it its time
    for at, one in enumerate(standing):
        if one.kind is not Kind.NOTE:
            continue
        while levels and levels[-1][0] > one.depth:
            levels.pop()
        sibling = levels.pop()[1] if levels and levels[-1][0] == one.depth else None
        parent = next((timed for _, timed in reversed(levels) if timed is not None), None)
        levels.append((one.depth, sibling if one.time_s is None else at))
        for beside, which in ((sibling, Beside.SIBLING), (parent, Beside.PARENT)):
            if beside is not None and _is_before(one, standing[beside]):
                yield Misplaced(at, beside, which)
                break


def misplaced_quotes(standing: Sequence[Standing], wrong: Container[int] = ()) -> Iterator[Misplaced]:
    """Quotes of one chapter or section that stand neither where their time puts them nor in a run at its end.

    Notes at the positions ``wrong`` are misplaced themselves: they excuse a quote but do not blame it.
    """
    end = max((at + 1 for at, one in enumerate(standing) if one.kind is Kind.NOTE), default=0)
    families = [at for at, one in enumerate(standing) if _is_timed_family(one)]
    in_order = [at for at in families if at not in wrong]
    quote: int | None = None  # the one before, between the same families
    for at, one in enumerate(standing):
        if _is_timed_family(one):
            quote = None
        if one.kind is not Kind.QUOTE or one.time_s is None:
            continue
        if quote is not None and _is_before(one, standing[quote]):
            yield Misplaced(at, quote, Beside.QUOTE)
        elif at < end and _wrong_family(standing, families, at) is not None:
            family = _wrong_family(standing, in_order, at)
            if family is not None:
                yield Misplaced(at, family, Beside.FAMILY)
        quote = at


def _wrong_family(standing: Sequence[Standing], families: Sequence[int], at: int) -> int | None:
    """The family above that begins after the quote, or the one below that begins before it."""
    below = bisect_right(families, at)
    if below and _is_before(standing[at], standing[families[below - 1]]):
        return families[below - 1]
    if below < len(families) and _is_before(standing[families[below]], standing[at]):
        return families[below]
    return None


def _is_timed_family(one: Standing) -> bool:
    return one.kind is Kind.NOTE and one.depth == 0 and one.time_s is not None


def _is_before(one: Standing, other: Standing) -> bool:
    return one.time_s is not None and other.time_s is not None and one.time_s < other.time_s


def _in_sources(view: ChunkView) -> Iterable[Finding]:
    entries = view.chunk.entries
    found = list(misplaced_notes([_as_standing(entry) for entry in entries]))
    wrong = {misplaced.at for misplaced in found}
    borders = [heading.line for heading in view.chunk.headings]
    first = 0
    for _, section in groupby(entries, key=lambda entry: bisect_right(borders, entry.line)):
        standing = [_as_standing(entry) for entry in section]
        own = misplaced_quotes(standing, {at - first for at in wrong})
        found += [replace(misplaced, at=misplaced.at + first, beside=misplaced.beside + first) for misplaced in own]
        first += len(standing)
    for misplaced in sorted(found, key=lambda one: one.at):
        entry, beside = entries[misplaced.at], entries[misplaced.beside]
        yield Finding(
            finding_id(RULE, entry.text, entry.time_s, beside.text, beside.time_s),
            RULE,
            _message(misplaced.which, view.episode, beside.time_s),
            entries=(entry.id,),
            related=(beside.id,),
            chunk=entry.chunk,
            line=entry.line,
            start_s=entry.time_s,
        )


def _in_chapter(view: ChapterView) -> Iterable[Finding]:
    placed = [(path, block) for path, block in walk(view.chapter.blocks) if block.kind is not Kind.PROSE]
    # An invented note is no measure for others.
    times = [None if view.is_invented(block) else block.time_s for _, block in placed]
    standing = [
        Standing(block.kind, time_s, len(path) - 1) for (path, block), time_s in zip(placed, times, strict=True)
    ]
    found = list(misplaced_notes(standing))
    found += misplaced_quotes(standing, {misplaced.at for misplaced in found})
    for misplaced in sorted(found, key=lambda one: one.at):
        block, beside = placed[misplaced.at][1], placed[misplaced.beside][1]
        source = view.episode.entries.get(block.sources[0]) if block.sources else None
        yield Finding(
            finding_id(RULE, block.text, block.time_s, beside.text, beside.time_s),
            RULE,
            _message(misplaced.which, view.episode, beside.time_s),
            entries=block.sources,
            related=beside.sources[:1],
            chunk=source.chunk if source else None,
            line=source.line if source else None,
            start_s=block.time_s,
            block=block.id,
        )


def _as_standing(entry: Entry) -> Standing:
    return Standing(entry.kind, entry.time_s, entry.depth)


def _message(which: Beside, episode: Episode, beside_s: int | None) -> Message:
    shown = {"time": written(beside_s or 0, episode.style)}
    match which:
        case Beside.SIBLING:
            return Message("its time is before {time}, that of the note above it", shown)
        case Beside.PARENT:
            return Message("its time is before {time}, that of the note it belongs to", shown)
        case Beside.QUOTE:
            return Message("its time is before {time}, that of the quote above it", shown)
        case Beside.FAMILY:
            return Message("the quote stands on the wrong side of the note at {time}", shown)


def _move_to_its_time(state: ReviewState, finding: Finding) -> Edit | None:
    return move_to_its_time(state, finding.block) if finding.block else None


IN_SOURCES = ChunkCheck(RULE, _in_sources, is_live=False)
IN_DOCUMENT = ChapterCheck(RULE, _in_chapter, repair=_move_to_its_time)
