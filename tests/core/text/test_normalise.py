from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.normalise import normalised, numbers_in, same_text, stamps_in, without_stamps


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(st.sampled_from("가각é한ñか"), max_size=20))
def test_unicode_form_makes_no_difference(text: str) -> None:
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(unicodedata.normalize("NFC", text))


def test_case_quotes_and_markdown_make_no_difference() -> None:
    assert normalised("**“Yellow Friday”**") == normalised("yellow friday")


def test_signs_that_change_the_meaning_stay() -> None:
    assert normalised("31% & C#, $5") == "31% & c# $5"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3,180 a day", {"3180"}),
        ("3.180 al día", {"3180"}),
        ("13,2 µg", {"13.2"}),
        ("96.3%, 2,950원", {"96.3", "2950"}),
        ("[03:04] １２대", {"12"}),
        ("1.2kWh", {"1.2"}),
        ("no numbers", set[str]()),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


def test_times_inside_a_text_are_found_and_taken_out() -> None:
    text = "six of them [12:52]. Seven more [1:02:03]"
    assert (stamps_in(text), without_stamps(text)) == (["12:52", "1:02:03"], "six of them  . Seven more  ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("로봇이 멈춤", unicodedata.normalize("NFD", "로봇이 멈춤")),
        ("été à Paris", unicodedata.normalize("NFD", "été à Paris")),
        ("AI 팀 12대", "ＡＩ\u3000팀 １２대"),
        ("ガラスのブイ", "ｶﾞﾗｽのﾌﾞｲ"),
        ("12 km of cable", "12\u00a0km of\u202fcable"),
        ("one  space", "one space"),
    ],
)
def test_what_looks_the_same_is_the_same_text(one: str, other: str) -> None:
    assert same_text(one, other)


@pytest.mark.parametrize(("one", "other"), [("10²", "102"), ("a b", "ab"), ("Note", "note"), ("a.", "a")])
def test_what_looks_different_is_another_text(one: str, other: str) -> None:
    assert not same_text(one, other)
