"""Edits and history, over random decisions on random episodes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, states

from core.checks.homes import Homes, Ledger, fate
from core.editing.session import MemoryJournal, ReviewSession, replayed
from core.errors import EditError
from core.model import ReviewState, blocks_of, walk

STEPS = 12


def decided(data: st.DataObject, state: ReviewState) -> tuple[ReviewSession, MemoryJournal, list[ReviewState]]:
    """A session after some random steps, and the states that it went through."""
    journal = MemoryJournal()
    session = ReviewSession(state, journal)
    seen = [session.state]
    for _ in range(data.draw(st.integers(1, STEPS))):
        edit = data.draw(edits(session.state))
        if edit is None:
            continue
        try:
            session.apply(edit)
        except EditError:
            continue
        seen.append(session.state)
    return session, journal, seen


@given(states(), st.data())
def test_undoing_all_gives_the_start_and_redoing_all_the_end(state: ReviewState, data: st.DataObject) -> None:
    session, _, seen = decided(data, state)
    for before in reversed(seen[:-1]):
        assert session.undo()
        assert session.state == before
    assert not session.undo()
    for after in seen[1:]:
        assert session.redo()
        assert session.state == after
    assert not session.redo()


@given(states(), st.data())
def test_replaying_the_log_gives_the_same_state(state: ReviewState, data: st.DataObject) -> None:
    session, journal, _ = decided(data, state)
    for step in data.draw(st.lists(st.sampled_from(["undo", "redo"]), max_size=6)):
        session.undo() if step == "undo" else session.redo()
    assert replayed(state, journal.lines).state == session.state


@given(states(), st.data())
def test_ids_stay_unique(state: ReviewState, data: st.DataObject) -> None:
    _, _, seen = decided(data, state)
    for after in seen:
        ids = [block.id for block in blocks_of(after.document)] + [c.id for c in after.document.chapters]
        assert max(Counter(ids).values(), default=1) == 1


@given(states(), st.data())
def test_the_ledger_adds_up_and_every_loss_has_a_cause(state: ReviewState, data: st.DataObject) -> None:
    _, _, seen = decided(data, state)
    for after in seen:
        homes = Homes(after.document)
        fates = {entry: fate(entry, after, homes) for entry in after.episode.entries}
        ledger = Ledger.of(Counter(fates.values()), 0)
        assert ledger.kept + ledger.merged + ledger.edited + ledger.dropped + ledger.lost == ledger.entries
        assert ledger.entries == len(after.episode.entries)


@given(states())
def test_a_candidate_stands_for_every_entry_once(state: ReviewState) -> None:
    sources = [entry for block in blocks_of(state.document) for entry in block.sources]
    assert sorted(sources) == sorted(state.episode.entries)


@given(states(), st.data())
def test_only_notes_have_children(state: ReviewState, data: st.DataObject) -> None:
    _, _, seen = decided(data, state)
    for after in seen:
        for chapter in after.document.chapters:
            for path, block in walk(chapter.blocks):
                assert not block.children or block.kind.name == "NOTE"
                assert len(path) == 1 or block.kind.name == "NOTE"


@given(states(), st.data())
def test_a_refused_edit_changes_nothing(state: ReviewState, data: st.DataObject) -> None:
    session = ReviewSession(state)
    edit = data.draw(edits(state))
    if edit is None:
        return
    try:
        session.apply(edit)
    except EditError:
        assert session.state is state
        assert session.undo_label is None


def test_typing_in_one_field_is_one_step(sample_state: ReviewState) -> None:
    from core.stitching import propose

    session = ReviewSession(sample_state)
    item = next(blocks_of(sample_state.document)).id
    for text in ("등", "등대", "등대가"):
        edit = propose.edit_text(session.state, item, text)
        assert edit is not None
        session.apply(edit, burst="typing")
    assert session.undo()
    assert session.state is sample_state


@pytest.fixture
def sample_state() -> ReviewState:
    """The start of a small review."""
    from core.model import ChunkKey, Entry, EntryId, Episode, Kind, Role, SourceChunk
    from core.stitching.candidate import candidate

    entry = Entry(EntryId("1:1"), ChunkKey("1"), Kind.NOTE, 1, 5, "등대를 고쳤다")
    chunk = SourceChunk(ChunkKey("1"), 1, "chunk 1", "", 1, ("",), (Role.ENTRY,), (), (entry,))
    episode = Episode("등대의 밤", chunks=(chunk,))
    return ReviewState(episode, candidate(episode))
