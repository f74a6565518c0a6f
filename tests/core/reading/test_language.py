"""The language is known by its name, by script, or by small words; else nothing is claimed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.language import detect, tag_of


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Korean", "ko"),
        ("한국어", "ko"),
        ("korean (한국어)", "ko"),
        ("`English`", "en"),
        ("Español", "es"),
        ("pt-BR", "pt"),
        ("zh_Hant", "zh"),
        ("JA", "ja"),
        ("Klingon", "Klingon"),
        ("", ""),
    ],
)
def test_a_language_is_known_by_its_name(name: str, tag: str) -> None:
    assert tag_of(name) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("진행자가 reinforcement learning 논문의 scaling 결과를 설명함", "ko"),
        ("司会者がゲストを紹介する", "ja"),
        ("主持人介绍了嘉宾", "zh"),
        ("Ведущий представляет гостя", "ru"),
        ("Ведучий представляє гостя і говорить", "uk"),
        ("يقدم المذيع الضيف", "ar"),
        ("मेज़बान अतिथि का परिचय देता है", "hi"),
        ("The host opens the show and asks what it is that they have built", "en"),
        ("La periodista explica que no hay más datos y por qué se han perdido", "es"),
        ("Die Gäste sind da und der Turm ist nicht mehr zu sehen", "de"),
        ("La lumière est dans la tour et les gardiens ne sont pas là", "fr"),
        ("O apresentador não sabe o que é isso e pergunta por que foi assim", "pt"),
        ("De gast is er niet en het licht staat op de toren", "nl"),
    ],
)
def test_a_language_is_known_by_its_words(text: str, tag: str) -> None:
    assert detect(text) == tag


def test_hangul_that_fell_apart_into_jamo_is_korean() -> None:
    assert detect(unicodedata.normalize("NFD", "진행자가 손님을 소개함")) == "ko"


@pytest.mark.parametrize("text", ["", "12:34 [%]", "a", "Kubernetes", "`def f(x)` https://example.org/the-and-of"])
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert detect(text) == ""


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text).isascii()
