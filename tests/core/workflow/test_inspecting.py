from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from core.errors import InputError
from core.work import finished
from core.workflow.inspecting import Inspection, inspect

ROOT = Path(__file__).resolve().parents[3]


@cache
def sample() -> Inspection:
    return finished(inspect([ROOT / "resources" / "sample"]))


def lines_of(kind: str) -> list[str]:
    chunks = sample().opened.episode.by_key
    return [f"{chunks[f.chunk].name}:{f.line}" for f in sample().findings if f.rule.kind == kind and f.chunk]


def test_the_chunk_that_holds_a_status_line_is_found() -> None:
    assert lines_of("chunk-without-notes") == ["chunk_005:1"]


def test_its_status_line_is_told_once() -> None:
    assert "chunk_005:1" not in lines_of("stray-line")


def test_the_cut_off_note_is_found() -> None:
    assert lines_of("cut-off") == ["chunk_003:24"]


def test_the_window_that_it_leaves_open_is_found() -> None:
    gaps = [(finding.start_s, finding.end_s) for finding in sample().findings if finding.rule.kind == "coverage-gap"]
    assert gaps == [(838, 1056)]


def test_the_note_out_of_order_is_found() -> None:
    assert lines_of("out-of-order") == ["chunk_006:16"]


def test_quotes_that_name_nobody_are_found() -> None:
    assert lines_of("unattributed-quote") == [
        "chunk_002:16",
        "chunk_002:26",
        "chunk_003:11",
        "chunk_004:27",
        "chunk_006:12",
    ]


def test_every_merge_is_a_finding() -> None:
    inspection = sample()
    assert [finding.merge for finding in inspection.findings if finding.merge] == list(inspection.merges)


def test_each_finding_has_an_id_of_its_own() -> None:
    ids = [finding.id for finding in sample().findings]
    assert len(ids) == len(set(ids))


def test_looking_twice_gives_the_same() -> None:
    again = finished(inspect([ROOT / "resources" / "sample"]))
    assert [finding.id for finding in again.findings] == [finding.id for finding in sample().findings]


def test_what_is_not_there_cannot_be_inspected(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        finished(inspect([tmp_path / "none"]))


def test_a_lone_chunk_can_be_inspected(tmp_path: Path) -> None:
    (tmp_path / "chunk_001.md").write_text("- [00:10] a note\n", "utf-8")
    assert finished(inspect([tmp_path])).merges == ()
