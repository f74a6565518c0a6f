"""Another revision of a chunk: decisions survive it, each is told once, and one undo takes it all back."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, states

from core.editing.session import ReviewSession
from core.errors import EditError, InputError
from core.model import Block, ChunkKey, EntryId, Fate, ReviewState, blocks_of
from core.work import finished
from core.workflow import propose
from core.workflow.opening import built, opened_text
from core.workflow.review import Answer, Review
from core.workflow.revising import Outcome, Revision, revision, revision_from_file

FOG = """## Fog
- [00:05] the keeper lights the lamp
  - [00:09] he does so at dusk
- [00:20] a ship passes the northern rocks
> [00:25] "it is never dark out here" — Berta
"""
SHIPS = """## Ships
- [00:40] the horn is heard on the mainland
- [00:52] nobody answers the call
"""
SILENT = "I have written the notes to chunk_002.md.\n"
ONE, TWO = ChunkKey("1"), ChunkKey("2")


def review_of(*texts: str) -> Review:
    return built(opened_text("\n---\n".join(texts)).episode)


def two_chunks() -> Review:
    return review_of(FOG, SHIPS)


def with_silent_chunk() -> Review:
    return review_of(FOG, SILENT, SHIPS.replace("00:", "03:"))


def pasted(review: Review, key: ChunkKey | None, text: str, **how: object) -> Revision:
    return finished(revision(review, key, text, **how))  # type: ignore[arg-type]


def paste(review: Review, key: ChunkKey, text: str) -> Revision:
    found = pasted(review, key, text)
    review.do(found.edit)
    return found


def texts(review: Review) -> list[str]:
    return [block.text for block in blocks_of(review.state.document)]


def block(review: Review, text: str) -> Block:
    return next(block for block in blocks_of(review.state.document) if block.text == text)


def edit(review: Review, text: str, new: str) -> None:
    edit = propose.edit_text(review.state, block(review, text).id, new)
    assert edit is not None
    review.do(edit)


def outcomes(found: Revision) -> list[tuple[str, str]]:
    return [(decision.kind.name, decision.outcome.name) for decision in found.decisions]


def lost(review: Review) -> list[EntryId]:
    return [entry for entry in review.state.episode.entries if review.fate(entry) is Fate.LOST]


# ------------------------------------------------------------------------------------------------ a chunk without notes


def test_pasted_notes_fill_a_chunk_that_held_a_status_message() -> None:
    review = with_silent_chunk()
    assert "NS101" in [finding.rule.id for finding in review.findings]
    paste(review, TWO, "- [01:30] the fog lifts\n- [02:10] the harbour opens\n")
    assert texts(review)[4:6] == ["the fog lifts", "the harbour opens"]
    assert {"NS101", "NS102"}.isdisjoint(finding.rule.id for finding in review.findings)
    assert review.ledger.entries == review.ledger.kept == 8


def test_a_heading_of_pasted_notes_opens_its_chapter() -> None:
    review = with_silent_chunk()
    paste(review, TWO, "## Morning\n- [01:30] the fog lifts\n")
    assert [chapter.title for chapter in review.state.document.chapters] == ["Fog", "Morning", "Ships"]


def test_a_heading_before_the_first_chapter_opens_one_there() -> None:
    review = review_of(SILENT, SHIPS.replace("00:", "03:"), "## Dawn\n- [05:00] the lamp goes out\n")
    paste(review, ONE, FOG)
    assert [chapter.title for chapter in review.state.document.chapters] == ["Fog", "Ships", "Dawn"]
    assert review.state.document.chapters[1].span == (220, 232)


def test_a_document_without_chapters_gets_them_from_pasted_notes() -> None:
    review = built(episode(chunk(1, "? written to a file"), chunk(2)))
    assert review.state.document.chapters == ()
    paste(review, ONE, f"{FOG}{SHIPS}")
    assert [chapter.title for chapter in review.state.document.chapters] == ["Fog", "Ships"]
    assert len(texts(review)) == 6


def test_a_window_that_is_missing_comes_in_at_its_place() -> None:
    numbered = episode(chunk(1, "00:05 the keeper lights the lamp"), chunk(3, "05:00 the horn is heard"))
    review = built(numbered)
    found = pasted(review, None, "- [02:00] the fog lifts", number=2)
    review.do(found.edit)
    assert [one.key for one in review.state.episode.chunks] == ["1", "2", "3"]
    assert texts(review) == ["the keeper lights the lamp", "the fog lifts", "the horn is heard"]


def test_text_without_notes_is_refused() -> None:
    with pytest.raises(InputError, match="no notes"):
        pasted(two_chunks(), ONE, "nothing to see here")


def test_half_a_character_from_a_clipboard_is_no_harm() -> None:
    review = two_chunks()
    paste(review, ONE, "- [00:05] the lamp \ud83d is lit")
    assert "the lamp \ufffd is lit" in texts(review)


# --------------------------------------------------------------------------------------------------- another revision


def test_what_nobody_decided_follows_the_new_revision() -> None:
    review = two_chunks()
    found = paste(review, ONE, FOG.replace("lamp", "old lamp").replace("00:20", "00:22"))
    assert found.decisions == ()
    assert texts(review)[0] == "the keeper lights the old lamp"
    assert block(review, "a ship passes the northern rocks").time_s == 22
    assert review.ledger.kept == review.ledger.entries == 6


def test_what_the_new_revision_tells_besides_comes_in_at_its_time_and_what_it_leaves_out_goes() -> None:
    review = two_chunks()
    text = FOG.replace("- [00:20] a ship passes the northern rocks", "- [00:12] rescue boats are painted orange")
    found = paste(review, ONE, text)
    assert [entry.text for entry in found.new] == ["rescue boats are painted orange"]
    assert [block.text for block in found.gone] == ["a ship passes the northern rocks"]
    assert texts(review)[:3] == ["the keeper lights the lamp", "he does so at dusk", "rescue boats are painted orange"]
    assert lost(review) == []


def test_a_chunk_told_in_other_words_stays_in_its_chapter() -> None:
    review = two_chunks()
    paste(review, ONE, "- [00:06] lamps need oil\n  - [00:08] and wicks\n- [00:21] rocks wait for careless captains\n")
    assert [chapter.title for chapter in review.state.document.chapters] == ["Fog", "Ships"]
    assert texts(review)[:3] == ["lamps need oil", "and wicks", "rocks wait for careless captains"]


def test_a_child_comes_in_beneath_its_parent() -> None:
    review = two_chunks()
    paste(review, ONE, FOG.replace("dusk\n", "dusk\n  - [00:11] from a tower of stone\n"))
    assert [child.text for child in block(review, "the keeper lights the lamp").children] == [
        "he does so at dusk",
        "from a tower of stone",
    ]


def test_children_go_beneath_the_note_that_takes_their_parents_place() -> None:
    review = two_chunks()
    paste(review, ONE, FOG.replace("the keeper lights the lamp", "evening routine on the island"))
    assert [child.text for child in block(review, "evening routine on the island").children] == ["he does so at dusk"]


def test_edited_words_stay_and_are_told_as_kept() -> None:
    review = two_chunks()
    edit(review, "a ship passes the northern rocks", "a ferry passes")
    found = paste(review, ONE, FOG.replace("dusk", "nightfall"))
    assert outcomes(found) == [("EDITED", "KEPT")]
    assert block(review, "a ferry passes").sources == (EntryId("1b:4"),)


def test_edited_words_whose_entry_is_gone_stay_without_a_source() -> None:
    review = two_chunks()
    edit(review, "a ship passes the northern rocks", "a ferry passes")
    found = paste(review, ONE, FOG.replace("- [00:20] a ship passes the northern rocks\n", ""))
    assert outcomes(found) == [("EDITED", "NOT_FOUND")]
    assert [block.text for block in found.left] == ["a ferry passes"]
    assert (block(review, "a ferry passes").sources, block(review, "a ferry passes").is_edited) == ((), True)
    assert "NS505" not in [finding.rule.id for finding in review.findings]


def test_a_drop_follows_its_entry() -> None:
    review = two_chunks()
    review.do(propose.drop(block(review, "a ship passes the northern rocks").id, "dull"))
    found = paste(review, ONE, f"- [00:02] the sea is calm today\n{FOG}")
    assert outcomes(found) == [("DROPPED", "KEPT")]
    assert "a ship passes the northern rocks" not in texts(review)
    assert list(review.state.dropped.values()) == ["dull"]


def test_a_merge_follows_its_entries() -> None:
    review = two_chunks()
    items = [block(review, text).id for text in ("a ship passes the northern rocks", "nobody answers the call")]
    review.do(propose.absorb(review.state, items, "a ship passes the northern rocks", None, words_of=EntryId("1:4")))
    found = paste(review, ONE, FOG.replace("a ship passes", "a large ship passes"))
    assert outcomes(found) == [("MERGED", "MOVED")]
    assert block(review, "a large ship passes the northern rocks").sources == (EntryId("1b:4"), EntryId("2:10"))


def test_of_a_merge_whose_words_are_gone_the_other_words_stay() -> None:
    review = two_chunks()
    items = [block(review, text).id for text in ("a ship passes the northern rocks", "nobody answers the call")]
    review.do(propose.absorb(review.state, items, "a ship passes the northern rocks", None, words_of=EntryId("1:4")))
    found = paste(review, ONE, FOG.replace("- [00:20] a ship passes the northern rocks\n", ""))
    assert outcomes(found) == [("MERGED", "NOT_FOUND")]
    assert block(review, "nobody answers the call").sources == (EntryId("2:10"),)
    assert review.ledger.edited == 0


def test_a_dismissed_finding_stays_dismissed() -> None:
    review = two_chunks()
    quote = FOG.replace(" — Berta", " — (unknown)")
    review = review_of(quote, SHIPS)
    asked = next(finding for finding in review.findings if finding.rule.id == "NS601")
    review.do(propose.dismiss(asked.id, "nobody knows"))
    found = paste(review, ONE, quote.replace("it is never", "it is really never"))
    assert outcomes(found) == [("DISMISSED", "MOVED")]
    now = next(finding for finding in review.findings if finding.rule.id == "NS601")
    assert (now.id != asked.id, review.answer(now)) == (True, Answer.DISMISSED)


def test_a_doubtful_answer_is_asked_and_moves_once_it_is_confirmed() -> None:
    review = two_chunks()
    review.do(propose.drop(block(review, "a ship passes the northern rocks").id, "dull"))
    text = FOG.replace("a ship passes the northern rocks", "a ship passes the southern rocks")
    found = pasted(review, ONE, text)
    assert outcomes(found) == [("DROPPED", "TO_CONFIRM")]
    again = pasted(review, ONE, text, confirmed=found.questions)
    assert outcomes(again) == [("DROPPED", "MOVED")]
    review.do(again.edit)
    assert "a ship passes the southern rocks" not in texts(review)


def test_what_is_not_confirmed_stands_in_the_document() -> None:
    review = two_chunks()
    review.do(propose.drop(block(review, "a ship passes the northern rocks").id, "dull"))
    paste(review, ONE, FOG.replace("a ship passes the northern rocks", "a ship passes the southern rocks"))
    assert "a ship passes the southern rocks" in texts(review)


def test_a_corrected_clock_stays_corrected_while_it_is_wrong() -> None:
    review = two_chunks()
    review.do(propose.shift_chunk(review.state, TWO, 60))
    found = paste(review, TWO, SHIPS.replace("call", "call at all"))
    assert outcomes(found) == [("SHIFTED", "KEPT")]
    assert block(review, "the horn is heard on the mainland").time_s == 100


def test_a_clock_that_is_right_in_the_new_revision_is_not_corrected_again() -> None:
    review = two_chunks()
    review.do(propose.shift_chunk(review.state, TWO, 60))
    found = paste(review, TWO, SHIPS.replace("00:", "01:"))
    assert outcomes(found) == [("SHIFTED", "NOT_FOUND")]
    assert block(review, "the horn is heard on the mainland").time_s == 100


def test_each_revision_has_a_key_of_its_own() -> None:
    review = two_chunks()
    for text in (FOG, FOG):
        paste(review, ONE if review.state.episode.chunks[0].key == "1" else ChunkKey("1b"), text)
    assert [one.key for one in review.state.episode.chunks] == ["1c", "2"]


def test_one_undo_takes_a_revision_back() -> None:
    review = two_chunks()
    before = review.state
    paste(review, ONE, FOG.replace("lamp", "old lamp"))
    assert str(review.undo_label) == "paste notes into chunk 1"
    assert review.undo()
    assert review.state is before


def test_an_edit_that_was_made_for_another_state_is_refused() -> None:
    review = two_chunks()
    stale = pasted(review, ONE, FOG)
    paste(review, ONE, FOG)
    with pytest.raises(EditError):
        review.do(stale.edit)


# ------------------------------------------------------------------------------------------------------ the right file


def test_the_right_file_takes_the_chunks_place(tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.md"
    path.write_text("- [01:30] the fog lifts\n", "utf-8")
    review = with_silent_chunk()
    review.do(finished(revision_from_file(review, TWO, path)).edit)
    new = review.state.episode.by_key[ChunkKey("2b")]
    assert (new.file, new.number, new.name) == (str(path), 2, "chunk 2")
    assert "the fog lifts" in texts(review)


@pytest.mark.parametrize(("name", "number"), [("elsewhere.md", 2), ("chunk_04.md", 4), ("chunk_03.md", 2)])
def test_a_window_that_is_missing_takes_a_file(tmp_path: Path, name: str, number: int) -> None:
    """A file that is named as another window that is missing is that one; one that is there stays as it is."""
    path = tmp_path / name
    path.write_text("- [01:30] the fog lifts\n", "utf-8")
    review = built(episode(chunk(1, "00:10 the boat leaves"), chunk(3, "03:10 the boat is back")))
    review.do(finished(revision_from_file(review, None, path, number=2)).edit)
    numbers = [one.number for one in review.state.episode.chunks]
    assert numbers == sorted([1, 3, number])
    new = next(one for one in review.state.episode.chunks if one.number == number)
    assert (new.file, new.name) == (str(path), path.stem)
    assert "the fog lifts" in texts(review)


def test_a_prompt_is_no_chunk(tmp_path: Path) -> None:
    path = tmp_path / "merge.prompt.txt"
    path.write_text("Context:\n- Title: Night\nChunk outputs:\n<<<\n- [00:05] a note\n>>>\n", "utf-8")
    with pytest.raises(InputError, match="prompt"):
        finished(revision_from_file(two_chunks(), ONE, path))


# ---------------------------------------------------------------------------------------------------------- properties


def written(review: Review, key: ChunkKey, data: st.DataObject) -> str:
    """A chunk's entries as text: some are left out, some are reworded, some come in."""
    lines: list[str] = []
    for entry in review.state.episode.by_key[key].entries:
        text = entry.text + data.draw(st.sampled_from(["", "", " again", " 1,010"]))
        stamp = entry.stamp or "00:10"
        if data.draw(st.integers(0, 4)):
            lines.append(f'> [{stamp}] "{text}"' if entry.speaker else f"{'  ' * entry.depth}- [{stamp}] {text}")
    return "\n".join((*lines, "- [00:33] something that nobody has told so far"))


@given(states(), st.data())
def test_whatever_was_decided_the_report_adds_up_and_nothing_is_lost(state: ReviewState, data: st.DataObject) -> None:
    review = Review(ReviewSession(state))
    for _ in range(data.draw(st.integers(0, 8))):
        edit = data.draw(edits(review.state))
        with suppress(EditError):
            if edit is not None:
                review.do(edit)
    before, were_lost = review.state, set(lost(review))
    key = data.draw(st.sampled_from([one.key for one in before.episode.chunks]))
    found = pasted(review, key, written(review, key, data))
    assert sum(len(found.of(outcome)) for outcome in Outcome) == len(found.decisions)
    entries = before.episode.by_key[key].entries
    told = Counter(decision.kind.name for decision in found.decisions)
    assert told["DROPPED"] == sum(
        entry.id in before.dropped and not before.document.homes(entry.id) for entry in entries
    )
    assert told["KEPT_APART"] == sum(any(entry.id in pair for entry in entries) for pair in before.apart)
    edited = [block.text for block in blocks_of(before.document) if block.is_edited]
    review.do(found.edit)
    assert all(text in texts(review) for text in edited)
    new = {entry.id for one in found.chunks for entry in one.entries}
    assert len(new.intersection(lost(review))) <= len(were_lost.intersection(entry.id for entry in entries))
    assert review.ledger.entries == len(review.state.episode.entries)
    assert review.undo()
    assert review.state is before
