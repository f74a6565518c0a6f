"""Attach a finished document to the episode's entries: which entries each block stands for; changes no words.

By words, time and order, tolerant of rewording, of notes that were merged or split, of nesting and of time style. What
stays without a block is lost, what stays without an entry is invented; checks say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.model import (
    Block,
    ChunkKey,
    Document,
    EntryId,
    Episode,
    ItemId,
    Kind,
    Merge,
    blocks_of,
)
from core.stitching.align.citing import Citations
from core.stitching.align.partners import cite_partners
from core.stitching.align.rewording import cite_left_alone, cite_reworded
from core.stitching.align.swallowed import cite_swallowed
from core.stitching.align.texts import Texts
from core.stitching.align.verbatim import cite_verbatim


def align(
    episode: Episode,
    document: Document,
    merges: Sequence[Merge] = (),
    offsets: Mapping[ChunkKey, int] | None = None,
    *,
    apart: frozenset[frozenset[EntryId]] = frozenset(),
) -> Document:
    """The document with the sources of its blocks, the one whose words it has first.

    An entry without a block whose merge partner (likely or better) has one is cited there: a duplicate that was removed
    is merged, not lost. Pairs that were kept ``apart`` are no partners.
    """
    blocks = [block for block in blocks_of(document) if block.kind is not Kind.PROSE]
    citations = Citations(Texts(episode, blocks, offsets or {}))
    cite_verbatim(citations)
    cite_reworded(citations)
    cite_partners(citations, merges, apart)
    cite_swallowed(citations)
    cite_left_alone(citations)
    cite_partners(citations, merges, apart)  # of those that have just found their places
    return with_sources(document, citations.sources())


def with_sources(document: Document, sources: Mapping[ItemId, tuple[EntryId, ...]]) -> Document:
    """The document with other sources for its blocks; none for those that are not named."""

    def cited(block: Block) -> Block:
        children = tuple(map(cited, block.children))
        return replace(block, sources=sources.get(block.id, ()), children=children)

    chapters = tuple(replace(chapter, blocks=tuple(map(cited, chapter.blocks))) for chapter in document.chapters)
    return replace(document, chapters=chapters)
