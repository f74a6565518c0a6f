from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.guard import Difference, differences, same_words

WORDS = st.lists(
    st.sampled_from(["로봇이", "배터리", "don't", "3,180", "60%", "층", "layers", "été", "光る", "not"]),
    min_size=2,
    max_size=8,
)
MARKS = st.sampled_from(["“{}”", "「{}」", "«{}»", "**{}**", "{}…", "— {}", "{}.", "{}", "_{}_", "'{}'"])


@given(WORDS, MARKS, st.sampled_from([" ", "  ", " – ", " … "]))
def test_marks_spaces_and_unicode_form_make_no_difference(words: list[str], mark: str, space: str) -> None:
    plain = " ".join(words)
    assert same_words(plain, mark.format(unicodedata.normalize("NFD", space.join(words))))


@given(WORDS, st.integers(0, 7), st.sampled_from(["바다", "blue", "seven", "海"]))
def test_a_single_changed_word_is_always_caught_and_said(words: list[str], at: int, other: str) -> None:
    at %= len(words)
    changed = [*words[:at], other, *words[at + 1 :]]
    (found,) = differences(" ".join(words), " ".join(changed)) or (None,)
    assert found is not None
    assert other in found.now


@given(WORDS, st.integers(0, 7))
def test_a_missing_word_is_always_caught(words: list[str], at: int) -> None:
    at %= len(words)
    left = " ".join([*words[:at], *words[at + 1 :]])
    assert not same_words(" ".join(words), left)
    assert differences(" ".join(words), left)


@pytest.mark.parametrize(
    ("one", "other"),
    [("it's done", "its done"), ("3.5 m", "35 m"), ("60%", "60"), ("is not", "is"), ("12:30", "1230"), ("$5", "5")],
)
def test_small_signs_that_mean_something_count(one: str, other: str) -> None:
    assert not same_words(one, other)


def test_what_differs_is_said_in_whole_words() -> None:
    assert differences("it cost 1.2 million", "it cost 1.3 million") == (Difference("1.2", "1.3"),)


def test_a_raised_digit_is_none_of_the_number_before_it() -> None:
    assert same_words("10² parts", "10^2 parts")
    assert not same_words("10² parts", "102 parts")


def test_a_fraction_is_no_whole_number() -> None:
    assert same_words("½ a day", "1/2 a day")
    assert not same_words("½ a day", "12 a day")
