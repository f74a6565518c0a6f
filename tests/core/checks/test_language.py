from __future__ import annotations

import unicodedata

import pytest
from chunk_builder import chunk, episode
from merged_text import reviewed, rules

from core.checks.findings import of_sources
from core.checks.language import ENTRIES_IN_SOURCES, HEADINGS_IN_SOURCES
from core.checks.table import repair, repairs
from core.editing.edits import RenameChapter
from core.model import SourceChunk
from core.reading.foreign import is_foreign
from core.workflow.opening import built


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


def test_hangul_that_fell_apart_into_jamo_is_not_foreign() -> None:
    assert not is_foreign(unicodedata.normalize("NFD", "나는 절대 그 일을 포기하지 않았다"), "ko")


def test_without_a_language_nothing_is_foreign() -> None:
    assert of_entries(chunk(1, "00:10 로봇", "00:20 the robots charge at night"), language="") == []


def test_a_note_of_the_document_is_judged_too() -> None:
    sources = episode(chunk(1, "00:10 the robots charge at night in a shed"), language="ko")
    assert rules(sources, "- [00:10] the robots charge at night in a shed") == ["NS105"]


ENGLISH = chunk(1, "# Robot Batteries", "00:10 로봇은 밤에 충전함", "00:40 배터리는 낮에 쉼", "01:40 끝남")
KOREAN = ("00:10 로봇이 밤에 충전한다", "00:40 배터리가 낮에 쉰다", "01:40 끝났다")


def titles(*chunks: SourceChunk, own: str | None = None) -> list[str] | None:
    """The chapter titles of a merge after headings in another language were repaired."""
    body = [f"- [{e.stamp}] {e.text}" for e in ENGLISH.entries]
    heading = "## Chapter 1: Robot Batteries (00:10-01:40)\n\n"
    review = reviewed(episode(*chunks, language="ko"), *body, heading=heading)
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS105"]
    if own is not None:
        review.do(RenameChapter(review.state.document.chapters[0].id, own))
    edit = repair(review.state, found)
    return None if edit is None else [chapter.title for chapter in edit.apply(review.state).document.chapters]


def test_a_heading_gives_way_to_another_over_the_same_time() -> None:
    assert titles(ENGLISH, chunk(2, "# 로봇 배터리", *KOREAN)) == ["로봇 배터리"]


def test_a_heading_over_half_of_the_time_will_do() -> None:
    assert titles(ENGLISH, chunk(2, "# 로봇 배터리", "00:55 배터리가 낮에 쉰다", "01:40 끝났다")) == ["로봇 배터리"]


def test_a_heading_over_less_than_half_of_the_time_will_not() -> None:
    assert titles(ENGLISH, chunk(2, "# 로봇 배터리", "00:57 배터리가 낮에 쉰다", "01:40 끝났다")) is None


def test_without_another_heading_there_is_no_repair() -> None:
    assert titles(ENGLISH) is None


def test_another_heading_in_another_language_is_no_repair() -> None:
    assert titles(ENGLISH, chunk(2, "# Batteries at Night", *KOREAN)) is None


def test_a_title_that_the_editor_wrote_stays() -> None:
    assert titles(ENGLISH, chunk(2, "# 로봇 배터리", *KOREAN), own="Robots by Night and Day") is None


def test_a_note_in_another_language_is_left_to_a_person() -> None:
    review = built(episode(chunk(1, "# 로봇", "00:10 the robots charge at night in a shed"), language="ko"))
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS105"]
    assert list(repairs(found)) == []


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
