"""All findings of a review, kept up to date by identity: only the checks whose chapters or chunks changed run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.checks.catalogue import Catalogue, News, Place, numbered
from core.checks.finding import (
    ChapterCheck,
    ChapterView,
    Check,
    ChunkCheck,
    ChunkView,
    Finding,
    HeadCheck,
    HeadsCheck,
    Measure,
    MergeCheck,
    SourcesCheck,
    SourcesView,
    Start,
    WholeCheck,
    WholeView,
)
from core.checks.heads import Heads
from core.checks.homes import Changed, Homes, fate
from core.checks.names import names_in
from core.checks.repeated import twins
from core.detection.repeats import repeats
from core.model import (
    Block,
    Chapter,
    ChunkKey,
    Document,
    Entry,
    EntryId,
    Episode,
    Fate,
    ItemId,
    Kind,
    Merge,
    ReviewState,
    SourceChunk,
    walk,
)
from core.reading.transcript import Cue
from core.text.normalise import composed
from core.work import Work, finished

_NOT_WANTED = frozenset({Fate.MERGED, Fate.DROPPED})
_SOURCES, _CHUNK, _WHOLE, _HEADS, _HEAD, _CHAPTER = range(6)  # the scopes, in the order in which findings are told


class Findings:
    """The findings about sources, document and merges; ``update`` follows an edit.

    ``making`` runs the checks for the first time.
    """

    def __init__(self, checks: Sequence[Check], state: ReviewState, homes: Homes, *, start: Start) -> None:
        self._chunk_checks = [check for check in checks if isinstance(check, ChunkCheck) and check.is_live]
        self._chapter_checks = [check for check in checks if isinstance(check, ChapterCheck)]
        self._whole_checks = [check for check in checks if isinstance(check, WholeCheck)]
        self._sources_checks = [check for check in checks if isinstance(check, SourcesCheck) and check.is_live]
        self._state, self._homes, self._start = state, homes, start
        self._transcript: Sequence[Cue] = ()
        self._names: frozenset[str] | None = None
        self._clocks: Mapping[ChunkKey, int] = {}
        self._written_in: dict[ItemId, Measure] = {}
        self._wanted_of: dict[ChunkKey, Measure] = {}
        self._written = self._wanted = Measure()
        self._heads = Heads(checks, state.episode, start)
        self._catalogue = Catalogue(self._place)
        self._merges: tuple[Finding, ...] = ()
        self._all: tuple[Finding, ...] | None = None
        self._order: dict[ChunkKey, int] = {}
        self._following: Mapping[ChunkKey, SourceChunk | None] = {}
        self._copies: Mapping[ChunkKey, ChunkKey] = {}
        self._take_chunks(state.episode)

    @classmethod
    def making(
        cls,
        checks: Sequence[Check],
        state: ReviewState,
        homes: Homes,
        *,
        start: Document | None = None,
        transcript: Sequence[Cue] = (),
    ) -> Work[Findings]:
        """Run the checks on a state, a piece at a time."""
        begun = yield from Start.making(start or state.document)
        findings = cls(checks, state, homes, start=begun)
        findings._transcript = transcript
        yield from findings._run()
        return findings

    def set_merges(self, merges: tuple[Finding, ...], clocks: Mapping[ChunkKey, int]) -> None:
        """Take what is told of merges, whose ids are like no others, and the offsets that set chunks' clocks right."""
        self._merges, self._all = merges, None
        if clocks != self._clocks:
            self._clocks = clocks
            finished(self._judge_sources())

    def update(self, after: ReviewState, changed: Changed, homes: Homes) -> None:
        """Follow an edit; ``changed.entries`` are those whose home or fate may differ."""
        finished(self.updating(after, changed, homes))

    def updating(self, after: ReviewState, changed: Changed, homes: Homes) -> Work[None]:
        """The same, a piece at a time; meanwhile ``homes`` stays as it is, and nothing is asked but ``of_chapter``."""
        before, self._state, self._homes, self._all = self._state, after, homes, None
        entries = after.episode.entries
        stale = {entries[entry].chunk for entry in changed.entries if entry in entries}
        if before.episode is not after.episode:
            stale |= self._take_chunks(after.episode)
            known, self._copies = self._copies, (yield from repeats(after.episode.chunks))
            stale |= {key for key in self._order if known.get(key) != self._copies.get(key)}
        if before.episode is not after.episode or before.offsets != after.offsets:
            yield from self._judge_sources()
        stale |= {copy for copy, original in self._copies.items() if original in stale}
        for key in stale:
            yield 0.0
            self._judge_chunk(after.episode.by_key[key])
        for gone in {chapter.id for chapter in changed.gone} - {chapter.id for chapter in changed.chapters}:
            self._written -= self._written_in.pop(gone)
            self._catalogue.put((_CHAPTER, gone), ())
        for chapter in changed.chapters:
            yield 0.5
            self._judge_chapter(chapter)
        yield from self._judge_heads()

    def news(self) -> News:
        """What came and went since this was last asked; what is told of merges is no part of it."""
        return self._catalogue.news()

    def all(self) -> tuple[Finding, ...]:
        """Every finding, each with an id of its own: about the merges, the sources, the document."""
        if self._all is None:
            self._all = (*self._merges, *self._catalogue.all())
        return self._all

    def of_chapter(self, chapter: ItemId) -> tuple[Finding, ...]:
        """The findings about what one chapter holds; equal ones share an id here."""
        return self._catalogue.at((_CHAPTER, chapter))

    def _run(self) -> Work[None]:
        chunks, chapters = self._state.episode.chunks, self._state.document.chapters
        if self._state.document.is_brought:  # notes may be reworded
            self._names = yield from names_in(self._state.episode)
        self._copies = yield from repeats(chunks)
        yield from self._judge_sources()
        for at, chunk in enumerate(chunks):
            yield 0.2 + 0.3 * at / len(chunks)
            self._judge_chunk(chunk)
        for at, chapter in enumerate(chapters):
            yield 0.5 + 0.5 * at / len(chapters)
            self._judge_chapter(chapter)
        yield from self._judge_heads()

    def _take_chunks(self, episode: Episode) -> set[ChunkKey]:
        """Take the chunks of an episode; the result are those to be judged again."""
        known, after = self._following, following(episode)
        self._following, self._order = after, {chunk.key: at for at, chunk in enumerate(episode.chunks)}
        for gone in known.keys() - after.keys():
            self._wanted -= self._wanted_of.pop(gone)
            self._catalogue.put((_CHUNK, gone), ())
        self._names = None
        return {key for key, next_one in after.items() if key not in known or known[key] is not next_one}

    def _judge_sources(self) -> Work[None]:
        state = self._state
        view = SourcesView(state.episode, state.offsets, self._clocks, self._transcript)
        found: list[Finding] = []
        for check in self._sources_checks:
            for finding in check.find(view):
                yield 0.1
                if finding is not None:
                    found.append(finding)
        self._catalogue.put((_SOURCES, ""), found)

    def _judge_chunk(self, chunk: SourceChunk) -> None:
        state, homes, ids = self._state, self._homes, [entry.id for entry in chunk.entries]
        fates = {entry: fate(entry, state, homes) for entry in ids}
        blocks = {entry: block for entry in ids if (block := homes.first(entry)) is not None}
        doubles = {entry: homes.blocks(entry) for entry in ids if homes.is_double(entry)}
        wanted = _measure(entry for entry in chunk.entries if fates[entry.id] not in _NOT_WANTED)
        self._wanted += wanted - self._wanted_of.get(chunk.key, Measure())
        self._wanted_of[chunk.key] = wanted
        original = state.episode.by_key[self._copies[chunk.key]] if chunk.key in self._copies else None
        beside = self._beside(original, chunk) if original else ()
        after = self._following[chunk.key]
        view = ChunkView(state.episode, chunk, after, fates, blocks, doubles, original, beside)
        self._catalogue.put((_CHUNK, chunk.key), (f for check in self._chunk_checks for f in check.find(view)))

    def _beside(self, original: SourceChunk, copy: SourceChunk) -> Sequence[Block]:
        """The blocks of a copy's entries, where the entries that they copy stand in other blocks."""
        homes = self._homes
        pairs = ((homes.first(twin), homes.first(entry)) for twin, entry in twins(original, copy))
        return [own for theirs, own in pairs if theirs and own and own.id != theirs.id]

    def _judge_chapter(self, chapter: Chapter) -> None:
        written = _measure(block for _, block in walk(chapter.blocks))
        self._written += written - self._written_in.get(chapter.id, Measure())
        self._written_in[chapter.id] = written
        view = ChapterView(self._state.episode, chapter, self._start, self._state.offsets, self._known_names)
        self._catalogue.put((_CHAPTER, chapter.id), (f for check in self._chapter_checks for f in check.find(view)))

    def _judge_heads(self) -> Work[None]:
        """Judge the chapter heads, and the whole."""
        state, catalogue = self._state, self._catalogue
        self._heads.episode = state.episode
        for chapter, found in self._heads.follow(state.document.chapters, self._homes):
            catalogue.put((_HEAD, chapter), found)
            yield 1.0
        whole = WholeView(state.episode, state.document, self._start, self._written, self._wanted)
        catalogue.put((_WHOLE, ""), (finding for check in self._whole_checks for finding in check.find(whole)))
        together = self._heads.together(whole, self._homes)
        if together is not None:
            catalogue.put((_HEADS, ""), together)

    def _known_names(self) -> frozenset[str]:
        if self._names is None:
            self._names = finished(names_in(self._state.episode))
        return self._names

    def _place(self, place: Place) -> tuple[int, int]:
        """Where findings are told: those about chunks and chapters in the order of these."""
        scope, key = place
        if scope == _CHUNK:
            return scope, self._order[ChunkKey(key)]
        return scope, self._homes.place(ItemId(key)) if scope in (_HEAD, _CHAPTER) else 0


def _measure(items: Iterable[Entry | Block]) -> Measure:
    return sum((Measure(int(item.kind is Kind.NOTE), len(composed(item.text))) for item in items), Measure())


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
                told = check.find(SourcesView(episode, {}, clocks or {}, transcript))
                found += (finding for finding in told if finding is not None)
            case ChunkCheck():
                for chunk in episode.chunks:
                    fates: Mapping[EntryId, Fate] = {entry.id: Fate.KEPT for entry in chunk.entries}
                    homes: Mapping[EntryId, Block] = {}
                    found += check.find(ChunkView(episode, chunk, after[chunk.key], fates, homes))
            case MergeCheck():
                found += (check.find(episode, merge) for merge in merges)
            case ChapterCheck() | HeadCheck() | HeadsCheck() | WholeCheck():
                pass  # there is no document yet
    return numbered(found)


def following(episode: Episode) -> Mapping[ChunkKey, SourceChunk | None]:
    """For each chunk the next one that holds entries."""
    found: dict[ChunkKey, SourceChunk | None] = {}
    after: SourceChunk | None = None
    for chunk in reversed(episode.chunks):
        found[chunk.key] = after
        if chunk.entries:
            after = chunk
    return found
