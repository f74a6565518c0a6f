"""Whether a state from a file could have come about: edits rely on it, and a file may come from anybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.model import DEEPEST, Block, Episode, Kind, ReviewState
from core.store.codec import MalformedError
from core.timecode import LATEST_S


def check_episode(episode: Episode) -> None:
    """Raise MalformedError where ids are not unique, or entries do not belong to their chunk."""
    if len(episode.by_key) < len(episode.chunks):
        raise MalformedError("two chunks have one key")
    for chunk in episode.chunks:
        if len(chunk.roles) != len(chunk.lines):
            raise MalformedError("a chunk's lines have too few or too many roles")
        for entry in chunk.entries:
            if entry.chunk != chunk.key or entry.kind is Kind.PROSE:
                raise MalformedError("an entry does not belong to its chunk")
            _check_time(entry.time_s)
    if len(episode.entries) < sum(len(chunk.entries) for chunk in episode.chunks):
        raise MalformedError("two entries have one id")


def check_state(state: ReviewState) -> None:
    """Raise MalformedError where ids are not unique, blocks are nested wrongly, or an entry is not the episode's."""
    entries, document, seen = state.episode.entries, state.document, set[str]()
    for chapter in document.chapters:
        _see(chapter.id, seen, document.next_id)
        for block in _checked(chapter.blocks, 0):
            _see(block.id, seen, document.next_id)
            if not all(entry in entries for entry in block.sources):
                raise MalformedError("a block stands for an entry that is not the episode's")
    _check_known((entry for pair in state.apart for entry in pair), entries)
    _check_known(state.dropped, entries)
    _check_known(state.offsets, state.episode.by_key)


def _checked(blocks: tuple[Block, ...], depth: int) -> Iterator[Block]:
    for block in blocks:
        if depth > DEEPEST or ((depth or block.children) and block.kind is not Kind.NOTE):
            raise MalformedError("a block stands where it cannot stand")
        _check_time(block.time_s)
        yield block
        if block.children:
            yield from _checked(block.children, depth + 1)


def _see(item: str, seen: set[str], next_id: int) -> None:
    if item in seen:
        raise MalformedError("two parts of the document have one id")
    if item[1:].isdecimal() and int(item[1:]) >= next_id:
        raise MalformedError("an id was given that is still to come")
    seen.add(item)


def _check_known(names: Iterable[str], known: Iterable[str]) -> None:
    if not set(names) <= set(known):
        raise MalformedError("a decision is about something that is not the episode's")


def _check_time(time_s: int | None) -> None:
    if time_s is not None and not 0 <= time_s <= LATEST_S:
        raise MalformedError("a time lies before the start or beyond what can be written")
