from __future__ import annotations

from pathlib import Path

from chunk_builder import chunk, episode

from core.checks.findings import of_sources
from core.checks.speakers import UNATTRIBUTED
from core.model import Episode
from core.report import as_text
from core.report.columns import columns
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection
from core.workflow.merging import Merged
from core.workflow.opening import Opened

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def golden(name: str) -> str:
    return (GOLDEN / name).read_text("utf-8")


def opened(of: Episode) -> Opened:
    return Opened(episode=of, files=(), transcript=(), notices=(), finished=None)


def test_inspect_reads_as_recorded(inspection: Inspection) -> None:
    assert as_text.inspected(inspection) == golden("inspect.txt")


def test_merge_reads_as_recorded(merged: Merged) -> None:
    assert as_text.merged(merged, "out.md") == golden("merge.txt")


def test_the_worst_comes_first(inspection: Inspection) -> None:
    text = as_text.inspected(inspection)
    assert text.index("Errors") < text.index("Warnings") < text.index("Suggestions")


def test_a_total_comes_last(inspection: Inspection) -> None:
    assert as_text.inspected(inspection).rstrip().split("\n")[-1].startswith("Total: ")


def test_where_nothing_was_found_the_total_says_so() -> None:
    assert as_text.inspected(Inspection(opened(Episode("조용한 밤")), (), ())).endswith("Total: nothing to look at.\n")


def test_the_words_of_an_entry_are_cut_to_a_hundred_columns() -> None:
    long = episode(chunk(1, f"> 00:10 {'말 ' * 200}"))
    text = as_text.inspected(Inspection(opened(long), (), of_sources((UNATTRIBUTED,), long, ())))
    (line,) = [line for line in text.split("\n") if line.endswith("…")]
    assert 90 < columns(line) <= 100


def test_there_are_no_blanks_at_line_ends(inspection: Inspection) -> None:
    assert [line for line in as_text.inspected(inspection).split("\n") if line != line.rstrip()] == []


def test_notices_name_their_file(inspection: Inspection) -> None:
    assert as_text.notices(inspection.opened.notices) == "Note: old.md: the file old.md was not used\n"


def test_without_notices_nothing_is_said() -> None:
    assert as_text.notices(()) == ""


def test_check_reads_as_recorded(audit: Audit) -> None:
    assert as_text.checked(audit) == golden("check.txt")
