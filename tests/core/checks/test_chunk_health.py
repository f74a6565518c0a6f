from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.chunk_health import WITHOUT_NOTES
from core.checks.finding import Finding
from core.checks.findings import of_sources
from core.model import SourceChunk


def found(*chunks: SourceChunk) -> tuple[Finding, ...]:
    return of_sources((WITHOUT_NOTES,), episode(*chunks), ())


def said(*lines: str) -> str:
    (finding,) = found(chunk(1, *lines))
    return str(finding.message)


@pytest.mark.parametrize(
    "status",
    [
        "I wrote the notes to videos/x/chunks/chunk_009.md.",
        "한국어 마크다운 노트로 정리해 `chunk_012.md`에 생성했습니다.",
        "J'ai tout mis dans chunk_004.md",
    ],
)
def test_a_status_message_is_named_as_one(status: str) -> None:
    assert said(f"? {status}") == f"a status message stands where notes should be: {status}"


@pytest.mark.parametrize("text", ["Error 429: too many requests", "エラーが発生しました"])
def test_any_other_text_is_shown(text: str) -> None:
    assert said(f"? {text}") == f"there are no notes, only this text: {text}"


def test_a_lone_bullet_is_shown_as_a_sign() -> None:
    assert said("? -") == "there are no notes, only the sign “-”"


def test_a_lone_heading_is_named() -> None:
    assert said("# 소개") == "there are no notes under the heading “소개”"


def test_an_empty_chunk_is_said_to_be_empty() -> None:
    assert said() == "the chunk is empty"


def test_a_long_text_is_cut() -> None:
    assert len(said("? " + "가" * 5000)) < 300


def test_a_chunk_with_one_note_is_healthy() -> None:
    assert not found(chunk(1, "? Error 429", "00:10 a note"))


def test_it_points_at_the_line_in_its_chunk() -> None:
    (finding,) = found(chunk(1, "00:10 a note"), chunk(2, "# Heading", "? Done."))
    assert (finding.chunk, finding.line) == ("2", 2)


def test_two_empty_chunks_are_two_findings() -> None:
    first, second = found(chunk(1), chunk(2))
    assert first.id != second.id
