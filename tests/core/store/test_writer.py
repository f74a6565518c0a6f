"""What is called saved is saved; what cannot be saved stays in memory and is told; one window writes at a time."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest
from kept import fill, kept_at, opened, rename, start, title_of

from core.editing.session import ReviewSession
from core.errors import ExportError, WouldOverwriteError
from core.store.due import Pace
from core.store.errors import SessionError
from core.store.lock import SessionLock
from core.store.reading import load
from core.work import finished
from core.workflow.review import Review
from core.workflow.session_files import free_place
from core.workflow.sessions import KeptReview, Saved, keep, open_session


def side_files(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir() if found != path)


def stored_title(path: Path) -> str:
    return title_of(finished(open_session(path)).review.state)


def test_nothing_is_written_before_the_first_edit(kept: KeptReview, path: Path) -> None:
    assert kept.status.saved is Saved.NEW
    kept.close()
    assert list(path.parent.iterdir()) == []


def test_an_edit_makes_the_file(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    assert kept.flush().saved is Saved.SAVED
    assert stored_title(path) == "Dusk"


def test_an_edit_is_saving_until_it_is_saved(kept: KeptReview) -> None:
    rename(kept, "Dusk")
    assert kept.status.saved is Saved.SAVING
    assert kept.flush() == kept.status
    assert (kept.status.steps, kept.status.saved_steps) == (1, 1)


def test_an_edit_is_saved_without_being_asked(kept: KeptReview, path: Path) -> None:
    is_saved = threading.Event()
    kept.subscribe(lambda: is_saved.set() if kept.status.saved is Saved.SAVED else None)
    rename(kept, "Dusk")
    assert is_saved.wait(60)
    assert stored_title(path) == "Dusk"


def test_a_close_leaves_one_file(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    assert {f"{path.name}-wal", f"{path.name}-shm"} < set(side_files(path))
    assert kept.close().saved is Saved.SAVED
    assert side_files(path) == []


def test_a_close_saves_what_was_waiting(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk", "Night")
    assert kept.close().saved_steps == 2
    assert stored_title(path) == "Night"


def test_every_commit_is_synchronised(kept: KeptReview, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    connect = sqlite3.connect

    def watched(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # pyright: ignore[reportArgumentType, reportCallIssue]
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    rename(kept, "Dusk")
    kept.flush()
    assert {"PRAGMA synchronous = FULL", "PRAGMA journal_mode = WAL"} < set(asked)


def test_undo_reaches_back_behind_a_restart(closed: Path) -> None:
    kept = finished(open_session(closed))
    assert str(kept.review.undo_label) == "rename chapter"
    assert kept.review.undo()
    assert title_of(kept.review.state) == "Fog"
    kept.close()
    assert stored_title(closed) == "Fog"


def test_an_undo_behind_a_restart_touches_only_the_chapter_that_it_changes(closed: Path) -> None:
    kept = finished(open_session(closed))
    before = kept.review.state.document.chapters
    kept.review.undo()
    after = kept.review.state.document.chapters
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, True]
    kept.close()


def test_redo_reaches_behind_a_restart(closed: Path) -> None:
    kept = finished(open_session(closed))
    assert kept.review.redo()
    assert title_of(kept.review.state) == "Night"
    kept.close()


def test_an_edit_after_a_restart_ends_what_could_be_done_again(closed: Path) -> None:
    kept = finished(open_session(closed))
    rename(kept, "Dawn")
    assert kept.review.redo_label is None
    assert not kept.review.redo()
    kept.close()


def test_history_can_be_replayed_beside_the_window(closed: Path) -> None:
    kept = finished(open_session(closed))
    finished(kept.remembering())
    assert kept.review.undo()
    kept.close()


def test_settings_are_written_with_the_next_edit(closed: Path) -> None:
    kept = finished(open_session(closed))
    kept.set_setting("layout", '{"zoom":1.2}')
    rename(kept, "Dawn")
    kept.flush()
    assert load(closed).contents.settings == {"layout": '{"zoom":1.2}'}
    kept.close()


def test_settings_alone_are_written_at_the_end(closed: Path) -> None:
    kept = finished(open_session(closed))
    kept.set_setting("layout", "1")
    kept.close()
    assert finished(open_session(closed)).settings == {"layout": "1"}


def test_opening_and_closing_changes_nothing(closed: Path) -> None:
    before = closed.read_bytes(), closed.stat().st_mtime_ns
    kept = finished(open_session(closed))
    assert kept.status.saved is Saved.SAVED
    kept.close()
    assert (closed.read_bytes(), closed.stat().st_mtime_ns) == before


# ------------------------------------------------------------------------------------------------------- two windows


def test_a_second_window_reads_and_says_who_works_on_it_since_when(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    second = finished(open_session(path))
    assert second.status.saved is Saved.READ_ONLY
    assert "works on the session since 2" in str(second.status.message)


def test_an_edit_in_a_second_window_stays_in_memory_and_can_be_saved_elsewhere(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    second = finished(open_session(path))
    rename(second, "Mine")
    assert second.status.saved is Saved.FAILED
    copy = path.with_name("copy.notestitch")
    second.save_as(copy)
    assert second.close().saved is Saved.SAVED
    assert stored_title(copy) == "Mine"
    assert title_of(load(path).contents.start) == "Fog"


def test_of_two_windows_the_first_to_edit_goes_on(closed: Path) -> None:
    first, second = finished(open_session(closed)), finished(open_session(closed))
    rename(second, "Second")
    assert second.flush().saved is Saved.SAVED
    rename(first, "First")
    status = first.flush()
    assert status.saved is Saved.FAILED
    assert "works on the session since" in str(status.message)
    second.close()
    assert first.close().saved is Saved.FAILED
    assert stored_title(closed) == "Second"


def test_nothing_is_added_to_a_session_that_went_on_elsewhere(closed: Path) -> None:
    first, second = finished(open_session(closed)), finished(open_session(closed))
    rename(second, "Second")
    second.close()
    rename(first, "First")
    status = first.flush()
    assert "changed elsewhere" in str(status.message)
    assert first.close().saved is Saved.FAILED
    assert stored_title(closed) == "Second"


def test_the_lock_of_a_window_that_died_is_free(closed: Path) -> None:
    closed.with_name(f".{closed.name}.lock").touch()
    kept = finished(open_session(closed))
    rename(kept, "Dawn")
    assert kept.flush().saved is Saved.SAVED
    kept.close()


def test_a_lock_that_is_free_is_not_touched_by_opening(closed: Path) -> None:
    lock = closed.with_name(f".{closed.name}.lock")
    lock.touch()
    finished(open_session(closed))
    assert lock.exists()


# ------------------------------------------------------------------------------------------------ what can go wrong


def test_another_file_at_the_place_is_never_written(kept: KeptReview, path: Path) -> None:
    path.write_bytes(b"somebody's")
    rename(kept, "Dusk")
    assert kept.flush().saved is Saved.FAILED
    kept.close()
    assert path.read_bytes() == b"somebody's"


def test_another_session_at_the_place_is_never_written(kept: KeptReview, closed: Path) -> None:
    before = closed.read_bytes()
    rename(kept, "Mine")
    status = kept.flush()
    assert "another session lies at this place" in str(status.message)
    kept.close()
    assert closed.read_bytes() == before


def test_a_removed_file_is_told_though_the_system_would_still_take_writes(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    path.unlink()
    rename(kept, "Night")
    status = kept.flush()
    assert status.saved is Saved.FAILED
    assert "moved or removed" in str(status.message)


def test_a_removed_write_ahead_log_is_told(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    rename(kept, "Dawn")
    kept.flush()
    Path(f"{path}-wal").unlink()
    rename(kept, "Night")
    assert kept.flush().saved is Saved.FAILED


def test_a_vanished_folder_is_told_and_the_edits_can_be_saved_elsewhere(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    shutil.rmtree(path.parent)
    rename(kept, "Night")
    assert kept.flush().saved is Saved.FAILED
    copy = path.parent.parent / "copy.notestitch"
    kept.save_as(copy)
    assert kept.status.saved is Saved.SAVED
    assert stored_title(copy) == "Night"


def test_a_folder_that_comes_back_has_everything_again(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    away = path.parent.rename(path.parent.with_name("away"))
    rename(kept, "Night")
    assert kept.flush().saved is Saved.FAILED
    away.rename(path.parent)
    assert kept.flush().saved is Saved.SAVED
    kept.close()
    assert stored_title(path) == "Night"


def test_a_session_that_is_damaged_meanwhile_is_told_and_not_written(closed: Path) -> None:
    kept = finished(open_session(closed))
    closed.write_bytes(b"SQLite format 3\0" + bytes(5000))
    before = closed.read_bytes()
    rename(kept, "Dawn")
    assert kept.flush().saved is Saved.FAILED
    kept.close()
    assert closed.read_bytes() == before


def test_a_full_disk_is_told_and_tried_again(small_disk: Path) -> None:
    path = small_disk / "night.notestitch"
    kept = kept_at(path)
    rename(kept, "Dusk")
    assert kept.flush().saved is Saved.SAVED
    filler = fill(small_disk)
    rename(kept, *(f"Night {number} {'x' * 4000}" for number in range(20)))
    status = kept.flush()
    assert (status.saved, status.saved_steps) == (Saved.FAILED, 1)
    assert "disk is full" in str(status.message)
    assert load(path).contents.rows[0].step == "edit"
    filler.unlink()
    assert kept.flush().saved is Saved.SAVED
    kept.close()
    assert stored_title(path).startswith("Night 19")


def test_a_full_disk_takes_no_new_session_and_keeps_nothing_half_written(small_disk: Path) -> None:
    fill(small_disk)
    kept = kept_at(small_disk / "night.notestitch")
    rename(kept, "Dusk")
    status = kept.flush()
    assert status.saved is Saved.FAILED
    assert "disk is full" in str(status.message)
    assert not kept.path.exists()
    kept.close()


def test_a_session_on_a_full_disk_opens_with_all_its_content(small_disk: Path) -> None:
    path = small_disk / "night.notestitch"
    kept = kept_at(path)
    rename(kept, "Dusk")
    kept.close()
    fill(small_disk)
    assert stored_title(path) == "Dusk"


def test_a_write_protected_folder_opens_read_only_with_all_content(small_disk: Path) -> None:
    path = small_disk / "night.notestitch"
    kept = kept_at(path)
    rename(kept, "Dusk")
    kept.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    second = finished(open_session(path))
    assert second.status.saved is Saved.READ_ONLY
    assert "write-protected" in str(second.status.message)
    assert title_of(second.review.state) == "Dusk"


def test_a_crashed_session_in_a_write_protected_folder_opens_with_all_content(
    small_disk: Path, kept: KeptReview
) -> None:
    rename(kept, "Dusk", "Night")
    kept.flush()
    rename(kept, "Dawn")
    kept.flush()
    path = small_disk / "night.notestitch"
    for suffix in ("", "-wal"):
        shutil.copy(f"{kept.path}{suffix}", f"{path}{suffix}")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert stored_title(path) == "Dawn"


def test_a_save_elsewhere_replaces_nothing_unasked(kept: KeptReview, path: Path) -> None:
    other = path.with_name("other.notestitch")
    other.write_bytes(b"somebody's")
    rename(kept, "Dusk")
    with pytest.raises(WouldOverwriteError):
        kept.save_as(other)
    assert kept.path == path
    assert kept.flush().saved is Saved.SAVED


def test_a_save_elsewhere_that_fails_changes_nothing(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    with pytest.raises(ExportError):
        kept.save_as(path.parent / "missing" / "copy.notestitch")
    assert kept.flush().saved is Saved.SAVED
    assert stored_title(path) == "Dusk"


def test_a_save_under_its_own_name_only_saves(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.save_as(path, replace=True, removes_old=True)
    assert kept.status.saved is Saved.SAVED
    assert stored_title(path) == "Dusk"


def test_a_session_goes_on_under_its_new_name(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    named = path.with_name("named.notestitch")
    kept.save_as(named, removes_old=True)
    rename(kept, "Night")
    kept.close()
    assert stored_title(named) == "Night"
    assert not path.exists()


def test_what_is_done_while_a_copy_is_written_is_kept_in_the_copy_too(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    named = path.with_name("named.notestitch")
    steps = finished(kept.writing_copy(named))
    rename(kept, "Night")
    assert steps == 1
    finished(kept.go_on_in(named, steps))
    assert kept.flush().saved is Saved.SAVED
    assert stored_title(named) == "Night"


def test_nothing_is_called_saved_before_the_copy_has_it(kept: KeptReview, path: Path) -> None:
    named = path.with_name("named.notestitch")
    steps = finished(kept.writing_copy(named))
    rename(kept, "Night")
    assert steps is not None
    named.unlink()
    finished(kept.go_on_in(named, steps))
    assert kept.flush().saved is Saved.FAILED


def test_a_copy_does_not_take_the_place_of_a_session_that_somebody_works_on(kept: KeptReview, path: Path) -> None:
    other = kept_at(path.with_name("other.notestitch"))
    rename(other, "Theirs")
    other.flush()
    with pytest.raises(SessionError, match="works on the session"):
        kept.save_as(other.path, replace=True)
    other.close()
    assert stored_title(other.path) == "Theirs"


def test_before_the_first_edit_a_session_can_be_saved_at_its_own_place(kept: KeptReview, path: Path) -> None:
    kept.save_as(path)
    assert kept.status.saved is Saved.SAVED
    rename(kept, "Dusk")
    assert kept.flush().saved is Saved.SAVED
    assert stored_title(path) == "Dusk"


def test_a_close_that_nobody_waits_for_is_done_all_the_same(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.close(waits=False)
    assert kept.close().saved is Saved.SAVED
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_new_session_leaves_a_place_that_somebody_just_took(path: Path) -> None:
    lock = SessionLock(path)  # the file is not there yet
    assert lock.take()
    review = Review(ReviewSession(start()))
    second = keep(opened(), review, path, free_place)
    rename(second, "Night")
    assert second.flush().saved is Saved.SAVED
    assert second.path == path.with_name("night 2.notestitch")
    second.close()
    lock.release()


@pytest.mark.parametrize("is_closed", [False, True])
def test_of_two_new_sessions_at_one_place_the_second_takes_another(path: Path, *, is_closed: bool) -> None:
    review = Review(ReviewSession(start()))
    second = keep(opened(), review, path, lambda taken: taken.with_name("other.notestitch"))
    first = kept_at(path)
    rename(first, "Dusk")
    first.flush()
    if is_closed:
        first.close()
    rename(second, "Night")
    assert second.flush().saved is Saved.SAVED
    first.close()
    second.close()
    assert (stored_title(path), stored_title(second.path)) == ("Dusk", "Night")


def test_after_trouble_what_the_disk_already_has_is_not_written_twice(kept: KeptReview, path: Path) -> None:
    rename(kept, "Dusk")
    kept.flush()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        rename(kept, "Night")
        status = kept.flush(5)
        assert status.saved is Saved.FAILED
        assert "another program" in str(status.message)
        other.execute("ROLLBACK")
    assert kept.flush().saved is Saved.SAVED
    kept.close()
    assert len(load(path).contents.rows) == 2


def test_a_checkpoint_is_written_now_and_then(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.writer.Pace", lambda: Pace(checkpoint_rows=3))
    kept = kept_at(path)
    rename(kept, "one")
    kept.flush()
    rename(kept, "two", "three", "four", "five")
    kept.flush()
    assert load(path).contents.checkpoint.seq == 5
    kept.close()


def test_without_a_write_ahead_log_it_is_as_safe(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("journal_mode = WAL", "journal_mode"), *parameters)  # pyright: ignore[reportArgumentType]

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, **named, factory=Refusing))
    kept = kept_at(path)
    rename(kept, "Dusk")
    kept.flush()
    rename(kept, "Night")
    assert kept.flush().saved is Saved.SAVED
    assert not Path(f"{path}-wal").exists()
    kept.close()
    assert side_files(path) == []
    assert stored_title(path) == "Night"
