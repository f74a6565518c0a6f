"""Texts as arrays of hashed character grams, many at once; knows nothing of notes or of how they are compared.

Loads numpy, so only what compares in bulk imports it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.text.normalise import folded_character, without_stamps

HASH_BITS = 23  # a hundred thousand different grams share a place with another in 2 % of cases
INFLECTED = 1 << (HASH_BITS - 1)  # set in the hashes of pairs with Hiragana, which are endings and particles
Codes = NDArray[np.uint32]
Places = NDArray[np.int64]

_SPACE, _COMMA = 0x20, 0x2C
_MIX = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D), np.uint32(0x27D4EB2F))


class GramReader:
    """Reads texts into grams; learns characters as they come, so one reader serves a whole run.

    A gram is a run of three characters of the normalised text with a space at both ends; among Han and Kana, which
    write words without spaces, runs of one and two take their place.
    """

    def __init__(self) -> None:
        self._start = np.zeros(0x110000, np.uint32)
        self._length = np.zeros(0x110000, np.uint8)  # 0: not met yet
        self._folded = np.zeros(0, np.uint32)

    def read(self, texts: Sequence[str]) -> tuple[Codes, Places]:
        """The hashes of all grams, and for each the position of its text; a gram may come twice in a text."""
        if not texts:
            return np.zeros(0, np.uint32), np.zeros(0, np.int64)
        codes, owner = self._normalised([without_stamps(text) for text in texts])
        inside = owner[:-2] == owner[2:]
        three = _hashed(codes[:-2], codes[1:-1], codes[2:])
        runs_on = _runs_on(codes)
        if not runs_on.any():
            return three[inside], owner[:-2][inside]
        two_run_on = runs_on[:-1] & runs_on[1:]
        inside &= ~(two_run_on[:-1] | two_run_on[1:])
        two_run_on &= owner[:-1] == owner[1:]
        zero = np.uint32(0)
        one = _hashed(codes[runs_on], zero, zero)
        two = _hashed(codes[:-1][two_run_on], codes[1:][two_run_on], zero)
        hiragana = (codes >= 0x3041) & (codes <= 0x309F)
        two[(hiragana[:-1] | hiragana[1:])[two_run_on]] |= np.uint32(INFLECTED)
        places = (owner[:-2][inside], owner[runs_on], owner[:-1][two_run_on])
        return np.concatenate((three[inside], one, two)), np.concatenate(places)

    def _normalised(self, texts: Sequence[str]) -> tuple[Codes, Places]:
        """All texts as one run of characters, each with a space at both ends, and the position of each one's text."""
        joined = f" {'  '.join(texts)} "
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        owner = np.repeat(np.arange(len(texts)), np.fromiter(map(len, texts), np.int64, len(texts)) + 2)
        if "," in joined:
            stays = ~_digit_commas(codes)
            codes, owner = codes[stays], owner[stays]
        self._learn(codes)
        length = self._length[codes].astype(np.int64)
        ends = np.cumsum(length)
        first = self._start[codes].astype(np.int64) - (ends - length)
        folded = self._folded[np.repeat(first, length) + np.arange(int(ends[-1]))]
        owner = np.repeat(owner, length)
        space = folded == _SPACE
        doubled = space[1:] & space[:-1] & (owner[1:] == owner[:-1])
        stays = np.concatenate(([True], ~doubled))
        return folded[stays], owner[stays]

    def _learn(self, codes: Codes) -> None:
        new = np.unique(codes[self._length[codes] == 0])
        if not len(new):
            return
        folded = [folded_character(chr(code)) or " " for code in new.tolist()]
        lengths = np.array([len(x) for x in folded])
        self._length[new] = lengths
        self._start[new] = len(self._folded) + np.cumsum(lengths) - lengths
        more = np.frombuffer("".join(folded).encode("utf-32-le", "surrogatepass"), np.uint32)
        self._folded = np.concatenate((self._folded, more))


def _hashed(first: Codes, second: Codes | np.uint32, third: Codes | np.uint32) -> Codes:
    mixed = first * _MIX[0] + second * _MIX[1] + third * _MIX[2]
    mixed ^= mixed >> np.uint32(15)
    mixed *= _MIX[3]
    return mixed >> np.uint32(33 - HASH_BITS)  # the highest bit stays free


def _runs_on(codes: Codes) -> NDArray[np.bool_]:
    return ((codes >= 0x3040) & (codes <= 0x30FF)) | ((codes >= 0x3400) & (codes <= 0x9FFF))


def _digit_commas(codes: Codes) -> NDArray[np.bool_]:
    digit = (codes >= 0x30) & (codes <= 0x39)
    found = codes == _COMMA
    found[1:-1] &= digit[:-2] & digit[2:]
    return found
