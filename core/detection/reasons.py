"""Why two entries may tell the same, in words; knows nothing of scoring. What speaks against it: ``vetoes``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from core.detection.matching import Pair
from core.messages import Message
from core.model import Reason
from core.text.figures import figures_in
from core.text.normalise import without_stamps
from core.text.phrases import folded

_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_RUN_ON_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_WORD = re.compile(r"\w+")
_MOST, _CLEARLY = 0.5, 0.2  # most of one is in the other, and clearly more than the other way round
_STEM = 2  # syllables that two Korean words must share to count as one


def time_reason(seconds: int) -> Reason:
    """How far apart the two stand, by the clocks that their chunks agree on."""
    return _time_reason(abs(seconds))


def overlap_reason(left: int, right: int) -> Reason:
    """That the windows of two chunks, by number, overlap where the two stand."""
    return _overlap_reason(*sorted((left, right)))


def clock_reason(seconds: int) -> Reason:
    """That the clocks of the two chunks differ, which was allowed for."""
    return Reason("clock", abs(seconds), Message("their clocks differ by {seconds} s", {"seconds": abs(seconds)}))


def wording_reasons(pair: Pair) -> Iterator[Reason]:
    """What the two texts share."""
    one, other = pair.left.entry.text, pair.right.entry.text
    numbers = figures_in(one)
    if numbers and numbers == figures_in(other):
        yield _NUMBERS_EQUAL
    yield _shared_reason(*_shared_words(one, other))
    shares = sorted((pair.shared / pair.left.mass, pair.shared / pair.right.mass))
    if shares[1] >= _MOST and shares[1] - shares[0] >= _CLEARLY:
        yield _CONTAINED


_NUMBERS_EQUAL = Reason("numbers-equal", 1.0, Message("numbers equal"))
_CONTAINED = Reason("contained", 1.0, Message("one is contained in the other"))


@cache
def _time_reason(seconds: int) -> Reason:
    if seconds == 0:
        return Reason("time", 0.0, Message("same second"))
    return Reason("time", seconds, Message("{seconds} s apart", {"seconds": seconds}))


@cache
def _overlap_reason(left: int, right: int) -> Reason:
    return Reason("overlap", 1.0, Message("chunks {left} and {right} overlap here", {"left": left, "right": right}))


@cache
def _shared_reason(shared: int, count: int) -> Reason:
    value = round(shared / count, 2) if count else 0.0
    return Reason("words", value, Message("{shared} of {all} words shared", {"shared": shared, "all": count}))


def _shared_words(one: str, other: str) -> tuple[int, int]:
    """How many words of the shorter text are in the other one, and how many it has."""
    shorter, longer = sorted((_words(folded(without_stamps(text))) for text in (one, other)), key=len)
    return len(shorter & longer), len(shorter)


@lru_cache(4096)
def _words(text: str) -> frozenset[str]:
    """What counts as a word of a folded text: Korean ones without ending, Han and Kana character by character."""
    words = _RUN_ON_WORD.findall(text) if _RUNS_ON.search(text) else _WORD.findall(text)
    return frozenset(word[:_STEM] if "\uac00" <= word[0] <= "\ud7a3" else word for word in words)
