"""The numbers of a text as digits, whether they are written as "12,000", "1만 2천", "１万２千" or "一万二千".

Knows nothing of notes. Numbers spelled in letters are ``numerals``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from core.text.normalise import numbers_in, without_stamps

_DIGITS = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_MYRIADS = {"万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
_UNITS = "".join((*_TENS, *_MYRIADS))
_WITH_UNITS = re.compile(rf"\d[\d,]*(?:\.\d+)?[{_UNITS}]+(?:\s?\d[\d,]*(?:\.\d+)?[{_UNITS}]+)*")
_PART = re.compile(rf"(\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九])|([{_UNITS}])")
# One kanji alone is a number only before what is counted; "一" says too many other things, and "十分" is "enough".
_COUNTED = (
    "[人名年月日時分秒回個个台本枚円元割倍歳岁度件社冊週周代次つ軒号匹頭両席点食便階組種校棟]|[かヶカケ箇][月所国年]"
    "|世紀|世纪|メートル|キロ|パーセント|センチ|ミリ|グラム|トン|編成|路線|世帯|文字"
)
_LONG_KANJI = (
    "[〇一二三四五六七八九]{3,}"
    "|[一二三四五六七八九]?[十百千](?:[一二三四五六七八九十百千万億亿兆]+)"
    "|[一二三四五六七八九][十百千万億亿兆][一二三四五六七八九十百千万億亿兆]*"
)
_SHORT_KANJI = "[二三四五六七八九]|十(?!分)|[百千](?![代歳])"
_KANJI = re.compile(f"{_LONG_KANJI}|(?:{_SHORT_KANJI})(?={_COUNTED})")
_ANY_KANJI = re.compile(f"{_LONG_KANJI}|(?:一|{_SHORT_KANJI})(?={_COUNTED})")
_NUMERAL = re.compile("[〇一二三四五六七八九十百千]")
_DIGIT = re.compile(r"[\d〇一二三四五六七八九十百千]")
_UNITS_IN_LETTERS = {  # of languages that as often write the sign
    "%": "パーセント|퍼센트|프로(?![그젝세필듀])",
    "km": "キロメートル|킬로미터",
    "kg": "キログラム|킬로그램",
    "cm": "センチ(?:メートル)?|센티(?:미터)?",
    "mm": "ミリ(?:メートル|(?![ァ-ヶ秒]))|밀리미터",
    "m": "メートル|미터",
    "g": "グラム|그램",
}
_UNIT = re.compile(rf"(\d)\s?(?:{'|'.join(f'({names})' for names in _UNITS_IN_LETTERS.values())})")
_UNIT_SIGNS = tuple(_UNITS_IN_LETTERS)
_TO_BE_READ = re.compile(  # most texts need not: a search is a tenth of the work
    rf"[０-９〇一二三四五六七八九十百千]|\d\s?[{_UNITS}パ퍼프キ킬セ센ミ밀メ미グ그]"
)


@lru_cache(4096)  # asked when a pair is judged, and again for its reasons
def figures_in(text: str) -> frozenset[str]:
    """The numbers of a text; bracketed times are none.

    >>> sorted(figures_in("3만 5천 명, 30万円, 二〇二四年, 三十人, １２％"))
    ['12', '2024', '30', '300000', '35000']
    """
    text = unicodedata.normalize("NFKC", without_stamps(text))
    if _DIGIT.search(text) is None:
        return frozenset()
    found = set[str]()
    rest = text
    for match in _WITH_UNITS.finditer(text):
        found.add(_value(match.group()))
        rest = rest.replace(match.group(), " ", 1)
    found.update(_value(match.group()) for match in _KANJI.finditer(rest))
    return frozenset(found) | numbers_in(rest)


def in_figures(text: str) -> str:
    """The text with its numbers in digits and common units as signs, so that "三十センチ" and "30cm" read alike.

    >>> in_figures("三十センチを１日、31 퍼센트")
    '30cmを1日、31%'
    """
    if _TO_BE_READ.search(text) is None:
        return text
    text = _WITH_UNITS.sub(_figure, unicodedata.normalize("NFKC", text))
    if _NUMERAL.search(text) is not None:
        text = _ANY_KANJI.sub(_figure, text)
    return _UNIT.sub(_with_sign, text)


def _figure(match: re.Match[str]) -> str:
    return _value(match.group())


def _with_sign(match: re.Match[str]) -> str:
    return match[1] + _UNIT_SIGNS[(match.lastindex or 2) - 2]


def _value(number: str) -> str:
    """What a number with units comes to, as digits."""
    total, myriads, single = 0.0, 0.0, None
    for figure, unit in _parts(number):
        if unit is None:
            single = figure if single is None else single * 10 + figure
        elif unit in _TENS:
            myriads += (1 if single is None else single) * _TENS[unit]
            single = None
        else:
            total += (myriads + (single or 0) or 1) * _MYRIADS[unit]
            myriads, single = 0.0, None
    total += myriads + (single or 0)
    return str(int(total)) if total.is_integer() else f"{total:.10g}"


def _parts(number: str) -> Iterator[tuple[float, str | None]]:
    for match in _PART.finditer(number):
        figure, unit = match.groups()
        if unit is not None:
            yield 0.0, unit
        elif figure in _DIGITS:
            yield float(_DIGITS[figure]), None
        else:
            yield float(figure.replace(",", "")), None
