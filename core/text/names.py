"""Words that stand out as names do, in one text; knows nothing of episodes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.text.normalise import without_stamps
from core.text.units import UNIT_NAMES

_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ0-9"
_LATIN = re.compile(rf"(?<![{_LETTER}])[a-zß-öø-ÿ0-9]*[A-ZÀ-ÖØ-Þ][{_LETTER}]*(?:[-.][{_LETTER}]+)*")
_LATIN_WORD = re.compile(rf"[{_LETTER}]+(?:[-.’'][{_LETTER}]+)*")
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ].*[A-ZÀ-ÖØ-Þ]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa][\u30a1-\u30ff]+")
_PREFECTURE = re.compile(r"[\u4e00-\u9fff]{2,3}県")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;)\]…“\"「『«]\s*)[^\w]*$")  # where any word may have a capital
_HAN = re.compile(r"[\u3400-\u9fff々]{2,}")
_SORTS = "駅|市|町|村|区|島|港|川|山|寺|大学|高校|病院|神社|空港|銀行|역|대학교|병원|공항|은행|초등학교|중학교|고등학교"
_SORT = re.compile(rf"(?:{_SORTS})$")
_PLACE = re.compile(rf"(?:[\u3400-\u9fff々]{{2,4}}?|(?<![가-힣])[가-힣]{{2,4}}?)(?:{_SORTS})(?![\u3400-\u9fff])")
_LONGEST_ENDING = 4  # syllables of particles that a Korean name may carry


def words_of(text: str) -> list[str]:
    """The words of a text as written."""
    return _WORD.findall(without_stamps(text))


def capitalised(text: str) -> frozenset[str]:
    """Words with a Latin capital that do not begin a sentence, or two, runs of Katakana, prefectures, folded."""
    text = without_stamps(text)
    found = [
        match
        for match in _LATIN.finditer(text)
        if match.group().casefold() not in UNIT_NAMES
        and (_TWO_CAPITALS.search(match.group()) or not _SENTENCE_START.search(text[: match.start()]))
    ]
    return frozenset(_plain(match.group()) for match in found) | frozenset(
        (*_KATAKANA.findall(text), *_PREFECTURE.findall(text))
    )


def leading_names(text: str) -> frozenset[str]:
    """Words with a Latin capital, wherever they stand, folded; so many a word that is no name."""
    return frozenset(_plain(match.group()) for match in _LATIN.finditer(without_stamps(text)))


def names_of(text: str, known: frozenset[str]) -> frozenset[str]:
    """The names in a text: those that stand out in it, and those that are known."""
    text = without_stamps(text)
    words = {_plain(word) for word in (*_LATIN_WORD.findall(text), *_WORD.findall(text))}
    spoken = {name for word in _HANGUL.findall(text) for name in _heads(word) & known}
    return capitalised(text) | (words & known) | spoken | _in_han(text, known)


def places_in(text: str) -> frozenset[str]:
    """Names of stations, towns, schools and the like in Han or Hangul, which end in what they are."""
    return frozenset(_PLACE.findall(without_stamps(text)))


def of_one_sort(one: str, other: str) -> bool:
    """Whether two such names end in the same word: both are stations."""
    return _SORT.search(one) is not None and _SORT.findall(one) == _SORT.findall(other)


def is_katakana(name: str) -> bool:
    """Whether a name is written in Katakana, as borrowed words are."""
    return _KATAKANA.fullmatch(name) is not None


def _in_han(text: str, known: frozenset[str]) -> frozenset[str]:
    """Known names in Han, which no space sets off."""
    return frozenset(name for name in _han(known) if name in text)


@lru_cache(8)
def _han(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in known if _HAN.fullmatch(name))


def has_word(name: str, text: str) -> bool:
    """Whether a name stands in a text, however it is written there."""
    return name in text.casefold()


@cache
def _heads(word: str) -> frozenset[str]:
    """What a Korean word may be without its particles."""
    return frozenset(word[:end] for end in range(max(2, len(word) - _LONGEST_ENDING), len(word) + 1))


def _plain(word: str) -> str:
    """The word folded, without an English genitive."""
    return re.sub(r"[’']s$", "", word.casefold())
