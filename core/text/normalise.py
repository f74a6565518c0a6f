"""Text made comparable: case, Unicode form, signs and spacing fall away; words and numbers stay."""

from __future__ import annotations

import re
import unicodedata

_SEPARATED_DIGITS = re.compile(r"(?<=\d),(?=\d)")
_KEPT_SIGNS = frozenset("%+#&@$€£₩¥")


def normalised(text: str) -> str:
    """Decomposed (Hangul into jamo, which replaces a stemmer), case-folded, one blank between words, none at the ends.

    Every character that is no letter, mark, number or one of ``%+#&@$€£₩¥`` counts as a blank.
    """
    folded = _SEPARATED_DIGITS.sub("", unicodedata.normalize("NFKD", text).casefold())
    kept = (c if c in _KEPT_SIGNS or unicodedata.category(c)[0] in "LMN" else " " for c in folded)
    return " ".join("".join(kept).split())
