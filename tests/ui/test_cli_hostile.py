"""Arguments that mean nothing good: each is refused with its name and what to do, and nothing is written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.store.lock import SessionLock
from ui.cli import main

NOTES = '## Start\n\n- [00:10] the depot opens at nine\n- [00:20] a bus waits there\n\n> "[00:21] off we go" — Ilse\n'
Call = Callable[[str], list[str]]
READING: dict[str, Call] = {
    "inspect": lambda given: ["inspect", given],
    "merge": lambda given: ["merge", given, "-o", "new.md"],
    "check the document": lambda given: ["check", given, "--sources", "notes"],
    "check the sources": lambda given: ["check", "merged.md", "--sources", given],
    "check with decisions": lambda given: ["check", "merged.md", "--sources", "notes", "--decisions", given],
    "export": lambda given: ["export", given, "--to", "html", "-o", "new.html"],
    "export the sources": lambda given: [*READING["export"]("merged.md"), "--sources", given],
}
WRITING: dict[str, Call] = {
    "merge": lambda given: ["merge", "notes", "-o", given],
    "export": lambda given: ["export", "merged.md", "--to", "html", "-o", given],
}
UNREADABLE = ("missing", "missing/x.md", "merged.md/x", "empty.md", "empty", "binary.md", "nul.md", "circle", "x" * 300)


def tried(capsys: pytest.CaptureFixture[bytes], arguments: list[str]) -> tuple[int, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, (err or out).decode("utf-8")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Iterator[None]:
    """A folder with notes, what was made of them, and things that are no input; it must stay as it is."""
    monkeypatch.chdir(tmp_path)
    Path("notes").mkdir()
    Path("notes/chunk_001.md").write_text(NOTES, encoding="utf-8")
    assert main(["merge", "notes", "-o", "merged.md"]) == 0
    assert main(["merge", "notes", "-o", "a.notestitch"]) == 0
    capsysbinary.readouterr()
    Path("empty").mkdir()
    Path("empty.md").touch()
    Path("binary.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    Path("nul.md").write_bytes(bytes(4096))
    Path("circle").symlink_to("circle")
    before = {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")}
    yield
    after = {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")}
    assert after == before


@pytest.mark.parametrize("call", [*READING.values(), *WRITING.values()])
@pytest.mark.parametrize("given", ["", "-", "a\0b"])
def test_what_names_no_file_is_a_usage_error(
    capsysbinary: pytest.CaptureFixture[bytes], call: Call, given: str
) -> None:
    status, said = tried(capsysbinary, call(given))
    assert status == 2
    assert said.startswith("usage: main.py")


@pytest.mark.parametrize("call", READING.values(), ids=READING)
@pytest.mark.parametrize("given", UNREADABLE)
def test_what_cannot_be_read_is_named(capsysbinary: pytest.CaptureFixture[bytes], call: Call, given: str) -> None:
    status, said = tried(capsysbinary, call(given))
    assert (status, said.count("\n")) == (2, 1)
    assert said.startswith(f"main.py: {given}: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("call", READING.values(), ids=READING)
def test_a_pipe_is_not_waited_for(capsysbinary: pytest.CaptureFixture[bytes], call: Call) -> None:
    os.mkfifo("pipe")
    status, said = tried(capsysbinary, call("pipe"))
    Path("pipe").unlink()
    assert status == 2
    assert "neither a file nor a folder" in said


@pytest.mark.parametrize("call", WRITING.values(), ids=WRITING)
@pytest.mark.parametrize("given", ["notes", "missing/x.md", "merged.md/x", "circle", "x" * 300])
def test_where_nothing_can_be_written_is_named(
    capsysbinary: pytest.CaptureFixture[bytes], call: Call, given: str
) -> None:
    status, said = tried(capsysbinary, call(given))
    assert status == 74
    assert said.startswith(f"main.py: {given}: ")


@pytest.mark.parametrize("name", ["check with decisions", "export"])
@pytest.mark.parametrize("is_cut", [True, False])
def test_a_damaged_session_is_called_damaged(
    capsysbinary: pytest.CaptureFixture[bytes], name: str, is_cut: bool
) -> None:
    data = Path("a.notestitch").read_bytes()
    Path("b.notestitch").write_bytes(data[: len(data) // 2] if is_cut else data[:100] + b"\xff" * (len(data) - 100))
    status, said = tried(capsysbinary, READING[name]("b.notestitch"))
    Path("b.notestitch").unlink()
    assert (status, said) == (
        2,
        "main.py: b.notestitch: the session is damaged and was left as it is; open its newest backup instead\n",
    )


@pytest.mark.parametrize("name", ["check with decisions", "export"])
def test_a_session_that_only_a_newer_version_can_read_is_called_so(
    capsysbinary: pytest.CaptureFixture[bytes], name: str
) -> None:
    Path("b.notestitch").write_bytes(Path("a.notestitch").read_bytes())
    connection = sqlite3.connect("b.notestitch")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.executescript("".join(f'ALTER TABLE "{table}" RENAME TO "new_{table}";' for (table,) in tables))
    connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()
    status, said = tried(capsysbinary, READING[name]("b.notestitch"))
    Path("b.notestitch").unlink()
    assert status == 2
    assert "newer Notestitch" in said


def test_a_session_that_a_window_works_on_is_read_and_not_written(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    lock = SessionLock(Path("a.notestitch"))
    assert lock.take()
    try:
        read, _ = tried(capsysbinary, READING["check with decisions"]("a.notestitch"))
        status, said = tried(capsysbinary, [*WRITING["merge"]("a.notestitch"), "--force"])
    finally:
        lock.release()
    assert (read, status) == (0, 74)
    assert "in use" in said


@pytest.mark.parametrize("name", ["check the document", "export"])
def test_a_text_that_says_nothing_is_no_document(capsysbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    Path("b.txt").write_text('{"version": 1}\n', encoding="utf-8")
    status, said = tried(capsysbinary, READING[name]("b.txt"))
    Path("b.txt").unlink()
    assert status == 2
    assert "give the finished document" in said
