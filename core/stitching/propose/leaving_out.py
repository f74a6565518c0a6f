"""The edit that leaves one member out of a merge: kept apart from the others, and taken out of their block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.editing.edits import Batch, Cite, Edit, Insert, KeepApart, Place, Rewrite
from core.messages import Message
from core.model import Block, EntryId, ItemId, Kind, Merge, ReviewState
from core.stitching.propose.places import chapter_for, id_at, move_to_its_time, place_in_time


def leave_out(state: ReviewState, merge: Merge, entry: EntryId) -> Edit:
    """One member says something else than the others: it is kept apart, and has a block of its own again.

    Where the block has the words of that member, it keeps it, and the others get a block; members that say the same
    only together with it get a block each.
    """
    edits = list(_taken_out(state, merge, entry))
    edits += (KeepApart((entry, other)) for other in merge.members if other != entry)
    return edits[0] if len(edits) == 1 else Batch(Message("leave one out"), tuple(edits))


def _taken_out(state: ReviewState, merge: Merge, entry: EntryId) -> Iterator[Edit]:
    for home in state.document.homes(entry):
        block = state.document.block(state.document.find(home))
        groups = _groups(merge, [source for source in block.sources if source in merge.members and source != entry])
        if not groups:
            continue
        has_its_words = block.sources[0] == entry and not block.is_edited
        going = groups if has_its_words else [[entry], *groups[1:]]
        gone = {source for group in going for source in group}
        staying = tuple(source for source in block.sources if source not in gone)
        for edit in (Cite(home, staying), *_retimed(state, block, staying)):
            state = edit.apply(state)
            yield edit
        for group in going:
            for edit in _brought_out(state, home, group):
                state = edit.apply(state)
                yield edit


def _groups(merge: Merge, members: Sequence[EntryId]) -> list[list[EntryId]]:
    """The members by what says the same without the one that is left out."""
    waiting = sorted(members, key=merge.members.index) if merge.canonical in members else list(members)
    found: list[list[EntryId]] = []
    while waiting:
        lead = waiting[0]
        found.append([member for member in waiting if member == lead or merge.are_matched(lead, member)])
        waiting = [member for member in waiting if member not in found[-1]]
    return found


def _retimed(state: ReviewState, block: Block, staying: Sequence[EntryId]) -> Iterator[Edit]:
    """The block at a time that one of its entries has, where it had that of the one that goes."""
    times = [_time_of(state, source) for source in staying]
    had = [_time_of(state, source) for source in block.sources]
    if block.time_s in times or block.time_s not in had or times[0] is None:
        return
    edit = Rewrite(block.id, times[0], block.text, block.speaker)
    yield edit
    place = move_to_its_time(edit.apply(state), block.id)
    if place is not None:
        yield place


def _brought_out(state: ReviewState, home: ItemId, group: Sequence[EntryId]) -> Iterator[Edit]:
    """A block for the entries, with the words of the first, beneath the note that it stood beneath in its chunk."""
    own = state.episode.entries[group[0]]
    time_s = _time_of(state, own.id)
    block = Block(ItemId(""), own.kind, time_s, own.text, own.speaker, tuple(group))
    parent, before = _place(state, block)
    insert = Insert(parent, before, own.kind, time_s, own.text, own.speaker, block.sources)
    yield insert
    new = next(found for found in insert.apply(state).document.homes(own.id) if not state.document.has(found))
    for child in state.document.block(state.document.find(home)).children:
        if any(_above(state, source) in group for source in child.sources[:1]):
            yield Place(child.id, new, None)


def _place(state: ReviewState, block: Block) -> tuple[ItemId, ItemId | None]:
    """Under its parent, or in the chapter that holds its time; and before what."""
    document = state.document
    above = _above(state, block.sources[0])
    homes = document.homes(above) if above else ()
    if homes:
        parent = document.block(document.find(homes[0]))
        return parent.id, id_at(parent.children, place_in_time(parent.children, block))
    chapter = document.chapters[chapter_for(document, block)]
    return chapter.id, id_at(chapter.blocks, place_in_time(chapter.blocks, block))


def _above(state: ReviewState, entry: EntryId) -> EntryId | None:
    """The note that a note stands beneath in its chunk."""
    own = state.episode.entries[entry]
    if own.kind is not Kind.NOTE or not own.depth:
        return None
    before = (note for note in reversed(state.episode.by_key[own.chunk].notes) if note.line < own.line)
    return next((note.id for note in before if note.depth < own.depth), None)


def _time_of(state: ReviewState, entry: EntryId) -> int | None:
    own = state.episode.entries[entry]
    return None if own.time_s is None else max(0, own.time_s + state.offsets.get(own.chunk, 0))
