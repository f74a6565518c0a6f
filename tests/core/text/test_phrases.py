from __future__ import annotations

import re

import pytest

from core.text.phrases import PHRASES, PhraseList, phrases

LANGUAGES = ["de", "en", "es", "fr", "ja", "ko", "ru", "zh"]


def test_every_promised_language_has_a_file() -> None:
    assert sorted(file.stem for file in PHRASES.glob("*.toml")) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "subject",
    ["cut_off", "cut_in", "unknown_speaker", "generic_speaker", "negation", "denies_nothing", "planned", "status_line"],
)
def test_every_language_has_every_list(language: str, subject: str) -> None:
    assert getattr(phrases(language), subject).phrases


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_in_itself(language: str) -> None:
    cut_off = phrases(language).cut_off
    written = {
        phrase: re.sub(r"\{([^|}]*)[^}]*\}", r"\1", phrase).replace("*", "").replace("…", " ")
        for phrase in cut_off.phrases
    }
    assert [phrase for phrase, text in written.items() if cut_off.found_in(text) is None] == []


def test_no_language_means_all_of_them() -> None:
    assert phrases().negation.found_in("It is not so")
    assert phrases().negation.found_in("그렇지 않다")


def test_a_language_without_a_file_has_no_phrases() -> None:
    assert phrases("xx").negation.found_in("no, not, never") is None


def test_words_of_spaced_languages_are_matched_whole() -> None:
    assert phrases("en").negation.found_in("Another knot is nowhere noted") is None


def test_each_of_several_words_may_stand_in_a_place() -> None:
    listed = PhraseList(("{clip|tape} ends",))
    assert [listed.found_in(f"The {word} ends") for word in ("clip", "tape", "street")] == [
        "clip ends",
        "tape ends",
        None,
    ]
    assert listed.found_in("the videoclip ends") is None


def test_a_star_stands_for_letters_and_an_ellipsis_for_a_few_characters() -> None:
    listed = PhraseList(("intend*", "saved…md"))
    assert listed.found_in("She INTENDED to") == "intended"
    assert listed.found_in("saved to notes/chunk_1.md") == "saved to notes/chunk_1.md"
    assert listed.found_in("saved " + "x" * 60 + ".md") is None


@pytest.mark.parametrize(
    ("language", "one", "other", "found"),
    [
        ("en", "It opens on Monday", "Closed until Tuesday, it opens then", ("monday", "tuesday")),
        ("en", "From Monday to Friday", "On Fridays", None),
        ("en", "A coat against rust", "The coat is for the rust", None),
        ("es", "Queda al sur del río", "Este barrio queda junto al río", None),
        ("fr", "Il a été fermé", "Il ferme en hiver", None),
        ("ko", "오전에 점검함", "점검은 오후에 한다고 설명", ("오전에", "오후에")),
        ("ko", "내용을 올림", "늘 하던 대로 줄을 섬", None),
        ("ja", "冷房は夏に使う", "使うのは冬", ("夏に使う", "冬")),
        ("ja", "昨年は六人", "去年は6人", None),
        ("ja", "昨年の秋", "一昨年の秋", ("昨年", "一昨年")),
        ("ja", "来年から始める", "再来年から始める", ("来年", "再来年")),
        ("ja", "地下鉄の駅", "上着を着る", None),
    ],
)
def test_two_texts_are_set_apart_by_words_of_one_kind(
    language: str, one: str, other: str, found: tuple[str, str] | None
) -> None:
    assert phrases(language).rivals.apart(one, other) == found


@pytest.mark.parametrize(
    ("language", "one", "other", "are_rivals"),
    [
        ("ja", "増加", "減少", True),
        ("ja", "昨年", "去年", False),
        ("ja", "年間", "年", False),
        ("en", "rose", "fell", True),
        ("en", "mondays", "monday", False),
    ],
)
def test_two_words_are_rivals_if_they_say_something_else_of_one_kind(
    language: str, one: str, other: str, are_rivals: bool
) -> None:
    assert phrases(language).rivals.are_rivals(one, other) is are_rivals
