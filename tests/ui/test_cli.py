from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ui.cli import main

PROJECT = Path(__file__).resolve().parents[2]
ONE = '## Start\n\n- [00:10] 첫 노트\n- [00:20] the depot opens at nine\n\n> "[00:21] 말" — 화자\n'
TWO = "## Next\n\n- [00:20] the depot opens at nine o'clock\n- [00:40] a later note\n"


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

    @property
    def json(self) -> Any:
        return json.loads(self.out)


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
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.md"


def test_inspect_tells_what_was_read(run: Run, folder: Path) -> None:
    assert run("inspect", folder) == 0
    assert run.out.startswith("에피소드\n2 chunks, 4 notes, 1 quote, 00:10–00:40\n")


def test_inspect_as_json_prints_one_object(run: Run, folder: Path) -> None:
    assert run("inspect", folder, "--format", "json") == 0
    assert [chunk["notes"] for chunk in run.json["chunks"]] == [2, 2]


def test_inspect_takes_the_chunk_files_themselves(run: Run, folder: Path) -> None:
    files = sorted((folder / "chunks").iterdir())
    assert run("inspect", *files, "--format=json") == 0
    assert [chunk["file"] for chunk in run.json["chunks"]] == [str(file) for file in files]


def test_inspect_ends_well_whatever_it_finds(run: Run, folder: Path) -> None:
    (folder / "chunks" / "chunk_003.md").write_text("Done. I saved the notes to chunk_003.md", encoding="utf-8")
    assert run("inspect", folder) == 0
    assert "NS101 chunk-without-notes" in run.out


def test_merge_writes_the_document(run: Run, folder: Path, out: Path) -> None:
    assert run("merge", folder, "-o", out) == 0
    assert out.read_text("utf-8").startswith("# 에피소드\n\n1. ")


def test_merge_says_where_it_wrote_and_what_became_of_the_entries(run: Run, folder: Path, out: Path) -> None:
    run("merge", folder, "-o", out, "--accept", "none")
    assert run.out.startswith(f"Written to {out}\n\nEntries\n  read  5\n  kept  5\n")


def test_merge_as_json_adds_the_ledger(run: Run, folder: Path, out: Path) -> None:
    assert run("merge", folder, "-o", out, "--accept", "all", "--format", "json") == 0
    assert (run.json["ledger"]["entries"], run.json["ledger"]["merged"]) == (5, 1)


def test_merge_tells_of_draft_lines_whatever_the_report(run: Run, folder: Path, out: Path) -> None:
    run("merge", folder, "-o", out)
    assert "drafts" in run.out
    run("merge", folder, "-o", out, "--force", "--format", "json")
    assert "drafts" in run.err


def test_merge_never_overwrites_unasked(run: Run, folder: Path, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    assert run("merge", folder, "-o", out) == 73
    assert out.read_text("utf-8") == "mine"


def test_merge_overwrites_when_asked(run: Run, folder: Path, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    assert run("merge", folder, "-o", out, "--force") == 0
    assert out.read_text("utf-8") != "mine"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_merge_never_writes_an_input(run: Run, folder: Path, force: list[str]) -> None:
    source = folder / "chunks" / "chunk_001.md"
    assert run("merge", folder, "-o", source, *force) == 73
    assert source.read_text("utf-8") == ONE


def test_merge_knows_an_input_by_another_name(run: Run, folder: Path, tmp_path: Path) -> None:
    source = folder / "chunks" / "chunk_001.md"
    link = tmp_path / "link.md"
    link.symlink_to(source)
    assert run("merge", folder, "-o", link, "--force") == 73
    assert source.read_text("utf-8") == ONE


def test_a_folder_that_is_missing_cannot_be_written_to(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("merge", folder, "-o", tmp_path / "none" / "out.md") == 74
    assert str(tmp_path / "none") in run.err


@pytest.mark.parametrize("command", ["inspect", "check"])
def test_a_file_with_a_slash_behind_it_is_not_read_as_the_file(run: Run, folder: Path, command: str) -> None:
    chunk = next(folder.rglob("*.md"))
    assert run(command, f"{chunk}/", *(("--sources", folder) if command == "check" else ())) == 2
    assert "leave the slash at its end out" in run.err


def test_a_file_is_not_written_where_a_folder_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("merge", folder, "-o", f"{tmp_path}/out.md/") == 2
    assert "give the path of a file" in run.err
    assert not (tmp_path / "out.md").exists()


def test_a_missing_input_is_told_with_its_name(run: Run, tmp_path: Path) -> None:
    assert run("inspect", tmp_path / "없음.md") == 2
    assert "없음.md: " in run.err


def test_a_folder_where_a_document_belongs_is_called_a_folder(run: Run, folder: Path) -> None:
    assert run("check", folder, "--sources", folder) == 2
    assert "this is a folder; give one file" in run.err


def test_a_session_where_notes_belong_is_called_a_session(run: Run, folder: Path, tmp_path: Path) -> None:
    session = tmp_path / "kept.notestitch"
    assert run("merge", folder, "-o", session) == 0
    assert run("inspect", session) == 2
    assert "this is a session" in run.err


def test_a_failure_in_text_prints_no_report(run: Run, tmp_path: Path) -> None:
    run("inspect", tmp_path / "none.md")
    assert run.out == ""


def test_a_missing_input_as_json_is_one_object(run: Run, tmp_path: Path) -> None:
    assert run("inspect", tmp_path / "없음.md", "--format", "json") == 2
    assert run.json["version"] == 1
    assert run.json["error"]["code"] == "unreadable-input"
    assert run.json["error"]["file"] == str(tmp_path / "없음.md")


def test_would_overwrite_as_json_is_one_object(run: Run, folder: Path, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    assert run("merge", folder, "-o", out, "--format", "json") == 73
    assert (run.json["error"]["code"], run.json["error"]["file"]) == ("would-overwrite", str(out))


@pytest.mark.parametrize(
    "arguments",
    [
        ["inspect"],
        ["merge", "x"],
        ["merge", "x", "-o"],
        ["inspect", "x", "--format", "xml"],
        ["merge", "x", "-o", "y.md", "--format", "sarif"],
        ["check", "x", "--sources", "y", "--fail-on", "none"],
        ["merge", "x", "-o", "y.md", "--accept", "some"],
        ["merge", "x", "-o", "y.md", "--acc", "all"],
        ["check", "x"],
        ["inspect", "x", "--what"],
    ],
)
def test_arguments_that_make_no_sense_are_told_with_the_usage(run: Run, arguments: list[str]) -> None:
    assert run(*arguments) == 2
    assert run.err.startswith("usage: main.py")


def test_a_usage_error_as_json_is_one_object(run: Run) -> None:
    assert run("merge", "x", "--format", "json") == 2
    assert run.json["error"]["code"] == "usage"


def test_usage_names_the_commands_that_there_are(run: Run) -> None:
    run("what", "x")
    assert all(command in run.err for command in ("inspect", "merge", "check"))


def test_a_session_is_known_by_its_name_however_it_is_written(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("merge", folder, "-o", tmp_path / "a.NOTESTITCH") == 0
    assert (tmp_path / "a.NOTESTITCH").read_bytes().startswith(b"SQLite")


def test_help_ends_well(run: Run) -> None:
    assert run("--help") == 0


def test_the_version_is_the_projects(run: Run) -> None:
    assert run("--version") == 0
    version = run.out.split()[-1]
    assert f'version = "{version}"' in (PROJECT / "pyproject.toml").read_text("utf-8")


def test_a_terminal_command_in_a_note_does_not_act(run: Run, folder: Path) -> None:
    (folder / "chunks" / "chunk_003.md").write_text("- [01:00] a\n\x1b[2Jhello\n", encoding="utf-8")
    run("inspect", folder)
    assert "\x1b" not in run.out


def test_bytes_that_are_no_text_are_escaped_in_json(run: Run, folder: Path) -> None:
    text = (ONE + "\n잘못된 ").encode() * 20 + b"\xff\n"
    (folder / "chunks" / "chunk_003.md").write_bytes(text)
    assert run("inspect", folder, "--format", "json") == 0
    assert "\\udcff" in run.out
    assert any("\udcff" in finding["message"] for finding in run.json["findings"])


def in_a_process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT, env={**os.environ, **environment}, capture_output=True, check=False)


def test_the_report_is_utf_8_under_any_locale(folder: Path) -> None:
    environment = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = in_a_process("inspect", folder, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("에피소드\n")


def test_a_reader_that_goes_away_hears_no_complaint(folder: Path) -> None:
    script = f'"{sys.executable}" main.py inspect "{folder}" --format json | true'
    done = subprocess.run(["sh", "-c", script], cwd=PROJECT, capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_report_that_cannot_be_written_is_said_in_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "main.py", "inspect", str(folder)]
        done = subprocess.run(command, cwd=PROJECT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (74, 1)


def test_the_way_to_overwrite_is_named(run: Run, folder: Path, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    run("merge", folder, "-o", out)
    assert "--force" in run.err


def test_the_headless_commands_load_no_qt(folder: Path, out: Path) -> None:
    script = (
        "import sys; from ui.cli import main; main(sys.argv[1:]); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    command = [sys.executable, "-c", script, "merge", str(folder), "-o", str(out)]
    assert subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).returncode == 0


@pytest.fixture
def built(run: Run, folder: Path, out: Path) -> Path:
    """A merge without anything against it."""
    words = ONE.replace("첫 노트", "the first note").replace("말", "yes, we do")
    (folder / "chunks" / "chunk_001.md").write_text(words, encoding="utf-8")
    run("merge", folder, "-o", out, "--accept", "all")
    return out


def test_check_finds_nothing_in_what_merge_wrote(run: Run, folder: Path, built: Path) -> None:
    assert run("check", built, "--sources", folder) == 0
    assert run.out.endswith("Total: nothing to look at.\n")


def test_check_tells_what_is_altered_and_ends_with_one(run: Run, folder: Path, built: Path) -> None:
    built.write_text(built.read_text("utf-8").replace("yes, we do", "no, we do"), "utf-8")
    assert run("check", built, "--sources", folder) == 1
    assert "NS503 altered-quote" in run.out


def test_check_fails_only_from_the_severity_that_is_asked_for(run: Run, folder: Path, built: Path) -> None:
    built.write_text(built.read_text("utf-8").replace("[00:40]", "[00:39]").replace("-00:40", "-00:39"), "utf-8")
    assert run("check", built, "--sources", folder) == 1
    assert run("check", built, "--sources", folder, "--fail-on", "error") == 0


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github"])
def test_check_reports_in_every_format(run: Run, folder: Path, built: Path, name: str) -> None:
    built.write_text(built.read_text("utf-8").replace("yes, we do", "no, we do"), "utf-8")
    assert run("check", built, "--sources", folder, "--format", name) == 1
    assert "NS503" in run.out


@pytest.mark.parametrize("name", ["sarif", "junit", "github"])
def test_inspect_reports_in_every_format(run: Run, folder: Path, name: str) -> None:
    assert run("inspect", folder, "--format", name) == 0
    assert "NS201" in run.out


def test_check_of_a_file_that_is_missing_is_unusable(run: Run, folder: Path) -> None:
    assert run("check", folder / "none.md", "--sources", folder) == 2


def test_the_document_may_stand_behind_its_sources_as_hooks_write_it(run: Run, folder: Path, built: Path) -> None:
    assert run("check", "--sources", folder, "--", built) == 0
