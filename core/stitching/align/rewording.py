"""Blocks that tell an entry in other words, tell several as one, or only a part of one.

First one block for one entry, the most alike first. An entry that is left is told by a block that has words of it which
the block's own entries do not explain; a block that is left tells a part of an entry, or tells it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import exp

from core.model import Kind
from core.stitching.align.citing import Citations
from core.stitching.align.texts import Text
from core.stitching.align.verbatim import apart_s
from core.text.normalise import numbers_in

_SIGMA_S = 10.0  # a model that rewords a note keeps its time, or takes a neighbour's
_FLOOR = 0.4  # what a text counts however far away it stands
_LEAST, _LEAST_SAME_SECOND = 0.23, 0.13
_NEAR_S = 45
_UNEXPLAINED = 0.25  # of an entry's words; a block that has them, and not from its own entries, tells the entry too
_TOLD = 0.4  # of an entry's words, with those that its block has from elsewhere
_COVERED = 0.8  # of an entry's words in a block: it says all of it
_SHORT = 12  # letters
_PART, _PART_SAME_SECOND = 0.45, 0.33  # of a block's words in an entry
_LEAST_ALONE = 0.1  # likeness of the only two that are left at one second


def cite_reworded(citations: Citations) -> None:
    """Cites what is alike though the words differ."""
    _cite_most_alike(citations)
    _cite_merged(citations)
    _cite_parts(citations)
    _cite_short_quotes(citations)


def _cite_most_alike(citations: Citations) -> None:
    open_entries = {entry.at for entry in citations.open_entries()}
    found = [
        (score, block, entry)
        for block in citations.open_blocks()
        for entry in citations.texts.candidates(block)
        if entry.at in open_entries and (score := _score(citations, block, entry))
    ]
    for _, block, entry in sorted(found, key=lambda item: (-item[0], item[1].at, item[2].at)):
        if not citations.cited_by(block) and not citations.homes(entry):
            citations.cite(block, entry)


def _score(citations: Citations, block: Text, entry: Text) -> float:
    """How well the block retells the entry, 0 if it does not."""
    seconds = apart_s(block, entry)
    is_timed = block.time_s is not None and entry.time_s is not None
    score = _likeness(citations, block, entry)
    score *= _FLOOR + (1 - _FLOOR) * exp(-((seconds / _SIGMA_S) ** 2) / 2) if is_timed else 0.8
    return score if score >= (_LEAST_SAME_SECOND if is_timed and seconds == 0 else _LEAST) else 0.0


def _likeness(citations: Citations, block: Text, entry: Text) -> float:
    like = citations.texts.likeness(block, entry)
    return 0.6 * like.cosine + 0.4 * max(like.of_block, like.of_entry)


def _cite_merged(citations: Citations) -> None:
    """Entries that are left, in the block near them that tells the most of what is new in it."""
    texts = citations.texts
    by_time = sorted((block for block in texts.blocks if block.time_s is not None), key=lambda block: block.time_s or 0)
    for entry in citations.open_entries():
        best: tuple[float, Text] | None = None
        for block in _near(by_time, entry):
            told = _told(citations, block, entry)
            if told and (best is None or told > best[0]):
                best = told, block
        if best is not None:
            citations.cite(best[1], entry)


def _near(by_time: list[Text], entry: Text) -> Iterator[Text]:
    return (block for block in by_time if block.kind is entry.kind and apart_s(block, entry) <= _NEAR_S)


def _told(citations: Citations, block: Text, entry: Text) -> float:
    """How much of the entry the block tells, 0 if too little of it comes from nowhere else."""
    texts = citations.texts
    shared = block.grams & entry.grams
    own = frozenset[str]().union(*(cited.grams for cited in citations.cited_by(block)))
    whole = max(texts.weight(entry.grams), 1e-9)
    told, new = texts.weight(shared) / whole, texts.weight(shared - own) / whole
    is_whole = told >= _COVERED and numbers_in(entry.text) <= numbers_in(block.text)
    return told if is_whole or (told >= _TOLD and new >= _UNEXPLAINED) else 0.0


def _cite_parts(citations: Citations) -> None:
    """Blocks that are left: a part of an entry, or one told again."""
    for block in citations.open_blocks():
        likely = [
            (citations.texts.likeness(block, entry).of_block, entry)
            for entry in citations.texts.candidates(block)
            if apart_s(block, entry) <= _NEAR_S
        ]
        share, best = max(likely, key=lambda item: (item[0], -item[1].at), default=(0.0, None))
        if best is not None and share >= (_PART_SAME_SECOND if _same_second(block, best) else _PART):
            citations.cite(block, best)


def _cite_short_quotes(citations: Citations) -> None:
    """Quotes of a word or two that are left at one second: they share nothing once one word is another."""
    entries = {entry.time_s: entry for entry in citations.open_entries() if _is_short_quote(entry)}
    for block in citations.open_blocks():
        if _is_short_quote(block) and block.time_s in entries:
            citations.cite(block, entries.pop(block.time_s))


def cite_left_alone(citations: Citations) -> None:
    """A block and an entry that are all that is left at one second, and share something, if there is much to share."""
    blocks, entries = _at_seconds(citations.open_blocks()), _at_seconds(citations.open_entries())
    for place, standing in blocks.items():
        said = entries.get(place, [])
        if len(standing) == len(said) == 1:
            (block,), (entry,) = standing, said
            if citations.texts.only_leads(entry) or _likeness(citations, block, entry) >= _LEAST_ALONE:
                citations.cite(block, entry)


def _at_seconds(texts: Iterable[Text]) -> Mapping[tuple[Kind, int], list[Text]]:
    found: defaultdict[tuple[Kind, int], list[Text]] = defaultdict(list)
    for text in texts:
        if text.time_s is not None:
            found[text.kind, text.time_s].append(text)
    return found


def _same_second(one: Text, other: Text) -> bool:
    return one.time_s is not None and one.time_s == other.time_s


def _is_short_quote(text: Text) -> bool:
    return text.kind is Kind.QUOTE and text.time_s is not None and len(text.words) <= _SHORT
