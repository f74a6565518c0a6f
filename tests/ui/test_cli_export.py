"""The command ``export``, sessions made by ``merge``, and what they need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ui.cli import FORMATS, main

PROJECT = Path(__file__).resolve().parents[2]
ONE = '## Start\n\n- [00:10] 첫 노트\n- [00:20] the depot opens at nine\n\n> "[00:21] 말" — 화자\n'
TWO = "## Next\n\n- [00:20] the depot opens at nine o'clock\n- [01:00:40] a later note\n"
ABOUT_DECISIONS = ("criticmarkup", "decisions")
CONTRACT = (
    *("markdown", "html", "odt", "pdf", "text", "json", "criticmarkup", "decisions", "report"),
    *("chapters-text", "chapters-json", "chapters-vtt", "chapters-psc", "chapters-ffmetadata"),
)


class Run:
    """Runs a command in the process; what it printed is kept."""

    def __init__(self, capsys: pytest.CaptureFixture[bytes]) -> None:
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        status = main([str(argument) for argument in arguments])
        out, err = self._capsys.readouterr()
        self.out, self.err = out.decode("utf-8"), err.decode("utf-8")
        return status


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    return Run(capsysbinary)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    chunks = tmp_path / "에피소드" / "chunks"
    chunks.mkdir(parents=True)
    (chunks / "chunk_001.md").write_text(ONE, encoding="utf-8")
    (chunks / "chunk_002.md").write_text(TWO, encoding="utf-8")
    return chunks.parent


@pytest.fixture
def merged(run: Run, folder: Path, tmp_path: Path) -> Path:
    """A finished document."""
    path = tmp_path / "merged.md"
    assert run("merge", folder, "-o", path, "--accept", "all") == 0
    return path


@pytest.fixture
def session(run: Run, folder: Path, tmp_path: Path) -> Path:
    """A session in which all merges are accepted."""
    path = tmp_path / "work.notestitch"
    assert run("merge", folder, "-o", path, "--accept", "all") == 0
    return path


def test_the_formats_are_those_of_the_contract() -> None:
    assert set(FORMATS) == set(CONTRACT)


@pytest.mark.parametrize("name", [name for name in CONTRACT if name not in ("odt", "pdf")])
def test_a_session_can_be_written_in_every_format(run: Run, session: Path, tmp_path: Path, name: str) -> None:
    assert run("export", session, "--to", name, "-o", tmp_path / "out") == 0
    assert (tmp_path / "out").stat().st_size > 0
    assert run.out.startswith(f"Written to {tmp_path / 'out'}\n")


@pytest.mark.parametrize("name", [name for name in CONTRACT if name not in (*ABOUT_DECISIONS, "odt", "pdf")])
def test_a_finished_document_with_its_sources_too(
    run: Run, merged: Path, folder: Path, tmp_path: Path, name: str
) -> None:
    assert run("export", merged, "--sources", folder, "--to", name, "-o", tmp_path / "out") == 0


def test_a_session_gives_the_same_markdown_as_merge(run: Run, session: Path, merged: Path, tmp_path: Path) -> None:
    run("export", session, "--to", "markdown", "-o", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_bytes() == merged.read_bytes()


def test_a_finished_document_alone_keeps_its_times_and_its_look(run: Run, tmp_path: Path) -> None:
    text = "# T\n\n1. a\n2. b\n3. c\n\n## Chapter 1: One (00:05-70:00)\n\n- [00:05] x\n- [70:00] y\n"
    (tmp_path / "t.md").write_text(text, encoding="utf-8")
    run("export", tmp_path / "t.md", "--to", "markdown", "-o", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8") == text


@pytest.mark.parametrize("name", ABOUT_DECISIONS)
def test_what_tells_of_decisions_needs_a_session(run: Run, merged: Path, tmp_path: Path, name: str) -> None:
    assert run("export", merged, "--to", name, "-o", tmp_path / "out") == 2
    assert "give the session" in run.err


def test_a_report_needs_the_sources(run: Run, merged: Path, tmp_path: Path) -> None:
    assert run("export", merged, "--to", "report", "-o", tmp_path / "out") == 2
    assert "--sources" in run.err


def test_a_session_has_its_sources_in_it(run: Run, session: Path, folder: Path, tmp_path: Path) -> None:
    assert run("export", session, "--sources", folder, "--to", "html", "-o", tmp_path / "out") == 2


def test_notes_are_no_finished_document(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("nothing\n", encoding="utf-8")
    assert run("export", tmp_path / "none.md", "--to", "html", "-o", tmp_path / "out") == 2
    assert not (tmp_path / "out").exists()


def test_a_format_that_is_none_is_a_usage_error(run: Run, merged: Path, tmp_path: Path) -> None:
    assert run("export", merged, "--to", "docx", "-o", tmp_path / "out") == 2


def test_nothing_is_overwritten_unasked(run: Run, merged: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_text("mine", encoding="utf-8")
    assert run("export", merged, "--to", "html", "-o", out) == 73
    assert "(--force)" in run.err
    assert out.read_text("utf-8") == "mine"
    assert run("export", merged, "--to", "html", "-o", out, "--force") == 0


@pytest.mark.parametrize("name", ["merged", "session"])
def test_what_is_exported_is_never_written_over(
    run: Run, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    source: Path = request.getfixturevalue(name)
    before = source.read_bytes()
    assert run("export", source, "--to", "markdown", "-o", source, "--force") == 73
    assert source.read_bytes() == before


def test_the_sources_of_a_session_are_never_written_over(run: Run, session: Path, folder: Path) -> None:
    assert run("export", session, "--to", "text", "-o", folder / "chunks" / "chunk_001.md", "--force") == 73


def test_a_folder_that_is_missing_cannot_be_written_to(run: Run, merged: Path, tmp_path: Path) -> None:
    assert run("export", merged, "--to", "html", "-o", tmp_path / "none" / "out") == 74


def test_a_session_is_read_and_left_as_it_is(run: Run, session: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in session.parent.glob("*.notestitch*")}
    run("export", session, "--to", "report", "-o", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in session.parent.glob("*.notestitch*")} == before


def test_doubts_about_a_list_of_chapters_are_told(run: Run, merged: Path, tmp_path: Path) -> None:
    assert run("export", merged, "--to", "chapters-text", "-o", tmp_path / "out") == 0
    assert "from three on" in run.out


def test_a_session_opens_in_check_with_what_was_decided(run: Run, session: Path, folder: Path, tmp_path: Path) -> None:
    run("export", session, "--to", "markdown", "-o", tmp_path / "out.md")
    run("export", session, "--to", "decisions", "-o", tmp_path / "out.jsonl")
    found = []
    for decisions in (session, tmp_path / "out.jsonl"):
        check = ("check", tmp_path / "out.md", "--sources", folder, "--decisions", decisions, "--format", "json")
        run(*check)
        found.append(json.loads(run.out)["ledger"])
    assert found[0] == found[1]
    assert found[0]["merged"] == 1


def test_a_session_is_not_overwritten_unasked(run: Run, session: Path, folder: Path) -> None:
    before = session.read_bytes()
    assert run("merge", folder, "-o", session) == 73
    assert session.read_bytes() == before


def test_a_session_with_steps_beside_it_is_not_overwritten_at_all(run: Run, session: Path, folder: Path) -> None:
    session.with_name(f"{session.name}-wal").write_bytes(b"steps")
    assert run("merge", folder, "-o", session, "--force") == 74
    assert "in use" in run.err


def test_a_session_is_replaced_when_asked(run: Run, session: Path, folder: Path) -> None:
    before = session.read_bytes()
    assert run("merge", folder, "-o", session, "--accept", "none", "--force") == 0
    assert session.read_bytes() != before


def without_display(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT" not in name}
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=100
    )


def test_a_pdf_needs_no_display(merged: Path, tmp_path: Path) -> None:
    done = without_display("export", merged, "--to", "pdf", "-o", tmp_path / "out.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_an_odt_holds_the_words(merged: Path, tmp_path: Path) -> None:
    done = without_display("export", merged, "--to", "odt", "-o", tmp_path / "out.odt")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "out.odt") as archive:
        assert "첫 노트" in archive.read("content.xml").decode()
