"""Edits of a block's words, time and speaker."""

from __future__ import annotations

from dataclasses import replace

from core.editing.edits import Edit, Rewrite
from core.model import Block, ItemId, ReviewState


def one_line(text: str) -> str:
    """Typed text as it can be written: line breaks become blanks, blanks at its ends are cut."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").strip()


def edit_text(state: ReviewState, item: ItemId, text: str) -> Edit | None:
    """Other words for a note or quote."""
    block = _block(state, item)
    return _rewritten(block, replace(block, text=one_line(text)))


def set_speaker(state: ReviewState, item: ItemId, speaker: str | None) -> Edit | None:
    """Another speaker for a quote; None or blank takes it away."""
    block = _block(state, item)
    return _rewritten(block, replace(block, speaker=one_line(speaker or "") or None))


def retime(state: ReviewState, item: ItemId, time_s: int | None) -> Edit | None:
    """Another time for a note or quote, at the place where it stands."""
    block = _block(state, item)
    return _rewritten(block, replace(block, time_s=time_s))


def restore_words(state: ReviewState, item: ItemId) -> Edit | None:
    """Back to the words, speaker and time of the entry that a block stands for first."""
    block = _block(state, item)
    if not block.sources:
        return None
    own = state.episode.entries[block.sources[0]]
    time_s = None if own.time_s is None else max(0, own.time_s + state.offsets.get(own.chunk, 0))
    return _rewritten(block, replace(block, text=own.text, speaker=own.speaker, time_s=time_s))


def _block(state: ReviewState, item: ItemId) -> Block:
    return state.document.block(state.document.find(item))


def _rewritten(old: Block, new: Block) -> Edit | None:
    return None if new == old else Rewrite(new.id, new.time_s, new.text, new.speaker)
