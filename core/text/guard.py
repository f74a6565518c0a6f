"""The quote guard: whether two texts have the same words, and which differ; knows nothing of quotes or documents.

Quote marks, dashes, ellipses, other punctuation, spaces, bold, case and Unicode form make no difference. Letters, marks
and digits do, and so do the signs inside a number, ``%`` and currencies, and an apostrophe inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.text.hunks import HunkKind, hunks
from core.text.normalise import without_stamps

_APOSTROPHES = str.maketrans("’‘ʼ`´⁄", "'''''/")
_RAISED = {ord(raised): f"^{digit}" for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_KEPT = re.compile(
    r"[^\W_]+"
    r"|[\u0300-\u036f\u0900-\u0903\u093a-\u094d\u3099\u309a]"  # marks that letters carry, where NFC leaves them
    r"|(?<=\d)[.:/](?=\d)|(?<=\d),(?=\d)(?!\d{3}(?!\d))"  # inside a number; a thousands comma says nothing
    r"|(?<=[^\W\d_])'(?=[^\W\d_])"
    r"|[%+#&@$€£₩¥°]|\^(?=\d)"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one text and what stands in their place in the other; either may be empty."""

    was: str
    now: str


def guarded(text: str) -> str:
    """The words of a text, all in one.

    >>> guarded("“It's – *1,200* m …”") == guarded("its 1200 m"), guarded('"It’s" 1 200 m') == guarded("it's 1200 m")
    (False, True)
    """
    told = unicodedata.normalize("NFKC", without_stamps(text).translate(_RAISED))
    folded = unicodedata.normalize("NFKC", told.casefold())
    return "".join(_KEPT.findall(folded.translate(_APOSTROPHES)))


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words in the same order."""
    return one == other or guarded(one) == guarded(other)


def differences(was: str, now: str) -> tuple[Difference, ...]:
    """The runs of whole words that differ, in order; none exactly when ``same_words``."""
    if same_words(was, now):
        return ()
    found: list[Difference] = []
    for hunk in hunks(was, now):
        if hunk.kind is HunkKind.DIFFERS:
            one, other = _words(was, hunk.a_start, hunk.a_end), _words(now, hunk.b_start, hunk.b_end)
            if guarded(one) != guarded(other):
                found.append(Difference(one, other))
    return tuple(found) or (Difference(was, now),)


def _words(text: str, start: int, end: int) -> str:
    """The run, widened to whole words."""
    if start == end and not (0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum()):
        return ""
    while start > 0 and _is_letter(text[start - 1]) and (start == end or _is_letter(text[start])):
        start -= 1
    while end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1]):
        end += 1
    return text[start:end].strip()


def _is_letter(character: str) -> bool:
    """Whether words of spaced languages are made of it: Han and Kana stand alone."""
    return character.isalnum() and not "\u3040" <= character <= "\u9fff"
