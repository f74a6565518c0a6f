"""Findings and the checks that make them: what a check may see, by its scope, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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
    Merge,
    ReviewState,
    SourceChunk,
)
from core.text.normalise import normalised

Severity = Enum("Severity", "ERROR WARNING SUGGESTION")  # the worst first


@dataclass(frozen=True, slots=True)
class Rule:
    """A finding kind: its id and kind never change."""

    id: str  # "NS201"
    kind: str  # "duplicate"
    severity: Severity


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
    block: ItemId | None = None  # where it stands in the document
    merge: Merge | None = None


def finding_id(rule: Rule, *about: str | int | None, ordinal: int = 0) -> FindingId:
    """A hash of the rule and of the texts and times concerned; lines and running numbers are no part of it."""
    parts = [rule.id, *(normalised(part) if isinstance(part, str) else str(part) for part in about), str(ordinal)]
    return FindingId(hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


@dataclass(frozen=True)
class ChunkView:
    """What a check of a source chunk sees: the chunk and what became of its entries."""

    episode: Episode
    chunk: SourceChunk
    following: SourceChunk | None  # the next chunk that holds entries
    fates: Mapping[EntryId, Fate]  # every entry KEPT when only the sources are looked at
    homes: Mapping[EntryId, Block]  # the first block that stands for each entry; empty when only sources are looked at


@dataclass(frozen=True)
class ChapterView:
    """What a check of a chapter sees: the chapter, and the episode for the entries that its blocks stand for."""

    episode: Episode
    chapter: Chapter


@dataclass(frozen=True)
class WholeView:
    """What a check of the whole sees: title, summary and chapter heads. It must not look into blocks."""

    episode: Episode
    document: Document


@dataclass(frozen=True)
class SourcesView:
    """What a check of the sources together sees: all chunks, their clocks corrected by the offsets."""

    episode: Episode
    offsets: Mapping[ChunkKey, int]


Repair = Callable[[ReviewState, Finding], Edit | None]


@dataclass(frozen=True, slots=True)
class SourcesCheck:
    """A check of the chunks together; it depends on no decision but the clock offsets."""

    rule: Rule
    find: Callable[[SourcesView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class ChunkCheck:
    """A check of each source chunk with its entries' fates."""

    rule: Rule
    find: Callable[[ChunkView], Iterable[Finding]]
    repair: Repair | None = None
    is_live: bool = True  # False: only for the sources by themselves, since a document is judged by another check


@dataclass(frozen=True, slots=True)
class ChapterCheck:
    """A check of each chapter of the document."""

    rule: Rule
    find: Callable[[ChapterView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class WholeCheck:
    """A check of title, summary and chapter heads."""

    rule: Rule
    find: Callable[[WholeView], Iterable[Finding]]
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class MergeCheck:
    """A check of each merge that detection proposes."""

    rule: Rule
    find: Callable[[Episode, Merge], Finding]
    repair: Repair | None = None


Check = SourcesCheck | ChunkCheck | ChapterCheck | WholeCheck | MergeCheck
