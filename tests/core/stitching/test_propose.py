"""Functions that make edits: what a person asks for is what happens, and undo is somebody else's business."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chunk_builder import chunk, episode

from core.editing.edits import Edit
from core.errors import EditError
from core.messages import Message
from core.model import (
    Block,
    EntryId,
    FindingId,
    ItemId,
    Kind,
    Merge,
    ReviewState,
    SourceChunk,
    StrayLine,
    Tier,
    blocks_of,
    walk,
)
from core.stitching import propose
from core.stitching.candidate import candidate


def review(*chunks: SourceChunk) -> ReviewState:
    read = episode(*chunks)
    return ReviewState(read, candidate(read))


def outline(state: ReviewState) -> list[str]:
    lines: list[str] = []
    for chapter in state.document.chapters:
        lines.append(f"# {chapter.title}")
        lines += ["  " * (len(path) - 1) + block.text for path, block in walk(chapter.blocks)]
    return lines


def item(state: ReviewState, text: str) -> ItemId:
    return next(block.id for block in blocks_of(state.document) if block.text == text)


def block(state: ReviewState, text: str) -> Block:
    return state.document.block(state.document.find(item(state, text)))


def after(state: ReviewState, edit: Edit | None) -> ReviewState:
    assert edit is not None
    return edit.apply(state)


def merge(*members: str, also: tuple[tuple[str, str], ...] = ()) -> Merge:
    pairs = frozenset(frozenset(map(EntryId, pair)) for pair in also)
    return Merge(tuple(EntryId(member) for member in members), 0.5, Tier.LIKELY, (), pairs)


OVERLAP = (
    chunk(1, "# One", "00:10 a", "00:20 b short", "  00:22 b1"),
    chunk(2, "# Two", "00:20 b in full", "  00:21 b2", "00:30 c"),
)


def test_accepting_keeps_the_canonical_where_it_is_with_all_children_in_time_order() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.accept(state, merge("2:2", "1:3")))
    assert outline(done) == ["# One", "a", "# Two", "b in full", "  b2", "  b1", "c"]
    assert block(done, "b in full").sources == ("2:2", "1:3")


def test_accepting_with_another_members_wording_keeps_the_place() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.accept(state, merge("2:2", "1:3"), words_of=EntryId("1:3")))
    assert block(done, "b short").sources == ("1:3", "2:2")
    assert not block(done, "b short").is_edited


def test_accepting_twice_is_nothing_to_do() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.accept(state, merge("2:2", "1:3")))
    assert propose.accept(done, merge("2:2", "1:3")) is None


def test_a_merged_block_can_still_take_the_other_wording() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.accept(state, merge("2:2", "1:3")))
    done = after(done, propose.accept(done, merge("2:2", "1:3"), words_of=EntryId("1:3")))
    assert block(done, "b short").sources == ("1:3", "2:2")


def test_accepting_where_one_member_lies_deep_beneath_the_other_keeps_the_upper_one() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 b", "    00:12 c"))
    done = after(state, propose.accept(state, merge("1:4", "1:2")))
    assert outline(done) == ["# One", "c", "  b"]
    assert block(done, "c").time_s == 10


def test_a_quote_that_names_its_speaker_gives_the_wording() -> None:
    state = review(chunk(1, "# One", "> 00:10 같은 말 — (화자 미상)"), chunk(2, "> 00:10 “같은 말” — 한서율"))
    done = after(state, propose.accept(state, merge("1:2", "2:1")))
    assert [b.speaker for b in blocks_of(done.document)] == ["한서율"]


def test_accepting_all_is_one_step_that_leaves_the_others_alone() -> None:
    state = review(*OVERLAP)
    edit = propose.accept_all(state, [merge("2:2", "1:3"), merge("2:2", "1:3")], Message("merge the certain ones"))
    assert outline(after(state, edit)) == ["# One", "a", "# Two", "b in full", "  b2", "  b1", "c"]


def test_merging_by_hand_writes_the_editors_words_on_one_line() -> None:
    state = review(*OVERLAP)
    edit = propose.absorb(state, [item(state, "a"), item(state, "c")], " a and\nc ", None)
    done = after(state, edit)
    assert block(done, "a and c").is_edited
    assert block(done, "a and c").sources == ("1:2", "2:4")


def test_editing_a_block_to_the_same_words_is_nothing_to_do() -> None:
    state = review(*OVERLAP)
    assert propose.edit_text(state, item(state, "a"), " a ") is None


def test_going_back_to_the_source_takes_words_and_time() -> None:
    state = review(*OVERLAP)
    a = item(state, "a")
    done = after(state, propose.edit_text(state, a, "other"))
    done = after(done, propose.retime(done, a, 99))
    done = after(done, propose.restore_words(done, a))
    assert done.document == state.document


MOVES: list[tuple[Callable[[ReviewState, ItemId], Edit | None], str, list[str]]] = [
    (propose.move_up, "b", ["# One", "b", "  b1", "a", "  a1", "# Two", "c"]),
    (propose.move_up, "c", ["# One", "a", "  a1", "b", "  b1", "c", "# Two"]),
    (propose.move_down, "a", ["# One", "b", "  b1", "a", "  a1", "# Two", "c"]),
    (propose.move_down, "b", ["# One", "a", "  a1", "# Two", "b", "  b1", "c"]),
    (propose.indent, "b", ["# One", "a", "  a1", "  b", "    b1", "# Two", "c"]),
    (propose.outdent, "a1", ["# One", "a", "a1", "b", "  b1", "# Two", "c"]),
]


@pytest.mark.parametrize(("move", "text", "expected"), MOVES)
def test_moving(move: Callable[[ReviewState, ItemId], Edit | None], text: str, expected: list[str]) -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "00:20 b", "  00:21 b1"), chunk(2, "# Two", "00:30 c"))
    assert outline(after(state, move(state, item(state, text)))) == expected


def test_the_very_first_cannot_move_up_nor_the_very_last_down() -> None:
    state = review(*OVERLAP)
    assert propose.move_up(state, item(state, "a")) is None
    assert propose.move_down(state, item(state, "c")) is None


def test_a_retimed_family_moves_to_its_time_in_another_chapter() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "00:20 b"), chunk(2, "# Two", "00:30 c", "00:40 d"))
    a = item(state, "a")
    done = after(state, propose.retime(state, a, 35))
    done = after(done, propose.move_to_its_time(done, a))
    assert outline(done) == ["# One", "b", "# Two", "c", "a", "  a1", "d"]


def test_what_stands_at_its_time_has_nowhere_to_move() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "00:20 b", "> 00:15 q"), chunk(2, "# Two", "00:30 c"))
    assert [propose.move_to_its_time(state, b.id) for b in blocks_of(state.document)] == [None] * 5


def test_a_quote_moves_behind_the_last_family_that_is_not_later() -> None:
    state = review(chunk(1, "# One", "00:10 a", "00:20 b", "> 00:25 q"))
    q = item(state, "q")
    done = after(state, propose.retime(state, q, 12))
    assert outline(after(done, propose.move_to_its_time(done, q))) == ["# One", "a", "q", "b"]


def test_a_dropped_entry_comes_back_at_its_time() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.drop(item(state, "a"), "chatter"))
    assert done.dropped == {"1:2": "chatter"}
    done = after(done, propose.bring_in(done, EntryId("1:2")))
    assert outline(done) == outline(state)
    assert done.dropped == {}


def test_a_child_comes_back_beneath_its_parent() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "  00:12 a2", "00:20 b"))
    done = after(state, propose.drop(item(state, "a1"), "chatter"))
    assert outline(after(done, propose.bring_in(done, EntryId("1:3")))) == outline(state)


def test_a_grandchild_comes_back_beneath_the_nearest_note_that_is_there() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "    00:12 a11", "00:20 b"))
    done = after(state, propose.drop(item(state, "a11"), "chatter"))
    done = after(done, propose.drop(item(done, "a1"), "chatter"))
    done = after(done, propose.bring_in(done, EntryId("1:4")))
    assert outline(done) == ["# One", "a", "  a11", "b"]


def test_a_child_whose_parent_is_gone_comes_back_by_its_time() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "00:20 b"))
    done = after(state, propose.drop(item(state, "a1"), "chatter"))
    done = after(done, propose.drop(item(done, "a"), "chatter"))
    done = after(done, propose.bring_in(done, EntryId("1:3")))
    assert outline(done) == ["# One", "a1", "b"]


def test_no_child_comes_back_beneath_a_parent_that_is_later_now() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1", "00:20 b"))
    done = after(state, propose.drop(item(state, "a1"), "chatter"))
    done = after(done, propose.retime(done, item(done, "a"), 15))
    done = after(done, propose.bring_in(done, EntryId("1:3")))
    assert outline(done) == ["# One", "a1", "a", "b"]


def test_a_merged_entry_comes_back_as_a_block_of_its_own() -> None:
    state = review(*OVERLAP)
    done = after(state, propose.accept(state, merge("2:2", "1:3")))
    done = after(done, propose.bring_in(done, EntryId("1:3")))
    assert block(done, "b in full").sources == ("2:2",)
    assert block(done, "b short").sources == ("1:3",)


def test_an_entry_that_has_a_block_of_its_own_is_not_brought_in_again() -> None:
    state = review(*OVERLAP)
    assert propose.bring_in(state, EntryId("1:2")) is None


def test_a_stray_line_becomes_a_note_and_its_finding_is_answered() -> None:
    state = review(chunk(1, "# One", "00:10 a", "? stray words", "00:20 b"))
    stray = StrayLine(state.episode.chunks[0].key, 3, "stray words")
    done = after(state, propose.bring_in_stray(state, stray, FindingId("f")))
    assert outline(done) == ["# One", "a", "stray words", "b"]
    assert FindingId("f") in done.dismissed


def test_a_chapter_is_split_before_the_family_that_holds_the_item() -> None:
    state = review(chunk(1, "# One", "00:10 a", "00:20 b", "  00:21 b1"))
    done = after(state, propose.split_chapter(state, item(state, "b1"), "New"))
    assert outline(done) == ["# One", "a", "# New", "b", "  b1"]
    assert outline(after(done, propose.join_chapter(done, item(done, "b")))) == outline(state)


def test_a_chapter_title_that_ends_in_a_range_is_refused() -> None:
    state = review(*OVERLAP)
    edit = propose.rename_chapter(state, state.document.chapters[0].id, "Lamps (00:10-00:20)")
    assert edit is not None
    with pytest.raises(EditError, match="range"):
        edit.apply(state)


@pytest.mark.parametrize(("text", "why"), [("", "blank"), ("[00:10] x", "time in brackets")])
def test_what_cannot_be_written_is_refused(text: str, why: str) -> None:
    state = review(chunk(1, "# One", "- a"))
    edit = propose.edit_text(state, item(state, "a"), text)
    assert edit is not None
    with pytest.raises(EditError, match=why):
        edit.apply(state)


def test_a_note_added_beside_another_takes_its_time_and_parent() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1"))
    done = after(state, propose.add_note(state, item(state, "a1"), "new"))
    assert outline(done) == ["# One", "a", "  a1", "  new"]
    assert block(done, "new").time_s == 11


def test_a_summary_line_is_set_by_its_position() -> None:
    state = review(*OVERLAP)
    state = ReviewState(state.episode, state.document.__class__("t", ("x", "y", "z"), state.document.chapters, 99))
    assert after(state, propose.set_summary_line(state, 1, "new")).document.summary == ("x", "new", "z")


def test_a_corrected_clock_moves_the_chunks_families_and_only_those() -> None:
    state = review(chunk(1, "# One", "10:00 a", "10:30 b"), chunk(2, "# Two", "00:05 c", "00:40 d"))
    done = after(state, propose.shift_chunk(state, state.episode.chunks[1].key, 610))
    assert outline(done) == ["# One", "a", "c", "b", "# Two", "d"]
    assert done.offsets == {"2": 610}
    times = {b.text: b.time_s for b in blocks_of(done.document)}
    assert times == {"a": 600, "b": 630, "c": 615, "d": 650}


def test_a_corrected_clock_leaves_what_follows_in_a_chapter_of_its_own() -> None:
    state = review(
        chunk(1, "# One", "10:00 a", "10:30 b"), chunk(2, "# Two", "00:05 c", "00:40 d", "01:10 e", "01:40 f")
    )
    done = after(state, propose.shift_chunk(state, state.episode.chunks[1].key, 610))
    assert outline(done) == ["# One", "a", "c", "b", "# Two", "d", "e", "f"]


def test_the_first_note_of_a_chapter_is_at_its_time() -> None:
    state = review(chunk(1, "# One", "00:10 a"), chunk(2, "# Two", "00:20 b", "00:30 c"))
    assert propose.move_to_its_time(state, item(state, "b")) is None


def test_only_notes_take_children() -> None:
    state = review(chunk(1, "# One", "> 00:05 q", "00:10 a"))
    assert propose.indent(state, item(state, "q")) is None
    assert block(state, "q").kind is Kind.QUOTE
