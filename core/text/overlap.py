"""How much of one text is in another, told by runs of characters; knows nothing of notes and loads no numpy."""

from __future__ import annotations

import re
from functools import lru_cache

from core.text.normalise import normalised, without_stamps

_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
Grams = frozenset[str]


@lru_cache(maxsize=4096)
def grams(text: str) -> Grams:
    """All runs of three characters of the normalised text; among Han and Kana runs of one and two.

    >>> sorted(grams("Ab c"))
    [' ab', ' c ', 'ab ', 'b c']
    """
    padded = f" {normalised(without_stamps(text))} "
    if _RUNS_ON.search(padded):
        return frozenset(_mixed(padded))
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def containment(one: str, other: str) -> float:
    """How much of the shorter text is in the longer one, in [0, 1]."""
    left, right = grams(one), grams(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def _mixed(padded: str) -> set[str]:
    runs_on = [_RUNS_ON.match(character) is not None for character in padded]
    found = {character for character, runs in zip(padded, runs_on, strict=True) if runs}
    for at in range(len(padded) - 1):
        if runs_on[at] and runs_on[at + 1]:
            found.add(padded[at : at + 2])
    for at in range(len(padded) - 2):
        if not (runs_on[at] and runs_on[at + 1]) and not (runs_on[at + 1] and runs_on[at + 2]):
            found.add(padded[at : at + 3])
    return found
