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
