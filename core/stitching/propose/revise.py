"""Edits that bring another revision of a chunk into the document.

What stood for its entries follows, what is new comes in at its time, what is gone goes; what a person wrote stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from core.editing.edits import Drop, Edit, Insert, OpenChapter, Place, RenameChapter, ReviseChunk, Rewrite, SplitChapter
from core.errors import EditError
from core.model import Block, ChunkKey, Entry, EntryId, ItemId, Kind, ReviewState, SourceChunk
from core.stitching.candidate import candidate, chapter_title
from core.stitching.families import Branch, families
from core.stitching.propose.places import chapter_for, id_at, move_to_its_time, place_in_time


@dataclass(slots=True)
class Revised:
    """The edits so far, and the state after them."""

    state: ReviewState
    edits: list[Edit] = field(default_factory=list[Edit])
    new: list[Entry] = field(default_factory=list[Entry])  # entries that came in as blocks of their own
    gone: list[Block] = field(default_factory=list[Block])  # blocks that went with their entries
    left: list[Block] = field(default_factory=list[Block])  # blocks that stay without a source: a person's words

    def do(self, edit: Edit | None) -> bool:
        """Take an edit in, unless it is refused."""
        if edit is None:
            return False
        with suppress(EditError):  # such an entry is lost then, and a finding says so
            self.state = edit.apply(self.state)
            self.edits.append(edit)
            return True
        return False


def revise_chunk(
    state: ReviewState,
    old: ChunkKey | None,
    new: SourceChunk,
    moved: Mapping[EntryId, EntryId],
    *,
    before: ChunkKey | None = None,
    offset_s: int = 0,
) -> Revised:
    """All that has to be done, see ReviseChunk; raises EditError where the chunk cannot come in."""
    revise = ReviseChunk(old, new, moved, before, offset_s)
    revised = Revised(revise.apply(state), [revise])
    standing = _standing(state, old)
    for block in standing:
        _follow(revised, state, block)
    if not revised.state.document.chapters and new.entries:
        first = candidate(revised.state.episode, revised.state.offsets).chapters[0]
        revised.do(OpenChapter(None, first.title))
    _bring_in(revised, new, frozenset(moved.values()))
    _drop(revised, standing, new)
    if old is None or not state.episode.by_key[old].entries:
        _open_chapters(revised, new)
    return revised


def _standing(state: ReviewState, chunk: ChunkKey | None) -> list[Block]:
    """The blocks that stand for an entry of the chunk."""
    entries = () if chunk is None else state.episode.by_key[chunk].entries
    items = dict.fromkeys(home for entry in entries for home in state.document.homes(entry.id))
    return [_block(state, item) for item in items]


def _block(state: ReviewState, item: ItemId) -> Block:
    return state.document.block(state.document.find(item))


def _follow(revised: Revised, before: ReviewState, was: Block) -> None:
    """Words and time that were the first source's are those of the first source of now."""
    now = _block(revised.state, was.id)
    if not now.sources or now.sources[0] == was.sources[0]:
        return
    old, new = before.episode.entries[was.sources[0]], revised.state.episode.entries[now.sources[0]]
    has_its_words = not was.is_edited and (was.text, was.speaker) == (old.text, old.speaker)
    words = (new.text, new.speaker) if has_its_words else (was.text, was.speaker)
    time_s = _time_s(revised.state, new) if was.time_s == _time_s(before, old) else was.time_s
    if (*words, time_s) == (now.text, now.speaker, now.time_s):
        return
    if revised.do(Rewrite(now.id, time_s, *words)) and time_s != was.time_s:
        revised.do(_moved(revised.state, now.id))


def _moved(state: ReviewState, item: ItemId) -> Edit | None:
    """To its time where it stands out of order now; a later second alone is no reason to leave a chapter."""
    path = state.document.find(item)
    chapter = state.document.chapters[path[0]]
    siblings = chapter.blocks if len(path) == 2 else state.document.block(path[:-1]).children
    times = [block.time_s for block in siblings[max(0, path[-1] - 1) : path[-1] + 2] if block.time_s is not None]
    return None if times == sorted(times) else move_to_its_time(state, item)


def _time_s(state: ReviewState, entry: Entry) -> int | None:
    return None if entry.time_s is None else max(0, entry.time_s + state.offsets.get(entry.chunk, 0))


def _bring_in(revised: Revised, chunk: SourceChunk, known: frozenset[EntryId]) -> None:
    """Blocks for the entries that answer to none of the old ones; a note goes beneath its parent's block."""
    tops, quotes = families(chunk, revised.state.offsets.get(chunk.key, 0))
    items: list[tuple[Entry, int, Entry | None]] = [item for top in tops for item in _below(top, None)]
    items += [(entry, time_s, None) for time_s, entry in quotes]
    for entry, time_s, parent in items:
        if entry.id in known:
            continue
        own = Block(ItemId(""), entry.kind, time_s, entry.text)
        over, siblings = _beneath(revised.state, parent) or _in_chapter(revised.state, chunk, entry, own)
        at = id_at(siblings, place_in_time(siblings, own))
        time_of = _time_s(revised.state, entry)
        if revised.do(Insert(over, at, entry.kind, time_of, entry.text, entry.speaker, (entry.id,))):
            revised.new.append(entry)


def _below(branch: Branch, parent: Entry | None) -> Iterator[tuple[Entry, int, Entry | None]]:
    yield branch.entry, branch.time_s, parent
    for child in branch.branches:
        yield from _below(child, branch.entry)


def _beneath(state: ReviewState, parent: Entry | None) -> tuple[ItemId, tuple[Block, ...]] | None:
    """The note that stands for the parent, with its children."""
    homes = state.document.homes(parent.id) if parent else ()
    if not homes:
        return None
    block = _block(state, homes[0])
    return (block.id, block.children) if block.kind is Kind.NOTE else None


def _in_chapter(state: ReviewState, chunk: SourceChunk, entry: Entry, block: Block) -> tuple[ItemId, tuple[Block, ...]]:
    """The chapter that has the entries before and behind it, else the one of its time."""
    homes = [(other.line, home) for other in chunk.entries for home in state.document.homes(other.id)[:1]]
    above, below = [h for line, h in homes if line < entry.line], [h for line, h in homes if line > entry.line]
    around = {state.document.find(home)[0] for home in (*above[-1:], *below[:1])}
    is_between = bool(above and below) and len(around) == 1
    chapter = state.document.chapters[around.pop() if is_between else chapter_for(state.document, block)]
    return chapter.id, chapter.blocks


def _drop(revised: Revised, standing: list[Block], new: SourceChunk) -> None:
    """Blocks that stand for nothing now go; children that the new revision has beneath another note go there first."""
    parents = dict(_parents(new))
    for was in standing:
        block = _block(revised.state, was.id)
        if block.sources:
            continue
        if block.is_edited:
            revised.left.append(block)
            continue
        for child in block.children:
            over = _beneath(revised.state, parents.get(child.sources[0])) if child.sources else None
            if over is not None:
                revised.do(Place(child.id, over[0], id_at(over[1], place_in_time(over[1], child))))
        if revised.do(Drop(block.id, "")):
            revised.gone.append(was)


def _parents(chunk: SourceChunk) -> Iterator[tuple[EntryId, Entry]]:
    for top in families(chunk)[0]:
        yield from ((entry.id, parent) for entry, _, parent in _below(top, None) if parent is not None)


def _open_chapters(revised: Revised, chunk: SourceChunk) -> None:
    """Each heading of a chunk that had no notes opens its chapter, where a candidate would open it."""
    titles = {chapter_title(heading.text) for heading in chunk.headings}
    wanted = candidate(revised.state.episode, revised.state.offsets).chapters
    for at, chapter in enumerate(wanted):
        if chapter.title not in titles:
            continue
        place = _top(revised.state, chapter.blocks[0])
        if place is None:
            continue
        if place[1]:
            first = revised.state.document.chapters[place[0]].blocks[place[1]]
            revised.do(SplitChapter(first.id, chapter.title))
            continue
        after = _top(revised.state, wanted[at + 1].blocks[0]) if at + 1 < len(wanted) else None
        stands = revised.state.document.chapters[place[0]]
        if after is not None and after[0] == place[0] and after[1] and stands.title != chapter.title:
            revised.do(SplitChapter(stands.blocks[after[1]].id, stands.title))
            revised.do(RenameChapter(stands.id, chapter.title))


def _top(state: ReviewState, wanted: Block) -> tuple[int, int] | None:
    """Where a block of the candidate stands in the document, if at the top of a chapter."""
    homes = state.document.homes(wanted.sources[0])
    path = state.document.find(homes[0]) if homes else ()
    return (path[0], path[1]) if len(path) == 2 else None
