"""The edits: small values, each a line of the log.

An edit holds results (ids, places, words), never a question. ``apply`` reads the state and the edit alone and finds
nothing by time or likeness, so a replayed log means the same in every version. What is clever (which wording, which
place, "at its time") sits in functions that *make* edits (core.stitching); those may improve at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import combinations

from core.editing.edit import Edit, Labelled
from core.editing.revisions import remapped, with_chunk
from core.editing.writable import check_block, check_chunk, check_depth, check_line, check_time, check_title
from core.errors import EditError
from core.messages import Message
from core.model import Block, Chapter, ChunkKey, EntryId, FindingId, ItemId, Kind, ReviewState, SourceChunk


@dataclass(frozen=True, slots=True)
class Absorb(Labelled):
    """Accept a merge, take a wording, merge by hand, join: ``keep`` stays where it is and takes all children."""

    says = Message("merge")
    keep: ItemId
    absorb: tuple[ItemId, ...]
    text: str
    speaker: str | None
    words_of: EntryId | None  # whose wording this is, None: the editor's

    def apply(self, state: ReviewState) -> ReviewState:
        document, orphans = state.document, list[Block]()
        members = [document.block(document.find(item)) for item in (self.keep, *self.absorb)]
        if len({member.kind for member in members}) > 1 or len({member.id for member in members}) < len(members):
            raise EditError(Message("only different items of one kind can be merged"))
        check_block(members[0].kind, members[0].time_s, self.text, self.speaker)
        for path in sorted(map(document.find, self.absorb), reverse=True):  # the deepest first
            children = document.block(path).children
            orphans += [child for child in children if child.id != self.keep]
            document = document.spliced(path, *(child for child in children if child.id == self.keep))
        path = document.find(self.keep)  # fails if it lay deeper beneath one that goes: keep the upper one then
        own_s = members[0].time_s or 0  # a child without a time counts as its parent
        united = sorted(
            (*document.block(path).children, *orphans), key=lambda c: own_s if c.time_s is None else c.time_s
        )
        is_edited = not any(member.text == self.text and not member.is_edited for member in members)
        sources = sorted(
            dict.fromkeys(e for member in members for e in member.sources), key=lambda e: e != self.words_of
        )
        kept = replace(members[0], text=self.text, speaker=self.speaker, is_edited=is_edited)
        kept = replace(kept, sources=tuple(sources), children=tuple(united))
        check_depth(kept, len(path) - 2)
        return replace(state, document=document.spliced(path, kept))


@dataclass(frozen=True, slots=True)
class KeepApart(Labelled):
    """Reject a merge: these entries do not say the same."""

    says = Message("keep both")
    entries: tuple[EntryId, ...]

    def apply(self, state: ReviewState) -> ReviewState:
        _check_entries(state, self.entries)
        return replace(state, apart=state.apart | {frozenset(pair) for pair in combinations(self.entries, 2)})


@dataclass(frozen=True, slots=True)
class Rewrite(Labelled):
    """Edit the words, retime, go back to a source's words, restore a speaker."""

    says = Message("edit")
    block: ItemId
    time_s: int | None
    text: str
    speaker: str | None

    def apply(self, state: ReviewState) -> ReviewState:
        document, path = state.document, state.document.find(self.block)
        old = document.block(path)
        check_block(old.kind, self.time_s, self.text, self.speaker)
        is_edited = old.is_edited or (old.text, old.speaker) != (self.text, self.speaker)
        own = state.episode.entries.get(old.sources[0]) if old.sources else None
        if own is not None and (own.text, own.speaker) == (self.text, self.speaker):
            is_edited = False  # back to the source's own words
        new = replace(old, time_s=self.time_s, text=self.text, speaker=self.speaker, is_edited=is_edited)
        return replace(state, document=document.spliced(path, new))


@dataclass(frozen=True, slots=True)
class Cite(Labelled):
    """Say which entries a block stands for: correct an alignment, undo a merge together with Insert."""

    says = Message("correct the sources")
    block: ItemId
    sources: tuple[EntryId, ...]

    def apply(self, state: ReviewState) -> ReviewState:
        _check_entries(state, self.sources)
        document, path = state.document, state.document.find(self.block)
        document = document.spliced(path, replace(document.block(path), sources=self.sources))
        dropped = {entry: why for entry, why in state.dropped.items() if entry not in self.sources}
        return replace(state, document=document, dropped=dropped)


@dataclass(frozen=True, slots=True)
class Place(Labelled):
    """Move a block with its children: up, down, in, out, to its time, to another chapter."""

    says = Message("move")
    block: ItemId
    parent: ItemId
    before: ItemId | None

    def apply(self, state: ReviewState) -> ReviewState:
        path = state.document.find(self.block)
        moved, rest = state.document.block(path), state.document.spliced(path)
        if not rest.has(self.before or self.parent):
            raise EditError(Message("an item cannot be moved into itself"))
        document = rest.placed(moved, self.parent, self.before)
        check_depth(moved, len(document.find(self.block)) - 2)
        return replace(state, document=document)


@dataclass(frozen=True, slots=True)
class Insert(Labelled):
    """Write a new block; bring in a source entry; restore a lost, dropped or merged one."""

    says = Message("add")
    parent: ItemId
    before: ItemId | None
    kind: Kind
    time_s: int | None
    text: str
    speaker: str | None = None
    sources: tuple[EntryId, ...] = ()

    def apply(self, state: ReviewState) -> ReviewState:
        _check_entries(state, self.sources)
        check_block(self.kind, self.time_s, self.text, self.speaker)
        number = state.document.next_id
        block = Block(ItemId(f"b{number}"), self.kind, self.time_s, self.text, self.speaker, self.sources)
        document = replace(state.document.placed(block, self.parent, self.before), next_id=number + 1)
        check_depth(block, len(document.find(block.id)) - 2)
        dropped = {entry: why for entry, why in state.dropped.items() if entry not in self.sources}
        return replace(state, document=document, dropped=dropped)


@dataclass(frozen=True, slots=True)
class Drop(Labelled):
    """Take a block out; children move up into its place; sources with no other home are dropped for the reason."""

    says = Message("drop")
    block: ItemId
    reason: str

    def apply(self, state: ReviewState) -> ReviewState:
        path = state.document.find(self.block)
        gone = state.document.block(path)
        document = state.document.spliced(path, *gone.children)
        homeless = (entry for entry in gone.sources if not document.homes(entry))
        return replace(state, document=document, dropped={**state.dropped, **dict.fromkeys(homeless, self.reason)})


@dataclass(frozen=True, slots=True)
class ShiftChunk(Labelled):
    """Correct a chunk's clock: its blocks move in time (Place them after), and detection reads it so from now on."""

    says = Message("correct the clock")
    chunk: ChunkKey
    by_s: int

    def apply(self, state: ReviewState) -> ReviewState:
        if self.chunk not in state.episode.by_key:
            raise EditError(Message("chunk {chunk} is not part of the episode", {"chunk": self.chunk}))

        def shifted(block: Block) -> Block:
            is_its = any(state.episode.entries[entry].chunk == self.chunk for entry in block.sources[:1])
            time_s = block.time_s + self.by_s if is_its and block.time_s is not None else block.time_s
            check_time(time_s)
            children = tuple(map(shifted, block.children))
            return (
                block if not is_its and children == block.children else replace(block, time_s=time_s, children=children)
            )

        chapters = (replace(c, blocks=tuple(map(shifted, c.blocks))) for c in state.document.chapters)
        offsets = {**state.offsets, self.chunk: state.offsets.get(self.chunk, 0) + self.by_s}
        return replace(state, document=replace(state.document, chapters=tuple(chapters)), offsets=offsets)


@dataclass(frozen=True, slots=True)
class ReviseChunk(Labelled):
    """Another revision takes a chunk's place, or a chunk comes in; what was decided moves to the entries that answer.

    It holds the lines and what was read in them, so that a replay needs no reader. Blocks that stand for nothing after
    it, and entries without a block, are left to edits of the same Batch.
    """

    says = Message("revise chunk")
    old: ChunkKey | None  # None: no chunk gives way
    new: SourceChunk  # its key was never one of the episode's
    moved: Mapping[EntryId, EntryId] = field(default_factory=dict[EntryId, EntryId])  # old to new, one to one
    before: ChunkKey | None = None  # where a chunk comes in that takes no other's place; None: behind all
    offset_s: int = 0  # the clock offset of the new revision

    def apply(self, state: ReviewState) -> ReviewState:
        check_chunk(self.new)
        episode = with_chunk(state.episode, self.old, self.new, self.before)
        own = [] if self.old is None else [entry.id for entry in state.episode.by_key[self.old].entries]
        targets = set(self.moved.values())
        if not self.moved.keys() <= set(own) or not targets <= {entry.id for entry in self.new.entries}:
            raise EditError(Message("a revision maps entries that are not the chunk's"))
        if len(targets) < len(self.moved):
            raise EditError(Message("two entries cannot become one by a revision; merge them"))
        offsets = {key: by_s for key, by_s in state.offsets.items() if key != self.old}
        if self.offset_s:
            offsets[self.new.key] = self.offset_s
        return remapped(state, episode, {entry: self.moved.get(entry) for entry in own}, offsets)


@dataclass(frozen=True, slots=True)
class OpenChapter(Labelled):
    """Begin an empty chapter, for what is to come into it."""

    says = Message("add chapter")
    before: ItemId | None  # a chapter; None: behind all others
    title: str

    def apply(self, state: ReviewState) -> ReviewState:
        check_title(self.title)
        document, number = state.document, state.document.next_id
        at = len(document.chapters) if self.before is None else document.chapter_at(self.before)
        document = document.with_chapters(at, Chapter(ItemId(f"c{number}"), self.title, ()), count=0)
        return replace(state, document=replace(document, next_id=number + 1))


@dataclass(frozen=True, slots=True)
class RenameChapter(Labelled):
    """Give a chapter another title."""

    says = Message("rename chapter")
    chapter: ItemId
    title: str

    def apply(self, state: ReviewState) -> ReviewState:
        check_title(self.title)
        at = state.document.chapter_at(self.chapter)
        new = replace(state.document.chapters[at], title=self.title, stated=None)
        return replace(state, document=state.document.with_chapters(at, new))


@dataclass(frozen=True, slots=True)
class SplitChapter(Labelled):
    """Begin a new chapter before a block."""

    says = Message("split chapter")
    before: ItemId  # a block that stands in the chapter itself, and not as its first
    title: str

    def apply(self, state: ReviewState) -> ReviewState:
        check_title(self.title)
        match state.document.find(self.before):
            case (c, at) if at:
                old, number = state.document.chapters[c], state.document.next_id
                new = Chapter(ItemId(f"c{number}"), self.title, old.blocks[at:])
                document = state.document.with_chapters(c, replace(old, blocks=old.blocks[:at], stated=None), new)
                return replace(state, document=replace(document, next_id=number + 1))
            case _:
                raise EditError(Message("a chapter is split between two items that stand in it"))


@dataclass(frozen=True, slots=True)
class JoinChapter(Labelled):
    """Join a chapter with the one before it."""

    says = Message("join chapters")
    chapter: ItemId

    def apply(self, state: ReviewState) -> ReviewState:
        at = state.document.chapter_at(self.chapter)
        if not at:
            raise EditError(Message("there is no chapter before the first"))
        above, old = state.document.chapters[at - 1 : at + 1]
        new = replace(above, blocks=above.blocks + old.blocks, stated=None)
        return replace(state, document=state.document.with_chapters(at - 1, new, count=2))


@dataclass(frozen=True, slots=True)
class SetHead(Labelled):
    """Set the title and the summary lines."""

    says = Message("edit title and summary")
    title: str
    summary: tuple[str, ...]

    def apply(self, state: ReviewState) -> ReviewState:
        for line in (self.title, *self.summary):
            check_line(line)
        return replace(state, document=replace(state.document, title=self.title, summary=self.summary))


@dataclass(frozen=True, slots=True)
class Dismiss(Labelled):
    """Say of a finding that it is all right as it is."""

    says = Message("dismiss")
    finding: FindingId
    reason: str

    def apply(self, state: ReviewState) -> ReviewState:
        return replace(state, dismissed={**state.dismissed, self.finding: self.reason})


@dataclass(frozen=True, slots=True)
class Batch:
    """One undo step of many: certain ones, replace all, a clock offset, a note split in two."""

    label: Message
    edits: tuple[Edit, ...]

    def apply(self, state: ReviewState) -> ReviewState:
        return reduce(lambda before, edit: edit.apply(before), self.edits, state)


def _check_entries(state: ReviewState, entries: tuple[EntryId, ...]) -> None:
    for entry in entries:
        if entry not in state.episode.entries:
            raise EditError(Message("{entry} is not an entry of the episode", {"entry": entry}))


_WORDS = (Absorb, KeepApart, Rewrite, Cite, Place, Insert, Drop, ShiftChunk, ReviseChunk)
_FRAME = (OpenChapter, RenameChapter, SplitChapter, JoinChapter, SetHead, Dismiss, Batch)
EDITS: Mapping[str, type[Edit]] = {edit.__name__: edit for edit in (*_WORDS, *_FRAME)}
