"""Where two texts differ, in words that a person would point at; knows nothing of notes, windows or colours.

Spaced languages are compared by words, Han and Kana by characters, Korean by eojeol and inside changed ones by
syllables, so that a changed ending does not mark the whole word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise

HunkKind = Enum("HunkKind", "SAME DIFFERS")
_RUNS_ON = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # Kana and Han: every character is a word
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"  # a number with its separators is one word
    rf"|[{_RUNS_ON}][\u3099\u309a]?"
    rf"|[^\W\d{_RUNS_ON}](?:[^\W\d{_RUNS_ON}]|[\u0300-\u036f])*"
    r"|\s+|.",
    re.DOTALL,
)
_HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
_RUN_ON = re.compile(rf"[{_RUNS_ON}]")
_LONGEST = 4_000_000  # token pairs; beyond it (a line of a megabyte) only what both ends share is told apart
_STEM = 2  # syllables that two changed eojeol must share to be compared inside
_CLOSING = frozenset(")]」』”’\"'»")
_QUOTES = str.maketrans("“”„«»「」『』‘’‚", '"""""""""' + "'''")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hunk:
    """A run that is the same in both texts or differs; half-open character offsets, either side may be empty."""

    kind: HunkKind
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def hunks(a: str, b: str) -> tuple[Hunk, ...]:
    """The runs of both texts in order; together they cover both whole, and neighbours differ in kind.

    Case, quote signs and Unicode form make no difference.

    >>> [(hunk.kind.name, hunk.a_start, hunk.a_end) for hunk in hunks("red fox", "Red dog")]
    [('SAME', 0, 4), ('DIFFERS', 4, 7)]
    """
    return tuple(_joined(_refined(a, b, hunk) for hunk in _compared(a, b, _words(a), _words(b))))


def _words(text: str) -> list[Span]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _key(text: str, span: Span) -> str:
    word = text[slice(*span)]
    return " " if word.isspace() else unicodedata.normalize("NFC", word.translate(_QUOTES)).casefold()


def _compared(a: str, b: str, left: Sequence[Span], right: Sequence[Span]) -> Iterator[Hunk]:
    one, other = [_key(a, span) for span in left], [_key(b, span) for span in right]
    if len(one) * len(other) > _LONGEST:
        blocks = _both_ends(one, other)
    else:
        blocks = [tuple(block) for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()]
    at_a = at_b = 0
    edge_a, edge_b = [*(start for start, _ in left), len(a)], [*(start for start, _ in right), len(b)]
    for in_a, in_b, size in blocks:
        if all(word == " " for word in one[in_a : in_a + size]) and size:
            continue  # a lone shared space is no agreement
        yield Hunk(HunkKind.DIFFERS, edge_a[at_a], edge_a[in_a], edge_b[at_b], edge_b[in_b])
        at_a, at_b = in_a + size, in_b + size
        yield Hunk(HunkKind.SAME, edge_a[in_a], edge_a[at_a], edge_b[in_b], edge_b[at_b])


def _both_ends(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    return [(0, 0, head), (len(one) - tail, len(other) - tail, tail), (len(one), len(other), 0)]


def _refined(a: str, b: str, hunk: Hunk) -> Iterator[Hunk]:
    """A run of changed eojeol, told apart by syllables where they share a stem."""
    left, right = a[hunk.a_start : hunk.a_end], b[hunk.b_start : hunk.b_end]
    if hunk.kind is HunkKind.SAME or not (_HANGUL.search(left) and _HANGUL.search(right)):
        yield hunk
        return
    if len(left) * len(right) > _LONGEST:
        yield hunk
        return
    at_a, at_b = hunk.a_start, hunk.b_start
    for in_a, in_b, size in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        shared = left[in_a : in_a + size].strip()
        if size and (len(shared) < _STEM or not (_starts_word(left, in_a) and _starts_word(right, in_b))):
            continue
        start_a, start_b = hunk.a_start + in_a, hunk.b_start + in_b
        yield Hunk(HunkKind.DIFFERS, at_a, start_a, at_b, start_b)
        at_a, at_b = start_a + size, start_b + size
        yield Hunk(HunkKind.SAME, start_a, at_a, start_b, at_b)


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() and text[at].isalnum())


def _joined(runs: Iterator[Iterator[Hunk]]) -> Iterator[Hunk]:
    """The runs without empty ones, neighbours of one kind as one."""
    last: Hunk | None = None
    for hunk in (hunk for run in runs for hunk in run):
        if hunk.a_start == hunk.a_end and hunk.b_start == hunk.b_end:
            continue
        if last is not None and last.kind is hunk.kind:
            last = Hunk(last.kind, last.a_start, hunk.a_end, last.b_start, hunk.b_end)
            continue
        if last is not None:
            yield last
        last = hunk
    if last is not None:
        yield last


def uncovered(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """The words of a text that none of the others has anywhere, neighbours as one; order makes no difference.

    Korean words count as the same with another ending or other blanks, Han and Kana in pairs of characters.

    >>> text = "the old lamp was lit"
    >>> [text[start:end] for start, end in uncovered(text, ["a lamp was lit", "the light"])]
    ['old']
    """
    known = [_Known.of(other) for other in others]
    spans = _words(text)
    keys = [_key(text, span) for span in spans]
    found: list[Span] = []
    for at, span in enumerate(spans):
        is_sign = not any(map(str.isalnum, keys[at]))
        if is_sign or _is_particle(text, span) or any(_is_known(keys, at, other) for other in known):
            continue
        is_beside = bool(found) and not text[found[-1][1] : span[0]].strip()
        found.append((found.pop()[0] if is_beside else span[0], span[1]))
    return tuple(found)


@dataclass(frozen=True)
class _Known:
    """What a text has: its words, pairs of characters where they run on, and itself without blanks."""

    words: frozenset[str]
    hangul: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    joined: str

    @classmethod
    def of(cls, text: str) -> _Known:
        keys = [_key(text, span) for span in _words(text)]
        hangul = tuple({key for key in keys if _HANGUL.match(key)})
        return cls(frozenset(keys), hangul, frozenset(pairwise(keys)), "".join(keys).replace(" ", ""))


def _is_particle(text: str, span: Span) -> bool:
    """Whether it is a Korean ending behind a quotation or a bracket, which says nothing by itself."""
    start, end = span
    return end - start <= _STEM and text[start - 1 : start] in _CLOSING and _HANGUL.match(text[start:end]) is not None


def _is_known(keys: Sequence[str], at: int, other: _Known) -> bool:
    key = keys[at]
    if _RUN_ON.match(key):
        beside = [pair for pair in pairwise(keys[max(0, at - 1) : at + 2]) if all(map(_RUN_ON.match, pair))]
        return any(pair in other.pairs for pair in beside) if beside else key in other.words
    if key in other.words:
        return True
    if not _HANGUL.match(key) or len(key) < _STEM:
        return False
    stem = max(_STEM, (len(key) + 1) // 2)
    return key in other.joined or any(word[:stem] == key[:stem] for word in other.hangul)
