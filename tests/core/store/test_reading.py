"""Opening a session file writes nothing and trusts nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from kept import kept_at, rename, start, title_of

from core.model import Block, Chapter, Document, EntryId, ItemId, Kind, ReviewState
from core.store import schema, tables
from core.store.checking import check_episode, check_state
from core.store.codec import MalformedError
from core.store.errors import DamagedSessionError, NoSessionError, SessionError
from core.store.reading import load


def changed(path: Path, *statements: str) -> Path:
    """Let somebody else change the file with SQLite."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def vacuum(path: Path) -> None:
    """Make it small, with little free space in its pages."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")


def listing(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def crashed(path: Path) -> Path:
    """A copy of a session that is being worked on, as it lies on the disk."""
    kept = kept_at(path)
    rename(kept, "Dusk", "Night")
    kept.flush()
    copy = path.with_name("crashed.notestitch")
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    kept.close()
    return copy


def test_a_session_comes_back_as_it_was(closed: Path) -> None:
    contents = load(closed).contents
    assert title_of(contents.checkpoint.state) == "Dusk"
    assert [source.content for source in contents.sources] == [b"notes of chunk 1\n", b"notes of chunk 2\n"]
    assert [row.step for row in contents.rows] == ["edit", "edit", "undo"]


def test_opening_writes_nothing(closed: Path) -> None:
    before = listing(closed.parent)
    load(closed)
    assert listing(closed.parent) == before


def test_opening_after_a_crash_writes_nothing(path: Path) -> None:
    copy = crashed(path)
    before = listing(copy.parent)
    assert title_of(load(copy).contents.start) == "Fog"
    assert listing(copy.parent) == before


def test_what_only_the_write_ahead_log_holds_is_there_after_a_crash(path: Path) -> None:
    copy = crashed(path)
    assert len(load(copy).contents.rows) == 2


def test_after_a_crash_the_rows_are_gone_without_the_write_ahead_log_only_if_they_were_never_elsewhere(
    path: Path,
) -> None:
    kept = kept_at(path)
    rename(kept, "Dusk")
    kept.flush()
    rename(kept, "Night")
    kept.flush()
    copy = path.with_name("torn.notestitch")
    shutil.copy(path, copy)
    kept.close()
    assert len(load(copy).contents.rows) == 1


def test_a_cut_write_ahead_log_gives_the_commits_before_the_cut(path: Path) -> None:
    kept = kept_at(path)
    seen = set[int]()
    for title in ("one", "two", "three"):
        rename(kept, title)
        kept.flush()
    copy = path.with_name("crashed.notestitch")
    shutil.copy(path, copy)
    wal = Path(f"{path}-wal").read_bytes()
    for length in (*range(0, len(wal), 997), len(wal)):
        Path(f"{copy}-wal").write_bytes(wal[:length])
        seen.add(len(load(copy).contents.rows))
    kept.close()
    assert seen == {1, 2, 3}


def test_a_folder_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="no such session"):
        load(tmp_path)


def test_a_missing_session_says_so(path: Path) -> None:
    with pytest.raises(SessionError, match="no such session"):
        load(path)


@pytest.mark.parametrize("data", [b"", b"# Notes\n", b"SQLite format 3\0" + bytes(200)])
def test_something_else_is_no_session(tmp_path: Path, data: bytes) -> None:
    other = tmp_path / "notes.md"
    other.write_bytes(data)
    with pytest.raises(NoSessionError):
        load(other)


def test_another_database_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(NoSessionError):
        load(changed(tmp_path / "other.db", "CREATE TABLE log (seq)"))


@pytest.mark.parametrize("data", [b"", b"# Notes\n", bytes(5000)])
def test_a_session_that_was_overwritten_is_damaged(closed: Path, data: bytes) -> None:
    closed.write_bytes(data)
    with pytest.raises(DamagedSessionError):
        load(closed)


def test_a_session_that_was_cut_off_is_damaged_wherever(closed: Path) -> None:
    whole = closed.read_bytes()
    for length in range(0, len(whole), 1013):
        closed.write_bytes(whole[:length])
        with pytest.raises(DamagedSessionError):
            load(closed)


def test_a_changed_byte_is_never_a_silent_loss(closed: Path) -> None:
    """Every byte is flipped; a session that opens nevertheless is, to the last letter, the one that was written."""
    vacuum(closed)
    expected, whole = load(closed).contents, closed.read_bytes()
    damaged, same = 0, 0
    for at in range(len(whole)):
        closed.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            assert load(closed).contents == expected, at
            same += 1
        except SessionError:
            damaged += 1
    assert damaged > 2000
    assert same > 0  # free space, counters of SQLite's own


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (a)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER extra AFTER INSERT ON log BEGIN DELETE FROM log; END",
        "CREATE INDEX extra ON log (at)",
        "DROP TABLE setting",
        "ALTER TABLE log ADD COLUMN more TEXT",
        "DELETE FROM log WHERE seq = 3",
        "DELETE FROM log WHERE seq = 1",
        "DELETE FROM log",
        "UPDATE log SET at = 'then' WHERE seq = 2",
        "UPDATE log SET edit = NULL",
        "INSERT INTO log VALUES (4, 'edit', '{}', NULL, '', x'00')",
        "DELETE FROM packed WHERE id = 1",
        "DELETE FROM packed WHERE id = 3",
        "UPDATE packed SET content = (SELECT content FROM packed WHERE id = 1), digest = (SELECT digest FROM packed)",
        "UPDATE packed SET content = zeroblob(100)",
        "UPDATE source SET content = x'00'",
        "UPDATE source SET path = 'elsewhere'",
        "DELETE FROM source WHERE place = 0",
        "UPDATE setting SET value = 'x'",
        "DELETE FROM setting",
        "PRAGMA user_version = 0",
    ],
)
def test_a_file_that_somebody_changed_is_damaged(closed: Path, statement: str) -> None:
    with pytest.raises(DamagedSessionError):
        load(changed(closed, statement))


def test_a_newer_session_with_more_tables_can_be_read(closed: Path) -> None:
    loaded = load(changed(closed, "CREATE TABLE more (a)", "PRAGMA user_version = 99"))
    assert loaded.is_newer
    assert title_of(loaded.contents.checkpoint.state) == "Dusk"


def test_a_newer_session_that_cannot_be_read_is_not_called_damaged(closed: Path) -> None:
    changed(closed, "DROP TABLE log", "PRAGMA user_version = 99")
    with pytest.raises(SessionError, match="newer Notestitch") as raised:
        load(closed)
    assert not isinstance(raised.value, DamagedSessionError)


def test_a_newer_session_may_not_hold_triggers_either(closed: Path) -> None:
    trigger = "CREATE TRIGGER extra AFTER INSERT ON log BEGIN DELETE FROM log; END"
    with pytest.raises(SessionError):
        load(changed(closed, trigger, "PRAGMA user_version = 99"))


def test_an_older_session_is_read_with_the_tables_brought_up_to_date_in_the_copy_alone(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = (*schema.MIGRATIONS, ("CREATE TABLE more (a INTEGER) STRICT",))
    monkeypatch.setattr(schema, "VERSION", 2)
    for function in (schema.migrate, schema.check, schema.create):
        monkeypatch.setattr(function, "__defaults__", (newer,))
    before = closed.read_bytes()
    assert title_of(load(closed).contents.checkpoint.state) == "Dusk"
    assert closed.read_bytes() == before


def test_a_session_too_large_to_trust_is_refused(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.reading.LARGEST_FILE_BYTES", 1000)
    with pytest.raises(SessionError, match="larger"):
        load(closed)


def test_paths_are_seen_from_where_the_session_lies(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        stored = [row[0] for row in connection.execute("SELECT path FROM source")]
    assert all(not Path(path).is_absolute() for path in stored)
    moved = closed.parent / "deeper" / closed.name
    moved.parent.mkdir()
    shutil.move(closed, moved)
    below = load(moved).contents.sources[0].path
    assert below == os.path.normpath(moved.parent / stored[0])


def one_block(block: Block) -> Document:
    return Document("", (), (Chapter(ItemId("c1"), "", (block,)),), 9)


NOTE = Block(ItemId("b2"), Kind.NOTE, 5, "a note")
QUOTE = replace(NOTE, kind=Kind.QUOTE)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda state: replace(state, document=one_block(replace(NOTE, sources=(EntryId("9:9"),)))),
        lambda state: replace(state, document=one_block(replace(NOTE, id=ItemId("c1")))),
        lambda state: replace(state, document=one_block(replace(NOTE, id=ItemId("b9")))),
        lambda state: replace(state, document=one_block(replace(NOTE, time_s=-1))),
        lambda state: replace(state, document=one_block(replace(QUOTE, children=(replace(NOTE, id=ItemId("b3")),)))),
        lambda state: replace(state, document=one_block(replace(NOTE, children=(replace(QUOTE, id=ItemId("b3")),)))),
        lambda state: replace(state, apart=frozenset({frozenset({EntryId("9:9")})})),
        lambda state: replace(state, dropped={EntryId("9:9"): ""}),
        lambda state: replace(state, offsets={"9": 1}),
    ],
)
def test_a_state_that_no_edits_lead_to_is_refused(wrong: Callable[[ReviewState], ReviewState]) -> None:
    with pytest.raises(MalformedError):
        check_state(wrong(start()))


def test_a_state_that_edits_lead_to_is_not_refused(closed: Path) -> None:
    check_state(load(closed).contents.checkpoint.state)


@pytest.mark.parametrize("change", [{"roles": ()}, {"key": "9"}, {"key": "2"}])
def test_an_episode_that_reading_never_gives_is_refused(change: dict[str, object]) -> None:
    of = start().episode
    with pytest.raises(MalformedError):
        check_episode(replace(of, chunks=(replace(of.chunks[0], **change), *of.chunks[1:])))


def test_a_row_is_read_by_its_types(closed: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE log (seq, chain)")
        connection.execute("INSERT INTO log VALUES ('one', 2)")
        with pytest.raises(MalformedError):
            tables.last_row(connection)
