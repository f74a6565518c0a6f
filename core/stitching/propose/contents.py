"""Edits that add a block, bring in a source entry or a stray line, or take a block out."""

from __future__ import annotations

from core.editing.edits import Batch, Cite, Dismiss, Drop, Edit, Insert
from core.errors import EditError
from core.messages import Message
from core.model import Block, Entry, EntryId, FindingId, ItemId, Kind, ReviewState, SourceChunk, StrayLine
from core.stitching.propose.places import around, chapter_for, id_at, place_in_time
from core.stitching.propose.words import one_line


def add_note(state: ReviewState, beside: ItemId, text: str, *, time_s: int | None = None) -> Edit:
    """A new note right after an item, beneath the same parent; for a chapter, as its first."""
    path = state.document.find(beside)
    if len(path) == 1:
        chapter = state.document.chapters[path[0]]
        return Insert(chapter.id, id_at(chapter.blocks, 0), Kind.NOTE, time_s, one_line(text))
    _, siblings, at, parent = around(state.document, beside)
    own_s = siblings[at].time_s if time_s is None else time_s
    return Insert(parent, id_at(siblings, at + 1), Kind.NOTE, own_s, one_line(text))


def add_child(state: ReviewState, over: ItemId, text: str) -> Edit | None:
    """A new note beneath a note, before what is later there; None where that is no note."""
    path = state.document.find(over)
    if len(path) == 1 or (block := state.document.block(path)).kind is not Kind.NOTE:
        return None
    own = Block(ItemId(""), Kind.NOTE, block.time_s, one_line(text), None, ())
    at = place_in_time(block.children, own) if block.time_s is not None else len(block.children)
    return Insert(over, id_at(block.children, at), Kind.NOTE, own.time_s, own.text)


def add_quote(state: ReviewState, beside: ItemId, text: str) -> Edit:
    """A new quote behind the family that holds an item, and behind the quotes there; for a chapter, behind its last."""
    path = state.document.find(beside)
    chapter = state.document.chapters[path[0]]
    time_s = state.document.block(path).time_s if len(path) > 1 else chapter.span and chapter.span[1]
    at = path[1] + 1 if len(path) > 1 else len(chapter.blocks)
    while at < len(chapter.blocks) and _is_quote_until(chapter.blocks[at], time_s):
        at += 1
    return Insert(chapter.id, id_at(chapter.blocks, at), Kind.QUOTE, time_s, one_line(text))


def next_item(state: ReviewState) -> ItemId:
    """The id that the next block to be added will have."""
    return ItemId(f"b{state.document.next_id}")


def _is_quote_until(block: Block, time_s: int | None) -> bool:
    return block.kind is Kind.QUOTE and (time_s is None or block.time_s is None or block.time_s <= time_s)


def drop(item: ItemId, reason: str) -> Edit:
    """Take a block out; the ledger keeps the reason."""
    return Drop(item, reason)


def bring_in(state: ReviewState, entry: EntryId) -> Edit | None:
    """A block of its own for an entry, at its time: a lost, dropped or merged one comes back.

    A note that its chunk has beneath another goes beneath that, or beneath the nearest note over it that is there.
    """
    own = state.episode.entries[entry]
    homes = state.document.homes(entry)
    blocks = [state.document.block(state.document.find(home)) for home in homes]
    if any(block.sources == (entry,) for block in blocks):
        return None
    time_s = None if own.time_s is None else max(0, own.time_s + state.offsets.get(own.chunk, 0))
    if not state.document.chapters:
        raise EditError(Message("the document has no chapter to put it in"))
    block = Block(ItemId(""), own.kind, time_s, own.text, own.speaker, (entry,))
    chapter = state.document.chapters[chapter_for(state.document, block)]
    over, siblings = _beneath(state, own, time_s) or (chapter.id, chapter.blocks)
    before = id_at(siblings, place_in_time(siblings, block))
    insert = Insert(over, before, own.kind, time_s, own.text, own.speaker, (entry,))
    cites = [Cite(block.id, tuple(source for source in block.sources if source != entry)) for block in blocks]
    return Batch(Message("bring in"), (*cites, insert)) if cites else insert


def _beneath(state: ReviewState, entry: Entry, time_s: int | None) -> tuple[ItemId, tuple[Block, ...]] | None:
    """The nearest note over an entry in its chunk that is in the document, and not later, with its children."""
    depth = entry.depth
    above = (e for e in reversed(state.episode.by_key[entry.chunk].entries) if e.line < entry.line)
    for other in above if depth else ():
        if other.kind is not Kind.NOTE or other.depth >= depth:
            continue
        depth = other.depth
        for home in state.document.homes(other.id)[:1]:
            block = state.document.block(state.document.find(home))
            if block.kind is Kind.NOTE and (time_s is None or (block.time_s or 0) <= time_s):
                return block.id, block.children
    return None


def bring_in_stray(state: ReviewState, stray: StrayLine, finding: FindingId) -> Edit:
    """A stray line as a note, after the entry that stands before it in its chunk; its finding is answered."""
    text = one_line(stray.text)
    beside = _home_before(state, state.episode.by_key[stray.chunk], stray.line)
    insert = add_note(state, beside, text)
    return Batch(Message("bring in"), (insert, Dismiss(finding, str(Message("brought in")))))


def _home_before(state: ReviewState, chunk: SourceChunk, line: int) -> ItemId:
    homes = [home for e in chunk.entries if e.line < line for home in state.document.homes(e.id)[:1]]
    if homes:
        return homes[-1]
    if not state.document.chapters:
        raise EditError(Message("the document has no chapter to put it in"))
    return state.document.chapters[0].id
