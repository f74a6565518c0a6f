"""A finished merge beside its sources: attached, judged, and what an editor decided is not held against it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from chunk_builder import chunk, episode
from hypothesis import given, settings
from hypothesis import strategies as st
from review_strategies import edits, states

from core.checks.finding import Finding, Severity
from core.editing.session import ReviewSession
from core.errors import EditError, InputError
from core.model import Document, Episode, Fate, ReviewState
from core.reading.document import read_document
from core.stitching import propose
from core.store import log_file
from core.store.reading import load
from core.work import finished
from core.workflow.auditing import audit, audited, brought
from core.workflow.decisions import Decisions, decisions_of
from core.workflow.exporting import exported
from core.workflow.opening import built, detection, opened
from core.workflow.review import Answer, Review
from core.workflow.revising import revision
from core.workflow.sessions import create

SOURCES = episode(
    chunk(
        1,
        "# Robots",
        "00:10 the fleet has 214 robots",
        "  00:16 most of them run in the north",
        "00:30 rain stops them",
    ),
    chunk(2, "# Batteries", "00:40 each pack holds 1.2 kWh", "> 00:45 it is a battery business — Ilse"),
)
NOTES = (
    "the tower is forty meters high",
    "its lens came from Paris",
    "a storm broke the gallery",
    "the keeper rowed ashore",
    "oil gave way to electricity",
    "children painted the door",
)


def open_ones(review: Review) -> list[Finding]:
    return [f for f in review.findings if f.rule.is_of_document and review.answer(f) is Answer.OPEN]


def grave(review: Review) -> set[str]:
    """What Ready waits for; of chapter heads and density only what both sides can see."""
    return {f.id for f in open_ones(review) if f.rule.severity is not Severity.SUGGESTION}


def checked(episode: Episode, text: str, decisions: Decisions | None = None) -> Review:
    return finished(audited(episode, read_document(text), decisions))


def text_of(review: Review) -> str:
    return exported(review).decode("utf-8", "surrogateescape")


def rules(findings: Iterable[Finding]) -> list[str]:
    return sorted({finding.rule.id for finding in findings})


def test_a_document_as_built_has_nothing_against_it_but_its_duplicates() -> None:
    review = built(SOURCES)
    assert rules(open_ones(checked(SOURCES, text_of(review)))) == []


def test_every_entry_finds_its_block() -> None:
    review = checked(SOURCES, text_of(built(SOURCES)))
    assert {review.fate(entry) for entry in SOURCES.entries} == {Fate.KEPT}


def test_what_was_dropped_on_purpose_is_not_lost() -> None:
    review = built(SOURCES)
    home = review.homes.get(SOURCES.chunks[0].entries[2].id)[0]
    review.do(propose.drop(home, "off topic"))
    decisions = decisions_of(review.state, review.session.start.document)
    assert "NS501" in rules(open_ones(checked(SOURCES, text_of(review))))
    assert rules(open_ones(checked(SOURCES, text_of(review), decisions))) == []


def test_words_edited_on_purpose_are_not_changed_facts() -> None:
    review = built(SOURCES)
    home = review.homes.get(SOURCES.chunks[0].entries[0].id)[0]
    edit = propose.edit_text(review.state, home, "the fleet has 241 robots")
    assert edit is not None
    review.do(edit)
    decisions = decisions_of(review.state, review.session.start.document)
    assert rules(open_ones(checked(SOURCES, text_of(review)))) == ["NS506"]
    assert rules(open_ones(checked(SOURCES, text_of(review), decisions))) == []


def test_a_note_added_on_purpose_is_not_invented() -> None:
    review = built(SOURCES)
    home = review.homes.get(SOURCES.chunks[0].entries[0].id)[0]
    review.do(propose.add_note(review.state, home, "sponsored by a lighthouse society"))
    decisions = decisions_of(review.state, review.session.start.document)
    assert rules(open_ones(checked(SOURCES, text_of(review)))) == ["NS505"]
    assert rules(open_ones(checked(SOURCES, text_of(review), decisions))) == []


def test_a_change_after_the_decisions_is_found_all_the_same() -> None:
    review = built(SOURCES)
    decisions = decisions_of(review.state, review.session.start.document)
    text = text_of(review).replace("it is a battery business", "it is a bakery business")
    assert rules(open_ones(checked(SOURCES, text, decisions))) == ["NS503"]


@given(states(), st.data())
@settings(max_examples=60)
def test_the_exported_text_with_the_decisions_is_judged_as_the_session_is(
    state: ReviewState, data: st.DataObject
) -> None:
    review = Review(ReviewSession(state))
    for _ in range(data.draw(st.integers(0, 6))):
        edit = data.draw(edits(review.state))
        try:
            if edit is not None:
                review.do(edit)
        except EditError:
            continue
    decisions = decisions_of(review.state, state.document, state.episode)
    outside = Review(_session(state, review, decisions))
    assert grave(outside) == grave(review)


def _session(state: ReviewState, review: Review, decisions: Decisions) -> ReviewSession:
    return checked(decisions.sources_in(state.episode), text_of(review), decisions).session


def log_of(session: Path) -> bytes:
    contents = load(session).contents
    return log_file.written(contents.start, contents.rows)


@pytest.fixture
def decided(folder: Path) -> tuple[Path, Path]:
    """A document, and the session that it was made in."""
    inputs = finished(opened([folder]))
    review = built(inputs.episode)
    last = inputs.episode.chunks[0].entries[-1].id
    review.do(propose.drop(review.homes.get(last)[0], "off topic"))
    document, session = folder / "final.md", folder / "a.notestitch"
    document.write_bytes(exported(review))
    create(session, inputs, review)
    return document, session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [f"- [00:{second}] {text}" for second, text in enumerate(NOTES, 10)]
    (tmp_path / "chunk_001.md").write_text("## Part\n\n" + "\n".join(lines) + "\n", "utf-8")
    return tmp_path


def test_the_decisions_of_a_session_count(folder: Path, decided: tuple[Path, Path]) -> None:
    document, session = decided
    assert rules(finished(audit(document, [folder / "chunk_001.md"])).findings) == ["NS501"]
    assert rules(finished(audit(document, [folder / "chunk_001.md"], session)).findings) == []


def test_decisions_count_as_they_were_exported(folder: Path, decided: tuple[Path, Path]) -> None:
    document, session = decided
    log = folder / "decisions.jsonl"
    log.write_bytes(log_of(session))
    assert rules(finished(audit(document, [folder / "chunk_001.md"], log)).findings) == []


@pytest.fixture
def revised(tmp_path: Path) -> tuple[Path, Path]:
    """A document with notes that were pasted in place of a status message, and the session that it was made in."""
    (tmp_path / "chunk_001.md").write_text("- [00:10] the lens was polished\n", "utf-8")
    (tmp_path / "chunk_002.md").write_text("The notes are in chunk_002.md.\n", "utf-8")
    inputs = finished(opened([tmp_path]))
    review = built(inputs.episode)
    empty = inputs.episode.chunks[1].key
    pasted = "- [01:00] the fog lifts over the harbour\n- [01:20] a second boat is built\n"
    review.do(finished(revision(review, empty, pasted)).edit)
    gone = review.state.episode.chunks[1].entries[1].id
    review.do(propose.drop(review.homes.get(gone)[0], "off topic"))
    document, session = tmp_path / "final.md", tmp_path / "a.notestitch"
    document.write_bytes(exported(review))
    create(session, inputs, review)
    return document, session


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("chunk_*.md"))


def test_notes_that_were_pasted_count_as_sources(tmp_path: Path, revised: tuple[Path, Path]) -> None:
    document, session = revised
    assert "NS505" in rules(finished(audit(document, files(tmp_path))).findings)
    assert rules(finished(audit(document, files(tmp_path), session)).findings) == []


def test_pasted_notes_count_as_they_were_exported(tmp_path: Path, revised: tuple[Path, Path]) -> None:
    document, session = revised
    log = tmp_path / "decisions.jsonl"
    log.write_bytes(log_of(session))
    assert rules(finished(audit(document, files(tmp_path), log)).findings) == []


def test_a_pasted_note_that_is_missing_is_lost(tmp_path: Path, revised: tuple[Path, Path]) -> None:
    document, session = revised
    text = document.read_text("utf-8").replace("- [01:00] the fog lifts over the harbour\n", "")
    document.write_text(text, "utf-8")
    assert "NS501" in rules(finished(audit(document, files(tmp_path), session)).findings)


def test_a_file_that_holds_notes_by_now_is_what_is_checked(tmp_path: Path, revised: tuple[Path, Path]) -> None:
    document, session = revised
    (tmp_path / "chunk_002.md").write_text("- [01:00] the harbour stays closed\n", "utf-8")
    found = rules(finished(audit(document, files(tmp_path), session)).findings)
    assert "NS501" in found


def test_decisions_for_other_notes_are_refused(folder: Path, decided: tuple[Path, Path]) -> None:
    document, session = decided
    log = folder / "decisions.jsonl"
    log.write_bytes(log_of(session))
    chunk_file = folder / "chunk_001.md"
    chunk_file.write_text(chunk_file.read_text("utf-8").replace("lens", "lamp"), "utf-8")
    with pytest.raises(InputError, match="other notes"):
        finished(audit(document, [chunk_file], log))


@pytest.mark.parametrize("text", ["", "{}", "- [00:10] a note", '{"version": 1}'])
def test_what_holds_no_decisions_is_told(folder: Path, decided: tuple[Path, Path], text: str) -> None:
    file = folder / "decisions.json"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError, match="no decisions"):
        finished(audit(decided[0], [folder / "chunk_001.md"], file))


def test_a_document_without_chapters_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chunk_001.md").write_text("- [00:10] a note\n", "utf-8")
    (tmp_path / "final.md").write_text("# Title\n", "utf-8")
    with pytest.raises(InputError, match="no chapters"):
        finished(audit(tmp_path / "final.md", [tmp_path / "chunk_001.md"]))


def test_an_audit_names_the_line_of_a_duplicate_that_still_stands(tmp_path: Path) -> None:
    for number, stamp in ((1, "00:10"), (2, "00:11")):
        text = f"## Part\n\n- [{stamp}] the old lighthouse was repaired by three men in a storm\n"
        (tmp_path / f"chunk_{number:03}.md").write_text(text, "utf-8")
    (tmp_path / "final.md").write_text(
        "# T\n\n1. a\n2. b\n3. c\n\n## Chapter 1: Part (00:10-00:11)\n\n"
        "- [00:10] the old lighthouse was repaired by three men in a storm\n"
        "- [00:11] the old lighthouse was repaired by three men in a storm\n",
        "utf-8",
    )
    result = finished(audit(tmp_path / "final.md", sorted(tmp_path.glob("chunk_*.md"))))
    (double,) = [finding for finding in result.findings if finding.rule.id == "NS201"]
    assert result.line(double) == 10


def test_a_document_is_judged_as_it_was_brought() -> None:
    text = text_of(built(SOURCES))
    review = checked(SOURCES, text)
    assert isinstance(review.session.start.document, Document)
    assert review.session.start is review.state


@pytest.fixture
def damaged(folder: Path) -> Path:
    """A finished document that lacks a note and says another number."""
    review = built(finished(opened([folder])).episode)
    text = text_of(review).replace("- [00:12] a storm broke the gallery\n", "").replace("forty", "fourteen")
    (folder / "merged.md").write_text(text, "utf-8")
    return folder / "merged.md"


def test_a_brought_document_is_where_its_review_begins(folder: Path, damaged: Path) -> None:
    begun = finished(brought(damaged, [folder / "chunk_001.md"]))
    assert rules(begun.findings) == ["NS501", "NS506"]
    assert begun.review.session.start is begun.review.state


def test_a_document_is_brought_beside_notes_that_are_open_already(folder: Path, damaged: Path) -> None:
    inputs = finished(opened([folder / "chunk_001.md"]))
    begun = finished(brought(damaged, inputs))
    assert begun.review.state.episode is inputs.episode
    assert [file.kind.name for file in begun.opened.files] == ["NOTES", "FINISHED"]


def test_the_log_of_an_audit_holds_the_document_that_it_begins_with(folder: Path, damaged: Path) -> None:
    sources = [folder / "chunk_001.md"]
    begun = finished(brought(damaged, sources))
    for finding in begun.findings:
        begun.review.do(propose.dismiss(finding.id, "seen"))
    session, log, final = folder / "a.notestitch", folder / "a.jsonl", folder / "final.md"
    create(session, begun.opened, begun.review)
    log.write_bytes(log_of(session))
    final.write_bytes(exported(begun.review))
    assert rules(finished(audit(final, sources)).findings) == ["NS501", "NS506"]
    assert rules(finished(audit(final, sources, log)).findings) == []


def test_a_log_whose_document_was_spoilt_is_refused(folder: Path, damaged: Path) -> None:
    sources = [folder / "chunk_001.md"]
    begun = finished(brought(damaged, sources))
    session, log = folder / "a.notestitch", folder / "a.jsonl"
    create(session, begun.opened, begun.review)
    log.write_bytes(log_of(session).replace(b'"begins":{', b'"begins":{"no":1,'))
    with pytest.raises(InputError, match="cannot be read"):
        finished(audit(damaged, sources, log))


def test_what_was_kept_apart_and_is_missing_is_lost_and_not_merged() -> None:
    said = "the old lighthouse on the northern cape was repaired by three men"
    sources = episode(chunk(1, "# A", f"00:10 {said}"), chunk(2, "# B", f"00:12 {said} in a storm", "00:40 rain fell"))
    review = built(sources)
    found = finished(detection(review.state))
    assert found.merges
    review.set_merges(found.merges)
    text = exported(review).decode().replace(f"- [00:12] {said} in a storm\n", "").replace("three men\n", "some men\n")
    assert checked(sources, text, decisions_of(review.state, review.session.start.document)).ledger.merged == 1
    review.do(propose.keep_apart(found.merges[0]))
    again = checked(sources, text, decisions_of(review.state, review.session.start.document))
    assert (again.ledger.merged, again.ledger.lost) == (0, 1)
