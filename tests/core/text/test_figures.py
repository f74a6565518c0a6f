from __future__ import annotations

import pytest

from core.text.figures import figures_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3,180 notes, 96.3 % of 1.200", {"3180", "96.3", "1200"}),
        ("용량 3만 5천, 1.5억 원", {"35000", "150000000"}),
        ("30万円と３０％", {"300000", "30"}),
        ("三百二十一人、百万円、十一か月", {"321", "1000000", "11"}),
        ("二〇二四年、一九九〇年", {"2024", "1990"}),
        ("三年後に六年", {"3", "6"}),
        ("3조 5000억", {"3500000000000"}),
        ("[03:04] 七人", {"7"}),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, numbers: set[str]) -> None:
    assert figures_in(text) == numbers


@pytest.mark.parametrize(
    "text", ["一番よい", "十分に乾かす", "唯一の方法", "万一の場合", "第三者", "千葉と百貨店", "천안에서", ""]
)
def test_words_that_hold_a_numeral_are_no_numbers(text: str) -> None:
    assert figures_in(text) == frozenset()
