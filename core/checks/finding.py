"""Findings and the checks that make them: what a check may see, by its scope, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from core.editing.edits import Edit
from core.messages import Message
from core.model import (
    Block,
    Chapter,
    ChunkKey,
    Document,
    EntryId,
    Episode,
    Fate,
    FindingId,
    ItemId,
    Kind,
    Merge,
    ReviewState,
    SourceChunk,
    walk,
)
from core.reading.document import chapter_heading
from core.reading.transcript import Cue
from core.text.normalise import normalised
from core.work import Work

Severity = Enum("Severity", "ERROR WARNING SUGGESTION")  # the worst first


@dataclass(frozen=True, slots=True)
class Rule:
    """A finding kind: its id and kind never change."""

    id: str  # "NS201"
    kind: str  # "duplicate"
    severity: Severity
    is_of_document: bool = False  # it judges the document: ``check`` reports it, and Ready waits for it


@dataclass(frozen=True, slots=True)
class Finding:
    """Anything worth a look: rule, where, and why."""

    id: FindingId
    rule: Rule
    message: Message
    entries: tuple[EntryId, ...] = ()  # what it is about
    related: tuple[EntryId, ...] = ()  # counterparts, such as the note that continues a cut-off one
    chunk: ChunkKey | None = None
    line: int | None = None  # 1-based, in the chunk's file
    start_s: int | None = None
    end_s: int | None = None
    block: ItemId | None = None  # where it stands in the document: a block, or a chapter
    merge: Merge | None = None
    by_s: int | None = None  # by how much a clock is off


def finding_id(rule: Rule, *about: str | int | None, ordinal: int = 0) -> FindingId:
    """A hash of the rule and of the texts and times concerned; lines and running numbers are no part of it."""
    parts = [rule.id, *(normalised(part) if isinstance(part, str) else str(part) for part in about), str(ordinal)]
    return FindingId(hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


class Start:
    """The document before anybody decided: what differs from it is the editor's doing and is not held against it.

    Attributes:
        document: None: as it is now.
    """

    def __init__(self, document: Document | None = None) -> None:
        self.document = document
        self._blocks: dict[ItemId, Block] = {}
        self._titles: dict[ItemId, str] = {}
        for chapter in document.chapters if document else ():
            self._add(chapter)

    @classmethod
    def making(cls, document: Document) -> Work[Start]:
        """The same, chapter by chapter."""
        start = cls(replace(document, chapters=()))
        start.document = document
        for at, chapter in enumerate(document.chapters):
            start._add(chapter)
            yield at / len(document.chapters)
        return start

    def _add(self, chapter: Chapter) -> None:
        self._titles[chapter.id] = chapter.title
        self._blocks.update((block.id, block) for _, block in walk(chapter.blocks))

    def was(self, block: Block) -> Block | None:
        """The block as it was then, None if it was added since."""
        return self._blocks.get(block.id) if self.document else block

    def has_words(self, block: Block) -> bool:
        """Whether the block was there, with these words."""
        was = self.was(block)
        return was is not None and was.text == block.text

    def has_title(self, chapter: Chapter) -> bool:
        """Whether the chapter was there, with this title."""
        return self._titles.get(chapter.id) == chapter.title if self.document else True


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is to read."""

    notes: int = 0
    characters: int = 0  # of notes and quotes

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.notes + other.notes, self.characters + other.characters)

    def __sub__(self, other: Measure) -> Measure:
        return Measure(self.notes - other.notes, self.characters - other.characters)


@dataclass(frozen=True)
class ChunkView:
    """What a check of a source chunk sees: the chunk and what became of its entries."""

    episode: Episode
    chunk: SourceChunk
    following: SourceChunk | None  # the next chunk that holds entries
    fates: Mapping[EntryId, Fate]  # every entry KEPT when only the sources are looked at
    homes: Mapping[EntryId, Block]  # the first block that stands for each entry; empty when only sources are looked at
    doubles: Mapping[EntryId, Sequence[Block]] = field(default_factory=dict[EntryId, "Sequence[Block]"])
    """For entries that stand in more than one block, all of those."""
    original: SourceChunk | None = None  # the chunk that this one is a copy of
    beside_original: Sequence[Block] = ()  # blocks of its entries that say what blocks of the original say, too


@dataclass(frozen=True)
class ChapterView:
    """What a check of a chapter sees: the chapter, and the episode for the entries that its blocks stand for."""

    episode: Episode
    chapter: Chapter
    start: Start = field(default_factory=Start)
    offsets: Mapping[ChunkKey, int] = field(default_factory=dict[ChunkKey, int])
    names: Callable[[], frozenset[str]] = frozenset  # what is known as a name in the episode; found when first asked

    def is_invented(self, block: Block) -> bool:
        """Whether no entry backs the block and it is not the editor's: NS505 says so, and no other check judges it."""
        return not block.sources and block.kind is not Kind.PROSE and self.start.has_words(block)

    @property
    def is_extra(self) -> bool:
        """Whether it is no chapter but a section of another sort: NS405 says so, once."""
        return is_extra(self.chapter)


@dataclass(frozen=True)
class HeadView:
    """What a check of a chapter's head sees: title and range, beside those of the chapter before. No blocks."""

    episode: Episode
    chapter: Chapter
    before: Chapter | None  # the nearest one before it whose top-level notes have times
    number: int  # as it is counted; 0: notes before the first heading
    start: Start = field(default_factory=Start)


@dataclass(frozen=True)
class WholeView:
    """What a check of the whole sees: title, summary, and how much there is. It must not look into blocks."""

    episode: Episode
    document: Document
    start: Start = field(default_factory=Start)
    written: Measure = field(default_factory=Measure)  # what stands in the document
    wanted: Measure = field(default_factory=Measure)  # what the entries tell that were neither merged nor dropped


@dataclass(frozen=True)
class SourcesView:
    """What a check of the sources together sees: all chunks, their clocks corrected by the offsets."""

    episode: Episode
    offsets: Mapping[ChunkKey, int]
    clocks: Mapping[ChunkKey, int] = field(default_factory=dict[ChunkKey, int])
    """What would set a chunk's clock right, in place of its offset, as far as detection proposes it."""
    transcript: Sequence[Cue] = ()


Repair = Callable[[ReviewState, Finding], Edit | None]


@dataclass(frozen=True, slots=True)
class SourcesCheck:
    """A check of the chunks together; it depends on no decision but the clock offsets."""

    rule: Rule
    find: Callable[[SourcesView], Iterable[Finding | None]]  # None: so far so good, others may go on with theirs
    repair: Repair | None = None
    is_live: bool = True  # False: only for the sources by themselves, since a document is judged by another check


@dataclass(frozen=True, slots=True)
class ChunkCheck:
    """A check of each source chunk with its entries' fates."""

    rule: Rule
    find: Callable[[ChunkView], Iterable[Finding]]
    repair: Repair | None = None
    is_live: bool = True  # as above


@dataclass(frozen=True, slots=True)
class ChapterCheck:
    """A check of each chapter of the document."""

    rule: Rule
    find: Callable[[ChapterView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class HeadCheck:
    """A check of each chapter's head beside the one before it."""

    rule: Rule
    find: Callable[[HeadView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class HeadsCheck:
    """A check that tells at once of all chapters whose heads it concerns, in their order."""

    rule: Rule
    concerns: Callable[[HeadView], bool]  # by nothing but the title
    find: Callable[[WholeView, Sequence[Chapter]], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class WholeCheck:
    """A check of title, summary, and how much there is."""

    rule: Rule
    find: Callable[[WholeView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class MergeCheck:
    """A check of each merge that detection proposes."""

    rule: Rule
    find: Callable[[Episode, Merge], Finding]
    repair: Repair | None = None


Check = SourcesCheck | ChunkCheck | ChapterCheck | HeadCheck | HeadsCheck | WholeCheck | MergeCheck


def is_extra(chapter: Chapter) -> bool:
    """Whether a section that was brought is no chapter: it neither says so nor holds anything with a time."""
    if chapter.stated is None or chapter.span is not None:
        return False
    stated = chapter_heading(chapter.stated)
    return stated is not None and stated.number is None and stated.span is None
