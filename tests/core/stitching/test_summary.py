"""Summary lines are drafted whatever little there is: a blank one could not be exported."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.model import Document
from core.reading.document import read_document
from core.stitching.summary import draft_summary, summary_offers
from core.workflow.exporting import exported
from core.workflow.opening import built, opened_text

LITTLE = [
    "## A\n- [00:05] 하나\n",
    "- [00:05] 하나\n- [00:06] 둘\n",
    "- 시각 없음\n",
    '> "[00:01] 말" — 김\n',
]


@pytest.mark.parametrize("text", LITTLE)
def test_a_pasted_text_without_a_title_gets_three_lines_that_can_be_exported(text: str) -> None:
    review = built(opened_text(text).episode)
    document = review.state.document
    assert all(line.strip() for line in document.summary)
    assert read_document(exported(review).decode()).document.summary == document.summary


def drafted(*lines: str) -> tuple[str, ...]:
    return built(episode(chunk(1, *lines))).state.document.summary


def test_few_notes_are_told_in_their_order_and_never_by_the_name_of_the_episode() -> None:
    assert drafted("00:10 robots came", "00:20 rain fell", "00:30 all stopped") == (
        "robots came",
        "rain fell",
        "all stopped",
    )


def test_one_note_is_told_sentence_by_sentence() -> None:
    assert drafted("00:10 The fleet grew. Rain stops it; snow does not.") == (
        "The fleet grew.",
        "Rain stops it",
        "snow does not.",
    )


def test_a_quote_helps_out_with_its_marks_and_its_speaker_and_then_the_heading() -> None:
    lines = ("# 시작", "00:10 로봇이 멈춤", "> 00:12 비가 옵니다 — 도경훈")
    assert drafted(*lines) == ("로봇이 멈춤", "“비가 옵니다” — 도경훈", "시작")


def test_one_word_is_said_again_rather_than_the_name_of_a_folder() -> None:
    assert drafted("00:10 하나") == ("하나", "하나", "하나")


def test_without_any_words_there_is_the_title() -> None:
    assert draft_summary(Document("A title", (), ())) == ("A title",) * 3


QUESTIONS = ("why did it stop?", "왜 멈췄을까", "なぜ止まったのか", "¿por qué paró?")


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_no_summary_line_where_there_are_statements(question: str) -> None:
    lines = [
        f"{at // 60:02}:{at % 60:02} {question if at < 100 else f'statement number {at}'}" for at in range(0, 300, 10)
    ]
    assert question not in drafted(*lines)


def test_questions_are_offered_last() -> None:
    lines = ["00:10 why did it stop?", "00:11 rain fell on it", "00:12 the depot was closed", "00:13 the end"]
    offers = summary_offers(built(episode(chunk(1, *lines))).state.document)
    assert [found[-1] for found in offers] == ["why did it stop?", "rain fell on it", "the depot was closed"]
