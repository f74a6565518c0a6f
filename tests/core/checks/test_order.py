from __future__ import annotations

from contextlib import suppress

from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import states

from core.checks.finding import ChapterView, Finding, Start
from core.checks.findings import of_sources
from core.checks.order import IN_DOCUMENT, IN_SOURCES
from core.editing.edits import Place
from core.errors import EditError
from core.model import Block, Chapter, Document, Entry, ItemId, Kind, ReviewState


def in_sources(*lines: str) -> list[int | None]:
    return [finding.line for finding in of_sources((IN_SOURCES,), episode(chunk(1, *lines)), ())]


def as_blocks(entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    """The entries as a tree."""
    blocks: list[Block] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].kind is Kind.NOTE and entries[end].depth > entries[at].depth:
            end += 1
        one = entries[at]
        children = as_blocks(entries[at + 1 : end])
        blocks.append(
            Block(ItemId(f"b{one.line}"), one.kind, one.time_s, one.text, one.speaker, (one.id,), children=children)
        )
        at = end
    return tuple(blocks)


def findings_in_document(*lines: str) -> list[Finding]:
    source = chunk(1, *lines)
    chapter = Chapter(ItemId("c1"), "A chapter", as_blocks(source.entries))
    return list(IN_DOCUMENT.find(ChapterView(episode(source), chapter)))


def in_document(*lines: str) -> list[int | None]:
    return [finding.line for finding in findings_in_document(*lines)]


def both(*lines: str) -> list[int | None]:
    """The lines found, which are the same in a chunk and in a chapter made of it."""
    found = in_sources(*lines)
    assert in_document(*lines) == found
    return found


def test_notes_in_time_order_are_fine() -> None:
    assert both("00:10 a", "  00:12 b", "  00:15 c", "00:20 d", "00:20 e") == []


def test_a_note_before_its_sibling_is_out_of_order() -> None:
    assert both("00:10 a", "00:30 b", "00:20 c", "00:40 d") == [3]


def test_a_child_before_its_sibling_is_out_of_order() -> None:
    assert both("00:10 a", "  00:30 b", "  00:20 c") == [3]


def test_a_child_before_its_parent_is_out_of_order() -> None:
    assert both("00:10 a", "  00:05 b") == [2]


def test_a_note_may_come_before_the_children_of_the_one_above() -> None:
    assert both("00:10 a", "  00:30 b", "00:20 c") == []


def test_one_note_out_of_place_is_one_finding() -> None:
    assert both("00:10 a", "00:05 b", "  00:06 c", "00:20 d") == [2]


def test_a_note_without_a_time_is_never_out_of_order() -> None:
    assert both("00:10 a", "  - b", "- c", "00:20 d") == []


def test_the_time_before_an_untimed_note_still_counts() -> None:
    assert both("00:10 a", "- b", "00:05 c") == [3]


def test_an_untimed_parent_counts_as_what_precedes_it() -> None:
    assert both("00:10 a", "- b", "  00:05 c", "  00:12 d") == [3]


def test_a_quote_after_its_family_is_in_order() -> None:
    assert both("00:10 a", "  00:14 b", "> 00:12 q", "00:20 c", "> 00:25 r") == []


def test_quotes_in_a_run_at_the_end_are_in_order() -> None:
    assert both("00:10 a", "00:20 b", "00:30 c", "> 00:12 q", "> 00:25 r") == []


def test_a_run_at_the_end_that_goes_back_is_not() -> None:
    assert both("00:10 a", "00:20 b", "> 00:22 q", "> 00:12 r") == [4]


def test_a_quote_above_a_family_that_begins_before_it_is_out_of_order() -> None:
    assert both("00:10 a", "> 00:25 q", "00:20 b", "00:30 c") == [2]


def test_a_quote_below_a_family_that_begins_after_it_is_out_of_order() -> None:
    assert both("00:10 a", "00:20 b", "> 00:15 q", "00:30 c") == [3]


def test_a_quote_before_all_notes_is_in_order_if_none_begins_before_it() -> None:
    assert both("> 00:05 q", "00:10 a") == []


def test_two_quotes_between_the_same_families_keep_their_order() -> None:
    assert both("00:10 a", "> 00:15 q", "> 00:12 r", "00:20 b") == [3]


def test_a_note_out_of_place_does_not_put_quotes_out_of_place() -> None:
    assert both("00:10 a", "00:20 b", "> 00:25 q", "00:05 c", "00:30 d") == [4]


def test_a_quote_without_a_time_is_never_out_of_order() -> None:
    assert both("00:10 a", "> q", "00:20 b") == []


def test_in_a_chunk_a_quote_may_stand_between_a_note_and_its_child() -> None:
    assert in_sources("00:10 a", "> 00:12 q", "  00:14 b", "00:20 c") == []


def test_each_section_of_a_chunk_has_an_end_of_its_own() -> None:
    assert in_sources("# one", "00:10 a", "00:20 b", "> 00:12 q", "# two", "00:30 c", "> 00:31 r") == []


def test_chunks_may_overlap() -> None:
    assert not of_sources((IN_SOURCES,), episode(chunk(1, "00:10 a", "05:00 b"), chunk(2, "04:00 c")), ())


def test_it_says_what_the_time_is_compared_with() -> None:
    assert [str(finding.message) for finding in findings_in_document("00:30 a", "  00:25 b", "00:20 c")] == [
        "its time is before 00:30, that of the note it belongs to",
        "its time is before 00:30, that of the note above it",
    ]


def test_it_names_both_entries_and_the_block() -> None:
    (finding,) = findings_in_document("00:30 a", "00:20 b")
    assert (finding.entries, finding.related, finding.block, finding.start_s) == (("1:2",), ("1:1",), "b2", 20)


def test_a_note_that_the_editor_added_is_found_too() -> None:
    blocks = (Block(ItemId("b1"), Kind.NOTE, 30, "a"), Block(ItemId("b2"), Kind.NOTE, 20, "b"))
    start = Start(Document("", (), ()))
    (finding,) = IN_DOCUMENT.find(ChapterView(episode(), Chapter(ItemId("c1"), "A chapter", blocks), start))
    assert (finding.block, finding.entries, finding.chunk) == ("b2", (), None)


def in_state(state: ReviewState) -> list[Finding]:
    views = (ChapterView(state.episode, chapter) for chapter in state.document.chapters)
    return [finding for view in views for finding in IN_DOCUMENT.find(view) if "belongs to" not in str(finding.message)]


@given(states())
def test_a_candidate_as_built_is_in_order_but_for_children_before_their_parent(state: ReviewState) -> None:
    assert in_state(state) == []


@given(states(), st.data())
def test_moving_it_to_its_time_resolves_it(state: ReviewState, data: st.DataObject) -> None:
    top = st.sampled_from([block.id for chapter in state.document.chapters for block in chapter.blocks])
    with suppress(EditError):
        home = data.draw(st.sampled_from(state.document.chapters))
        state = Place(data.draw(top), home.id, home.blocks[0].id).apply(state)
    for finding in in_state(state):
        assert IN_DOCUMENT.repair is not None
        edit = IN_DOCUMENT.repair(state, finding)
        assert edit is not None
        assert finding.block not in [left.block for left in in_state(edit.apply(state))]
