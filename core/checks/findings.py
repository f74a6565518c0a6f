"""All findings of a review, kept up to date by identity: only the checks whose chapters or chunks changed run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    Check,
    ChunkCheck,
    ChunkView,
    Finding,
    Measure,
    MergeCheck,
    SourcesCheck,
    SourcesView,
    Start,
    WholeCheck,
    WholeView,
)
from core.checks.homes import Changed, Homes, fate
from core.checks.names import names_in
from core.model import (
    Block,
    ChunkKey,
    Document,
    Entry,
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
from core.reading.transcript import Cue

_NOT_WANTED = frozenset({Fate.MERGED, Fate.DROPPED})


class Findings:
    """The findings about sources, document and merges; ``update`` follows an edit."""

    def __init__(
        self,
        checks: Sequence[Check],
        state: ReviewState,
        homes: Homes,
        *,
        start: Document | None = None,
        transcript: Sequence[Cue] = (),
    ) -> None:
        self._chunk_checks = [check for check in checks if isinstance(check, ChunkCheck) and check.is_live]
        self._chapter_checks = [check for check in checks if isinstance(check, ChapterCheck)]
        self._whole_checks = [check for check in checks if isinstance(check, WholeCheck)]
        self._sources_checks = [check for check in checks if isinstance(check, SourcesCheck) and check.is_live]
        self._merge_checks = [check for check in checks if isinstance(check, MergeCheck)]
        self._following = following(state.episode)
        self._start, self._transcript = Start(start or state.document), transcript
        self._names = cache(partial(names_in, state.episode))
        self._clocks: Mapping[ChunkKey, int] = {}
        self._merges: tuple[Finding, ...] = ()
        self._written_in: dict[ItemId, Measure] = {}
        self._wanted_of: dict[ChunkKey, Measure] = {}
        self._written = self._wanted = Measure()
        self._sources = self._of_sources(state)
        self._chunks = {chunk.key: self._of_chunk(chunk, state, homes) for chunk in state.episode.chunks}
        self._chapters: dict[ItemId, tuple[Finding, ...]] = {}
        self._all: tuple[Finding, ...] | None = None
        self.update(state, state, Changed(state.document.chapters, (), frozenset()), homes)

    def set_detected(self, state: ReviewState, merges: Iterable[Merge], clocks: Mapping[ChunkKey, int]) -> None:
        """Take the merges that detection proposes, and the offsets that would set chunks' clocks right."""
        self._merges = tuple(check.find(state.episode, merge) for merge in merges for check in self._merge_checks)
        if clocks != self._clocks:
            self._clocks = clocks
            self._sources = self._of_sources(state)
        self._all = None

    def update(self, before: ReviewState, after: ReviewState, changed: Changed, homes: Homes) -> None:
        """Follow an edit; ``changed.entries`` are those whose home or fate may differ."""
        for chapter in changed.gone:
            self._chapters.pop(chapter.id, None)
            self._written -= self._written_in.pop(chapter.id, Measure())
        for chapter in changed.chapters:
            view = ChapterView(after.episode, chapter, self._start, after.offsets, self._names)
            self._chapters[chapter.id] = tuple(f for check in self._chapter_checks for f in check.find(view))
            self._written_in[chapter.id] = _measure(block for _, block in walk(chapter.blocks))
            self._written += self._written_in[chapter.id]
        entries = after.episode.entries
        for key in {entries[entry].chunk for entry in changed.entries}:
            self._chunks[key] = self._of_chunk(after.episode.by_key[key], after, homes)
        if before.offsets != after.offsets:
            self._sources = self._of_sources(after)
        whole = WholeView(after.episode, after.document, self._start, self._written, self._wanted)
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
        view = SourcesView(state.episode, state.offsets, self._clocks, self._transcript)
        return tuple(finding for check in self._sources_checks for finding in check.find(view))

    def _of_chunk(self, chunk: SourceChunk, state: ReviewState, homes: Homes) -> tuple[Finding, ...]:
        fates = {entry.id: fate(entry.id, state, homes) for entry in chunk.entries}
        blocks = {entry.id: block for entry in chunk.entries if (block := homes.first(entry.id)) is not None}
        doubles = {entry.id: homes.blocks(entry.id) for entry in chunk.entries if homes.is_double(entry.id)}
        wanted = _measure(entry for entry in chunk.entries if fates[entry.id] not in _NOT_WANTED)
        self._wanted += wanted - self._wanted_of.get(chunk.key, Measure())
        self._wanted_of[chunk.key] = wanted
        view = ChunkView(state.episode, chunk, self._following.get(chunk.key), fates, blocks, doubles)
        return tuple(finding for check in self._chunk_checks for finding in check.find(view))


def _measure(items: Iterable[Entry | Block]) -> Measure:
    return sum((Measure(int(item.kind is Kind.NOTE), len(item.text)) for item in items), Measure())


def of_sources(
    checks: Sequence[Check],
    episode: Episode,
    merges: Iterable[Merge],
    clocks: Mapping[ChunkKey, int] | None = None,
    transcript: Sequence[Cue] = (),
) -> tuple[Finding, ...]:
    """The findings about the sources by themselves, with every merge pending."""
    found: list[Finding] = []
    after = following(episode)
    for check in checks:
        match check:
            case SourcesCheck():
                found += check.find(SourcesView(episode, {}, clocks or {}, transcript))
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
