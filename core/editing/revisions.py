"""One chunk of a state gives way to its revision: what was decided about the old entries is about the new ones then.

Reads the state and the map of ids alone; who answers to whom was found before (core.stitching.anchoring).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.errors import EditError
from core.messages import Message
from core.model import Block, Chapter, ChunkKey, EntryId, Episode, ReviewState, SourceChunk

Moved = Mapping[EntryId, EntryId | None]  # every entry of the old revision; None: nothing answers to it


def with_chunk(episode: Episode, old: ChunkKey | None, new: SourceChunk, before: ChunkKey | None) -> Episode:
    """The episode with the chunk in the place of ``old``, else before ``before``, else behind all others."""
    beside = before if old is None else old
    if beside is not None and beside not in episode.by_key:
        raise EditError(Message("chunk {chunk} is not part of the episode", {"chunk": beside}))
    if new.key in episode.by_key:
        raise EditError(Message("chunk {chunk} is part of the episode already", {"chunk": new.key}))
    keys = [chunk.key for chunk in episode.chunks]
    at = len(keys) if beside is None else keys.index(beside)
    return replace(episode, chunks=(*episode.chunks[:at], new, *episode.chunks[at + (old is not None) :]))


def remapped(state: ReviewState, episode: Episode, moved: Moved, offsets: Mapping[ChunkKey, int]) -> ReviewState:
    """All decisions about entries of ``moved``, about what answers to them in the new episode."""
    document = state.document
    chapters = tuple(_chapter(chapter, moved) for chapter in document.chapters)
    if any(one is not other for one, other in zip(chapters, document.chapters, strict=True)):
        document = replace(document, chapters=chapters)
    pairs = (frozenset(moved.get(entry, entry) for entry in pair) for pair in state.apart)
    dropped = ((moved.get(entry, entry), reason) for entry, reason in state.dropped.items())
    return ReviewState(
        episode,
        document,
        frozenset(frozenset(entry for entry in pair if entry is not None) for pair in pairs if None not in pair),
        {entry: reason for entry, reason in dropped if entry is not None},
        state.dismissed,
        offsets,
    )


def _chapter(chapter: Chapter, moved: Moved) -> Chapter:
    """The same object where none of its blocks stands for an entry of the old revision."""
    if chapter.homes.keys().isdisjoint(moved):
        return chapter
    return replace(chapter, blocks=tuple(_block(block, moved) for block in chapter.blocks))


def _block(block: Block, moved: Moved) -> Block:
    sources = tuple(new for entry in block.sources if (new := moved.get(entry, entry)) is not None)
    children = tuple(_block(child, moved) for child in block.children)
    is_same = sources == block.sources and all(map(_is_same, children, block.children))
    return block if is_same else replace(block, sources=sources, children=children)


def _is_same(one: Block, other: Block) -> bool:
    return one is other
