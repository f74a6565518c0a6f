"""A block beside the entries that it stands for: which blocks are to be compared, and with what; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.checks.finding import ChapterView, Finding, Rule, finding_id
from core.messages import Message
from core.model import Block, ChunkKey, Entry, Episode, Kind, walk


def sourced(view: ChapterView, kind: Kind | None = None) -> Iterator[tuple[Block, list[Entry]]]:
    """Blocks (of one kind) that stand for entries, with those."""
    entries = view.episode.entries
    for _, block in walk(view.chapter.blocks):
        if block.sources and kind in (None, block.kind):
            yield block, [entries[source] for source in block.sources]


def times_of(block: Block, episode: Episode, offsets: Mapping[ChunkKey, int]) -> list[int]:
    """The times of the entries that a block stands for, their clocks corrected, in the order of its sources."""
    entries = [episode.entries[source] for source in block.sources]
    return [max(0, e.time_s + offsets.get(e.chunk, 0)) for e in entries if e.time_s is not None]


def about(rule: Rule, block: Block, sources: list[Entry], message: Message, *more: str | int | None) -> Finding:
    """A finding about a block and its sources, at the place of the first."""
    return Finding(
        finding_id(rule, block.text, block.time_s, block.speaker, *more),
        rule,
        message,
        entries=block.sources,
        chunk=sources[0].chunk if sources else None,
        line=sources[0].line if sources else None,
        start_s=block.time_s,
        block=block.id,
    )
