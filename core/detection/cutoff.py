"""Notes that say their window ended, or began, in mid-sentence, and what goes on with them; knows nothing of merges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Entry, SourceChunk
from core.text.overlap import containment
from core.text.phrases import phrases

_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
LAST_NOTES = 3  # a note that speaks of an end further from its chunk's end speaks of something else
CONTINUES_WITHIN_S = 30
BEFORE_S = 10  # a retelling may be timed so much earlier
RETOLD = 0.4  # of the shorter note in the other


@dataclass(frozen=True, slots=True)
class Continuation:
    """What follows a chunk that ended in mid-sentence."""

    entry: Entry | None  # the note that goes on, None if it is missing
    gap_s: int | None  # from the note, or its chunk's end, to what comes next; None where a time is missing


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


def continuation(
    chunk: SourceChunk, next_chunk: SourceChunk | None, *, note: Entry | None = None, shift_s: int = 0
) -> Continuation:
    """The note of the next chunk that goes on where a note of this one was cut off.

    Windows overlap, so it is no more than half a minute away and the one that tells most of the note in full, else the
    first that is not earlier.

    Args:
        chunk: the chunk that was cut off.
        next_chunk: the next one that has notes.
        note: the note that was cut off; the chunk's last one with a time if there is none.
        shift_s: what the next chunk's clock offset exceeds this one's by.
    """
    following = [(n, time_s + shift_s) for n, time_s in _timed(next_chunk.notes if next_chunk is not None else ())]
    timed = _timed(chunk.notes)
    if not following or not timed:
        return Continuation(None, None)
    last, ended_s = timed[-1]
    cut, cut_s = (note, note.time_s) if note is not None and note.time_s is not None else (last, ended_s)
    near = [(n, at_s) for n, at_s in following if -BEFORE_S <= at_s - cut_s <= CONTINUES_WITHIN_S]
    retold = max(near, key=lambda one: containment(cut.text, one[0].text), default=None)
    if retold is not None and containment(cut.text, retold[0].text) >= RETOLD:
        return Continuation(retold[0], max(0, retold[1] - cut_s))
    later = [(n, at_s) for n, at_s in following if at_s >= cut_s]
    entry, starts_s = (later or following)[0]  # all earlier: the next chunk has another clock
    gap_s = max(0, starts_s - max(cut_s, ended_s))
    return Continuation(entry if gap_s <= CONTINUES_WITHIN_S else None, gap_s)


def _timed(notes: Sequence[Entry]) -> tuple[tuple[Entry, int], ...]:
    return tuple((note, note.time_s) for note in notes if note.time_s is not None)
