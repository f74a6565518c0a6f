from __future__ import annotations

import pytest

from core.text.figures import figures_in, in_figures
from core.text.normalise import normalised


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
        ("三センチの板、五百人、百メートル、七か所", {"3", "500", "100", "7"}),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, numbers: set[str]) -> None:
    assert figures_in(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "一番よい",
        "十分に乾かす",
        "唯一の方法",
        "万一の場合",
        "第三者",
        "千葉と百貨店",
        "千代田区と千歳",
        "천안에서",
        "",
    ],
)
def test_words_that_hold_a_numeral_are_no_numbers(text: str) -> None:
    assert figures_in(text) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("厚さ三センチの板を一枚", "厚さ3cmの板を1枚"),
        ("百メートルに十一日かかる", "100mに１１日かかる"),
        ("去年は千四百件、その四割", "去年は1,400件、その4割"),
        ("費用は二千三百万円", "費用は2,300万円"),
        ("용량이 31퍼센트 줄었음", "용량이 31% 줄었음"),
        ("6천4백만 원", "6,400만 원"),
    ],
)
def test_one_number_reads_alike_however_it_is_written(one: str, other: str) -> None:
    assert normalised(in_figures(one)) == normalised(in_figures(other))


@pytest.mark.parametrize(
    "text",
    [
        "一番よい",
        "十分に乾かす",
        "五ミリ秒でなく光の速さ",
        "千葉市",
        "two thirds",
        "프로그램 3개",
        "3 프로그램",
        "[03:12] so",
    ],
)
def test_what_is_no_number_and_no_unit_stays(text: str) -> None:
    assert in_figures(text) == text.replace("五", "5")
