"""Whether a text is in another language than it should be; knows nothing of notes or headings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from core.reading.language import detect, small_words

_SCRIPTS = {
    "ko": "가-힣ㄱ-ㆎ",
    "ja": "ぁ-ヿ㐀-鿿",
    "zh": "㐀-鿿",
    "uk": "а-яёіїєґА-ЯЁІЇЄҐ",
    "ru": "а-яёА-ЯЁ",
    "ar": "ء-ي",
    "hi": "ऀ-ॿ",
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER_SCRIPT = re.compile("[" + "".join(_SCRIPTS.values()) + "]")
_SPELLED = re.compile(
    r"`[^`\n]*`|https?://\S+|\b[\w.]*[A-Z0-9]{2,}[\w.]*\b|\b\w+[A-Z]\w*\b"
)  # code, acronyms, product names
_LEAST_WORDS = 5  # of a note; fewer may all be names
_LEAST_SMALL_WORDS, _CLEARLY = 3, 4  # small words must tell two languages of one script apart


def is_foreign(text: str, language: str, *, is_title: bool = False) -> bool:
    """Whether a text is in another language than ``language``; False where that cannot be told.

    >>> is_foreign("The robots charge at night in a shed", "ko"), is_foreign("LFP 배터리", "ko")
    (True, False)
    """
    text = unicodedata.normalize("NFC", text)  # Hangul that fell apart into jamo is Hangul
    if language in _SCRIPTS:
        if _script(language).search(text):
            return language == "zh" and detect(text) == "ja"
        words = _WORD.findall(_SPELLED.sub(" ", text))
        return len(words) >= (2 if is_title else _LEAST_WORDS)
    counts = small_words(text)
    if language not in counts:
        return False
    if _OTHER_SCRIPT.search(text):
        return detect(text) not in ("", language)
    most = max(counts.values())
    return most >= _LEAST_SMALL_WORDS and most >= _CLEARLY * counts[language]


@cache
def _script(language: str) -> re.Pattern[str]:
    return re.compile(f"[{_SCRIPTS[language]}]")
