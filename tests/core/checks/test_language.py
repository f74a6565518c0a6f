from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from merged_text import rules

from core.checks.findings import of_sources
from core.checks.language import ENTRIES_IN_SOURCES, HEADINGS_IN_SOURCES
from core.model import SourceChunk
from core.reading.foreign import is_foreign


def of_entries(*chunks: SourceChunk, language: str) -> list[int | None]:
    return [f.line for f in of_sources((ENTRIES_IN_SOURCES,), episode(*chunks, language=language), ())]


def test_one_english_note_among_korean_ones_is_found() -> None:
    notes = chunk(1, "00:10 로봇은 밤에 충전함", "00:20 the robots charge at night in a shed", "00:30 LFP 셀")
    assert of_entries(notes, language="ko") == [2]


def test_one_spanish_note_among_english_ones_is_found() -> None:
    notes = chunk(
        1, "00:10 the robots charge at night", "00:20 los robots se cargan de noche y no hace calor en la nave"
    )
    assert of_entries(notes, language="en") == [2]


def test_headings_in_another_language_are_told_once() -> None:
    notes = (
        chunk(1, "# Robot Batteries", "00:10 로봇"),
        chunk(2, "# 지도", "00:20 지도"),
        chunk(3, "# Maps of Milk", "00:30 우유"),
    )
    (found,) = of_sources((HEADINGS_IN_SOURCES,), episode(*notes, language="ko"), ())
    assert str(found.message) == "headings in another language than the notes: 2 of 3, first “Robot Batteries”"


def test_without_a_language_nothing_is_foreign() -> None:
    assert of_entries(chunk(1, "00:10 로봇", "00:20 the robots charge at night"), language="") == []


def test_a_note_of_the_document_is_judged_too() -> None:
    sources = episode(chunk(1, "00:10 the robots charge at night in a shed"), language="ko")
    assert rules(sources, "- [00:10] the robots charge at night in a shed") == ["NS105"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("GPT-4o, LFP, DAS 및 CTD", "ko"),
        ("NeurIPS 2025 Best Paper", "ko"),
        ("`pip install x` and `make run`", "ko"),
        ("灯台は夜に光る", "ja"),
        ("La red es muy profunda y no se ve", "es"),
        ("Ilse: no, not a switch", "en"),
        ("東京", "ja"),
    ],
)
def test_names_and_terms_are_in_no_other_language(text: str, language: str) -> None:
    assert not is_foreign(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lamp is lit by three old men at night", "ja"),
        ("灯台は夜に光る", "zh"),
        ("그는 등대에 불을 켰다", "en"),
        ("Der Roboter lädt in der Nacht und das ist nicht warm", "en"),
        ("Лампа горит всю ночь напролёт", "es"),
    ],
)
def test_whole_sentences_in_another_language_are_foreign(text: str, language: str) -> None:
    assert is_foreign(text, language)
