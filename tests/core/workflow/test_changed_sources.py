"""Files that changed on disk: which chunks are other, and how they come into the review and its session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.errors import EditError
from core.model import ReviewState, blocks_of
from core.reading.discover import Opened
from core.work import finished
from core.workflow import propose
from core.workflow.changed_sources import ChangedSource, SourceChange, changed_sources
from core.workflow.opening import built, opened
from core.workflow.review import Review
from core.workflow.revising import Outcome, reload, revision
from core.workflow.sessions import KeptReview, Saved, keep, open_session, sources_of

FOG = "## Fog\n- [00:05] the keeper lights the lamp\n- [00:20] a ship passes the northern rocks\n"
SHIPS = "## Ships\n- [00:40] the horn is heard on the mainland\n- [00:52] nobody answers the call\n"
DAWN = "## Dawn\n- [02:00] the lamp goes out\n"
PROMPT = "Context:\n- Title: Night\nChunk outputs:\n<<<\n{}\n>>>\n"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's data folder of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An episode of two chunk files."""
    folder = tmp_path / "night"
    folder.mkdir()
    put(folder, 1, FOG)
    put(folder, 2, SHIPS)
    return folder


def put(folder: Path, number: int, text: str) -> Path:
    path = folder / f"chunk_{number:03}.md"
    path.write_text(text, "utf-8")
    return path


def read(path: Path) -> tuple[Opened, Review]:
    found = finished(opened([path]))
    return found, built(found.episode)


def changes(found: Opened, review: Review) -> tuple[ChangedSource, ...]:
    return finished(changed_sources(review, sources_of(found)))


def told(found: tuple[ChangedSource, ...]) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.change.name) for one in found]


def texts(review: Review) -> list[str]:
    return [block.text for block in blocks_of(review.state.document)]


def take(review: Review, found: tuple[ChangedSource, ...]) -> None:
    review.do(finished(reload(review, found)).edit)


# ------------------------------------------------------------------------------------------------------ what changed


def test_files_that_are_as_they_were_read_are_not_told(folder: Path) -> None:
    assert changes(*read(folder)) == ()


def test_a_changed_file_is_told_with_its_new_lines(folder: Path) -> None:
    found, review = read(folder)
    put(folder, 2, SHIPS.replace("call", "signal"))
    (changed,) = changes(found, review)
    assert (changed.change, [part.old for part in changed.parts]) == (SourceChange.CHANGED, ["2"])
    assert "".join(changed.parts[0].lines) == SHIPS.replace("call", "signal")


def test_a_file_that_is_gone_is_told_and_its_notes_stay(folder: Path) -> None:
    found, review = read(folder)
    (folder / "chunk_002.md").unlink()
    missing = changes(found, review)
    assert told(missing) == [("chunk_002.md", "MISSING")]
    assert len(texts(review)) == 4
    assert finished(reload(review, missing)).chunks == ()


def test_a_file_that_is_no_text_any_more_is_told_with_the_reason(folder: Path) -> None:
    found, review = read(folder)
    (folder / "chunk_002.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    (changed,) = changes(found, review)
    assert (changed.change, changed.reason is not None) == (SourceChange.UNREADABLE, True)


def test_a_file_without_notes_takes_no_notes_away(folder: Path) -> None:
    found, review = read(folder)
    put(folder, 2, "The notes are in chunk_002.md.\n")
    changed = changes(found, review)
    assert told(changed) == [("chunk_002.md", "WITHOUT_NOTES")]
    assert changed[0].parts == ()


def test_a_new_chunk_file_in_the_folder_is_told(folder: Path) -> None:
    found, review = read(folder)
    put(folder, 3, DAWN)
    (folder / "README.md").write_text("- [00:01] no chunk\n", "utf-8")
    changed = changes(found, review)
    assert told(changed) == [("chunk_003.md", "NEW")]
    take(review, changed)
    assert texts(review)[-1] == "the lamp goes out"
    assert [chapter.title for chapter in review.state.document.chapters] == ["Fog", "Ships", "Dawn"]


def test_of_a_prompt_only_the_changed_chunks_are_told(tmp_path: Path) -> None:
    path = tmp_path / "merge.prompt.txt"
    path.write_text(PROMPT.format(f"{FOG}---\n{SHIPS}---\n{DAWN}"), "utf-8")
    found, review = read(path)
    path.write_text(PROMPT.format(f"{FOG}---\n{SHIPS.replace('call', 'signal')}---\n{DAWN}"), "utf-8")
    (changed,) = changes(found, review)
    assert [part.old for part in changed.parts] == ["2"]
    take(review, (changed,))
    assert "nobody answers the signal" in texts(review)


def test_a_chunk_that_came_into_a_prompt_is_told_as_new(tmp_path: Path) -> None:
    path = tmp_path / "merge.prompt.txt"
    path.write_text(PROMPT.format(f"{FOG}---\n{DAWN}---\n- [03:00] the end\n"), "utf-8")
    found, review = read(path)
    path.write_text(PROMPT.format(f"{FOG}---\n{SHIPS}---\n{DAWN}---\n- [03:00] the end\n"), "utf-8")
    (changed,) = changes(found, review)
    assert [(part.old, part.before) for part in changed.parts] == [(None, "2")]
    take(review, (changed,))
    assert texts(review)[2:4] == ["the horn is heard on the mainland", "nobody answers the call"]


def test_pasted_notes_are_not_taken_for_a_change_of_the_file(folder: Path) -> None:
    found, review = read(folder)
    review.do(finished(revision(review, review.state.episode.chunks[0].key, FOG.replace("lamp", "light"))).edit)
    assert changes(found, review) == ()
    put(folder, 1, FOG.replace("lamp", "lantern"))
    take(review, changes(found, review))
    assert "the keeper lights the lantern" in texts(review)


def test_after_an_undo_a_reload_is_offered_again(folder: Path) -> None:
    found, review = read(folder)
    put(folder, 2, SHIPS.replace("call", "signal"))
    changed = changes(found, review)
    known = (*sources_of(found), *finished(reload(review, changed)).sources)
    take(review, changed)
    assert finished(changed_sources(review, known)) == ()
    review.undo()
    assert told(finished(changed_sources(review, known))) == [("chunk_002.md", "CHANGED")]


def test_files_are_only_read(folder: Path) -> None:
    found, review = read(folder)
    path = put(folder, 2, SHIPS.replace("call", "signal"))
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
    take(review, changes(found, review))
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()} == before
    assert path in before


# ------------------------------------------------------------------------------------------------------------- reload


def test_all_changed_files_are_one_step(folder: Path) -> None:
    found, review = read(folder)
    before = review.state
    put(folder, 1, FOG.replace("lamp", "lantern"))
    put(folder, 2, SHIPS.replace("call", "signal"))
    take(review, changes(found, review))
    assert (str(review.undo_label), len(texts(review))) == ("reload changed files", 4)
    assert review.undo()
    assert review.state is before


def test_decisions_survive_a_reload_and_each_is_told_once(folder: Path) -> None:
    found, review = read(folder)
    entries = list(review.state.episode.entries)
    items = [review.state.document.homes(entry)[0] for entry in (entries[1], entries[3])]
    state = review.state
    review.do(propose.absorb(state, items, "a ship passes the northern rocks", None, words_of=entries[1]))
    put(folder, 1, FOG.replace("lamp", "lantern"))
    put(folder, 2, SHIPS.replace("the horn", "a horn"))
    done = finished(reload(review, changes(found, review)))
    assert [(d.kind.name, d.outcome) for d in done.decisions] == [("MERGED", Outcome.KEPT)] * 2
    review.do(done.edit)
    assert review.ledger.merged == 1


def test_a_reload_for_another_state_is_refused(folder: Path) -> None:
    found, review = read(folder)
    put(folder, 2, SHIPS.replace("call", "signal"))
    changed = changes(found, review)
    take(review, changed)
    with pytest.raises(EditError):
        finished(reload(review, changed))


# ---------------------------------------------------------------------------------------------------------- a session


def reloaded(folder: Path) -> tuple[Path, ReviewState, ReviewState]:
    """A session with a reload in it: its path, and the states before and after."""
    found, review = read(folder)
    path = folder / "night.notestitch"
    kept = keep(found, review, path)
    before = review.state
    put(folder, 2, SHIPS.replace("call", "signal"))
    done = finished(reload(review, finished(changed_sources(review, kept.sources))))
    kept.add_sources(done.sources)
    review.do(done.edit)
    assert kept.close().saved is Saved.SAVED
    return path, before, review.state


def reopened(path: Path) -> KeptReview:
    return finished(open_session(path))


def test_a_session_holds_every_revision_of_a_source(folder: Path) -> None:
    kept = reopened(reloaded(folder)[0])
    assert [(Path(one.path).name, one.revision) for one in kept.sources] == [
        ("chunk_001.md", 1),
        ("chunk_002.md", 1),
        ("chunk_002.md", 2),
    ]
    assert kept.sources[2].content.decode() == SHIPS.replace("call", "signal")


def test_a_revision_outlives_a_restart_and_can_be_undone_then(folder: Path) -> None:
    path, before, after = reloaded(folder)
    kept = reopened(path)
    assert kept.review.state == after
    assert kept.review.undo()
    assert kept.review.state == before
    assert kept.review.redo()
    assert kept.review.state == after
    assert (kept.close().saved, kept.notices) == (Saved.SAVED, ())
    assert reopened(path).review.state == after


def test_a_reopened_session_knows_what_it_has_read(folder: Path) -> None:
    kept = reopened(reloaded(folder)[0])
    assert finished(changed_sources(kept.review, kept.sources)) == ()


def test_a_session_and_its_files_can_be_moved_together(folder: Path, tmp_path: Path) -> None:
    path, _, _ = reloaded(folder)
    moved = tmp_path / "elsewhere"
    shutil.move(folder, moved)
    kept = reopened(moved / path.name)
    assert finished(changed_sources(kept.review, kept.sources)) == ()
    assert {Path(chunk.file).parent for chunk in kept.review.state.episode.chunks} == {moved}
    assert kept.review.undo()
    assert kept.notices == ()
    assert "nobody answers the call" in texts(kept.review)
