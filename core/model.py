"""What a review is made of: the episode's entries, the document, and what a person decided.

Knows nothing of files, Qt, detection, checks or edits. Every value is immutable and shares what it did not change.
The state holds only decisions. Whatever a program can find out again (merges, verdicts, fates, findings, chapter
ranges) is computed from it, so nothing can disagree with it and a replay needs no detector.

Times are whole seconds from the start of the episode, scores lie in [0, 1], lines are 1-based.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, reduce
from itertools import combinations
from threading import local
from typing import NewType

from core.errors import EditError
from core.identity import Holders
from core.messages import Message
from core.timecode import TimeStyle, common_style, style_from_an_hour

ChunkKey = NewType("ChunkKey", str)  # given when the chunk is first read, kept when others come or go; not its index
EntryId = NewType("EntryId", str)  # "<chunk key>:<line>"
ItemId = NewType("ItemId", str)  # a chapter ("c7") or a block ("b8"), from Document.next_id; opaque
FindingId = NewType("FindingId", str)  # hash of the rule and of what it is about, never of lines
Path = tuple[int, ...]  # positions: chapter, block, child, child of the child …
LAST = sys.maxsize  # a position behind all siblings (slices clip it)
_HOUR_S = 3600
DEEPEST = 12  # the depth that deeper notes are read as; the first level is 0

Kind = Enum("Kind", "NOTE QUOTE PROSE")  # PROSE: a line of a brought document that is neither; kept and flagged
Fate = Enum("Fate", "KEPT EDITED MERGED DROPPED LOST")
Verdict = Enum("Verdict", "PENDING ACCEPTED REJECTED")
Tier = Enum("Tier", "CERTAIN LIKELY POSSIBLE")  # how sure detection is, most sure first
Role = Enum("Role", "BLANK HEADING ENTRY SEPARATOR STRAY FRAME")  # what one source line is; FRAME: around the chunks


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement of a chunk: a note or a quote, as its model wrote it."""

    id: EntryId
    chunk: ChunkKey
    kind: Kind  # NOTE or QUOTE
    line: int  # where it begins, in the chunk's file
    time_s: int | None  # None: a bullet without a time
    text: str  # one line: lines that continue it are joined by a space
    speaker: str | None = None  # quotes only
    depth: int = 0  # notes only: 0 for the first level
    stamp: str = ""  # the time as written, without brackets


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line of a chunk."""

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class StrayLine:
    """A line that is no heading, entry, continuation or separator: kept, shown, counted, never exported unasked."""

    chunk: ChunkKey
    line: int
    text: str


def _shown_style(entry: Entry) -> TimeStyle | None:
    if not entry.stamp or entry.time_s is None or entry.time_s < _HOUR_S:
        return None
    style = style_from_an_hour(entry.stamp)
    is_either = style is TimeStyle.HOURS and entry.stamp.strip()[0] not in "0０"
    return None if is_either else style


@dataclass(frozen=True)
class SourceChunk:
    """The notes of one window, with every line as it was read."""

    key: ChunkKey
    number: int
    name: str
    file: str  # the path as it was given; empty for pasted text
    first_line: int  # where ``lines`` begin in the file
    lines: tuple[str, ...]  # with their line ends
    roles: tuple[Role, ...]  # one for each line
    headings: tuple[Heading, ...] = ()
    entries: tuple[Entry, ...] = ()  # in the order of their lines
    strays: tuple[StrayLine, ...] = ()

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """Earliest and latest second of its entries, None if none has a time."""
        times = [entry.time_s for entry in self.entries if entry.time_s is not None]
        return (min(times), max(times)) if times else None

    @cached_property
    def notes(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind is Kind.NOTE)

    @cached_property
    def styles(self) -> Sequence[TimeStyle | None]:
        """How the entries' times are written; None where one does not show it.

        From one hour on a time shows a style, and from ten hours on both hour styles look the same.
        """
        return tuple(map(_shown_style, self.entries))

    @cached_property
    def quotes(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind is Kind.QUOTE)


@dataclass(frozen=True)
class Episode:
    """What is worked on: its context and its chunks, in reading order."""

    title: str
    description: str = ""
    language: str = ""  # a primary language tag such as "ko"; empty when unknown
    rules: tuple[str, ...] = ()  # the merge prompt's rules, one a line
    chunks: tuple[SourceChunk, ...] = ()
    is_titled: bool = True  # False: nobody stated the title, it is made of a file's or folder's name

    @cached_property
    def entries(self) -> Mapping[EntryId, Entry]:
        return {entry.id: entry for chunk in self.chunks for entry in chunk.entries}

    @cached_property
    def by_key(self) -> Mapping[ChunkKey, SourceChunk]:
        return {chunk.key: chunk for chunk in self.chunks}

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """Earliest and latest second of its chunks, None if none has a time."""
        spans = [span for chunk in self.chunks if (span := chunk.span)]
        return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None

    @cached_property
    def note_count(self) -> int:
        return sum(len(chunk.notes) for chunk in self.chunks)

    @cached_property
    def stray_count(self) -> int:
        return sum(len(chunk.strays) for chunk in self.chunks)

    @cached_property
    def style(self) -> TimeStyle:
        """How times from one hour on are written in this episode."""
        return common_style([entry.stamp for chunk in self.chunks for entry in chunk.entries])


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a merge was proposed, or held back (a value below 0): a name for programs, a value, and words for people."""

    name: str
    value: float
    message: Message


@dataclass(frozen=True, slots=True)
class Merge:
    """What detection proposes; no part of the state. Every member was itself matched with the canonical one."""

    members: tuple[EntryId, ...]  # canonical first
    score: float  # of its weakest pair
    tier: Tier  # holds for every member
    reasons: tuple[Reason, ...] = ()
    also: frozenset[frozenset[EntryId]] = frozenset()  # pairs of the other members that were matched as well

    @property
    def canonical(self) -> EntryId:
        return self.members[0]

    def are_matched(self, one: EntryId, other: EntryId) -> bool:
        """Whether two members say the same by themselves, not only together with a third."""
        return self.canonical in (one, other) or frozenset((one, other)) in self.also


@dataclass(frozen=True, slots=True)
class Block:
    """One note or quote of the document, with the entries that it stands for."""

    id: ItemId
    kind: Kind
    time_s: int | None  # None: a note without a time (NS404)
    text: str
    speaker: str | None = None
    sources: tuple[EntryId, ...] = ()  # canonical first; none: added by the editor, or invented
    is_edited: bool = False  # the words are the editor's, not a model's
    children: tuple[Block, ...] = ()  # notes beneath a note; a quote stands between families, never in one


@dataclass(frozen=True)
class Chapter:
    """A titled run of blocks; its range is computed from them."""

    id: ItemId
    title: str
    blocks: tuple[Block, ...]
    stated: str | None = None  # brought: the heading line as written, until an edit renews it (NS403)

    @cached_property
    def paths(self) -> Mapping[ItemId, Path]:
        """Where the chapter's blocks are in it; the chapter's own path is empty."""
        return {self.id: (), **{block.id: path for path, block in walk(self.blocks)}}

    @cached_property
    def homes(self) -> Mapping[EntryId, tuple[ItemId, ...]]:
        """For each entry the blocks of the chapter that stand for it, in document order."""
        found: dict[EntryId, tuple[ItemId, ...]] = {}
        for _, block in walk(self.blocks):
            for entry in block.sources:
                found[entry] = (*found.get(entry, ()), block.id)
        return found

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last second of its blocks, None if no block has a time."""
        times = [block.time_s for _, block in walk(self.blocks) if block.time_s is not None]
        return (min(times), max(times)) if times else None

    @cached_property
    def note_count(self) -> int:
        return sum(block.kind is Kind.NOTE for _, block in walk(self.blocks))

    @cached_property
    def top_span(self) -> tuple[int, int] | None:
        """The times of its first and of its last top-level note, as they stand; None if none has a time."""
        times = [b.time_s for b in self.blocks if b.kind is Kind.NOTE and b.time_s is not None]
        return (times[0], times[-1]) if times else None


def _homes(chapter: Chapter) -> Mapping[EntryId, tuple[ItemId, ...]]:
    return chapter.homes


class _Asked(local):
    """Of what a thread asked last, since it goes on to ask of it, or of a version an edit away."""

    def __init__(self) -> None:
        super().__init__()
        self.chapters: Holders[Chapter, EntryId] = Holders(_homes)


_ASKED = _Asked()
_FOUND: dict[ItemId, int] = {}  # where items were found before, in whatever document: looked at first, never believed


@dataclass(frozen=True, slots=True)
class Document:
    """Exactly what is exported, in this order: nothing hidden, nothing that hangs on a verdict."""

    title: str
    summary: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    next_id: int = 1

    def find(self, item: ItemId) -> Path:
        """The path of a chapter or block; raises EditError."""
        at = self._holder(item)
        if at is None:
            raise EditError(Message("{item} is not in the document", {"item": item}))
        return (at, *self.chapters[at].paths[item])

    @property
    def is_brought(self) -> bool:
        """Whether somebody else wrote it: it keeps headings as they were written."""
        return any(chapter.stated is not None for chapter in self.chapters)

    def has(self, item: ItemId) -> bool:
        return self._holder(item) is not None

    def _holder(self, item: ItemId) -> int | None:
        """The position of the chapter that holds an item."""
        at = _FOUND.get(item, 0)
        if at < len(self.chapters) and item in self.chapters[at].paths:
            return at
        for at, chapter in enumerate(self.chapters):
            if item in chapter.paths:
                _FOUND.update(dict.fromkeys(chapter.paths, at))
                return at
        return None

    def block(self, path: Path) -> Block:
        """The block at a path; raises EditError where a chapter stands."""
        if len(path) < 2:
            raise EditError(Message("a chapter was named where a note or quote is needed"))
        return reduce(lambda block, at: block.children[at], path[2:], self.chapters[path[0]].blocks[path[1]])

    def chapter_at(self, item: ItemId) -> int:
        """The position of a chapter; raises EditError where a block stands."""
        match self.find(item):
            case (at,):
                return at
            case _:
                raise EditError(Message("a note or quote was named where a chapter is needed"))

    def homes(self, entry: EntryId) -> tuple[ItemId, ...]:
        """The blocks that stand for the entry, in document order."""
        return tuple(home for chapter in _ASKED.chapters.of(self.chapters, entry) for home in chapter.homes[entry])

    def spliced(self, path: Path, *new: Block, count: int = 1) -> Document:
        """``count`` siblings from ``path`` on give way to ``new``; all that is off the path is shared."""
        chapter = self.chapters[path[0]]
        return self.with_chapters(path[0], replace(chapter, blocks=spliced(chapter.blocks, path[1:], new, count)))

    def with_chapters(self, at: int, *new: Chapter, count: int = 1) -> Document:
        """``count`` chapters from ``at`` on give way to ``new``."""
        return replace(self, chapters=(*self.chapters[:at], *new, *self.chapters[at + count :]))

    def placed(self, block: Block, parent: ItemId, before: ItemId | None) -> Document:
        """The block before ``before``, or else as the last child of ``parent`` (a chapter or a note)."""
        path = self.find(before) if before else (*self.find(parent), LAST)
        if len(path) == 1 or (path[2:] and {block.kind, self.block(path[:-1]).kind} != {Kind.NOTE}):
            raise EditError(Message("blocks stand in a chapter, and only notes beneath notes"))
        return self.spliced(path, block, count=0)


def walk(blocks: Sequence[Block], above: Path = ()) -> Iterator[tuple[Path, Block]]:
    """All blocks in document order, children after their parent; depth is ``len(path) - 1``."""
    for at, block in enumerate(blocks):
        yield (*above, at), block
        if block.children:
            yield from walk(block.children, (*above, at))


def blocks_of(document: Document) -> Iterator[Block]:
    """All blocks of the document, in order."""
    return (block for chapter in document.chapters for _, block in walk(chapter.blocks))


def spliced(blocks: tuple[Block, ...], path: Path, new: Sequence[Block], count: int) -> tuple[Block, ...]:
    """``count`` siblings from ``path`` on give way to ``new``."""
    at, below = path[0], path[1:]
    if below:
        new, count = [replace(blocks[at], children=spliced(blocks[at].children, below, new, count))], 1
    return (*blocks[:at], *new, *blocks[at + count :])


@dataclass(frozen=True, slots=True)
class ReviewState:
    """What a person decided; the same for a built and for a brought document."""

    episode: Episode
    document: Document
    apart: frozenset[frozenset[EntryId]] = frozenset()  # pairs judged "not the same", never asked again
    dropped: Mapping[EntryId, str] = field(default_factory=dict[EntryId, str])  # with the reason
    dismissed: Mapping[FindingId, str] = field(default_factory=dict[FindingId, str])  # with the reason
    offsets: Mapping[ChunkKey, int] = field(default_factory=dict[ChunkKey, int])  # seconds; detection adds them


def left_together(
    merge: Merge, homes: Mapping[EntryId, Sequence[ItemId]], apart: frozenset[frozenset[EntryId]]
) -> tuple[EntryId, ...]:
    """The members that belong in one block by what was decided, the one to keep first; none if no two are left.

    A member that was left out is kept apart from the others. Without the canonical one, the first that another one was
    matched with takes its place. ``homes`` gives for each entry the blocks that stand for it; one without is no part.
    """
    live = [entry for entry in merge.members if homes.get(entry)]
    for lead in live:
        found = [lead]
        own = set(homes[lead])
        for entry in sorted(live, key=lambda entry: own.isdisjoint(homes[entry])):  # what is merged already stays so
            is_free = all(frozenset((entry, other)) not in apart for other in found)
            if entry != lead and is_free and merge.are_matched(lead, entry):
                found.append(entry)
        if len(found) > 1:
            return tuple(found)
    return ()


def verdict(merge: Merge, homes: Mapping[EntryId, Sequence[ItemId]], apart: frozenset[frozenset[EntryId]]) -> Verdict:
    """What was decided about a merge; ``homes`` gives for each entry the blocks that stand for it.

    Entries that share a block are merged; those that do not are undecided until someone keeps them apart. A member that
    was left out does not hold up the others.
    """
    lead, *others = left_together(merge, homes, apart) or (merge.canonical,)
    if others:
        own = set(homes[lead])
        return Verdict.PENDING if any(own.isdisjoint(homes[entry]) for entry in others) else Verdict.ACCEPTED
    live = [set(blocks) for entry in merge.members if (blocks := homes.get(entry))]
    is_apart = len(live) > 1 and all(one.isdisjoint(other) for one, other in combinations(live, 2))
    return Verdict.REJECTED if is_apart else Verdict.ACCEPTED
