"""How alike two texts are, by letters or words; the only importer of rapidfuzz, and knows nothing of notes."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq


def similarity(one: str, other: str) -> float:
    """The share of letters that stay when one text becomes the other, in [0, 1]; give normalised texts."""
    return fuzz.ratio(one, other) / 100


def common_runs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where the words that both have in one order stand in each, and how many follow each other there.

    >>> common_runs("the red old fox".split(), "the red fox".split())
    [(0, 0, 2), (3, 2, 1)]
    """
    blocks = LCSseq.opcodes(one, other).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
