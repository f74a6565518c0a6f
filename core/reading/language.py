"""Which language a text is in: by its name, or by its script and, in Latin script, by common small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

_NAMES: Mapping[str, tuple[str, ...]] = {
    "ar": ("arabic", "العربية"),
    "de": ("german", "deutsch"),
    "en": ("english",),
    "es": ("spanish", "español", "castellano"),
    "fr": ("french", "français"),
    "hi": ("hindi", "हिन्दी"),
    "id": ("indonesian", "bahasa indonesia"),
    "it": ("italian", "italiano"),
    "ja": ("japanese", "日本語"),
    "ko": ("korean", "한국어", "한국말"),
    "nl": ("dutch", "nederlands"),
    "pl": ("polish", "polski"),
    "pt": ("portuguese", "português"),
    "ru": ("russian", "русский"),
    "tr": ("turkish", "türkçe"),
    "uk": ("ukrainian", "українська"),
    "vi": ("vietnamese", "tiếng việt"),
    "zh": ("chinese", "mandarin", "中文", "汉语", "漢語"),
}
_TAGS = {name: tag for tag, names in _NAMES.items() for name in names}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_SCRIPTS = {  # compiled when first used: a prompt says its language, and the wide ranges take their time
    "ko": "[가-힣ㄱ-ㆎ]",
    "ja": "[ぁ-ヿ]",
    "zh": "[㐀-鿿]",
    "uk": "[іїєґІЇЄҐ]",
    "ru": "[а-яёА-ЯЁ]",
    "ar": "[ء-ي]",
    "hi": "[ऀ-ॿ]",
}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"`[^`\n]*`|https?://\S+")
_COMMON: Mapping[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in {
        "de": "der die das und ist nicht ein eine dass mit von zu auf für es sich auch den dem im wie aber er sie wir",
        "en": "the and of to is in that it for with was as are this on be they he she not at by from have which we",
        "es": "el la los las de que y en un una es por con no para se su del al lo más como pero sus qué está porque",
        "fr": "le la les des et est un une que dans pour pas qui sur avec du au ce il elle nous mais sont plus cette",
        "id": "yang dan di untuk dengan ini itu dari tidak pada adalah ke akan juga karena dalam oleh bisa ada sudah",
        "it": "il lo gli che di è un una per non con sono del della nel anche come più ma le questo alla si ha",
        "nl": "de het een en van is dat niet met voor op zijn aan ook maar er te die hij zij wij worden bij naar",
        "pl": "i w nie na się z że do to jest jak o ale co za od tak po są przez które był czy oraz dla",
        "pt": "o a os as de que e em um uma é não para com por se mais como mas do da dos das ao foi são isso",
        "tr": "ve bir bu için ile de da ne çok daha ama gibi olarak var değil olan kadar sonra en ki mi her",
        "vi": "và là của có không một được cho các này trong những với người đã khi đến từ như để cũng nhưng",
    }.items()
}
_SCRIPT_SHARE = 0.2  # technical notes in Korean hold many Latin letters
_HAN_BESIDE_KANA = 0.05
_COMMON_SHARE = 0.12
_LEAST_LETTERS = 2


def tag_of(name: str) -> str:
    """The primary tag of a language as people name it ("Korean" → "ko"); a name that is not known is kept.

    >>> tag_of("Korean"), tag_of("pt-BR"), tag_of("한국어 (Korean)"), tag_of("Klingon")
    ('ko', 'pt', 'ko', 'Klingon')
    """
    name = name.strip().strip("`*\"'.")
    for part in (name, *re.split(r"[(（)）/,]", name)):
        if tag := _TAGS.get(part.strip().lower()):
            return tag
    match = _TAG.fullmatch(name)
    return match[1].lower() if match and match[1].lower() in _NAMES else name


def detect(text: str) -> str:
    """The tag of the language that a text is in; empty if its letters do not tell."""
    text = unicodedata.normalize("NFC", _CODE.sub(" ", text))
    letters = len(_LETTER.findall(text))
    if letters < _LEAST_LETTERS:
        return ""
    counts = {tag: len(re.findall(script, text)) for tag, script in _SCRIPTS.items()}
    return _by_script(counts, letters) or _by_words(text)


def small_words(text: str) -> Mapping[str, int]:
    """For each language in Latin script how many of the words are small words of it; single letters tell none."""
    counts = dict.fromkeys(_COMMON, 0)
    for word in _WORD.findall(_CODE.sub(" ", text).lower()):
        if len(word) > 1:
            for tag in _languages_of().get(word, ()):
                counts[tag] += 1
    return counts


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in _COMMON.items():
        for word in words:
            found[word] = (*found.get(word, ()), tag)
    return found


def _by_script(counts: Mapping[str, int], letters: int) -> str:
    """A little kana tells Japanese from Chinese, a few letters Ukrainian from Russian."""
    if counts["ja"] and counts["ja"] + counts["zh"] >= letters * _SCRIPT_SHARE:
        return "ja" if counts["ja"] >= counts["zh"] * _HAN_BESIDE_KANA else "zh"
    if counts["uk"] and counts["uk"] + counts["ru"] >= letters * _SCRIPT_SHARE:
        return "uk" if counts["uk"] >= counts["ru"] * _HAN_BESIDE_KANA / 2 else "ru"
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] >= letters * _SCRIPT_SHARE else ""


def _by_words(text: str) -> str:
    words = Counter(_WORD.findall(text.lower()))
    hits = {tag: sum(words[word] for word in common) for tag, common in _COMMON.items()}
    best = max(hits, key=lambda tag: hits[tag])
    is_clear = sum(count == hits[best] for count in hits.values()) == 1
    return best if is_clear and hits[best] >= words.total() * _COMMON_SHARE else ""
