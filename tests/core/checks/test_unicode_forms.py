"""Sources in another Unicode form than the document, as macOS writes them, or with other widths and spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from chunk_builder import chunk, episode
from merged_text import against, reviewed, rules

from core.model import Episode, Fate
from core.work import finished
from core.workflow.ready import ready

KOREAN = (
    "00:10 도경훈 대표는 로봇 214대를 북쪽 신도시에서 운행한다고 설명함",
    "00:20 비가 오면 모든 로봇이 창고로 돌아가 대기함",
    "> 00:30 우리는 배터리 회사입니다 — 도경훈",
)
BODY = (
    "- [00:10] 도경훈 대표는 로봇 214대를 북쪽 신도시에서 운행한다고 설명함",
    "- [00:20] 비가 오면 모든 로봇이 창고로 돌아가 대기함",
    "",
    '> "[00:30] 우리는 배터리 회사입니다" — 도경훈',
)


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def wide(text: str) -> str:
    """The words with full-width figures and spaces that do not break; the first and its sign stay."""
    *head, words = text.split(" ", 2 if text.startswith(">") else 1)
    words = words.replace("214", "２１４").replace(" — ", "\n").replace(" ", "\u00a0").replace("\n", " — ")
    return " ".join((*head, words))


def sources(form: Callable[[str], str], *lines: str) -> Episode:
    return episode(chunk(1, *map(form, lines or KOREAN)), language="" if lines else "ko")


@pytest.mark.parametrize("form", [apart, wide])
def test_every_entry_is_kept_and_nothing_is_found(form: Callable[[str], str]) -> None:
    review = reviewed(sources(form), *BODY)
    assert {review.fate(entry) for entry in review.state.episode.entries} == {Fate.KEPT}
    assert against(sources(form), *BODY) == []


@pytest.mark.parametrize("form", [apart, wide])
def test_what_is_kept_is_found_in_the_text_that_would_be_written(form: Callable[[str], str]) -> None:
    assert finished(ready(reviewed(sources(form), *BODY))).missing == ()


def test_the_length_of_letters_that_fell_apart_is_that_of_whole_ones() -> None:
    body = (BODY[0], "- [00:20] 비가 오면 모든 로봇이 창고로 돌아감", *BODY[2:])
    assert "NS508" not in rules(sources(apart), *body)


def test_a_reworded_note_has_the_same_facts_in_either_form() -> None:
    body = ("- [00:10] 북쪽 신도시에서 로봇 214대를 굴린다고 도경훈 대표가 말함", *BODY[1:])
    assert rules(sources(apart), *body) == []


def test_a_changed_name_is_found_in_either_form() -> None:
    lines = ("00:10 SÉRAC measured the ice at noon", "00:20 then Émile called the station")
    body = ("- [00:10] SÉRAC measured the ice at noon", "- [00:20] then Ádám called the station")
    assert rules(sources(apart, *lines), *body) == rules(sources(str, *lines), *body) == ["NS506"]


def test_a_changed_speaker_is_found_in_either_form() -> None:
    body = (*BODY[:3], BODY[3].replace("— 도경훈", "— 위나래"))
    assert rules(sources(apart), *body) == ["NS504"]
