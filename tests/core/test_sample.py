"""The sample episode holds what it is meant to show, and its merge prompt is made of its chunks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ENTRY = re.compile(r"^ *- \[(\d\d):(\d\d)\] |^> \"\[\d\d:\d\d\] ", re.MULTILINE)
QUOTE = re.compile(r'^> "\[(\d\d:\d\d)\] (.+)"(?: — (.+?))? *$', re.MULTILINE)
LINE_OF_TRANSCRIPT = re.compile(r"^\[(\d\d:\d\d)\] (.+)$", re.MULTILINE)
STATUS_ONLY = 5


@pytest.fixture
def chunks(sample_path: Path) -> list[str]:
    return [file.read_text("utf-8") for file in sorted((sample_path / "chunks").glob("chunk_*.md"))]


def test_there_are_eight_chunks(chunks: list[str]) -> None:
    assert len(chunks) == 8


def test_one_chunk_holds_only_a_status_line(chunks: list[str]) -> None:
    assert [number for number, text in enumerate(chunks, 1) if not ENTRY.search(text)] == [STATUS_ONLY]


def test_the_merge_prompt_is_made_of_the_chunks(sample_path: Path, chunks: list[str]) -> None:
    prompt = (sample_path / "merge.prompt.txt").read_text("utf-8")
    _, _, framed = prompt.partition("<<<\n")
    assert framed == "\n\n---\n\n".join(text.rstrip("\n") for text in chunks) + "\n>>>\n"


def test_quotes_have_every_form_of_speaker(chunks: list[str]) -> None:
    speakers = {speaker for text in chunks for _, _, speaker in QUOTE.findall(text)}
    assert {"", "(화자 미상)", "화자", "발화자", "진행자", "윤해담", "배로운"} == speakers


def test_notes_are_nested_three_deep(chunks: list[str]) -> None:
    assert all(re.search(r"^    - ", text, re.MULTILINE) for text in chunks if ENTRY.search(text))


@pytest.mark.parametrize("number", [1, 2, 5, 6])
def test_quotes_stand_word_for_word_in_the_transcript_at_hand(
    sample_path: Path, chunks: list[str], number: int
) -> None:
    transcript = (sample_path / "chunks" / f"chunk_{number:03}.prompt.txt").read_text("utf-8")
    spoken = dict(LINE_OF_TRANSCRIPT.findall(transcript))
    quotes = QUOTE.findall(chunks[number - 1])
    assert [words for time, words, _ in quotes if words not in spoken.get(time, "")] == []
