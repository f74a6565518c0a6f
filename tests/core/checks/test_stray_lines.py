from __future__ import annotations

from chunk_builder import chunk, episode

from core.checks.findings import of_sources
from core.checks.stray_lines import STRAY_LINE


def test_each_stray_line_beside_notes_is_a_finding() -> None:
    findings = of_sources((STRAY_LINE,), episode(chunk(1, "00:10 a note", "? 덧붙임", "? ```")), ())
    assert [(str(finding.message), finding.line) for finding in findings] == [
        ("this line is neither note nor quote: 덧붙임", 2),
        ("this line is neither note nor quote: ```", 3),
    ]


def test_a_chunk_without_notes_is_not_told_of_again() -> None:
    assert not of_sources((STRAY_LINE,), episode(chunk(1, "? Done.")), ())


def test_a_chunk_of_notes_has_none() -> None:
    assert not of_sources((STRAY_LINE,), episode(chunk(1, "# A heading", "00:10 a note")), ())


def test_equal_lines_are_findings_of_their_own() -> None:
    first, second = of_sources((STRAY_LINE,), episode(chunk(1, "00:10 a note", "? ```", "? ```")), ())
    assert first.id != second.id
