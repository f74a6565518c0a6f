"""Which note a quote illustrates: a link, never a reason to remove one. Knows nothing of merges, loads no numpy."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from core.model import EntryId, SourceChunk
from core.text.normalise import normalised, without_stamps

FARTHEST_S = 10
NEAR_S = 5.0
LEAST = 0.30  # of the shorter one's grams in the other, less with the distance in time


def quote_links(chunk: SourceChunk) -> Mapping[EntryId, EntryId]:
    """For each quote of a chunk the note that it illustrates, if one stands near it and shares its words."""
    notes = [(note, _grams(note.text)) for note in chunk.notes if note.time_s is not None]
    found: dict[EntryId, EntryId] = {}
    for quote in chunk.quotes:
        if quote.time_s is None:
            continue
        words = _grams(quote.text)
        near = [
            (_shared(words, grams) * exp(-(((note.time_s - quote.time_s) / NEAR_S) ** 2) / 2), note)
            for note, grams in notes
            if note.time_s is not None and abs(note.time_s - quote.time_s) <= FARTHEST_S
        ]
        score, best = max(near, key=lambda item: item[0], default=(0.0, None))
        if best is not None and score >= LEAST:
            found[quote.id] = best.id
    return found


def _grams(text: str) -> frozenset[str]:
    text = f" {normalised(without_stamps(text))} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
