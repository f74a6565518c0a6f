"""Numbers that are written as words, so that "three" and "3" are the same fact; knows small numbers only."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LISTS = (
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty"
    ),
    (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve"
    ),
    (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn zwanzig"
    ),
    (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
        "dix-huit dix-neuf vingt"
    ),
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "영 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열하나 열둘",
    "공 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열세 열네 열다섯 열여섯 열일곱 열여덟 열아홉 스무",
    "- 첫 둘째 석 넉 닷 엿",
    "〇 一 二 三 四 五 六 七 八 九 十 十一 十二",
    "- first second third fourth fifth sixth seventh eighth ninth tenth",
    "- una primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo",
    "- single both triple",
    "- once twice thrice",
)
_TENS = {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "thousand": 1000, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400,
    "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900, "mil": 1000,
    "veintiún": 21, "trescientas": 300, "doscientas": 200,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "hundert": 100,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000, "서른": 30, "마흔": 40,
    "쉰": 50, "예순": 60, "이십": 20, "삼십": 30, "사십": 40, "오십": 50, "백": 100, "천": 1000, "half": 2, "절반": 2,
    "medio": 2, "mitad": 2, "dozen": 12, "docena": 12,
}  # fmt: skip
_VALUES: Mapping[str, int] = {
    word: value for words in _LISTS for value, word in enumerate(words.split()) if word != "-"
} | _TENS
_JOINING = frozenset({"y", "and", "et"})  # "setenta y nueve"
_WORD = re.compile(r"[^\W\d_]+")
# What a Korean number of one syllable may run on into; "한국" and "네트워크" hold none.
_COUNTER = re.compile(
    "개|번|명|대|가지|달|시|사람|배|곳|분|주|살|해|차례|마리|장|권|건|팀|회|층|줄|통|편|쪽|잔|끼|군데|씩"
)
_LONGEST_ENDING = 3  # syllables of counters and particles behind a longer one


def spelled_numbers(text: str) -> frozenset[str]:
    """The small numbers that a text spells out, in any of the known languages, as digits.

    >>> sorted(spelled_numbers("twenty-two buoys, setenta y nueve, 다섯 대"))
    ['2', '20', '22', '5', '70', '79', '9']
    """
    values: list[int] = []
    found: set[int] = set()
    for word in _WORD.findall(text.casefold()):
        value = _value(word)
        if value is None:
            if word not in _JOINING:
                values.clear()
            continue
        found.add(value)
        if values and values[-1] >= 20 and values[-1] % 10 == 0 and value < 10:
            found.add(values[-1] + value)
        values.append(value)
    return frozenset(map(str, found))


def whole_numbers(text: str) -> frozenset[str]:
    """The same, each number as a whole only.

    >>> sorted(whole_numbers("twenty-two, doce mil, one and three, two hundred and five"))
    ['1', '12000', '205', '22', '3']
    """
    return frozenset(str(value) for value, _, _ in _wholes(text))


def in_digits(text: str) -> str:
    """The text with the numbers that it spells out in digits.

    >>> in_digits("two hours, veinticinco personas, 두 시간")
    '2 hours, 25 personas, 2 시간'
    """
    parts, end = list[str](), 0
    for value, start, stop in _wholes(text):
        parts += (text[end:start], str(value))
        end = stop
    return "".join((*parts, text[end:]))


def _wholes(text: str) -> list[tuple[int, int, int]]:
    """Each number with where it starts and ends."""
    found: list[tuple[int, int, int]] = []
    last: list[int] = []  # what the words of the number so far say
    for match in _WORD.finditer(text):
        value = _value(match.group().casefold())
        between = text[found[-1][2] : match.start()].strip(" -") if found else ""
        if value is not None and last and between.casefold() in ("", *_JOINING) and _goes_on(last, value, between):
            last.append(value)
            found[-1] = (_together(last), found[-1][1], match.end())
        elif value is not None:
            last = [value]
            found.append((value, match.start(), match.end()))
    return found


def _goes_on(last: list[int], value: int, between: str) -> bool:
    if value in (100, 1000):
        return not between and last[-1] < value
    least = 10 if last[-1] < 100 else last[-1]
    return value < least and last[-1] >= 20 and last[-1] % least == 0


def _together(values: list[int]) -> int:
    total = current = 0
    for value in values:
        if value == 1000:
            total, current = total + max(1, current) * value, 0
        elif value == 100 and 0 < current < 10:
            current *= value
        else:
            current += value
    return total + current


def _value(word: str) -> int | None:
    if word in _VALUES:
        return _VALUES[word]
    if not "\uac00" <= word[0] <= "\ud7a3":
        return None
    for end in range(len(word) - 1, max(0, len(word) - 1 - _LONGEST_ENDING), -1):
        head, rest = word[:end], word[end:]
        if head in _VALUES and (end > 1 or _COUNTER.match(rest)):
            return _VALUES[head]
    return None
