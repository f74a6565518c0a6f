"""Ready: exactly what the check of the exported text says with the session's decisions, and nothing lost."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from chunk_builder import chunk, episode
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import random_step, taken
from review_strategies import edits, states

from core.checks.finding import Finding
from core.editing.session import ReviewSession
from core.errors import EditError
from core.messages import Message
from core.model import ReviewState
from core.reading.document import read_document
from core.stitching import propose
from core.work import finished
from core.workflow.auditing import attached, audited
from core.workflow.decisions import decisions_of
from core.workflow.exporting import exported
from core.workflow.opening import built, detected, detection, opened
from core.workflow.ready import Readiness, is_grave, ready, waited_for
from core.workflow.repairs import has_repair, repair
from core.workflow.review import Answer, Review
from core.workflow.sessions import create
from ui.cli import main

SOURCES = episode(
    chunk(1, "# Robots", "00:10 the fleet has 214 robots", "00:30 rain stops them"),
    chunk(2, "# Batteries", "00:40 each pack holds 1.2 kWh", "> 00:45 it is a battery business — Ilse"),
)


@pytest.fixture
def folder(sample_path: Path) -> Path:
    return sample_path / "chunks"


def text_of(review: Review) -> str:
    return exported(review).decode("utf-8", "surrogateescape")


def state_of(review: Review) -> Readiness:
    return finished(ready(review))


def open_now(review: Review) -> list[Finding]:
    """What the session sees and that is reason enough."""
    kinds = waited_for()
    return [f for f in review.findings if f.rule.kind in kinds and review.answer(f) is Answer.OPEN]


def detect(review: Review) -> None:
    found = finished(detection(review.state))
    review.set_merges(found.merges, found.clocks)


def check_fails(review: Review) -> bool:
    """Whether the check that the command line makes fails, from the text and the decisions alone."""
    decisions = decisions_of(review.state, review.session.start.document)
    again = finished(audited(review.state.episode, read_document(text_of(review)), decisions))
    return any(is_grave(finding) and again.answer(finding) is Answer.OPEN for finding in again.findings)


def edited(review: Review, data: st.DataObject, most: int = 6) -> Review:
    """The review after some random decisions and repairs."""
    for _ in range(data.draw(st.integers(0, most))):
        repaired = [finding for finding in review.findings if has_repair(finding)]
        with suppress(EditError):
            if repaired and data.draw(st.booleans()):
                edit = repair(review.state, data.draw(st.sampled_from(repaired)))
            else:
                edit = data.draw(edits(review.state))
            if edit is not None:
                review.do(edit)
    return review


def damaged(review: Review, data: st.DataObject) -> str:
    """The exported text with some of its lines lost, doubled or reworded."""
    lines = text_of(review).split("\n")
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(("lose", "double", "reword", "section")))
        new = {"lose": [], "double": [lines[at]] * 2, "reword": [f"{lines[at]} 2배"]}.get(change)
        lines[at : at + 1] = ["", "## Conclusion", "", "그게 다였다", ""] if new is None else new
    return "\n".join(lines)


@given(states(), st.data())
@settings(max_examples=30)
def test_a_session_is_ready_exactly_when_its_export_passes(state: ReviewState, data: st.DataObject) -> None:
    review = edited(Review(ReviewSession(state)), data)
    detect(review)
    said = state_of(review)
    assert bool(said.open) == check_fails(review)
    assert bool(said.count) == bool(said.open or review.ledger.lost)


@given(states(), st.data())
@settings(max_examples=30)
def test_a_brought_merge_is_ready_exactly_when_its_export_passes(state: ReviewState, data: st.DataObject) -> None:
    text = damaged(Review(ReviewSession(state)), data)
    merges = finished(detected(state))
    review = edited(Review(attached(state.episode, read_document(text), merges), merges), data)
    detect(review)
    assert bool(state_of(review).open) == check_fails(review)


@given(states(), st.data())
@settings(max_examples=30)
def test_what_is_open_in_the_session_keeps_it_from_being_ready(state: ReviewState, data: st.DataObject) -> None:
    text = damaged(Review(ReviewSession(state)), data)
    merges = finished(detected(state))
    review = edited(Review(attached(state.episode, read_document(text), merges), merges), data)
    detect(review)
    assert state_of(review).count or not open_now(review)


@given(states(), st.data())
@settings(max_examples=30)
def test_the_words_of_what_is_kept_are_in_the_text(state: ReviewState, data: st.DataObject) -> None:
    assert state_of(edited(Review(ReviewSession(state)), data)).missing == ()


def answered(review: Review) -> None:
    """Accept, repair or dismiss all that is open."""
    accepted = propose.accept_all(review.state, review.merges, Message("accept all"))
    if accepted is not None:
        review.do(accepted)
    for finding in (*open_now(review), *review.findings):
        edit = repair(review.state, finding) if has_repair(finding) else None
        with suppress(EditError):
            review.do(edit or propose.dismiss(finding.id, "seen"))
    for finding in review.findings:
        if review.answer(finding) is Answer.OPEN:
            review.do(propose.dismiss(finding.id, "seen"))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("is_brought", [False, True])
def test_the_command_line_says_the_same(tmp_path: Path, folder: Path, seed: int, is_brought: bool) -> None:
    chance, inputs = random.Random(seed), finished(opened([folder]))
    review = built(inputs.episode)
    if is_brought:
        lines = text_of(review).split("\n")
        lines.pop(chance.randrange(len(lines)))
        review = Review(attached(inputs.episode, read_document("\n".join(lines)), finished(detected(review.state))))
    for _ in range(chance.randrange(8)):
        step = random_step(chance, review.session)
        if step is not None:
            taken(review.session, step)
    detect(review)
    if chance.random() < 0.7:
        answered(review)
        detect(review)  # a chunk may have been shifted
    document, session = tmp_path / "final.md", tmp_path / "a.notestitch"
    document.write_bytes(exported(review))
    create(session, inputs, review)
    status = main(["check", str(document), "--sources", str(folder), "--decisions", str(session)])
    assert status == int(bool(state_of(review).open))


def test_a_document_as_built_is_ready() -> None:
    review = built(SOURCES)
    detect(review)
    assert state_of(review) == Readiness()


def test_what_was_lost_keeps_it_from_being_ready_even_if_dismissed() -> None:
    text = text_of(built(SOURCES)).replace("- [00:30] rain stops them\n", "")
    review = Review(attached(SOURCES, read_document(text)))
    for finding in review.findings:
        review.do(propose.dismiss(finding.id, "off topic"))
    said = state_of(review)
    assert (said.open, said.lost, said.count) == ((), (SOURCES.chunks[0].entries[1].id,), 1)


def test_a_line_that_was_not_understood_wants_an_answer() -> None:
    review = built(episode(chunk(1, "# Part", "00:10 a lamp is lit", "? what is this")))
    (stray,) = [finding for finding in review.findings if finding.rule.id == "NS106"]
    assert state_of(review).strays == (stray,)
    review.do(propose.dismiss(stray.id, "a remark of the model"))
    assert state_of(review).count == 0


def test_a_chunk_that_holds_only_such_lines_wants_one_answer() -> None:
    review = built(episode(chunk(1, "# Part", "00:10 a lamp is lit"), chunk(2, "? Done.", "? I saved the notes.")))
    (empty,) = [finding for finding in review.findings if finding.rule.id == "NS101"]
    assert state_of(review).strays == (empty,)
    review.do(propose.dismiss(empty.id, "an advertisement"))
    assert state_of(review).count == 0


def test_heads_that_the_export_writes_anew_are_not_in_its_way() -> None:
    text = text_of(built(SOURCES)).replace("## Chapter 2:", "## Chapter 7:")
    review = Review(attached(SOURCES, read_document(text)))
    assert "NS403" in {finding.rule.id for finding in review.findings}
    assert (open_now(review), state_of(review).count) == ([], 0)


def test_what_counts_as_kept_is_looked_up_in_the_text() -> None:
    review = built(SOURCES)
    said = finished(ready(review, text_of(review).replace("each pack holds 1.2 kWh", "each pack holds 1,2 kWh")))
    assert said.missing == (SOURCES.chunks[1].entries[0].id,)
