"""Taking over decisions from a log."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits as some_edit

from core.editing.session import MemoryJournal
from core.errors import EditError, InputError
from core.store import log_file
from core.store.encoding import state_hash
from core.store.steps import Steps
from core.work import finished
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review
from core.workflow.taking import taking

NOTES = episode(
    chunk(1, "# Light", "00:10 the lamp was lit", "00:20 the keeper slept", "> 00:21 Oh! — Ilse"),
    chunk(2, "# Ships", "00:20 he slept", "00:40 a ship came"),
    language="en",
)


def made() -> tuple[Review, MemoryJournal]:
    journal = MemoryJournal()
    return built(NOTES, journal, is_judged=False), journal


def exported(folder: Path, review: Review, journal: MemoryJournal) -> Path:
    steps = Steps(())
    for line in journal.lines:
        steps.add(line.step, line.burst, "2026-01-01T00:00:00Z")
    path = folder / "decisions.jsonl"
    path.write_bytes(log_file.written(review.session.start, steps.rows(0, len(journal.lines))))
    return path


def rename(review: Review, title: str) -> None:
    state = review.state
    edit = propose.rename_chapter(state, state.document.chapters[0].id, title)
    assert edit is not None
    review.do(edit)


@given(st.data())
def test_a_log_leads_to_the_same_state_in_one_step(data: st.DataObject) -> None:
    one, journal = made()
    for _ in range(data.draw(st.integers(1, 8))):
        match data.draw(st.sampled_from(["do", "do", "do", "undo", "redo"])):
            case "undo":
                one.undo()
            case "redo":
                one.redo()
            case _:
                edit = data.draw(some_edit(one.state))
                burst = data.draw(st.sampled_from([None, "typing"]))
                try:
                    if edit is not None:
                        one.do(edit, burst=burst)
                except EditError:
                    continue
    other, _ = made()
    start = other.state
    with tempfile.TemporaryDirectory() as folder:
        path = exported(Path(folder), one, journal)
        if one.state is one.session.start:
            with pytest.raises(InputError):
                finished(taking(path, other))
            return
        tried = finished(taking(path, other))
        assert tried.edit is not None
        other.do(tried.edit)
    assert tried.after == other.state
    assert state_hash(other.state) == state_hash(one.state)
    assert other.undo()
    assert other.state is start


def test_decisions_on_other_notes_are_refused(tmp_path: Path) -> None:
    one, journal = made()
    rename(one, "Lamps")
    other = built(episode(chunk(1, "00:10 something else")), is_judged=False)
    with pytest.raises(InputError, match="other notes"):
        finished(taking(exported(tmp_path, one, journal), other))


def test_decisions_are_refused_where_something_is_decided_already(tmp_path: Path) -> None:
    one, journal = made()
    rename(one, "Lamps")
    path = exported(tmp_path, one, journal)
    rename(one, "Lights")
    with pytest.raises(InputError, match="before anything else"):
        finished(taking(path, one))


def test_a_file_that_is_no_log_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(InputError):
        finished(taking(path, made()[0]))
