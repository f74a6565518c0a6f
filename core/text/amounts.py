"""What the numbers of a text amount to, so that "half" and "50 %", "4 p.m." and "16:00" are one fact; knows no notes.

``figures`` and ``numerals`` read numbers as they stand; here are the ways in which a retelling writes them otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from core.text.figures import figures_in
from core.text.normalise import NUMBER, numbers_in, without_stamps

_HANGUL_DIGITS = str.maketrans("일이삼사오육칠팔구십백천만억", "一二三四五六七八九十百千万億")
_COUNTED = r"(?=\s?(?:원|명|개|대|건|년|월|일|번|살|세|배|회|층|권|장|곳|마리|킬로|미터|퍼센트|달러|톤|시간|분|초))"
_SINO_KOREAN = re.compile(
    rf"(?<![가-힣\d])(?=[일이삼사오육칠팔구]*[십백천만억])[일이삼사오육칠팔구십백천만억]{{2,}}{_COUNTED}"
)
_HAN_COUNT = re.compile(
    r"(?<![〇一二三四五六七八九十百千万億])[一二三四五六七八九十百千](?!分に)"
    r"(?=[人名年月日時分秒回個台本枚円割倍歳度件社冊週代次軒号匹頭両席点食便階組種校棟杯羽通曲話か駅]|[ァ-ヶ])"
)
_MIXED = re.compile(
    r"(\d[\d,.]*[천만억千万億兆])(\d{1,3}(?:,\d{3})+|\d+|\s\d{1,3},\d{3})(?!,?\d|\.\d|\s?[십백천만억조十百千万億兆])"
)
_HUNDREDTHS = re.compile(r"([\d一二三四五六七八九])割([\d一二三四五六七八九])分")
_LEADING_ZERO = re.compile(r"(?<![\d.,:])0+(?=\d)")
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9,
}  # fmt: skip
_NATIVE = re.compile(
    rf"(?<![가-힣])({'|'.join(_TENS)})({'|'.join(_ONES)})?(?=\s?(?:개|명|대|번|살|곳|건|장|마리|시간|해|권|가지|달|집|채))"
)
_DAYS = {
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}


def plainly(text: str) -> str:
    """The text with numbers that are written in two ways at once, or in Korean words, in digits.

    >>> plainly("2천950원, 3万8,000, 04:12, 예순세 대, 십일만 원")
    '2950원, 38000, 4:12, 63 대, 110000 원'
    """
    text = unicodedata.normalize("NFKC", without_stamps(text))
    text = _SINO_KOREAN.sub(lambda match: _only(match.group().translate(_HANGUL_DIGITS) + "人"), text)
    text = _NATIVE.sub(lambda match: str(_TENS[match[1]] + _ONES.get(match[2] or "", 0)), text)
    text = _HUNDREDTHS.sub(lambda match: f"{10 * int(_plain(match[1])) + int(_plain(match[2]))}%", text)
    text = _MIXED.sub(lambda match: f"{float(_only(match[1])) + float(_only(match[2])):.15g}", text)
    return _LEADING_ZERO.sub("", text)


def counted_in_han(text: str) -> frozenset[str]:
    """What single Han numerals come to before what they count; "一" says other things as well, so these prove little.

    >>> sorted(counted_in_han("一本、百メートルで二杯"))
    ['1', '100', '2']
    """
    return frozenset(_plain(match.group()) for match in _HAN_COUNT.finditer(text))


def _only(number: str) -> str:
    return next(iter(figures_in(number)), number)


_SCALES = {
    "thousand|mil|tausend|mille|тысяч[аи]?|k": 10**3,
    "million|millones|millón|millionen|millions|миллион(?:а|ов)?|mn": 10**6,
    "billion|milliarden?|milliards?|mil millones|миллиард(?:а|ов)?|bn": 10**9,
}
_AFTERNOON = re.compile(
    r"(?:오후|저녁|밤)\s?(\d{1,2})(?=시|:)|(?:午後|夕方|夜の?)\s?(\d{1,2})(?=時|:)"
    r"|(?<![\d:])(\d{1,2})(?::\d\d)?\s?p\.?\s?m\b|(?<![\d:])(\d{1,2})(?::\d\d)?(?: h)? de la (?:tarde|noche)",
    re.IGNORECASE,
)
_OF_24 = re.compile(r"(?<![\d:.,])(1[3-9]|2[0-3])(?=\s?[시時:]|\s?(?:h|Uhr)\b)")
_WEEKS = re.compile(
    rf"({NUMBER}|일|한|두|一|\b(?:a|one|two|three|four|una|dos|tres|eine|zwei)\b)\s?(?:주|週|weeks?\b|semanas?\b|Wochen?\b)"
)
_FEW = {
    "일": 1,
    "한": 1,
    "두": 2,
    "一": 1,
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "una": 1,
    "dos": 2,
    "tres": 3,
    "eine": 1,
    "zwei": 2,
}
_TENTHS_OF = re.compile(rf"({NUMBER}|[二三四五六七八九])割")
_NTH = re.compile(
    rf"({NUMBER}|[二三四五六七八九十])分の({NUMBER}|[一二三四五六七八九])|({NUMBER})분의\s?({NUMBER}|일|이|삼)"
)
_PARTS: Mapping[str, tuple[str, ...]] = {
    r"\bhal(?:f|ves)\b|절반|반으로|半分|半数|\bmitad\b|\bmedi[oa]\b|\bmoitié\b|\bHälfte\b|\bhalb\w*|половин\w*": (
        "50",
        "0.5",
    ),
    r"반년|半年|\bhalf a year\b|\bmedio año\b": ("6",),
    r"반 ?시간|半時間|\bhalf an hour\b|\bmedia hora\b": ("30",),
    r"\bquarters?\b|\bcuartos?\b|\bViertel\b|\bquarts?\b": ("25", "4", "0.25"),
    r"\bthree[- ]quarters\b|\btres cuartos\b": ("75", "0.75"),
    r"\bthirds?\b|\btercios?\b|\bDrittel\b|\btiers\b": ("33", "3"),
    r"\btwo[- ]thirds\b|\bdos tercios\b": ("66", "67"),
    r"\bfifths?\b": ("20", "5"),
    r"정오|正午|\bnoon\b|\bmidday\b|\bmediodía\b": ("12",),
    r"자정|\bmidnight\b|\bmedianoche\b": ("0", "24", "12"),
    r"한 달|ひと月|一か月|\ba month\b|\bun mes\b": ("30", "31"),
    r"\bonce\b": ("11",),  # of two languages
    r"\bonce mil\b": ("11000",),
    r"\bsemestral\w*|\bsemi-?annual\w*|\bhalf-yearly\b|반기|半期": ("6",),
    r"\btrimestral\w*|\bquarterly\b|분기|四半期": ("3",),
    r"\banual\w*|\bannual\w*|\byearly\b|\ba year\b|\bun año\b|일 ?년|一年": ("12",),
    r"\bquincena\w*": ("15", "14", "2"),
    r"\bfortnight\b": ("14", "2"),
    r"\bdecades?\b|\bdécadas?\b": ("10",),
    r"\bhalf a decade\b|\bmedia década\b": ("5",),
    r"\bquarters? of an hour\b|\bcuartos? de hora\b|\bViertelstunden?\b": ("15",),
    r"\bdozens?\b|\bdocenas?\b": ("12",),
}
_WORDS = [(re.compile(pattern, re.IGNORECASE), frozenset(values)) for pattern, values in _PARTS.items()]
_SCALED = [(re.compile(rf"({NUMBER})\s?(?:{names})\b", re.IGNORECASE), factor) for names, factor in _SCALES.items()]
_TENTHS = re.compile(r"\b(\w+)[- ]tenths?\b", re.IGNORECASE)
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_HAN = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九十")} | {"百": 100, "千": 1000}
Ways = Mapping[str, frozenset[str]]


@lru_cache(4096)
def other_ways(text: str) -> Ways:
    """For the numbers of a text as they stand ("" for what stands there in words only) how else they may be written.

    >>> other_ways("4 p.m.")["4"] == {"16"}, other_ways("四割")["4"] == {"40"}, other_ways("a quarter")[""] >= {"25"}
    (True, True, True)
    """
    found: dict[str, set[str]] = {}
    for number, ways in _ways(text):
        found.setdefault(number, set()).update(ways)
    return {number: frozenset(ways) for number, ways in found.items()}


def _ways(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern, values in _WORDS:
        if pattern.search(text):
            yield "", values
    for word, days in _DAYS.items():
        if word in text:
            yield "", frozenset({str(days)})
    for pattern, factor in _SCALED:
        yield from ((n, frozenset({_shown(float(n) * factor)})) for n in _all(pattern, text))
    yield from ((n, frozenset({str(int(n) + 12)})) for n in _all(_AFTERNOON, text) if n.isdigit() and int(n) < 12)
    yield from ((n, frozenset({str(int(n) - 12)})) for n in _all(_OF_24, text))
    for match in _WEEKS.finditer(text):
        count = _FEW.get(match[1].casefold()) or float(_plain(match[1]))
        yield _shown(count), frozenset({_shown(7 * count)})
    yield from ((n, frozenset({_shown(10 * float(n))})) for n in _all(_TENTHS_OF, text))
    for match in _TENTHS.finditer(text):
        if match[1].casefold() in _ENGLISH:
            yield "", frozenset({_shown(_ENGLISH.index(match[1].casefold()) / 10)})
    yield from _fractions(text)


def _fractions(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for match in _NTH.finditer(text):
        whole, part = (_plain(group.translate(_HANGUL_DIGITS)) for group in match.groups() if group)
        if float(whole):
            share = float(part) / float(whole)
            yield "", frozenset({str(int(100 * share)), str(round(100 * share)), _shown(share)})


def _all(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield _plain(next(group for group in match.groups() if group))


def _plain(number: str) -> str:
    if number in _HAN:
        return str(_HAN[number])
    return next(iter(numbers_in(number)), number)


def _shown(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.10g}"
