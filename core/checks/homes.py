"""Which blocks stand for which entry, kept up to date chapter by chapter; and each entry's fate.

Fates are computed from homes and the drops, one for each entry, so the ledger adds up by construction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import count
from operator import attrgetter

from core.identity import unlike
from core.model import Block, Chapter, Document, EntryId, Fate, ItemId, ReviewState, walk
from core.text.normalise import same_text
from core.work import Work


@dataclass(frozen=True, slots=True)
class Changed:
    """What an edit touched: chapters new or different (by identity), and entries whose home or fate may differ."""

    chapters: tuple[Chapter, ...]
    gone: tuple[Chapter, ...]
    entries: frozenset[EntryId]


class Homes:
    """The blocks of a document by the entries that they stand for."""

    def __init__(self, document: Document) -> None:
        self._document: tuple[Chapter, ...] = ()
        self._chapters: dict[ItemId, Chapter] = {}
        self._where: dict[EntryId, tuple[ItemId, ...]] = {}  # the chapters, in no order
        self._order: dict[ItemId, int] = {}
        self.update(document)

    @classmethod
    def making(cls, document: Document) -> Work[Homes]:
        """The homes in a document, chapter by chapter."""
        homes = cls(replace(document, chapters=()))
        for at, chapter in enumerate(document.chapters):
            homes._add(chapter)
            yield at / len(document.chapters)
        homes._place(document.chapters)
        return homes

    def update(self, document: Document) -> Changed:
        """Follow the document to a new version; only chapters that are other objects are looked at."""
        before, after = unlike(self._document, document.chapters)
        old = {chapter.id: chapter for chapter in self._document[before]}
        new = {chapter.id: chapter for chapter in document.chapters[after]}
        gone = [chapter for key, chapter in old.items() if new.get(key) is not chapter]
        come = [chapter for key, chapter in new.items() if old.get(key) is not chapter]
        for chapter in gone:
            self._remove(chapter)
        for chapter in come:
            self._add(chapter)
        if list(old) == list(new):
            self._document = document.chapters
        else:
            self._place(document.chapters)
        touched = {*_touched(old, come), *_touched(new, gone)}
        return Changed(tuple(come), tuple(gone), frozenset(touched))

    def _add(self, chapter: Chapter) -> None:
        self._chapters[chapter.id] = chapter
        for entry in chapter.homes:
            self._where[entry] = (*self._where.get(entry, ()), chapter.id)

    def _remove(self, chapter: Chapter) -> None:
        del self._chapters[chapter.id]
        for entry in chapter.homes:
            if rest := tuple(key for key in self._where[entry] if key != chapter.id):
                self._where[entry] = rest
            else:
                del self._where[entry]

    def _place(self, chapters: tuple[Chapter, ...]) -> None:
        self._document = chapters
        self._order = dict(zip(map(attrgetter("id"), chapters), count(), strict=False))

    def place(self, chapter: ItemId) -> int:
        """The position of a chapter in the document; it must be one of the document's."""
        return self._order[chapter]

    def get(self, entry: EntryId) -> tuple[ItemId, ...]:
        """The blocks that stand for the entry, in document order."""
        where = self._where.get(entry, ())
        if len(where) > 1:
            where = sorted(where, key=self._order.__getitem__)
        return tuple(home for key in where for home in self._chapters[key].homes[entry])

    def chapter(self, item: ItemId) -> Chapter:
        """The chapter with this id; it must be one of the document's."""
        return self._chapters[item]

    def chapters(self, entry: EntryId) -> tuple[ItemId, ...]:
        """The chapters that hold a block for the entry, in no order."""
        return self._where.get(entry, ())

    def position(self, entry: EntryId) -> tuple[int, ...]:
        """The path of the first block that stands for the entry; empty if there is none."""
        where = self._where.get(entry, ())
        if not where:
            return ()
        key = min(where, key=self._order.__getitem__)
        chapter = self._chapters[key]
        return (self._order[key], *chapter.paths[chapter.homes[entry][0]])

    def of(self, entries: Iterable[EntryId]) -> Mapping[EntryId, tuple[ItemId, ...]]:
        """The homes of each of the entries."""
        return {entry: self.get(entry) for entry in entries}

    def first(self, entry: EntryId) -> Block | None:
        """The first block that stands for the entry."""
        where = self._where.get(entry, ())
        if not where:
            return None
        chapter = self._chapters[min(where, key=self._order.__getitem__)]
        return _block(chapter, chapter.homes[entry][0])

    def blocks(self, entry: EntryId) -> tuple[Block, ...]:
        """All blocks that stand for the entry, in document order."""
        where = sorted(self._where.get(entry, ()), key=self._order.__getitem__)
        chapters = (self._chapters[key] for key in where)
        return tuple(_block(chapter, home) for chapter in chapters for home in chapter.homes[entry])

    def is_double(self, entry: EntryId) -> bool:
        """Whether more than one block stands for the entry."""
        where = self._where.get(entry, ())
        return len(where) > 1 or any(len(self._chapters[key].homes[entry]) > 1 for key in where)


def _touched(before: Mapping[ItemId, Chapter], chapters: Iterable[Chapter]) -> Iterator[EntryId]:
    """The entries of blocks that came or went; of two blocks that changed places at least one did."""
    for chapter in chapters:
        new = [block for _, block in walk(chapter.blocks)]
        old = [block for _, block in walk(before[chapter.id].blocks)] if chapter.id in before else []
        for block in new[unlike(old, new)[1]]:
            yield from block.sources


def _block(chapter: Chapter, item: ItemId) -> Block:
    at, *below = chapter.paths[item]
    return reduce(lambda block, child: block.children[child], below, chapter.blocks[at])


def fate(entry: EntryId, state: ReviewState, homes: Homes) -> Fate:
    """What became of an entry; of several homes the first counts."""
    block = homes.first(entry)
    if block is None:
        return Fate.DROPPED if entry in state.dropped else Fate.LOST
    if block.sources[0] != entry:
        return Fate.MERGED
    own = state.episode.entries[entry]
    is_same = same_text(own.text, block.text) and same_text(own.speaker or "", block.speaker or "")
    return Fate.KEPT if is_same else Fate.EDITED


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many entries have which fate; the parts add up to ``entries``."""

    entries: int
    kept: int
    merged: int
    edited: int
    dropped: int
    lost: int
    stray_lines: int

    @classmethod
    def of(cls, fates: Counter[Fate], stray_lines: int) -> Ledger:
        """The ledger of counted fates."""
        return cls(
            entries=fates.total(),
            kept=fates[Fate.KEPT],
            merged=fates[Fate.MERGED],
            edited=fates[Fate.EDITED],
            dropped=fates[Fate.DROPPED],
            lost=fates[Fate.LOST],
            stray_lines=stray_lines,
        )
