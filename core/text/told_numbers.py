"""The numbers that some texts tell, however they are written, and whether others tell them too; knows no notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.text.amounts import Ways, counted_in_han, other_ways, plainly
from core.text.figures import figures_in
from core.text.numerals import in_digits, whole_numbers
from core.text.units import Quantity, quantities, same_amount

_SMALL = frozenset({"0", "1"})  # words for them say other things as well
_IN_PAIRS = re.compile(r"(\d)(?:인|명|人)\s?(?:1|１|한|一)\s?(?:조|組)")  # "2인 1조": the one says nothing
_HAN_MEASURED = re.compile(
    r"[一二三四五六七八九十百千](?=時間|分(?!の)|秒|日間|週間|[かヶ]月|年間|メートル|センチ|キロ|グラム|トン)"
)
_BOTH = re.compile(r"二人(?=[はにのもへ、])")  # "they", as much as a number


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of some texts: as digits, in words, what else they may be written as, and those with units."""

    figures: frozenset[str]
    spelled: frozenset[str]
    ways: Ways
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Numbers:
        """What the texts tell together."""
        plain = [_IN_PAIRS.sub(r"\1", plainly(text)) for text in texts]
        ways: dict[str, frozenset[str]] = {}
        for each in map(other_ways, plain):
            ways.update({number: ways.get(number, frozenset()) | more for number, more in each.items()})
        return cls(
            frozenset[str]().union(*(figures_in(_BOTH.sub(" ", each)) for each in plain)),
            frozenset[str]().union(*map(whole_numbers, plain), *map(counted_in_han, plain)),
            ways,
            tuple(quantity for each in plain for quantity in quantities(_measured(each))),
        )

    @property
    def all(self) -> frozenset[str]:
        """All numbers as they stand."""
        return self.figures | self.spelled

    @property
    def notable(self) -> frozenset[str]:
        """Those that are no articles."""
        return self.all - _SMALL

    def told_by(self, other: Numbers) -> frozenset[str]:
        """The notable ones that the other texts tell as well."""
        return frozenset(number for number in self.notable if is_told(number, self, other))


def _measured(text: str) -> str:
    """The text with all that is measured in digits."""
    return in_digits(_HAN_MEASURED.sub(lambda match: next(iter(counted_in_han(f"{match.group()}分")), ""), text))


def is_told(number: str, one: Numbers, other: Numbers) -> bool:
    """Whether the other texts tell a number of the first as well, in one way or another."""
    if number in other.all or (number in _SMALL and number not in one.figures):
        return True
    if any(number in ways for ways in other.ways.values()) or not other.all.isdisjoint(one.ways.get(number, ())):
        return True
    amounts = [each for each in one.quantities if each.number == number]
    return any(same_amount(each, same) for each in amounts for same in other.quantities)


def is_part_gone(own: Numbers, had: Numbers) -> bool:
    """Whether a half, or another part that is told in words, is not told again."""
    parts = had.ways.get("", frozenset())
    return bool(parts) and parts.isdisjoint(own.all | own.ways.get("", frozenset()))


def other_units(own: Numbers, had: Numbers) -> Iterator[tuple[str, frozenset[str]]]:
    """Numbers with another unit than in the other texts, feet for metres, and how they are told there."""
    for each in own.quantities:
        same = [other for other in had.quantities if other.number == each.number]
        if same and not any(same_amount(each, other) for other in had.quantities):
            yield each.told, frozenset(other.told for other in same)
