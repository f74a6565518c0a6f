"""Three draft summary lines without a model: one for each third of the episode, and others to choose from.

A note that a quote backs says what mattered; without one, the note most central among those far from it in time
(after LexRank: a sentence that many others resemble). The editor's own words replace them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from math import sqrt

from core.model import Block, Chapter, Document, Kind, walk

LINES = 3
OFFERS = 5
_NEAR_S = 10  # a quote backs a note at most this far away
_FAR_S = 20  # centrality counts likeness to notes further away than this
_SAMPLE = 40  # notes looked at in a third: enough to choose from, and the time stays bounded
_ASKS = re.compile(
    r"[?？]|(?:까요?|[는은던]가|(?<=[가-힣])인가|나요|[のうすたるい]か)[.。]?"  # Korean and Japanese need no sign
    r"[\"'”’」』)\]）*_\s]*\Z"
)
_SENTENCE_END = re.compile(r"(?<=[.!;。！；])\s+|(?<=[。！])(?=.)")
GOOD_CHARACTERS = (25, 110)  # a summary line neither too short to say something nor too long to read at a glance


def draft_summary(document: Document) -> tuple[str, ...]:
    """Exactly three lines of the notes' own words, in their order, questions last; twice the same if there is no more.

    No line is blank if the document has any words, for a blank one cannot be exported.
    """
    lines: list[str] = []
    for ranked in _ranked_thirds(document):
        stated = (offer for offer in ranked if offer not in lines and not is_question(offer))
        lines += islice(stated, 1)
    if len(lines) == LINES:
        return tuple(lines)
    few = [*islice(_few_words(document), LINES)] or [document.title]
    return tuple(few[n % len(few)] for n in range(LINES))


def is_question(text: str) -> bool:
    """Whether a text asks something, or tells of a question by its words.

    >>> is_question("왜 멈췄을까"), is_question("Why did it stop?"), is_question("Rain stopped it.")
    (True, True, False)
    """
    return _ASKS.search(text) is not None


def _few_words(document: Document) -> Iterator[str]:
    """What can stand in a summary where there are hardly any notes, no words twice, the most telling first."""
    blocks = [block for chapter in document.chapters for _, block in walk(chapter.blocks)]
    notes = [block.text for block in blocks if block.kind is Kind.NOTE]
    said = [note for note in notes if not is_question(note)]
    if len(said) < LINES:
        said = [sentence.rstrip(";； ") for note in said for sentence in _SENTENCE_END.split(note)]
    quotes = (_quoted(block) for block in blocks if block.kind is Kind.QUOTE)
    titles = (chapter.title for chapter in document.chapters)
    others = (block.text for block in blocks if block.kind is Kind.PROSE)
    given: list[str] = []
    for words in (*said, *quotes, *filter(is_question, notes), *titles, *others):
        if words.strip() and not any(words.rstrip("…") in known for known in given):
            given.append(words)
            yield words


def _quoted(block: Block) -> str:
    return f"“{block.text}”" if block.speaker is None else f"“{block.text}” — {block.speaker}"


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
    return (_ranked(third or _thinned(notes), quotes) for third in thirds)


def _ranked(notes: Sequence[Block], quotes: Sequence[Block]) -> Iterator[str]:
    """What the notes state, then what they ask."""
    yield from _ranked_alike([note for note in notes if not is_question(note.text)], quotes)
    yield from _ranked_alike([note for note in notes if is_question(note.text)], quotes)


def _ranked_alike(notes: Sequence[Block], quotes: Sequence[Block]) -> Iterator[str]:
    """Notes that a quote backs, the best first, then the others; these are compared only when it comes to them."""
    backing = {note.id: _backing(note, quotes) for note in notes}
    backed = sorted((note for note in notes if backing[note.id] > 0), key=lambda note: -backing[note.id])
    yield from (note.text for note in backed)
    others = _thinned([note for note in notes if not backing[note.id]])
    yield from (note.text for note in sorted(others, key=lambda note: -_centrality(note, others)))


def _backing(note: Block, quotes: Sequence[Block]) -> float:
    low = bisect_left(quotes, _time(note) - _NEAR_S, key=_time)
    high = bisect_right(quotes, _time(note) + _NEAR_S, key=_time)
    return max((_cosine(note, quote) for quote in quotes[low:high]), default=0.0) * _length_factor(note)


def _centrality(note: Block, notes: Sequence[Block]) -> float:
    far = (other for other in notes if abs(_time(other) - _time(note)) > _FAR_S)
    return sum(_cosine(note, other) for other in far) * _length_factor(note)


def _length_factor(note: Block) -> float:
    low, high = GOOD_CHARACTERS
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


def _cosine(one: Block, other: Block) -> float:
    """Likeness in [0, 1] by the pairs of neighbouring characters that both have: enough to rank, and cheap."""
    left, right = _pairs(one.text), _pairs(other.text)
    return len(left & right) / sqrt(len(left) * len(right) or 1)


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(one + two for one, two in pairwise(text.casefold()) if one.isalnum() and two.isalnum())
