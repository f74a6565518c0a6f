"""Sessions as the window and the command line use them: where they lie, what is recovered, backups, the log."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from kept import SMALL, kept_at, opened, rename, start, title_of

from core.editing.session import ReviewSession
from core.errors import InputError, WouldOverwriteError
from core.model import Episode, FindingId
from core.reading.discover import open_text
from core.reading.encoding import DecodedText
from core.reading.files import FileKind, ReadFile
from core.store import log_file
from core.store.errors import DamagedSessionError, SessionError
from core.work import finished
from core.workflow import propose
from core.workflow.merging import merge
from core.workflow.opening import built
from core.workflow.review import Review
from core.workflow.session_files import (
    as_recent,
    free_place,
    log_of,
    missing,
    place_for,
    recent,
    remember,
    restored,
    session_beside,
)
from core.workflow.sessions import Saved, create, keep, open_session, transcript_of


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "notestitch"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session of this test lies."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "night.notestitch"


@pytest.fixture
def closed(path: Path) -> Path:
    """A session file with two steps."""
    kept = kept_at(path)
    rename(kept, "Dusk", "Night")
    kept.close()
    return path


def crash(path: Path) -> Path:
    """A session that was left open, as it lies on the disk."""
    kept = kept_at(path)
    rename(kept, "Dusk", "Night", "Dawn")
    kept.flush()
    copy = path.with_name("crashed.notestitch")
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    kept.close()
    return copy


# --------------------------------------------------------------------------------------------------------- a crash


def test_after_a_crash_one_line_says_what_was_recovered(path: Path) -> None:
    kept = finished(open_session(crash(path)))
    assert [str(notice.message) for notice in kept.notices] == [
        "the last run did not end properly; steps of it that were recovered: 3"
    ]


def test_after_a_crash_closing_puts_the_session_in_order(path: Path) -> None:
    copy = crash(path)
    finished(open_session(copy)).close()
    assert [found.name for found in copy.parent.iterdir() if found.name.startswith(copy.name)] == [copy.name]
    assert finished(open_session(copy)).notices == ()


def test_a_session_that_ended_properly_says_nothing(closed: Path) -> None:
    assert finished(open_session(closed)).notices == ()


# --------------------------------------------------------------------------------------------------------- backups


def test_a_damaged_session_comes_with_its_newest_backup(closed: Path) -> None:
    closed.write_bytes(b"")
    with pytest.raises(DamagedSessionError) as raised:
        finished(open_session(closed))
    assert raised.value.backup is not None
    assert title_of(finished(open_session(raised.value.backup)).review.state) == "Night"


def test_a_backup_is_restored_beside_and_the_damaged_file_stays(closed: Path) -> None:
    closed.write_bytes(b"damaged")
    place = restored(closed)
    assert place.name == "night (restored).notestitch"
    assert title_of(finished(open_session(place)).review.state) == "Night"
    assert closed.read_bytes() == b"damaged"


def test_a_restored_session_knows_where_its_sources_are(closed: Path) -> None:
    before = finished(open_session(closed)).sources
    closed.unlink()
    assert finished(open_session(restored(closed))).sources == before


def test_a_damaged_backup_gives_way_to_an_older_one(closed: Path, data_folder: Path) -> None:
    kept = finished(open_session(closed))
    rename(kept, "Dawn")
    kept.close()
    newest = max((data_folder / "backups").glob("*/*"))
    newest.write_bytes(b"")
    assert title_of(finished(open_session(restored(closed))).review.state) == "Night"


def test_without_a_backup_that_is_said(path: Path) -> None:
    with pytest.raises(SessionError, match="no backup"):
        restored(path)


def test_ten_backups_are_kept(closed: Path, data_folder: Path) -> None:
    for number in range(12):
        kept = finished(open_session(closed))
        rename(kept, f"title {number}")
        kept.close()
    assert len(list((data_folder / "backups").glob("*/*"))) == 10


def test_a_run_that_changed_nothing_keeps_no_backup(closed: Path, data_folder: Path) -> None:
    before = list((data_folder / "backups").glob("*/*"))
    finished(open_session(closed)).close()
    assert list((data_folder / "backups").glob("*/*")) == before


def test_without_room_for_backups_the_session_is_saved_and_that_is_said(closed: Path, data_folder: Path) -> None:
    shutil.rmtree(data_folder)
    data_folder.write_bytes(b"in the way")
    kept = finished(open_session(closed))
    rename(kept, "Dawn")
    status = kept.flush()
    assert status.saved is Saved.SAVED
    kept.close()
    assert "no backup could be kept" in str(kept.status.notice)


# -------------------------------------------------------------------------------------------------- from the inputs


def test_a_session_lies_beside_its_input(tmp_path: Path) -> None:
    assert place_for([tmp_path], "The night") == tmp_path / "The night.notestitch"


def test_the_session_of_a_file_lies_in_its_folder(tmp_path: Path) -> None:
    assert place_for([tmp_path / "merge.prompt.txt"], "The night") == tmp_path / "The night.notestitch"


def test_the_session_of_pasted_text_lies_in_the_users_data(data_folder: Path) -> None:
    assert place_for([], "The night") == data_folder / "sessions" / "The night.notestitch"


def test_the_session_of_pasted_text_is_kept_though_its_folder_is_not_there_yet() -> None:
    read = open_text("# Fog\n\n- [00:05] the lamp is lit\n- [00:20] a ship passes\n")
    kept = keep(read, built(read.episode), place_for([], "pasted"))
    rename(kept, "Dusk")
    assert kept.close().saved is Saved.SAVED
    assert kept.path.is_file()


def beside(folder: Path, episode: Episode = SMALL) -> Path | None:
    found = finished(session_beside([folder], opened(replace(episode, title="night"))))
    return found.path if found else None


def test_a_session_beside_an_input_is_found(closed: Path) -> None:
    assert beside(closed.parent) == closed
    assert finished(session_beside([closed.parent], opened(replace(SMALL, title="day")))) is None


def test_the_session_that_was_worked_on_last_is_offered(closed: Path) -> None:
    kept = kept_at(free_place(closed))
    rename(kept, "Dawn")
    kept.close()
    assert beside(closed.parent) == kept.path


def test_a_session_of_other_notes_is_not_offered(closed: Path) -> None:
    other = replace(opened(), files=(ReadFile("/other/chunk_1.md", FileKind.NOTES, DecodedText("other\n")),))
    found = session_beside([closed.parent], replace(other, episode=replace(SMALL, title="night")))
    assert finished(found) is None


def test_the_session_of_pasted_text_is_known_by_the_text(data_folder: Path) -> None:
    text = "# Fog\n\n- [00:05] the lamp is lit\n- [00:20] a ship passes\n"
    read = open_text(text)
    kept = keep(read, built(read.episode), place_for([], read.episode.title))
    rename(kept, "Dusk")
    kept.close()
    found = finished(session_beside([], open_text(text)))
    assert found is not None
    assert (found.path, found.steps) == (kept.path, 1)
    assert finished(session_beside([], open_text(text.replace("ship", "boat")))) is None


def test_a_damaged_session_beside_an_input_is_told_of(closed: Path) -> None:
    closed.write_bytes(b"damaged")
    found = finished(session_beside([closed.parent], opened(replace(SMALL, title="night"))))
    assert found is not None
    assert isinstance(found.trouble, DamagedSessionError)


def test_the_session_of_the_sample_lies_in_the_users_data(sample_path: Path, data_folder: Path) -> None:
    assert place_for([sample_path], "The night") == data_folder / "sessions" / "The night.notestitch"


def test_a_place_that_is_taken_gets_a_number(closed: Path) -> None:
    assert free_place(closed) == closed.with_name("night 2.notestitch")


def test_the_bytes_of_the_sources_are_kept_as_they_were(path: Path, sample_path: Path) -> None:
    result = finished(merge([sample_path]))
    create(path, result.opened, result.review)
    for source in finished(open_session(path)).sources:
        assert source.content == Path(source.path).read_bytes()


def test_what_was_spoken_is_known_again(path: Path) -> None:
    framed = "Write notes.\n<<<\n[00:05] the lamp is lit\n[00:09] every evening\n>>>\n"
    file = ReadFile("/notes/chunk_1.prompt.txt", FileKind.TRANSCRIPT, DecodedText(framed))
    create(path, replace(opened(), files=(file,)), Review(ReviewSession(start())))
    spoken = transcript_of(finished(open_session(path)).sources)
    assert [cue.text for cue in spoken] == ["the lamp is lit", "every evening"]


# ---------------------------------------------------------------------------------------------------- headlessly


def test_a_session_made_headlessly_opens_with_what_was_accepted(path: Path, sample_path: Path) -> None:
    result = finished(merge([sample_path], "all"))
    create(path, result.opened, result.review)
    kept = finished(open_session(path))
    assert kept.review.state.document == result.review.state.document
    assert kept.review.undo_label == result.review.undo_label


def test_a_session_made_headlessly_replaces_nothing_unasked(closed: Path) -> None:
    review = Review(ReviewSession(start()))
    with pytest.raises(WouldOverwriteError):
        create(closed, opened(), review)
    create(closed, opened(), review, replace=True)
    assert finished(open_session(closed)).status.steps == 0


def test_decisions_that_a_review_began_with_are_kept(path: Path) -> None:
    session = ReviewSession(start())
    session.state = replace(start(), dismissed={FindingId("f"): "all right"})
    create(path, opened(), Review(session))
    assert finished(open_session(path)).review.state.dismissed == session.state.dismissed


# ------------------------------------------------------------------------------------------------------------ the log


def test_a_log_is_one_decision_a_line(closed: Path) -> None:
    first, *rest = (json.loads(line) for line in log_of(closed).decode().removesuffix("\n").split("\n"))
    assert first["title"] == SMALL.title
    assert [line["edit"]["title"] for line in rest] == ["Dusk", "Night"]


def test_a_log_only_grows(closed: Path) -> None:
    before = log_of(closed)
    kept = finished(open_session(closed))
    kept.review.undo()
    assert kept.log_lines().startswith(before)
    kept.close()
    assert log_of(closed) == kept.log_lines()


def test_a_log_says_what_its_decisions_are_about(path: Path) -> None:
    kept = kept_at(path)
    block = kept.review.state.document.chapters[0].blocks[0]
    kept.review.do(propose.drop(block.id, "dull"))
    line = json.loads(kept.log_lines().decode().split("\n")[1])
    assert line["entries"] == [{"entry": "1:2", "time_s": 5, "text": "the lamp is lit"}]
    kept.close()


def test_a_log_that_is_read_leads_to_the_same_state(closed: Path) -> None:
    kept = finished(open_session(closed))
    kept.review.undo()
    read = log_file.read(kept.log_lines())
    assert read.done(start()).state.document == kept.review.state.document
    kept.close()


def test_a_log_of_other_notes_is_refused(closed: Path) -> None:
    other = replace(start(), document=replace(start().document, title="other"))
    with pytest.raises(InputError, match="other notes"):
        log_file.read(log_of(closed)).done(other)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: "", 1),
        (lambda text: text.replace('"version":1', '"version":2'), 1),
        (lambda text: text.replace("notestitch-log", "other"), 1),
        (lambda text: text.replace('"step":"edit"', '"step":"explode"', 1), 2),
        (lambda text: text.replace("RenameChapter", "Explode"), 2),
        (lambda text: text + "x\n", 4),
    ],
)
def test_a_log_that_is_none_says_in_which_line(closed: Path, change, line: int) -> None:
    with pytest.raises(InputError) as raised:
        log_file.read(change(log_of(closed).decode()).encode())
    assert raised.value.line == line


# ------------------------------------------------------------------------------------------------------ recent ones


def test_a_session_is_remembered_with_its_progress(closed: Path) -> None:
    remember(as_recent(finished(open_session(closed)), decided=2, findings=5))
    [one] = recent()
    assert (Path(one.path), one.title, one.decided, one.findings) == (closed, SMALL.title, 2, 5)


def test_a_session_that_was_not_closed_is_listed_with_its_last_write_and_no_progress(closed: Path) -> None:
    remember(as_recent(finished(open_session(closed))))
    os.utime(closed, (2_000_000_000, 2_000_000_000))
    [one] = recent()
    assert (one.decided, one.findings, one.at[:10]) == (0, 0, "2033-05-18")


def test_the_last_session_comes_first_and_none_twice(closed: Path) -> None:
    other = closed.with_name("other.notestitch")
    shutil.copy(closed, other)
    for path in (closed, other, closed):
        remember(as_recent(finished(open_session(path))))
    assert [Path(one.path) for one in recent()] == [closed, other]


def test_a_session_that_is_gone_is_shown_with_why(closed: Path) -> None:
    remember(as_recent(finished(open_session(closed))))
    assert missing(recent()[0]) is None
    away = closed.parent.rename(closed.parent.with_name("away"))
    assert "folder is gone" in str(missing(recent()[0]))
    away.rename(closed.parent)
    closed.unlink()
    assert "moved or removed" in str(missing(recent()[0]))


def test_a_session_that_was_removed_is_forgotten_with_the_next(closed: Path) -> None:
    other = closed.with_name("other.notestitch")
    shutil.copy(closed, other)
    remember(as_recent(finished(open_session(closed))))
    closed.unlink()
    remember(as_recent(finished(open_session(other))))
    assert [Path(one.path) for one in recent()] == [other]


@pytest.mark.parametrize("text", ["", "{", "{}", '[{"path":1}]'])
def test_a_damaged_list_of_recent_sessions_is_an_empty_one(data_folder: Path, text: str) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "recent.json").write_text(text)
    assert recent() == ()
