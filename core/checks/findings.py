"""All findings of a review, kept up to date by identity: only the checks whose chapters or chunks changed run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    Check,
    ChunkCheck,
    ChunkView,
    Finding,
    MergeCheck,
    SourcesCheck,
    SourcesView,
    WholeCheck,
    WholeView,
)
from core.checks.homes import Changed, Homes, fate
from core.model import (
    Block,
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


class Findings:
    """The findings about sources, document and merges; ``update`` follows an edit."""

    def __init__(self, checks: Sequence[Check], state: ReviewState, homes: Homes) -> None:
        self._chunk_checks = [check for check in checks if isinstance(check, ChunkCheck) and check.is_live]
        self._chapter_checks = [check for check in checks if isinstance(check, ChapterCheck)]
        self._whole_checks = [check for check in checks if isinstance(check, WholeCheck)]
        self._sources_checks = [check for check in checks if isinstance(check, SourcesCheck)]
        self._merge_checks = [check for check in checks if isinstance(check, MergeCheck)]
        self._following = following(state.episode)
        self._merges: tuple[Finding, ...] = ()
        self._sources = self._of_sources(state)
        self._chunks = {chunk.key: self._of_chunk(chunk, state, homes) for chunk in state.episode.chunks}
        self._chapters: dict[ItemId, tuple[Finding, ...]] = {}
        self._all: tuple[Finding, ...] | None = None
        self.update(state, state, Changed(state.document.chapters, (), frozenset()), homes)

    def set_merges(self, episode: Episode, merges: Iterable[Merge]) -> None:
        """Take the merges that detection proposes."""
        self._merges = tuple(check.find(episode, merge) for merge in merges for check in self._merge_checks)
        self._all = None

    def update(self, before: ReviewState, after: ReviewState, changed: Changed, homes: Homes) -> None:
        """Follow an edit; ``changed.entries`` are those whose home or fate may differ."""
        for chapter in changed.gone:
            self._chapters.pop(chapter.id, None)
        for chapter in changed.chapters:
            view = ChapterView(after.episode, chapter)
            self._chapters[chapter.id] = tuple(f for check in self._chapter_checks for f in check.find(view))
        entries = after.episode.entries
        for key in {entries[entry].chunk for entry in changed.entries}:
            self._chunks[key] = self._of_chunk(after.episode.by_key[key], after, homes)
        if before.offsets != after.offsets:
            self._sources = self._of_sources(after)
        whole = WholeView(after.episode, after.document)
        self._whole = tuple(finding for check in self._whole_checks for finding in check.find(whole))
        self._order = [chapter.id for chapter in after.document.chapters]
        self._all = None

    def all(self) -> tuple[Finding, ...]:
        """Every finding, each with an id of its own: about the sources, the merges, the document."""
        if self._all is None:
            chapters = (finding for key in self._order for finding in self._chapters[key])
            chunks = (finding for findings in self._chunks.values() for finding in findings)
            self._all = numbered((*self._sources, *chunks, *self._merges, *self._whole, *chapters))
        return self._all

    def of_chapter(self, chapter: ItemId) -> tuple[Finding, ...]:
        """The findings about one chapter."""
        return self._chapters.get(chapter, ())

    def _of_sources(self, state: ReviewState) -> tuple[Finding, ...]:
        view = SourcesView(state.episode, state.offsets)
        return tuple(finding for check in self._sources_checks for finding in check.find(view))

    def _of_chunk(self, chunk: SourceChunk, state: ReviewState, homes: Homes) -> tuple[Finding, ...]:
        fates = {entry.id: fate(entry.id, state, homes) for entry in chunk.entries}
        blocks = {entry.id: block for entry in chunk.entries if (block := homes.first(entry.id)) is not None}
        view = ChunkView(state.episode, chunk, self._following.get(chunk.key), fates, blocks)
        return tuple(finding for check in self._chunk_checks for finding in check.find(view))


def of_sources(checks: Sequence[Check], episode: Episode, merges: Iterable[Merge]) -> tuple[Finding, ...]:
    """The findings about the sources by themselves, with every merge pending."""
    found: list[Finding] = []
    after = following(episode)
    for check in checks:
        match check:
            case SourcesCheck():
                found += check.find(SourcesView(episode, {}))
            case ChunkCheck():
                for chunk in episode.chunks:
                    fates: Mapping[EntryId, Fate] = {entry.id: Fate.KEPT for entry in chunk.entries}
                    homes: Mapping[EntryId, Block] = {}
                    found += check.find(ChunkView(episode, chunk, after.get(chunk.key), fates, homes))
            case MergeCheck():
                found += (check.find(episode, merge) for merge in merges)
            case ChapterCheck() | WholeCheck():
                pass  # there is no document yet
    return numbered(found)


def of_document(checks: Sequence[Check], episode: Episode, document: Document) -> tuple[Finding, ...]:
    """The findings about a document by itself."""
    whole = WholeView(episode, document)
    found = [f for check in checks if isinstance(check, WholeCheck) for f in check.find(whole)]
    for check in checks:
        if isinstance(check, ChapterCheck):
            found += (f for chapter in document.chapters for f in check.find(ChapterView(episode, chapter)))
    return numbered(found)


def following(episode: Episode) -> Mapping[ChunkKey, SourceChunk]:
    """For each chunk the next one that holds entries."""
    found: dict[ChunkKey, SourceChunk] = {}
    after: SourceChunk | None = None
    for chunk in reversed(episode.chunks):
        if after is not None:
            found[chunk.key] = after
        if chunk.entries:
            after = chunk
    return found


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with an ordinal in the ids of those that would be equal."""
    seen: dict[FindingId, int] = {}
    result: list[Finding] = []
    for finding in findings:
        ordinal = seen.get(finding.id, 0)
        seen[finding.id] = ordinal + 1
        result.append(replace(finding, id=FindingId(f"{finding.id}-{ordinal}")) if ordinal else finding)
    return tuple(result)
