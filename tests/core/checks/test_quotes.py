from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from merged_text import against, reviewed, rules

from core.checks.table import repair
from core.stitching import propose

SOURCES = episode(chunk(1, "00:05 a note", "> 00:10 it is a battery business, not a robot business — Ilse"))
NOTE = "- [00:05] a note"


def quoted(words: str, speaker: str = "Ilse") -> list[str]:
    return rules(SOURCES, NOTE, "", f'> "[00:10] {words}" — {speaker}')


def test_the_same_words_are_fine() -> None:
    assert quoted("it is a battery business, not a robot business") == []


@pytest.mark.parametrize(
    "words",
    [
        "“it is a battery business – not a robot business…”",
        "It is a **battery** business,  not a robot business.",
        "it is a battery-business, not a robot business",
    ],
)
def test_marks_dashes_spaces_and_bold_make_no_difference(words: str) -> None:
    assert quoted(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "it is a bakery business, not a robot business",
        "it is a business, not a robot business",
        "it is a big battery business, not a robot business",
        "it is not a battery business, a robot business",
    ],
)
def test_a_single_changed_word_is_an_altered_quote(words: str) -> None:
    assert quoted(words) == ["NS503"]


def test_the_changed_word_is_said() -> None:
    (found,) = against(SOURCES, NOTE, "", '> "[00:10] it is a bakery business, not a robot business" — Ilse')
    assert str(found.message) == "“bakery” stands where the source says “battery”"


def test_a_korean_quote_with_one_changed_word_is_altered() -> None:
    sources = episode(chunk(1, "> 00:10 저녁 여섯 시 피크에 배터리가 없으면 화분이에요 — 도경훈"), language="ko")
    (found,) = against(sources, '> "[00:10] 저녁 일곱 시 피크에 배터리가 없으면 화분이에요" — 도경훈')
    assert str(found.message) == "“일곱” stands where the source says “여섯”"


def test_the_words_are_restored_and_time_and_speaker_stay() -> None:
    review = reviewed(SOURCES, NOTE, "", '> "[00:10] it is a bakery business, not a robot business" — Ilse B.')
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS503"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    block = review.homes.first(SOURCES.chunks[0].quotes[0].id)
    assert block is not None
    assert (block.text, block.speaker) == ("it is a battery business, not a robot business", "Ilse B.")


def test_words_that_the_editor_changed_are_no_finding() -> None:
    review = reviewed(SOURCES, NOTE, "", '> "[00:10] it is a battery business, not a robot business" — Ilse')
    home = review.homes.get(SOURCES.chunks[0].quotes[0].id)[0]
    edit = propose.edit_text(review.state, home, "it is a business")
    assert edit is not None
    review.do(edit)
    assert "NS503" not in {finding.rule.id for finding in review.findings}


def test_another_speaker_is_found_and_restored() -> None:
    words = "it is a battery business, not a robot business"
    review = reviewed(SOURCES, NOTE, "", f'> "[00:10] {words}" — Mateus')
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS504"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    block = review.homes.first(SOURCES.chunks[0].quotes[0].id)
    assert block is not None
    assert block.speaker == "Ilse"


@pytest.mark.parametrize("speaker", ["Ilse Brandvoldt", "ilse", "Ilse."])
def test_the_same_speaker_may_be_written_in_another_way(speaker: str) -> None:
    assert quoted("it is a battery business, not a robot business", speaker) == []


@pytest.mark.parametrize("was", ["(화자 미상)", "Speaker 2", ""])
def test_filling_in_a_speaker_is_no_change(was: str) -> None:
    line = f"> 00:10 it is a battery business — {was}" if was else "> 00:10 it is a battery business"
    assert rules(episode(chunk(1, line)), '> "[00:10] it is a battery business" — Ilse') == []


def test_a_speaker_that_is_no_longer_named_is_a_change() -> None:
    assert rules(SOURCES, NOTE, "", '> "[00:10] it is a battery business, not a robot business"') == ["NS504"]
