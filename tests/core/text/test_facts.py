from __future__ import annotations

import pytest

from core.text.names import capitalised, names_of
from core.text.numerals import spelled_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday Ilse met Mateus's team", {"ilse", "mateus"}),
        ("Every word may begin a sentence. So may this", set[str]()),
        ("배터리는 LFP가 낫다", {"lfp"}),
        ("昨日トマスが来た", {"トマス"}),
    ],
)
def test_names_stand_out_inside_a_sentence(text: str, expected: set[str]) -> None:
    assert capitalised(text) == expected


def test_known_names_are_found_with_korean_particles_and_at_the_start() -> None:
    assert names_of("도경훈은 왔다", frozenset({"도경훈"})) == {"도경훈"}
    assert names_of("Ilse came", frozenset({"ilse"})) == {"ilse"}


@pytest.mark.parametrize("text", ["한국의 네트워크", "세상에 이런 일이", "the onesie", "열차가 두렵다"])
def test_words_that_only_begin_like_a_number_are_none(text: str) -> None:
    assert spelled_numbers(text) == frozenset()
