"""The candidate: one document built from the chunks, with every entry in it and nothing merged.

Families stay whole and stand in time order; chapters come from the chunks' headings, bordered where neighbouring
chunks overlap; quotes stand between families. A visible duplicate is the worst that can happen, never a silent loss.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from core.model import Block, Chapter, ChunkKey, Document, Entry, Episode, ItemId, SourceChunk
from core.reading.grammar import split_range
from core.stitching.families import Branch, families
from core.work import Work, finished

RESTART_S = 30  # a chunk that begins this much before the one before it did has another clock (NS103)
_TITLE_CHARACTERS = 60  # of a draft title made of a note's words
_NUMBER = re.compile(r"^chapter\s+\d+\s*[:.\-–—]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Section:
    """What one heading of a chunk opens, or None for entries that stand before its first heading."""

    heading: str | None
    chunk: int  # the chunk's position in the run
    first_s: int  # the start of its first family, else its first quote


@dataclass(frozen=True)
class _Read:
    """A chunk's families and quotes; it has at least one of either."""

    chunk: SourceChunk
    families: Sequence[Branch]
    quotes: Sequence[tuple[int, Entry]]

    @cached_property
    def first_s(self) -> int:
        return min([family.first_s for family in self.families] + [time for time, _ in self.quotes])

    @cached_property
    def last_s(self) -> int:
        return max([family.end_s for family in self.families] + [time for time, _ in self.quotes])


def chapter_title(heading: str) -> str:
    """A heading's topic: without "Chapter 3:" and a time range."""
    topic, span = split_range(heading)
    while span is not None:
        topic, span = split_range(topic)
    return _NUMBER.sub("", topic).strip() or topic or heading.strip("()[]（）［］ ")


def candidate(episode: Episode, offsets: Mapping[ChunkKey, int] | None = None) -> Document:
    """The document as first built, without summary lines; ``offsets`` are seconds that correct a chunk's clock."""
    return finished(drafting(episode, offsets))


def drafting(episode: Episode, offsets: Mapping[ChunkKey, int] | None = None) -> Work[Document]:
    """The same, a piece at a time."""
    by_s, read, chapters, numbers = offsets or {}, list[_Read](), list[Chapter](), count(1)
    for at, chunk in enumerate(episode.chunks):
        yield 0.5 * at / len(episode.chunks)
        if chunk.entries:
            read.append(_Read(chunk, *families(chunk, by_s.get(chunk.key, 0))))
    for run in _runs(read):
        chapters += yield from _chapters(run, by_s, numbers)
    return Document(episode.title, (), tuple(chapters), next(numbers))


def _runs(read: Sequence[_Read]) -> Iterator[list[_Read]]:
    """Chunks whose starts follow each other; one whose clock restarts begins a run, which keeps its reading order."""
    run: list[_Read] = []
    for chunk in read:
        if run and chunk.first_s < run[-1].first_s - RESTART_S:
            yield run
            run = []
        run.append(chunk)
    if run:
        yield run


def _chapters(run: Sequence[_Read], offsets: Mapping[ChunkKey, int], numbers: Iterator[int]) -> Work[list[Chapter]]:
    tops = sorted((f for read in run for f in read.families), key=_start)  # ties in chunk order
    quotes = sorted((quote for read in run for quote in read.quotes), key=lambda quote: quote[0])
    titles, borders = yield from _borders(run, tops)
    chapters: list[Chapter] = []
    starts = [_start(family) for family in tops]
    quoted = [time for time, _ in quotes]
    for at, title in enumerate(titles):
        yield 0.9
        low = borders[at - 1] if at else None
        high = borders[at] if at < len(borders) else None
        first, last = _between(starts, low, high)
        quote_first, quote_last = _between(quoted, low, high)
        if first == last and quote_first == quote_last:
            continue  # its title stays an offer
        number = next(numbers)
        blocks = _blocks(tops[first:last], quotes[quote_first:quote_last], offsets, numbers)
        chapters.append(Chapter(ItemId(f"c{number}"), title, tuple(blocks)))
    return chapters


def _between(times: Sequence[int], low: int | None, high: int | None) -> tuple[int, int]:
    first = 0 if low is None else bisect_left(times, low)
    return first, max(first, len(times) if high is None else bisect_left(times, high))


def _borders(run: Sequence[_Read], tops: Sequence[Branch]) -> Work[tuple[list[str], list[int]]]:
    """The chapters' titles and the second at which each but the first begins, ascending.

    Entries before a chunk's first heading belong to the chapter before; before the first of all they open one.
    """
    titles, borders = list[str](), list[int]()
    before: int | None = None
    for section in (section for at, read in enumerate(run) for section in _sections(read, at)):
        yield 0.7
        is_first_of_chunk, before = section.chunk != before, section.chunk
        if section.heading is None and titles:
            continue
        titles.append(_draft_title(run[0]) if section.heading is None else chapter_title(section.heading))
        if len(titles) > 1:
            border = _border(run, section.chunk, tops, borders) if is_first_of_chunk else section.first_s
            borders.append(max([border, *borders[-1:]]))  # at the last border: the section before ends up empty
    return titles, borders


def _sections(read: _Read, at: int) -> Iterator[_Section]:
    lines = [heading.line for heading in read.chunk.headings]
    names: list[str | None] = [None, *(heading.text for heading in read.chunk.headings)]
    for name, first, end in zip(names, [0, *lines], [*lines, None], strict=True):
        own = [f.time_s for f in read.families if f.entry.line > first and (end is None or f.entry.line < end)]
        own = own or [t for t, e in read.quotes if e.line > first and (end is None or e.line < end)]
        if own:
            yield _Section(name, at, own[0])


def _draft_title(read: _Read) -> str:
    """The words of the first note, cut at a blank."""
    entry = read.families[0].entry if read.families else read.quotes[0][1]
    if len(entry.text) <= _TITLE_CHARACTERS:
        return chapter_title(entry.text)
    return chapter_title(entry.text[: _TITLE_CHARACTERS + 1].rpartition(" ")[0] or entry.text[:_TITLE_CHARACTERS])


def _border(run: Sequence[_Read], right: int, tops: Sequence[Branch], borders: Sequence[int]) -> int:
    """Where the right chunk's chapter begins: the family start nearest the middle of the overlap that cuts no family.

    If each cuts one, that with the least overhang. Without an overlap it is the right chunk's first second.
    """
    low, high = run[right].first_s, run[right - 1].last_s
    starts = {
        family.time_s for family in tops[bisect_left(tops, low, key=_start) : bisect_right(tops, high, key=_start)]
    }
    choices = [start for start in starts if not borders or start > borders[-1]]
    if not choices:
        return low
    near = list(run[right].families)
    for read in reversed(run[:right]):
        if read.last_s < low:
            break
        near += read.families

    def cost(border: int) -> tuple[int, float, int]:
        overhang = sum(f.end_s - border for f in near if f.time_s < border < f.end_s)
        return overhang, abs(border - (low + high) / 2), border

    return min(choices, key=cost)


def _start(family: Branch) -> int:
    return family.time_s


def _blocks(
    tops: Sequence[Branch], quotes: Sequence[tuple[int, Entry]], offsets: Mapping[ChunkKey, int], numbers: Iterator[int]
) -> Iterator[Block]:
    """Families in order, each quote after the last one that begins at or before it."""
    placed: list[tuple[int, Branch | Entry]] = list(enumerate(tops))
    placed += [(bisect_right(tops, time, key=_start) - 1, quote) for time, quote in quotes]
    placed.sort(key=lambda item: item[0])  # stable: a family before its quotes
    for _, item in placed:
        yield _block(item, offsets, numbers)


def _block(item: Branch | Entry, offsets: Mapping[ChunkKey, int], numbers: Iterator[int]) -> Block:
    entry, branches = (item.entry, item.branches) if isinstance(item, Branch) else (item, ())
    number = next(numbers)
    return Block(
        id=ItemId(f"b{number}"),
        kind=entry.kind,
        time_s=None if entry.time_s is None else max(0, entry.time_s + offsets.get(entry.chunk, 0)),
        text=entry.text,
        speaker=entry.speaker,
        sources=(entry.id,),
        children=tuple(_block(branch, offsets, numbers) for branch in branches),
    )
