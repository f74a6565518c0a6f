"""How alike two texts are as a whole, letter by letter; the only importer of rapidfuzz, and knows nothing of notes."""

from __future__ import annotations

from rapidfuzz import fuzz


def similarity(one: str, other: str) -> float:
    """The share of letters that stay when one text becomes the other, in [0, 1]; give normalised texts."""
    return fuzz.ratio(one, other) / 100
