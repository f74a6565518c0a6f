"""Why two entries may tell the same, and what forbids to call that certain, in words; knows nothing of scoring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from core.detection.matching import Pair
from core.messages import Message
from core.model import Entry, Reason
from core.text.hunks import HunkKind, hunks
from core.text.normalise import numbers_in, without_stamps
from core.text.phrases import PhraseList, Phrases, folded
from core.text.speakers import same_speaker

_LATIN_NAME = re.compile(r"(?<![^\W_])[a-zß-ÿ0-9]*[A-ZÀ-Þ][A-Za-zÀ-ɏ0-9]*(?:[-.][A-Za-zÀ-ɏ0-9]+)*")
_KOREAN_SUBJECT = re.compile(r"^[^\w]*([\uac00-\ud7a3]{2,}?)(?<!에서)(?<!에)(?:은|는|이|가|께서)(?=\s)")
_KATAKANA_NAME = re.compile(r"[\u30a1-\u30fa][\u30a1-\u30ff]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;)\]…]\s)[^\w]*$")  # where any word has a capital
_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_RUN_ON_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_WORD = re.compile(r"\w+")
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+\s*$"), re.compile(r"^\s*\w+")
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
    numbers = numbers_in(one)
    if numbers and numbers == numbers_in(other):
        yield _NUMBERS_EQUAL
    yield _shared_reason(*_shared_words(one, other))
    shares = sorted((pair.shared / pair.left.mass, pair.shared / pair.right.mass))
    if shares[1] >= _MOST and shares[1] - shares[0] >= _CLEARLY:
        yield _CONTAINED


def vetoes(one: Entry, other: Entry, known: Phrases) -> Iterator[Reason]:
    """What differs in a way that may make them two statements: numbers, names, negation, done or planned, speakers.

    The value of such a reason is below 0: it speaks against.
    """
    left, right = numbers_in(one.text), numbers_in(other.text)
    if not (left <= right or right <= left):
        yield _different("different-numbers", left - right, right - left)
    left, right = _replaced_names(without_stamps(one.text), without_stamps(other.text))
    if left and right:
        yield _different("different-names", left, right)
    if _contradict(known.negation, one, other):
        yield _NEGATION
    if _differ(known.planned, one, other):
        yield _PLANNED
    speakers = (one.speaker or "", other.speaker or "")
    if not same_speaker(*speakers) or (speakers := _other_subjects(one.text, other.text, known.role)) is not None:
        shown = {"left": speakers[0], "right": speakers[1]}
        yield Reason("different-speakers", -1.0, Message("different speakers: {left}, {right}", shown))


_NUMBERS_EQUAL = Reason("numbers-equal", 1.0, Message("numbers equal"))
_CONTAINED = Reason("contained", 1.0, Message("one is contained in the other"))
_NEGATION = Reason("negation", -1.0, Message("only one of them says no"))
_PLANNED = Reason("planned", -1.0, Message("only one of them speaks of something planned"))


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


def _different(name: str, left: frozenset[str], right: frozenset[str]) -> Reason:
    shown = {"left": ", ".join(sorted(left)), "right": ", ".join(sorted(right))}
    if name == "different-numbers":
        return Reason(name, -1.0, Message("different numbers: {left}, {right}", shown))
    return Reason(name, -1.0, Message("different names: {left}, {right}", shown))


def _differ(phrases: PhraseList, one: Entry, other: Entry) -> bool:
    return (phrases.found_in(one.text) is None) != (phrases.found_in(other.text) is None)


def _contradict(negation: PhraseList, one: Entry, other: Entry) -> bool:
    """Whether only one denies anything, and that a thing which the other one says."""
    if not _differ(negation, one, other):
        return False
    left, right = folded(one.text), folded(other.text)
    denied = _denied(negation, left) | _denied(negation, right)  # only one of them has any
    return not denied or not denied.isdisjoint(_words(left) & _words(right))


def _denied(negation: PhraseList, text: str) -> frozenset[str]:
    """The words right before and right behind each negation of a folded text, in the same clause."""
    found: set[str] = set()
    for before, behind in negation.around(text):
        for part in (_LAST_WORD.search(before), _FIRST_WORD.search(behind)):
            found.update(_words(part.group()) if part else ())
    return frozenset(found)


def _other_subjects(one: str, other: str, roles: PhraseList) -> tuple[str, str] | None:
    """Who speaks or acts in each text, by a role or a Korean subject at its start, if they are two."""
    for left, right in (
        (roles.found_in(one), roles.found_in(other)),
        tuple(match and match.group(1) for match in map(_KOREAN_SUBJECT.match, (one, other))),
    ):
        if left and right and left not in folded(other) and right not in folded(one):
            return left, right
    return None


def _replaced_names(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names that only the one and only the other has, at places that correspond; elsewhere it may just say more."""
    left, right = _names(one), _names(other)
    if left.keys() <= right.keys() or right.keys() <= left.keys():
        return frozenset(), frozenset()
    found: tuple[set[str], set[str]] = set(), set()
    for hunk in hunks(one, other):
        gone = {name for name, at in left.items() if name not in right and hunk.a_start < at[1] and at[0] < hunk.a_end}
        new = {name for name, at in right.items() if name not in left and hunk.b_start < at[1] and at[0] < hunk.b_end}
        if gone and new and hunk.kind is HunkKind.DIFFERS:
            found[0].update(gone)
            found[1].update(new)
    return frozenset(found[0]), frozenset(found[1])


def _names(text: str) -> dict[str, tuple[int, int]]:
    """Words that stand out as names do, and where: with a Latin capital inside a sentence, or in Katakana."""
    latin = (match for match in _LATIN_NAME.finditer(text) if not _SENTENCE_START.search(text[: match.start()]))
    return {match.group().casefold(): match.span() for match in (*latin, *_KATAKANA_NAME.finditer(text))}


def _shared_words(one: str, other: str) -> tuple[int, int]:
    """How many words of the shorter text are in the other one, and how many it has."""
    shorter, longer = sorted((_words(folded(without_stamps(text))) for text in (one, other)), key=len)
    return len(shorter & longer), len(shorter)


@lru_cache(4096)
def _words(text: str) -> frozenset[str]:
    """What counts as a word of a folded text: Korean ones without ending, Han and Kana character by character."""
    words = _RUN_ON_WORD.findall(text) if _RUNS_ON.search(text) else _WORD.findall(text)
    return frozenset(word[:_STEM] if "\uac00" <= word[0] <= "\ud7a3" else word for word in words)
