"""Every format looks exactly as it must, and needs no more than it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from golden.new_exports import EXPORTS, golden, review

from core.export.exporters import EXPORTERS, Needs
from core.work import finished
from core.workflow.exporting import Options, doubts, exported, exporting, rendered_sections, suggested_name
from core.workflow.review import Review

GOLDEN = golden()


@pytest.fixture(scope="module")
def made() -> Review:
    return review()


@pytest.mark.parametrize("name", GOLDEN)
def test_a_format_looks_as_it_did(name: str) -> None:
    assert GOLDEN[name].decode() == (EXPORTS / name).read_text("utf-8")


def test_no_golden_export_is_left_over() -> None:
    assert {path.name for path in EXPORTS.iterdir()} == set(GOLDEN)


def test_decisions_are_the_log(made: Review) -> None:
    assert finished(exporting(made, "decisions", log=lambda: b"{}\n")) == b"{}\n"


def test_only_the_format_that_is_the_log_asks_for_it(made: Review) -> None:
    def refuse() -> bytes:
        raise AssertionError("nobody needs it")

    for name, exporter in EXPORTERS.items():
        if exporter.needs is not Needs.SESSION:
            assert finished(exporting(made, name, log=refuse))


def test_options_are_for_what_people_read(made: Review) -> None:
    plain = Options(quotes_last=True, has_times=False)
    changed = {name for name in EXPORTERS if exported(made, name, plain) != exported(made, name)}
    assert changed == {"markdown", "html", "odt", "text"}


def test_json_keeps_times_whatever_the_options_are(made: Review) -> None:
    read = json.loads(exported(made, "json", Options(has_times=False)))
    assert read["chapters"][0]["start_s"] == 5


def test_sections_are_those_of_the_page(made: Review) -> None:
    page = exported(made, "html").decode()
    assert all(section in page for section in finished(rendered_sections(made)))


def test_a_list_of_chapters_says_what_players_may_not_like(made: Review) -> None:
    assert doubts(made, "markdown") == ()
    assert doubts(made, "chapters-text") == ()


def test_the_name_of_a_file_has_the_suffix_of_its_format(made: Review) -> None:
    assert suggested_name(made, "chapters-vtt") == "An episode.chapters.vtt"


def test_exporting_writes_nothing(made: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exported(made, "report")
    assert list(tmp_path.iterdir()) == []
