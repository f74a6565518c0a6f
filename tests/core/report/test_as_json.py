"""The JSON contract, member for member, against a schema written by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from core.errors import InputError
from core.messages import Message
from core.report import as_json
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection
from core.workflow.merging import Merged

Schema = Mapping[str, type | tuple[type, ...]]
"""Member → type; a name that ends in ``?`` may be left out."""

NUMBER = (int, float)
EPISODE: Schema = {"title": str, "language?": str, "description?": str}
CHUNK: Schema = {
    "chunk": int,
    "name": str,
    "file?": str,
    "status": str,
    "notes": int,
    "quotes": int,
    "start_s?": int,
    "end_s?": int,
}
ENTRY: Schema = {"chunk": int, "file?": str, "line": int, "time_s?": int, "text": str}
REASON: Schema = {"name": str, "value": NUMBER, "text": str}
FINDING: Schema = {
    "id": str,
    "rule": str,
    "kind": str,
    "severity": str,
    "message": str,
    "tier?": str,
    "score?": NUMBER,
    "reasons?": list,
    "entries?": list,
    "related?": list,
    "chunk?": int,
    "file?": str,
    "line?": int,
    "start_s?": int,
    "end_s?": int,
    "document_line?": int,
}
LEDGER: Schema = dict.fromkeys(("entries", "kept", "merged", "edited", "dropped", "lost", "stray_lines"), int)


def misfits(value: Mapping[str, object], schema: Schema) -> list[str]:
    """The members that are missing, unknown or of another type."""
    types = {name.rstrip("?"): kind for name, kind in schema.items()}
    required = {name for name in schema if not name.endswith("?")}
    wrong = [name for name in value if name not in types or not isinstance(value[name], types[name])]
    return [*sorted(required - set(value)), *wrong]


def all_misfits(values: Sequence[Mapping[str, object]], schema: Schema) -> list[str]:
    return [name for value in values for name in misfits(value, schema)]


@pytest.fixture
def inspected(inspection: Inspection) -> Any:
    return json.loads(as_json.inspected(inspection))


@pytest.fixture
def report(merged: Merged) -> Any:
    return json.loads(as_json.merged(merged))


def of_rule(report: Any, rule: str) -> Any:
    return next(finding for finding in report["findings"] if finding["rule"] == rule)


def test_inspect_prints_the_four_members(inspected: Any) -> None:
    assert list(inspected) == ["version", "episode", "chunks", "findings"]


def test_the_version_is_one(inspected: Any) -> None:
    assert inspected["version"] == 1


def test_the_episode_fits(inspected: Any) -> None:
    assert misfits(inspected["episode"], EPISODE) == []


def test_what_is_not_known_of_the_episode_is_left_out(inspected: Any) -> None:
    assert inspected["episode"] == {"title": "An episode", "language": "ko"}


def test_every_chunk_fits(inspected: Any) -> None:
    assert all_misfits(inspected["chunks"], CHUNK) == []


def test_a_chunk_with_notes_is_told_with_its_counts_and_span(inspected: Any) -> None:
    assert inspected["chunks"][2] == {
        "chunk": 3,
        "name": "chunk 3",
        "file": "chunk 3.md",
        "status": "ok",
        "notes": 2,
        "quotes": 1,
        "start_s": 301,
        "end_s": 312,
    }


def test_a_chunk_without_notes_has_no_span(inspected: Any) -> None:
    assert inspected["chunks"][1] == {
        "chunk": 2,
        "name": "chunk 2",
        "file": "chunk 2.md",
        "status": "no-notes",
        "notes": 0,
        "quotes": 0,
    }


def test_every_finding_fits(inspected: Any) -> None:
    assert all_misfits(inspected["findings"], FINDING) == []


def test_every_entry_of_a_finding_fits(inspected: Any) -> None:
    named = [entry for f in inspected["findings"] for entry in (*f.get("entries", ()), *f.get("related", ()))]
    assert named
    assert all_misfits(named, ENTRY) == []


def test_severities_are_the_three_words(inspected: Any) -> None:
    assert {finding["severity"] for finding in inspected["findings"]} == {"error", "warning", "suggestion"}


def test_no_two_findings_share_an_id(inspected: Any) -> None:
    ids = [finding["id"] for finding in inspected["findings"]]
    assert len(set(ids)) == len(ids)


def test_a_duplicate_is_told_with_tier_score_and_reasons(inspected: Any) -> None:
    found = of_rule(inspected, "NS201")
    assert (found["kind"], found["tier"], found["score"]) == ("duplicate", "certain", 0.6123)
    assert found["reasons"] == [
        {"name": "close", "value": 1.0, "text": "1 s apart"},
        {"name": "words", "value": 0.6667, "text": "2 of 3 words shared"},
    ]
    assert all_misfits(found["reasons"], REASON) == []


def test_the_canonical_entry_comes_first(inspected: Any) -> None:
    assert of_rule(inspected, "NS201")["entries"] == [
        {"chunk": 3, "file": "chunk 3.md", "line": 2, "time_s": 310, "text": "the depot opens"},
        {"chunk": 4, "file": "chunk 4.md", "line": 2, "time_s": 311, "text": "the depot is opened"},
    ]


def test_a_gap_is_told_from_where_to_where(inspected: Any) -> None:
    gap = of_rule(inspected, "NS102")
    assert (gap["start_s"], gap["end_s"]) == (30, 301)


def test_what_is_no_duplicate_has_no_tier(inspected: Any) -> None:
    assert not {"tier", "score", "reasons"} & set(of_rule(inspected, "NS102"))


def test_merge_adds_the_ledger(report: Any) -> None:
    assert list(report) == ["version", "episode", "chunks", "findings", "ledger"]


def test_the_ledger_fits(report: Any) -> None:
    assert misfits(report["ledger"], LEDGER) == []


def test_the_ledger_adds_up(report: Any) -> None:
    assert report["ledger"] == {
        "entries": 8,
        "kept": 7,
        "merged": 1,
        "edited": 0,
        "dropped": 0,
        "lost": 0,
        "stray_lines": 2,
    }


def test_merge_tells_only_what_is_open(report: Any) -> None:
    assert [finding["tier"] for finding in report["findings"] if finding["rule"] == "NS201"] == ["possible"]


def test_what_stands_in_the_document_is_told_with_its_line(report: Any, merged: Merged) -> None:
    from core.workflow.exporting import exported

    line = of_rule(report, "NS601")["document_line"]
    assert exported(merged.review).decode().split("\n")[line - 1] == '> "[05:12] 이제 시작이다" — 화자'


def test_check_tells_findings_and_ledger(audit: Audit) -> None:
    report = json.loads(as_json.checked(audit))
    assert list(report) == ["version", "episode", "chunks", "findings", "ledger"]
    assert all_misfits(report["findings"], FINDING) == []
    assert report["ledger"]["lost"] == 3


def test_check_tells_the_line_of_the_document(audit: Audit) -> None:
    report = json.loads(as_json.checked(audit))
    assert (of_rule(report, "NS503")["document_line"], of_rule(report, "NS403")["document_line"]) == (12, 7)


def test_what_is_lost_has_no_line_in_the_document(audit: Audit) -> None:
    lost = of_rule(json.loads(as_json.checked(audit)), "NS501")
    assert "document_line" not in lost
    assert (lost["file"], lost["line"]) == ("chunk 1.md", 3)


def test_check_tells_the_worst_first(audit: Audit) -> None:
    severities = [finding["severity"] for finding in json.loads(as_json.checked(audit))["findings"]]
    assert severities == sorted(severities, key=["error", "warning", "suggestion"].index)


def test_a_failure_is_told_in_the_same_form() -> None:
    error = InputError(Message("there is no such file"), file="없음.md", line=3)
    assert json.loads(as_json.failed_with(error)) == {
        "version": 1,
        "error": {"code": "unreadable-input", "message": "there is no such file", "file": "없음.md", "line": 3},
    }


def test_a_failure_of_no_file_names_none() -> None:
    assert set(json.loads(as_json.failed("usage", "what?"))["error"]) == {"code", "message"}


def test_korean_is_written_as_it_is() -> None:
    assert "없음" in as_json.failed("usage", "없음")
