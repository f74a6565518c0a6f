"""Numbers with a unit behind them, so that 310 feet are not 310 m and 30 cm are 0.3 m; knows nothing of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from core.text.normalise import NUMBER, numbers_in

_UNITS: Mapping[str, Mapping[str, float]] = {
    "m": {
        r"mm\b|밀리미터|ミリ(?:メートル)?(?!秒)|millimet(?:er|re)s?|milímetros?": 0.001,
        r"cm\b|센티미터|센티|センチ(?:メートル)?|centimet(?:er|re)s?|centímetros?|Zentimetern?|centimètres?": 0.01,
        r"m\b|미터|メートル|met(?:er|re)s?\b|metros?\b|Metern?\b|mètres?\b": 1,
        r"km\b|킬로미터|キロメートル|kilomet(?:er|re)s?|kilómetros?|Kilometern?|kilomètres?": 1000,
        r"inch(?:es)?\b|인치|インチ": 0.0254,
        r"f(?:eet|oot|t)\b|피트|フィート|pies\b": 0.3048,
        r"yards?\b|야드|ヤード": 0.9144,
        r"miles?\b|마일|マイル|millas?\b": 1609.344,
    },
    "g": {
        r"mg\b|milligrams?|밀리그램|ミリグラム": 0.001,
        r"g\b|grams?\b|gramos?\b|그램|グラム": 1,
        r"kg\b|kilos?\b|kilograms?|kilogramos?|킬로그램|キログラム": 1000,
        r"t\b|tons?\b|tonnes?\b|toneladas?\b|톤|トン": 10**6,
        r"pounds?\b|lbs?\b|파운드|ポンド": 453.592,
    },
    "s": {
        r"ms\b|milliseconds?|milisegundos?|밀리초|ミリ秒": 0.001,
        r"s\b|sec\b|seconds?\b|segundos?\b|초|秒": 1,
        r"min\b|minutes?\b|minutos?\b|분(?![의기])|分(?!の)": 60,
        r"h\b|hours?\b|horas?\b|시간|時間": 3600,
        r"days?\b|días?\b|일(?=[간 을이동]|$)|日間": 86400,
        r"weeks?\b|semanas?\b|주(?=[간 일])|週間?": 604800,
    },
    "month": {
        r"months?\b|mes(?:es)?\b|개월|달|[かヶカケ箇]月": 1,
        r"years?\b|años?\b|년(?=[간 을이동])|年間": 12,
    },
    "Hz": {r"Hz\b|hertz|헤르츠|ヘルツ": 1, r"kHz\b|kilohertz|킬로헤르츠|キロヘルツ": 1000},
    "W": {
        r"W\b|watts?\b|와트|ワット": 1,
        r"kW\b|kilowatts?|킬로와트|キロワット": 1000,
        r"MW\b|megawatts?|메가와트|メガワット": 10**6,
    },
    "%": {r"%|percent\b|per cent\b|por ciento|Prozent|pour cent|퍼센트|프로\b|パーセント": 1, "割": 10},
    "yen": {"円|엔|yen": 1},
    "won": {"원|ウォン|won": 1},
    "dollar": {r"dollars?\b|dólares|달러|ドル": 1},
    "euro": {r"euros?\b|€|유로|ユーロ": 1},
}
_NEAR = 1e-6
_JOINING = re.compile(r"[\s,]*(?:and|y|e|und|et)?\s*")
_ALL_UNITS = [(unit, factor) for unit, names in _UNITS.items() for factor in names.values()]
_QUANTITY = re.compile(
    rf"(?<![\d.,])({NUMBER})(?:\s|-)?(?:{'|'.join(f'({names})' for kind in _UNITS.values() for names in kind)})"
)
UNIT_NAMES = frozenset(
    {
        "hz",
        "khz",
        "mhz",
        "ghz",
        "kw",
        "mw",
        "gw",
        "kwh",
        "wh",
        "w",
        "v",
        "kv",
        "utc",
        "gmt",
        "am",
        "pm",
        "°c",
        "c",
        "db",
    }
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as told and as what it comes to."""

    number: str
    told: str
    unit: str  # the one in which the amount is given, the same for all of one kind
    amount: float


@lru_cache(4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text that have a unit behind them.

    >>> [(each.number, each.unit, each.amount) for each in quantities("30 cm, 1.5 km")]
    [('30', 'm', 0.3), ('1.5', 'm', 1500.0)]
    """
    found = [(match, _quantity(match)) for match in _QUANTITY.finditer(text)]
    return tuple(chain((each for _, each in found), _together(text, found)))


def _together(text: str, found: Sequence[tuple[re.Match[str], Quantity]]) -> Iterator[Quantity]:
    """Two that are told as one, "3 minutes 20 seconds": each number of them with what both come to."""
    for (match, one), (after, other) in pairwise(found):
        between = text[match.end() : after.start()]
        if one.unit == other.unit and one.amount > other.amount and _JOINING.fullmatch(between):
            for number in (one.number, other.number):
                yield Quantity(number, text[match.start() : after.end()], one.unit, one.amount + other.amount)


def _quantity(match: re.Match[str]) -> Quantity:
    unit, factor = _ALL_UNITS[(match.lastindex or 2) - 2]
    number = next(iter(numbers_in(match[1])), "0")
    return Quantity(number, match.group(), unit, float(number) * factor)


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities come to the same."""
    return one.unit == other.unit and abs(one.amount - other.amount) <= _NEAR * max(abs(one.amount), abs(other.amount))
