"""What another sentence has in the places of a sentence's words, or behind them; knows nothing of scores.

Who tells one fact twice seldom keeps all words, their order and their count but one; who tells two facts of one kind
does. Words are compared by their spelling, so a synonym counts as another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from unicodedata import normalize

from core.text.figures import figures_in
from core.text.normalise import numbers_in, without_stamps
from core.text.numerals import spelled_numbers
from core.text.phrases import Phrases, folded
from core.text.similarity import common_runs

_VERB_LAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA, _HIRAGANA = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u3041-\u309f]")
_HANGUL, _HAN, _DIGIT = re.compile(r"[\uac00-\ud7a3]"), re.compile(r"[\u3400-\u9fff]"), re.compile(r"\d")
_SCRIPTS = (_HANGUL, re.compile(r"[\u30a1-\u30ff\u3400-\u9fff]"), re.compile(r"[a-zß-ɏ]"), re.compile(r"[а-яё]"))
_WORD = re.compile(  # Han, Katakana and Hiragana take turns where words are not set apart
    r"[\u3400-\u9fff]+|[\u30a1-\u30ff]+|[\u3041-\u309f]+|[^\W\u3040-\u30ff\u3400-\u9fff]+"
)
_HAN_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")  # without Kana every character is a word
_PERIODS = frozenset("日週月年周")
_STEM, _LATIN_STEM = 2, 5  # syllables, or letters, that two words must share to count as one
_PREFIX, _FORM = 4, 0.6  # letters that two forms of one word begin with, and of the shorter one
_ONSET = 2  # letters of a Korean syllable that two forms of one word share
_LONGEST = 4  # Chinese characters of a word
_LEAST = 0.5  # of the words are the same, at least
_MOSTLY, _FEW = 0.8, 2  # of the words are the same, and so few are neither that nor replaced: a frame
_PARTLY, _ONE = 0.6, 1  # the same of a short sentence
_BEGUN, _ENDS = 0.4, 4  # of the shorter sentence's words are the same; words of both ends that tell something
_NEW, _NEW_SHARE = 3, 1 / 3  # words of their matter that are more than an ending in other words, and of all of them


@dataclass(frozen=True, slots=True)
class Frame:
    """What two sentences have in common and what stands in the gaps."""

    share: float  # of the words of the longer one that the other has as well, in this order
    others: int  # its words that neither the other has nor stand in another's place
    replaced: tuple[tuple[str, str], ...]  # words that tell a fact, and what stands in their places

    @property
    def is_kept(self) -> bool:
        """Whether all but what is replaced is so much the same that nobody retold it."""
        return (self.share >= _MOSTLY and self.others <= _FEW) or (self.share >= _PARTLY and self.others <= _ONE)


def told_apart(one: str, other: str, known: Phrases) -> Sequence[tuple[str, str]]:
    """Words by which two sentences that are else the same tell two facts; none if they may tell one."""
    for frame in _frames(one, other, known, least=_PARTLY):
        if frame.replaced and frame.is_kept:
            return frame.replaced
    return _place_by_place(_words(one), _words(other), known)


def may_tell_two(one: str, other: str, known: Phrases) -> bool:
    """Whether half of one sentence is in another, in which other words stand in the places of some of its own."""
    return any(frame.replaced for frame in _frames(one, other, known, least=_LEAST))


def _frames(one: str, other: str, known: Phrases, *, least: float) -> Iterator[Frame]:
    """The frame of two sentences, and that without words at their ends that only tell, such as "he says"."""
    words = _placed(one), _placed(other)
    if _most_in_common(one, other) < least * min(map(len, words)):
        return
    bare = tuple(_without_end(each, known) for each in words)
    for left, right in (words, bare) if bare != words else (words,):
        runs = common_runs([_stem(word) for word in left], [_stem(word) for word in right])
        same, longest = sum(size for _, _, size in runs), max(len(left), len(right))
        if same and same >= least * longest:
            gaps = _in_gaps(left, right, runs, known)
            told = tuple((was, now) for was, now in gaps if _is_new(was, right) and _is_new(now, left))
            yield Frame(same / longest, longest - same - len(told), told)


def _is_new(word: str, others: Sequence[str]) -> bool:
    """Whether the other text does not have a word elsewhere; a number says another thing in each place."""
    return word not in others or word.isdigit()


def told_behind(one: str, other: str, known: Phrases) -> Sequence[str]:
    """The words of something new with which one of two sentences goes on where they no longer are the same."""
    words = _placed(one), _placed(other)
    shorter = min(map(len, words))
    if max(map(len, words)) < shorter + _NEW or _most_in_common(one, other) < _LEAST * shorter:
        return ()
    runs = common_runs(_stemmed(one), _stemmed(other))
    if not runs or sum(size for _, _, size in runs) < _LEAST * shorter:
        return ()
    *starts, size = runs[-1]
    tails = [
        [word for word in _matter(mine[start + size :], known) if _stem(word) not in theirs]
        for mine, start, theirs in zip(words, starts, (_stems(other), _stems(one)), strict=True)
    ]
    at = int(len(tails[1]) > len(tails[0]))
    new = len(tails[at]) - len(tails[1 - at])
    return tails[at] if new >= max(_NEW, _NEW_SHARE * len(_matter(words[at], known))) else ()


def told_instead(one: str, other: str, known: Phrases) -> Sequence[str]:
    """What each of two sentences that begin alike goes on with, where neither end has anything of the other sentence.

    A number that both have speaks for one fact. Where the verb comes last, as in Korean and Japanese, who retells a
    fact changes its end as well: of those nothing is said.
    """
    if _VERB_LAST.search(one):
        return ()
    words = _placed(one), _placed(other)
    least = _BEGUN * min(map(len, words))
    if _most_in_common(one, other) < least or figures_in(one) & figures_in(other):
        return ()
    runs = common_runs(_stemmed(one), _stemmed(other))
    telling = [run for run in runs if _matter(words[0][run[0] : run[0] + run[2]], known)]
    if not telling or sum(size for _, _, size in runs) < least:
        return ()
    *starts, size = telling[-1]
    ends = [_matter(mine[start + size :], known) for mine, start in zip(words, starts, strict=True)]
    if not all(ends) or sum(map(len, ends)) < _ENDS:
        return ()
    theirs = _stems(other), _stems(one)
    is_shared = any(_stem(word) in stems for end, stems in zip(ends, theirs, strict=True) for word in end)
    return () if is_shared else [" ".join(end) for end in ends]


def _matter(words: Sequence[str], known: Phrases) -> list[str]:
    return [word for word in words if word not in known.common.words and word not in known.telling.words]


def _most_in_common(one: str, other: str) -> int:
    """How many words two sentences can at most share in one order; one can stand twice."""
    left, right = _stems(one), _stems(other)
    return len(left & right) + min(len(_placed(one)) - len(left), len(_placed(other)) - len(right))


def _without_end(words: Sequence[str], known: Phrases) -> Sequence[str]:
    """The words without those at the end that only tell: "he says"."""
    end = len(words)
    while end > 2 and not _matter(words[end - 1 : end], known):
        end -= 1
    return words[:end]


def _in_gaps(
    left: Sequence[str], right: Sequence[str], runs: Sequence[tuple[int, int, int]], known: Phrases
) -> Iterator[tuple[str, str]]:
    """Single words that stand in each other's places, perhaps with a plain one beside them."""
    ends = [(0, 0), *((a + size, b + size) for a, b, size in runs)]
    starts = [*((a, b) for a, b, _ in runs), (len(left), len(right))]
    for (a, b), (next_a, next_b) in zip(ends, starts, strict=True):
        if a == next_a or b == next_b:
            continue
        was, now = left[a:next_a], right[b:next_b]
        if _is_run_of_han(was) and _is_run_of_han(now):
            was, now = ("".join(was),), ("".join(now),)
        # One plain word behind both makes it another construction, "in front of"; before both it may be an article.
        if max(len(was), len(now)) > 2 or (len(was) == len(now) == 2 and _matter((was[0], now[0]), known)):
            continue
        was, now = (_without_plain(words, known) for words in (was, now))
        if len(was) == len(now) == 1 and _tell_apart(was[0], now[0], known):
            yield was[0], now[0]


def _without_plain(words: Sequence[str], known: Phrases) -> Sequence[str]:
    return words if len(words) == 1 else _matter(words, known)


def _is_run_of_han(words: Sequence[str]) -> bool:
    return len(words) <= _LONGEST and all(len(word) == 1 and _HAN.match(word) for word in words)


def _tell_apart(was: str, now: str, known: Phrases) -> bool:
    """Whether two words in one place are rivals, two numbers, or words of two things."""
    if known.rivals.are_rivals(was, now) or (_PERIODS.issuperset((was, now)) and was != now):
        return True
    numbers = _numbers(was), _numbers(now)
    if all(numbers):
        return numbers[0].isdisjoint(numbers[1])
    if not known.common.words.isdisjoint((was, now)) or known.telling.words.issuperset((was, now)):
        return False
    if _HAN.match(was) and any(one in other and one in known.telling.words for one, other in ((was, now), (now, was))):
        return False  # "見つかる" and "発見する"
    if not _is_other(was, now) or known.role.found_in(was) or known.role.found_in(now):
        return False  # a name may take the place of a role
    return not any(each.found_in(was) and each.found_in(now) for each in (known.planned, known.negation))


def _numbers(word: str) -> frozenset[str]:
    return numbers_in(word) or spelled_numbers(word)


def _is_other(was: str, now: str) -> bool:
    """Whether two words are no forms of one word, no numbers in digits, and not one word in two scripts."""
    if any(_DIGIT.search(word) or _HIRAGANA.match(word) for word in (was, now)):
        return False
    if any((script.search(was) is None) != (script.search(now) is None) for script in _SCRIPTS):
        return False
    if _HANGUL.match(was):
        return not _is_korean_form(was, now)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, now, strict=False)))
    shorter = min(len(was), len(now))
    return shared < shorter and (shared < _PREFIX or shared < _FORM * shorter)


def _is_korean_form(was: str, now: str) -> bool:
    """Two forms of a verb begin alike and end otherwise; two nouns may only begin alike and have one particle."""
    if normalize("NFD", was[0])[:_ONSET] != normalize("NFD", now[0])[:_ONSET]:
        return False
    return was[1:2] == now[1:2] or was[-1] != now[-1]


def _place_by_place(left: Sequence[str], right: Sequence[str], known: Phrases) -> Sequence[tuple[str, str]]:
    """Two words or more of as many as the other has that are replaced where they stand."""
    if len(left) != len(right):
        return ()
    changed = [(was, now) for was, now in zip(left, right, strict=True) if _stem(was) != _stem(now)]
    if len(changed) > _LEAST * len(left):
        return ()
    told = [(was, now) for was, now in changed if _is_other(was, now) and known.common.words.isdisjoint((was, now))]
    return told if len(told) > 1 and not any(was in right or now in left for was, now in told) else ()


@lru_cache(4096)
def _placed(text: str) -> tuple[str, ...]:
    """The words of a text; of a Japanese one without those in Hiragana, which are endings and particles."""
    words = _words(text)
    return tuple(word for word in words if not _HIRAGANA.match(word)) if _KANA.search(text) else words


@lru_cache(4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stemmed(text))


@lru_cache(4096)
def _stemmed(text: str) -> tuple[str, ...]:
    return tuple([_stem(word) for word in _placed(text)])


@lru_cache(4096)
def _words(text: str) -> tuple[str, ...]:
    pattern = _WORD if _KANA.search(text) or not _HAN.search(text) else _HAN_WORD
    return tuple(pattern.findall(folded(without_stamps(text))))


def _stem(word: str) -> str:
    return word[: _STEM if "\uac00" <= word[0] <= "\ud7a3" else _LATIN_STEM]
