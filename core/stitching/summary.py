"""Three draft summary lines without a model: one for each third of the episode, and others to choose from.

A note that a quote backs says what mattered; without one, the note most central among those far from it in time
(after LexRank: a sentence that many others resemble). The editor's own words replace them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import log, sqrt

from core.model import Block, Chapter, Document, Kind, walk
from core.text.normalise import normalised

LINES = 3
OFFERS = 5
_NEAR_S = 10  # a quote backs a note at most this far away
_FAR_S = 20  # centrality counts likeness to notes further away than this
_SAMPLE = 40  # notes looked at in a third: enough to choose from, and the time stays bounded
_GOOD_CHARACTERS = (25, 110)  # a summary line neither too short to say something nor too long to read at a glance

Grams = frozenset[str]


def draft_summary(document: Document) -> tuple[str, ...]:
    """Exactly three lines; where there is nothing to choose from, chapter titles and at last the document's."""
    lines: list[str] = []
    for ranked in _ranked_thirds(document):
        lines.append(next((offer for offer in ranked if offer not in lines), document.title))
    return tuple(lines)


def summary_offers(document: Document) -> tuple[tuple[str, ...], ...]:
    """For each of the three lines up to five notes' words, the best first."""
    return tuple(tuple(islice(ranked, OFFERS)) for ranked in _ranked_thirds(document))


def _ranked_thirds(document: Document) -> Iterator[Iterator[str]]:
    blocks = [block for chapter in document.chapters for block in _telling(chapter)]
    notes = sorted((block for block in blocks if block.kind is Kind.NOTE), key=_time)
    quotes = sorted((block for block in blocks if block.kind is Kind.QUOTE), key=_time)
    if not notes:
        titles = [chapter.title for chapter in document.chapters if chapter.title]
        return (iter(titles) for _ in range(LINES))
    thirds = [_thinned(notes[a:b]) for a, b in pairwise(len(notes) * n // LINES for n in range(LINES + 1))]
    quotes = _thinned(quotes, LINES * _SAMPLE)
    vectors = _Vectors([*(note for third in thirds for note in third), *quotes])
    return (_ranked(third or _thinned(notes), quotes, vectors) for third in thirds)


def _ranked(notes: Sequence[Block], quotes: Sequence[Block], vectors: _Vectors) -> Iterator[str]:
    """Notes that a quote backs, the best first, then the others; these are compared only when it comes to them."""
    backing = {note.id: _backing(note, quotes, vectors) for note in notes}
    backed = sorted((note for note in notes if backing[note.id] > 0), key=lambda note: -backing[note.id])
    yield from (note.text for note in backed)
    others = _thinned([note for note in notes if not backing[note.id]])
    yield from (note.text for note in sorted(others, key=lambda note: -_centrality(note, others, vectors)))


def _backing(note: Block, quotes: Sequence[Block], vectors: _Vectors) -> float:
    low = bisect_left(quotes, _time(note) - _NEAR_S, key=_time)
    high = bisect_right(quotes, _time(note) + _NEAR_S, key=_time)
    return max((vectors.cosine(note, quote) for quote in quotes[low:high]), default=0.0) * _length_factor(note)


def _centrality(note: Block, notes: Sequence[Block], vectors: _Vectors) -> float:
    far = (other for other in notes if abs(_time(other) - _time(note)) > _FAR_S)
    return sum(vectors.cosine(note, other) for other in far) * _length_factor(note)


def _length_factor(note: Block) -> float:
    low, high = _GOOD_CHARACTERS
    size = len(note.text)
    return size / low if size < low else high / size if size > high else 1.0


def _time(block: Block) -> int:
    return block.time_s or 0


def _thinned(blocks: Sequence[Block], most: int = _SAMPLE) -> Sequence[Block]:
    return blocks[:: max(1, -(-len(blocks) // most))]


def _telling(chapter: Chapter) -> Sequence[Block]:
    """The chapter's timed blocks but the last, which often only says that the window ended there."""
    blocks = [block for _, block in walk(chapter.blocks) if block.time_s is not None]
    notes = [block for block in blocks if block.kind is Kind.NOTE]
    return [block for block in blocks if block is not notes[-1]] if len(notes) > 1 else blocks


class _Vectors:
    """Character trigrams of a few hundred texts, weighted by how rare they are."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._grams = {block.id: _grams(block.text) for block in blocks}
        count: dict[str, int] = {}
        for grams in self._grams.values():
            for gram in grams:
                count[gram] = count.get(gram, 0) + 1
        self._weight = {gram: (log((1 + len(blocks)) / (1 + n)) + 1) ** 2 for gram, n in count.items()}
        self._norm = {key: sqrt(sum(map(self._weight.__getitem__, grams))) for key, grams in self._grams.items()}

    def cosine(self, one: Block, other: Block) -> float:
        """Likeness in [0, 1]; 0 for a text that was not among those given."""
        left, right = self._grams.get(one.id), self._grams.get(other.id)
        if not left or not right:
            return 0.0
        return sum(map(self._weight.__getitem__, left & right)) / (self._norm[one.id] * self._norm[other.id])


def _grams(text: str) -> Grams:
    padded = f" {normalised(text)} "
    return frozenset(padded[n : n + 3] for n in range(len(padded) - 2))
