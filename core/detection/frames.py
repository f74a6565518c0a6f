"""Words of one sentence in whose places another one, otherwise the same, has others; knows nothing of scores.

Who tells one fact twice seldom keeps all words, their order and their count but one; who tells two facts of one kind
does. What is replaced is compared by its spelling alone, so a synonym counts as another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import normalize

from core.text.normalise import without_stamps
from core.text.phrases import folded

_KANA = re.compile(r"[\u3040-\u30ff]")
_WORD = re.compile(  # Han, Katakana and Hiragana take turns where words are not set apart
    r"[\u3400-\u9fff]+|[\u30a1-\u30ff]+|[\u3041-\u309f]+|[^\W\u3040-\u30ff\u3400-\u9fff]+"
)
_HAN_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")  # without Kana every character is a word
_HANGUL, _HAN = re.compile(r"[\uac00-\ud7a3]"), re.compile(r"[\u3400-\u9fff]")
_KATAKANA, _HIRAGANA, _DIGIT = re.compile(r"[\u30a1-\u30ff]"), re.compile(r"[\u3041-\u309f]"), re.compile(r"\d")
_SCRIPTS = (_HANGUL, _HAN, _KATAKANA, re.compile(r"[a-zß-ɏ]"), re.compile(r"[а-яё]"))
_STEM, _LATIN_STEM = 2, 5  # syllables, or letters, that two words must share to count as one
_PREFIX, _MOST = 4, 0.6  # letters at the start of two forms of one word, and of the shorter one
_ONSET = 2  # letters of a Korean syllable that two forms of one word share
_LONGEST = 4  # Chinese characters of a word


@dataclass(frozen=True, slots=True)
class Frame:
    """What two sentences have in common and what stands in the gaps."""

    share: float  # of the words of the longer one that the other has as well, in this order
    others: int  # words of the longer one that neither are in the other nor stand in another's place
    replaced: tuple[tuple[str, str], ...]  # words of their matter, and what stands in their places


def frame_of(one: str, other: str, plain: frozenset[str], *, least: float) -> Frame | None:
    """The frame of two sentences, None where they cannot share as much as ``least``.

    Args:
        one: a text.
        other: another one.
        plain: words that carry no matter of their own.
        least: the share of the words from which there is a frame.
    """
    left, right = _stems(one), _stems(other)
    longest = max(len(left), len(right), 1)
    if len(left_set := frozenset(left)) and len(left_set & frozenset(right)) < least * longest / 2:
        return None
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    same = sum(end - start for kind, start, end, _, _ in blocks if kind == "equal")
    if same < least * longest:
        return None
    words = _words(one), _words(other)
    gaps = [(words[0][a:b], words[1][c:d]) for kind, a, b, c, d in blocks if kind == "replace"]
    told = tuple(_replaced(gaps, words, plain))
    return Frame(same / longest, longest - same - len(told), told)


def _replaced(
    gaps: Sequence[tuple[Sequence[str], Sequence[str]]],
    texts: tuple[Sequence[str], Sequence[str]],
    plain: frozenset[str],
) -> Iterator[tuple[str, str]]:
    for was, now in gaps:
        left, right = ([word for word in words if word not in plain] for words in (was, now))
        if _is_run_of_han(was) and _is_run_of_han(now):
            left, right = ["".join(was)], ["".join(now)]
        # A plain word more on both sides makes it another construction: "in front of", "ahead of".
        elif sorted((len(was), len(now))) not in ([1, 1], [1, 2]) or not len(left) == len(right) == 1:
            continue
        if _is_other(left[0], right[0]) and left[0] not in texts[1] and right[0] not in texts[0]:
            yield left[0], right[0]


def _is_run_of_han(words: Sequence[str]) -> bool:
    return 0 < len(words) <= _LONGEST and all(len(word) == 1 and _HAN.match(word) for word in words)


def _is_other(was: str, now: str) -> bool:
    """Whether two words are no forms of one word, no numbers, and not one word in two scripts."""
    if any(_DIGIT.search(word) or _HIRAGANA.match(word) for word in (was, now)):
        return False
    if [bool(script.search(was)) for script in _SCRIPTS] != [bool(script.search(now)) for script in _SCRIPTS]:
        return False
    if _HANGUL.match(was):
        return not _is_korean_form(was, now)
    shared = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    shorter = min(len(was), len(now))
    return shared < shorter and (shared < _PREFIX or shared < _MOST * shorter)


def _is_korean_form(was: str, now: str) -> bool:
    """Two forms of a verb begin alike and end otherwise; two nouns may only begin alike and have one particle."""
    if normalize("NFD", was[0])[:_ONSET] != normalize("NFD", now[0])[:_ONSET]:
        return False
    return was[1:2] == now[1:2] or was[-1] != now[-1]


@lru_cache(4096)
def _words(text: str) -> tuple[str, ...]:
    pattern = _WORD if _KANA.search(text) or not _HAN.search(text) else _HAN_WORD
    return tuple(pattern.findall(folded(without_stamps(text))))


@lru_cache(4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(word[: _STEM if _HANGUL.match(word) else _LATIN_STEM] for word in _words(text))
