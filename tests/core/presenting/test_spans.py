"""Which words of two copies are pointed out, in each kind of writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.presenting.spans import changed, telling

TEXTS = st.text(st.sampled_from("ab 가나다 漢字かのカ1,2.“"), max_size=30)


def marked(*texts: str) -> list[list[str]]:
    spans, _ = telling(texts)
    return [[text[start:end] for start, end in found] for text, found in zip(texts, spans, strict=True)]


def words(*texts: str) -> str:
    return str(telling(texts)[1])


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("the pump failed in May", "the pump stopped in May", [["failed"], ["stopped"]]),
        ("la lámpara se encendió a las nueve", "la lámpara se encendió a las diez", [["nueve"], ["diez"]]),
        ("die Lampe wurde um neun angezündet", "die Lampe wurde um zehn angezündet", [["neun"], ["zehn"]]),
        ("лампа горела всю ночь у моря", "лампа горела весь день у моря", [["всю ночь"], ["весь день"]]),
        ("모델의 용량이 크게 감소함", "모델의 용량이 크게 감소했다", [["함"], ["했다"]]),
        (
            "연구팀이 지난 봄에 서울에서 결과를 발표함",
            "연구팀이 지난 봄에 부산에서 결과를 발표함",
            [["서울에서"], ["부산에서"]],
        ),
        ("会议将于三月开始并持续两天", "会议将于四月开始并持续两天", [["三"], ["四"]]),
        ("会議は三月に東京で始まります", "会議は四月に東京で始まります", [["三"], ["四"]]),
        ("ランプは夜九時に点灯された", "ランプは夜十時に点灯された", [["九"], ["十"]]),
    ],
)
def test_like_texts_are_marked_where_they_differ(one: str, other: str, shown: list[list[str]]) -> None:
    assert marked(one, other) == shown
    assert words(one, other) == "marked: what differs"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("강화학습은 아직 얕은 신경망에 머문다", "왜 강화학습만 얕은 모델을 쓰는지 물음", "강화학습"),
        ("会议讨论了新的预算方案", "他们在三月提出了预算", "预算"),
        ("会議では新しい予算が議論された", "三月に彼らは予算を出した", "予算"),
        ("the old lamp was lit", "somebody climbed the stairs and lit a fire with care", "lit"),
    ],
)
def test_unlike_texts_are_marked_where_they_agree(one: str, other: str, shared: str) -> None:
    assert all(any(shared in part for part in parts) for parts in marked(one, other))
    assert words(one, other) == "marked: what they share"


def test_a_lone_kana_is_nothing_that_two_texts_share() -> None:
    assert marked("山の上", "海へ行くの") == [[], []]


def test_other_blanks_are_no_difference() -> None:
    assert marked("강화 학습은 얕은 신경망을 씀", "강화학습은 얕은 신경망을 씀") == [[], []]
    assert words("강화 학습은 얕은 신경망을 씀", "강화학습은 얕은 신경망을 씀") == "the words are the same"


def test_a_text_alone_is_not_marked() -> None:
    assert telling(["the lamp"]) == ([()], None)


def test_the_first_of_three_is_marked_against_both_others() -> None:
    one, two, three = "the lamp was lit at nine", "the lamp was lit at ten", "the lamp was out at nine"
    assert marked(one, two, three) == [["lit", "nine"], ["ten"], ["out"]]


def test_what_was_changed_is_marked_in_what_it_was() -> None:
    assert changed("lit at nine", "lit at ten") == ((7, 11),)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_spans_lie_in_their_texts_in_order(texts: list[str]) -> None:
    for text, spans in zip(texts, telling(texts)[0], strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in spans)
