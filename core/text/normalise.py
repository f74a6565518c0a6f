"""The form in which texts are compared: case, marks of style and Unicode form gone; knows nothing of notes.

Hangul falls apart into jamo, which makes a changed ending a small difference and replaces a stemmer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_SIGNS = "%+#&@$€£₩¥"  # these change what a number or a name means
_STAMP = re.compile(r"[\[［]\d{1,4}[:：]\d{2}(?:[:：]\d{2})?[\]］]")
_DIGIT_COMMA = re.compile(r"(?<=\d),(?=\d)")
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"  # for patterns that go on with what is counted
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_OTHER_WIDTH = re.compile(r"[\uff00-\uffef]+")
_UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff]")  # soft hyphens, and spaces without width
_IN_FULL = re.compile(rf"\s\s|[^\S ]|{_OTHER_WIDTH.pattern}|{_UNSEEN.pattern}")


def composed(text: str) -> str:
    """The text with each letter as one character where there is one, however its file wrote it.

    >>> composed("\u1112\u1161\u11ab") == "한", composed("e\u0301") == "é"
    (True, True)
    """
    return unicodedata.normalize("NFC", text)


def same_text(one: str, other: str) -> bool:
    """Whether two texts look the same: Unicode form, width of letters and sort of spaces make no difference.

    >>> same_text("ＡＩ\u00a0팀", "AI 팀"), same_text("AI 팀.", "AI 팀")
    (True, False)
    """
    return one == other or plain(one) == plain(other)


def plain(text: str) -> str:
    """The text in the one form that all that look the same share."""
    text = composed(text)
    if _IN_FULL.search(text) is None:
        return text
    usual = _OTHER_WIDTH.sub(lambda run: unicodedata.normalize("NFKC", run.group()), _UNSEEN.sub("", text))
    return composed(" ".join(usual.split()))


@cache
def folded_character(char: str) -> str:
    """What one character is compared as: its letters, marks and digits, a space for anything else."""
    found = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(x if unicodedata.category(x)[0] in "LMN" or x in _SIGNS else " " for x in found)


def without_stamps(text: str) -> str:
    """The text with a space for each bracketed time that stands inside it."""
    return _STAMP.sub(" ", text) if "[" in text or "［" in text else text


def stamps_in(text: str) -> list[str]:
    """The bracketed times inside a text, without brackets."""
    return [stamp[1:-1] for stamp in _STAMP.findall(text)] if "[" in text or "［" in text else []


def normalised(text: str) -> str:
    """The text as it is compared.

    >>> normalised("The “Ferry” cost 3,180 €!")
    'the ferry cost 3180 €'
    """
    return " ".join("".join(map(folded_character, _DIGIT_COMMA.sub("", text))).split())


@lru_cache(4096)  # asked when a pair is judged, and again for its reasons
def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, without the signs that set off thousands; bracketed times are none.

    >>> sorted(numbers_in("[03:04] 3,180 notes, 96.3 % of 1.200"))
    ['1200', '3180', '96.3']
    """
    found = _NUMBER.findall(unicodedata.normalize("NFKC", without_stamps(text)))
    return frozenset(_THOUSANDS.sub("", number).replace(",", ".") for number in found)
