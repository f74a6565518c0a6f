from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.hunks import HunkKind, hunks, uncovered

TEXTS = st.text(st.sampled_from("ab 각가나다 漢字かな1,2.\u0301「」\n"), max_size=40)


def shown(a: str, b: str) -> list[str | tuple[str, str]]:
    """Shared runs as text, differences as pairs."""
    found = hunks(a, b)
    return [
        a[x.a_start : x.a_end] if x.kind is HunkKind.SAME else (a[x.a_start : x.a_end], b[x.b_start : x.b_end])
        for x in found
    ]


@given(TEXTS, TEXTS)
def test_hunks_cover_both_texts_in_order(a: str, b: str) -> None:
    found = hunks(a, b)
    assert "".join(a[x.a_start : x.a_end] for x in found) == a
    assert "".join(b[x.b_start : x.b_end] for x in found) == b


@given(TEXTS, TEXTS)
def test_neighbours_differ_in_kind(a: str, b: str) -> None:
    kinds = [x.kind for x in hunks(a, b)]
    assert all(one is not other for one, other in pairwise(kinds))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [x.kind for x in hunks(text, text)] == [HunkKind.SAME] * bool(text)


def test_english_differs_by_words() -> None:
    assert shown("the pump failed in May", "the pump stopped in May") == ["the pump ", ("failed", "stopped"), " in May"]


def test_korean_endings_differ_inside_the_word() -> None:
    assert shown("용량이 감소함", "용량이 감소했다") == ["용량이 감소", ("함", "했다")]


def test_japanese_and_chinese_differ_by_characters() -> None:
    assert shown("会议将于三月开始", "会议将于四月开始") == ["会议将于", ("三", "四"), "月开始"]


def test_a_number_is_one_word() -> None:
    assert shown("3,180 a day", "3,190 a day") == [("3,180", "3,190"), " a day"]


def test_case_quote_signs_and_unicode_form_make_no_difference() -> None:
    a = "“Café” Nord"
    assert [x.kind for x in hunks(a, unicodedata.normalize("NFD", '"café" nord'))] == [HunkKind.SAME]


def test_a_line_of_a_megabyte_is_compared_at_its_ends() -> None:
    a, b = "x " * 4000 + "one end", "x " * 4000 + "other end"
    assert [x.kind for x in hunks(a, b)] == [HunkKind.SAME, HunkKind.DIFFERS, HunkKind.SAME]


# ------------------------------------------------------------------------------------------- what no other text has


@pytest.mark.parametrize(
    ("text", "other", "missing"),
    [
        ("the old lamp was lit", "was a lamp lit?", ["the old"]),
        ("31 % of the lamps", "the lamps: 13 %", ["31", "of"]),
        ("la lámpara vieja", "La lámpara", ["vieja"]),
        ("모델의 용량이 감소했다", "용량 감소함", ["모델의"]),
        ("강화학습을 설명함", "강화 학습을 소개하며 설명", []),
        ("“교차점”으로 표현함", "교차점", ["표현함"]),
        ("서울에서 발표함", "부산에서 발표함", ["서울에서"]),
        ("会议讨论了新的预算", "新的预算很重要", ["会议讨论了"]),
        ("会議は三月に始まる", "三月に始まる会議", ["は"]),
        ("", "anything", []),
    ],
)
def test_words_that_no_other_text_has_are_found_in_any_order(text: str, other: str, missing: list[str]) -> None:
    assert [text[start:end] for start, end in uncovered(text, [other])] == missing


def test_each_word_may_be_in_another_text() -> None:
    assert uncovered("red fox", ["a red dog", "a blue fox"]) == ()


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_text_that_is_among_the_others_lacks_nothing(text: str, others: list[str]) -> None:
    assert uncovered(text, [*others, text]) == ()
