"""What an editor decided, apart from any session: so that a document can be checked later by what was decided on it.

Entries are named by chunk, line and words, blocks by their words, so that a file of decisions outlives line changes.
Nothing of it stands in the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from core.model import (
    Block,
    Chapter,
    ChunkKey,
    Document,
    EntryId,
    Episode,
    FindingId,
    ItemId,
    Kind,
    ReviewState,
    Role,
    SourceChunk,
    blocks_of,
    walk,
)
from core.reading.revisions import root_of
from core.stitching.align import with_sources

_Key = tuple[str, int | None, str, str | None]


@dataclass(frozen=True, slots=True)
class EntryName:
    """An entry, as it is found again: by chunk and line if the words are still there, else by the words."""

    chunk: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says."""

    kind: str
    time_s: int | None
    text: str
    speaker: str | None

    @property
    def key(self) -> _Key:
        """Blocks with equal keys say the same."""
        return self.kind, self.time_s, self.text, self.speaker


@dataclass(frozen=True, slots=True)
class BlockDecision:
    """A block of the document, what it stands for, and what it was before anybody decided; None if it was added."""

    now: Said
    was: Said | None
    sources: tuple[EntryName, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one document."""

    title_was: str
    titles_were: Mapping[str, str]  # of chapters that were given another title or made
    blocks: tuple[BlockDecision, ...]
    dropped: tuple[tuple[EntryName, str], ...]
    apart: tuple[tuple[EntryName, EntryName], ...]
    offsets: Mapping[int, int]
    dismissed: Mapping[FindingId, str]
    revised: tuple[tuple[SourceChunk | None, SourceChunk], ...] = ()
    """Chunks that others took the place of, as they were read at first (None: one came in), and those of then."""

    def sources_in(self, episode: Episode) -> Episode:
        """The sources that were decided on: with the revisions of chunks that are still as they were read at first."""
        chunks = list(episode.chunks)
        for was, now in self.revised:
            at = next((n for n, chunk in enumerate(chunks) if chunk.number == now.number), None)
            if was is None and at is None:
                behind = (n for n, chunk in enumerate(chunks) if chunk.number > now.number)
                chunks.insert(next(behind, len(chunks)), now)
            elif was is not None and at is not None and _told(chunks[at]) == _told(was):
                chunks[at] = now
        return replace(episode, chunks=tuple(chunks))

    def apart_in(self, episode: Episode) -> frozenset[frozenset[EntryId]]:
        """The pairs that were kept apart, as far as they are entries of an episode."""
        if not self.apart:
            return frozenset()
        find = _Finder(episode)
        return frozenset(frozenset(pair) for names in self.apart if len(pair := set(find.all(names))) == 2)

    def offsets_in(self, episode: Episode) -> Mapping[ChunkKey, int]:
        """The clock offsets by the keys of an episode."""
        keys = {chunk.number: chunk.key for chunk in episode.chunks}
        return {keys[number]: by_s for number, by_s in self.offsets.items() if number in keys}


def decisions_of(state: ReviewState, start: Document, sources: Episode | None = None) -> Decisions:
    """The decisions that lead from a document as it was at first to the state; ``sources`` as they were at first."""
    episode = state.episode
    were = {block.id: block for block in blocks_of(start)}
    titles = {chapter.id: chapter.title for chapter in start.chapters}
    numbers = {chunk.key: chunk.number for chunk in episode.chunks}
    return Decisions(
        start.title,
        {c.title: titles.get(c.id, "") for c in state.document.chapters if titles.get(c.id) != c.title},
        tuple(
            BlockDecision(
                _said(block),
                _said(were[block.id]) if block.id in were else None,
                tuple(_name(episode, source) for source in block.sources),
            )
            for block in blocks_of(state.document)
        ),
        tuple((_name(episode, entry), reason) for entry, reason in state.dropped.items()),
        tuple((_name(episode, one), _name(episode, other)) for one, other in map(sorted, state.apart)),
        {numbers[key]: by_s for key, by_s in state.offsets.items() if by_s},
        dict(state.dismissed),
        tuple(_revised(sources, episode)) if sources else (),
    )


def _revised(first: Episode, now: Episode) -> Iterator[tuple[SourceChunk | None, SourceChunk]]:
    for chunk in now.chunks:
        if first.by_key.get(chunk.key) != chunk:
            yield first.by_key.get(root_of(chunk.key)), chunk


def _told(chunk: SourceChunk) -> list[str]:
    """What a chunk says, wherever it was read from."""
    lines = zip(chunk.lines, chunk.roles, strict=True)
    return [line.strip() for line, role in lines if role not in (Role.BLANK, Role.SEPARATOR)]


def knows_all(decisions: Decisions, document: Document) -> bool:
    """Whether the decisions speak of every block of the document."""
    return len(_known(document, decisions)) == sum(1 for _ in blocks_of(document))


def decided(brought: ReviewState, decisions: Decisions) -> tuple[ReviewState, ReviewState]:
    """The state of a brought document after the decisions, and before them.

    Blocks that the decisions know take their sources from them, in order; the others keep what alignment gave them.
    """
    find = _Finder(brought.episode)
    known = _known(brought.document, decisions)
    sources = {block.id: block.sources for block in blocks_of(brought.document)}
    sources |= {item: tuple(find.all(one.sources)) for item, one in known.items()}
    now = replace(
        brought,
        document=with_sources(brought.document, sources),
        dropped={entry: why for name, why in decisions.dropped for entry in find.all((name,))},
        apart=decisions.apart_in(brought.episode),
        dismissed=decisions.dismissed,
        offsets=decisions.offsets_in(brought.episode),
    )
    homeless = {entry: why for entry, why in now.dropped.items() if not now.document.homes(entry)}
    return replace(now, dropped=homeless), replace(brought, document=_start(now.document, decisions, known))


def _said(block: Block) -> Said:
    return Said(block.kind.name, block.time_s, block.text, block.speaker)


def _name(episode: Episode, entry: EntryId) -> EntryName:
    own = episode.entries[entry]
    return EntryName(episode.by_key[own.chunk].number, own.line, own.text)


def _known(document: Document, decisions: Decisions) -> Mapping[ItemId, BlockDecision]:
    """The blocks that the decisions speak of: equal ones in their order."""
    waiting: defaultdict[_Key, list[BlockDecision]] = defaultdict(list)
    for decision in reversed(decisions.blocks):
        waiting[decision.now.key].append(decision)
    return {block.id: waiting[key].pop() for block in blocks_of(document) if waiting[key := _said(block).key]}


def _start(document: Document, decisions: Decisions, known: Mapping[ItemId, BlockDecision]) -> Document:
    """The document before the decisions; only what its parts said counts, not where they stood."""

    def before(chapter: Chapter) -> Iterator[Block]:
        for _, block in walk(chapter.blocks):
            if block.id not in known:
                yield replace(block, children=())
            elif (was := known[block.id].was) is not None:
                yield Block(block.id, Kind[was.kind], was.time_s, was.text, was.speaker, block.sources)

    titles = decisions.titles_were
    chapters = tuple(
        replace(chapter, title=titles.get(chapter.title, chapter.title), blocks=tuple(before(chapter)))
        for chapter in document.chapters
    )
    return replace(document, title=decisions.title_was, chapters=chapters)


class _Finder:
    """Finds entries by their names."""

    def __init__(self, episode: Episode) -> None:
        self._at: dict[tuple[int, int], tuple[EntryId, str]] = {}
        self._of_text: dict[str, EntryId] = {}
        for chunk in reversed(episode.chunks):
            for entry in reversed(chunk.entries):
                self._at[chunk.number, entry.line] = entry.id, entry.text
                self._of_text[entry.text] = entry.id

    def all(self, names: Iterable[EntryName]) -> list[EntryId]:
        """Those of the entries that still exist."""
        return list(dict.fromkeys(chain.from_iterable(map(self._one, names))))

    def _one(self, name: EntryName) -> Iterator[EntryId]:
        entry, text = self._at.get((name.chunk, name.line), (None, ""))
        if entry is not None and text == name.text:
            yield entry
        elif name.text in self._of_text:
            yield self._of_text[name.text]
