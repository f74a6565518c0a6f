"""Notes that say their window ended, or began, in mid-sentence, and what goes on with them; knows nothing of merges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Entry, SourceChunk
from core.text.phrases import phrases

_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
LAST_NOTES = 3  # a note that speaks of an end further from its chunk's end speaks of something else
CONTINUES_WITHIN_S = 30


@dataclass(frozen=True, slots=True)
class Continuation:
    """What follows a chunk that ended in mid-sentence."""

    entry: Entry | None  # the note that goes on, None if it is missing
    gap_s: int | None  # from the chunk's last note to the next chunk's first, None where a time is missing


def is_cut_off(text: str) -> bool:
    """Whether the words say that the window ended before the sentence did, in any of the languages."""
    return phrases().cut_off.found_in(text) is not None


def is_cut_in(text: str) -> bool:
    """Whether the words say that the window began in the middle of something, in any of the languages."""
    return phrases().cut_in.found_in(text) is not None


def without_cut_remarks(text: str) -> str:
    """The text without what it says in brackets of its window's end or beginning: that tells nothing of its matter."""
    return _IN_BRACKETS.sub(lambda match: " " if is_cut_off(match[0]) or is_cut_in(match[0]) else match[0], text)


def cut_off_notes(chunk: SourceChunk) -> tuple[Entry, ...]:
    """Those of the chunk's last three notes that say so; notes that only speak of some end are further up."""
    return tuple(note for note in chunk.notes[-LAST_NOTES:] if is_cut_off(note.text))


def cut_in_notes(chunk: SourceChunk) -> tuple[Entry, ...]:
    """The chunk's first note, if it says that its window began in the middle."""
    return tuple(note for note in chunk.notes[:1] if is_cut_in(note.text))


def continuation(chunk: SourceChunk, next_chunk: SourceChunk | None, *, shift_s: int = 0) -> Continuation:
    """The first note of the next chunk, if it comes within half a minute of the last note of this one.

    ``shift_s`` is what the next chunk's clock offset exceeds this one's by. Pass the next chunk that has notes.
    """
    first = _timed(next_chunk.notes) if next_chunk is not None else ()
    last = _timed(chunk.notes)
    if not first or not last:
        return Continuation(None, None)
    (entry, starts_s), (_, ended_s) = first[0], last[-1]
    gap_s = starts_s + shift_s - ended_s
    return Continuation(entry if gap_s <= CONTINUES_WITHIN_S else None, gap_s)


def _timed(notes: Sequence[Entry]) -> tuple[tuple[Entry, int], ...]:
    return tuple((note, note.time_s) for note in notes if note.time_s is not None)
