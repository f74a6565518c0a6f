from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.cut_off import CUT_OFF
from core.checks.finding import ChunkView, Finding
from core.checks.findings import of_sources
from core.model import Fate, SourceChunk

CUT = "00:20 질문을 던지려다 문장이 중간에서 끊김"


def found(*chunks: SourceChunk) -> tuple[Finding, ...]:
    return of_sources((CUT_OFF,), episode(*chunks), ())


@pytest.mark.parametrize(
    "text", ["말이 끊김", "the excerpt ends mid-sentence", "話が途切れる", "片段到此结束", "el fragmento se corta ahí"]
)
def test_a_cut_off_note_is_found_in_every_language(text: str) -> None:
    (finding,) = found(chunk(1, "00:10 a note", f"00:20 {text}"))
    assert finding.entries == ("1:2",)


def test_the_note_that_goes_on_is_named() -> None:
    (finding,) = found(chunk(1, CUT), chunk(2, "00:22 it goes on"))
    assert (finding.related, str(finding.message)) == (
        ("2:1",),
        "the window ended in mid-sentence; the next chunk with notes goes on",
    )


def test_a_chunk_without_notes_is_passed_over() -> None:
    (finding,) = found(chunk(1, CUT), chunk(2, "? Done."), chunk(3, "00:22 it goes on"))
    assert finding.related == ("3:1",)


def test_a_missing_continuation_is_said_with_its_gap() -> None:
    (finding,) = found(chunk(1, CUT), chunk(2), chunk(3, "01:43 much later"))
    assert (finding.related, str(finding.message)) == (
        (),
        "the window ended in mid-sentence; the continuation is missing, nothing for 83 s",
    )


def test_the_last_chunk_has_no_continuation() -> None:
    (finding,) = found(chunk(1, CUT))
    assert str(finding.message) == "the window ended in mid-sentence; no chunk with notes follows"


def test_without_times_the_continuation_cannot_be_told() -> None:
    (finding,) = found(chunk(1, CUT), chunk(2, "- it goes on"))
    assert "cannot be told" in str(finding.message)


def test_a_window_that_began_in_the_middle_is_found() -> None:
    (finding,) = found(chunk(1, "00:10 picks up partway through an answer", "00:20 a note"))
    assert str(finding.message) == "the window began in mid-sentence"


def test_a_note_that_speaks_of_an_end_is_none() -> None:
    assert not found(chunk(1, "00:10 The meeting ended with applause."))


@pytest.mark.parametrize("fate", [Fate.MERGED, Fate.DROPPED, Fate.EDITED])
def test_a_note_that_was_dealt_with_no_longer_counts(fate: Fate) -> None:
    cut = chunk(1, CUT)
    assert not list(CUT_OFF.find(ChunkView(episode(cut), cut, None, {cut.entries[0].id: fate}, {})))
