"""A file is written whole or not at all, never over another unasked; and titles become names that all systems take."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import raw_texts

from core.errors import ExportError, WouldOverwriteError
from core.export.write import file_name, write_new

Fail = Callable[..., NoReturn]


def failing(number: int) -> Fail:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fog.md"


@pytest.fixture
def old(path: Path) -> Path:
    """A file that is there already."""
    path.write_bytes(b"old")
    return path


def test_a_new_file_is_written(path: Path) -> None:
    write_new(path, b"new")
    assert path.read_bytes() == b"new"


def test_nothing_else_is_left(path: Path) -> None:
    write_new(path, b"new")
    assert list(path.parent.iterdir()) == [path]


def test_an_existing_file_is_not_overwritten_unasked(old: Path) -> None:
    with pytest.raises(WouldOverwriteError):
        write_new(old, b"new")
    assert ([*old.parent.iterdir()], old.read_bytes()) == ([old], b"old")


def test_an_existing_file_is_replaced_when_asked(old: Path) -> None:
    write_new(old, b"new", replace=True)
    assert ([*old.parent.iterdir()], old.read_bytes()) == ([old], b"new")


def test_a_replaced_file_keeps_its_mode(old: Path) -> None:
    old.chmod(0o640)
    write_new(old, b"new", replace=True)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_any_new_file(path: Path) -> None:
    write_new(path, b"new")
    other = path.with_name("other")
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_link_goes_on_pointing_to_the_file(old: Path) -> None:
    link = old.with_name("link.md")
    link.symlink_to(old)
    write_new(link, b"new", replace=True)
    assert (link.is_symlink(), old.read_bytes()) == (True, b"new")


def test_a_file_that_comes_up_meanwhile_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def other_program_writes(descriptor: int) -> None:
        sync(descriptor)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", other_program_writes)
    with pytest.raises(WouldOverwriteError):
        write_new(path, b"new")
    assert ([*path.parent.iterdir()], path.read_bytes()) == ([path], b"theirs")


@pytest.mark.parametrize("where", ["link", "fsync"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_failure_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch, where: str, number: int) -> None:
    monkeypatch.setattr(os, where, failing(number))
    with pytest.raises(ExportError):
        write_new(path, b"new")
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("where", ["replace", "fsync"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_failure_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch, where: str, number: int) -> None:
    monkeypatch.setattr(os, where, failing(number))
    with pytest.raises(ExportError):
        write_new(old, b"new", replace=True)
    assert ([*old.parent.iterdir()], old.read_bytes()) == ([old], b"old")


def test_other_bytes_on_the_disk_are_a_failure(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"ne")
    with pytest.raises(ExportError, match="other bytes"):
        write_new(old, b"new", replace=True)
    assert ([*old.parent.iterdir()], old.read_text("utf-8")) == ([old], "old")


def test_a_folder_that_cannot_be_confirmed_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "broken")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    with pytest.raises(ExportError, match="did not confirm"):
        write_new(path, b"new")


def test_without_hard_links_a_new_file_is_written_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    write_new(path, b"new")
    assert ([*path.parent.iterdir()], path.read_bytes()) == ([path], b"new")


def test_without_hard_links_a_failure_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    monkeypatch.setattr(os, "replace", failing(errno.EIO))
    with pytest.raises(ExportError):
        write_new(path, b"new")
    assert list(path.parent.iterdir()) == []


def test_a_full_disk_is_called_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(ExportError, match="the disk is full"):
        write_new(path, b"new")


def test_a_missing_folder_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the folder does not exist"):
        write_new(tmp_path / "nowhere" / "fog.md", b"new")


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_is_never_replaced(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(ExportError, match="this is a folder"):
        write_new(tmp_path, b"new", replace=replace)


def test_a_file_in_the_place_of_the_folder_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "fog").write_bytes(b"mine")
    with pytest.raises(ExportError, match="should be a folder is a file"):
        write_new(tmp_path / "fog" / "fog.md", b"new")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no such folder here")
@pytest.mark.parametrize("path", ["/proc/fog.md", "/proc/self/fog.md"])
def test_a_folder_that_takes_no_file_is_not_called_missing(path: str) -> None:
    with pytest.raises(ExportError, match=r"lets nobody make a file|may not be written to"):
        write_new(Path(path), b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name here")
def test_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="no ordinary file"):
        write_new(tmp_path / "pipe", b"new", replace=True)


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Lighthouse", "The Lighthouse.md"),
        ("[Live] Fog: the night — part 2/3?", "[Live] Fog the night — part 2 3.md"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j.md"),
        ("등대의 밤", "등대의 밤.md"),
        ("e\u0301", "\u00e9.md"),
        ("\u202eabc\u200b\0\x1b", "abc.md"),
        ("a\n\tb\u2028c", "a b c.md"),
        ("..hidden. ", "hidden.md"),
        ("con", "_con.md"),
        ("LPT1.notes", "_LPT1.notes.md"),
        ("console", "console.md"),
        ("", "untitled.md"),
        ("???", "untitled.md"),
        ("a \udcff b", "a b.md"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


@pytest.mark.parametrize("letter", ["a", "é", "한", "👩", "x\u0301\u0302", "👍🏽", "🇰🇷", "\u1112\u119e\u11ab"])
@pytest.mark.parametrize("start", ["", "a", "ab", "abc"])
def test_a_long_title_is_cut_between_what_people_call_letters(letter: str, start: str) -> None:
    stem = file_name(start + letter * 200, ".md").removesuffix(".md").removeprefix(start)
    assert stem == letter * (len(stem) // len(letter))


@given(raw_texts() | st.text())
def test_any_title_gives_a_safe_name(title: str) -> None:
    name = file_name(title, ".md")
    unsafe = [c for c in name if c in '<>:"/\\|?*' or unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    assert (unsafe, name[0] in " .", len(name.encode()) <= 240, len(name) > 3) == ([], False, True, True)


@given(raw_texts())
def test_a_name_made_of_a_name_is_the_same(title: str) -> None:
    name = file_name(title, ".md")
    assert file_name(name.removesuffix(".md"), ".md") == name
