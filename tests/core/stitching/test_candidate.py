"""How a candidate is built: families, quotes, chapter borders, restarted clocks."""

from __future__ import annotations

from itertools import pairwise

from chunk_builder import chunk, episode
from hypothesis import given
from review_strategies import states

from core.model import ChunkKey, Document, Kind, ReviewState, SourceChunk, walk
from core.stitching.candidate import RESTART_S, candidate, chapter_title


def built(*chunks: SourceChunk) -> Document:
    return candidate(episode(*chunks))


def outline(document: Document) -> list[str]:
    """Each chapter's title, then its blocks as ``text`` with two blanks a level, quotes with ``>``."""
    lines: list[str] = []
    for chapter in document.chapters:
        lines.append(f"# {chapter.title}")
        for path, block in walk(chapter.blocks):
            lines.append("  " * (len(path) - 1) + ("> " if block.kind is Kind.QUOTE else "") + block.text)
    return lines


def test_each_heading_opens_a_chapter_and_families_keep_their_children() -> None:
    document = built(
        chunk(1, "# One", "00:10 a", "  00:12 a1", "    00:13 a11", "00:20 b"),
        chunk(2, "# Two", "00:30 c", "  00:31 c1"),
    )
    assert outline(document) == ["# One", "a", "  a1", "    a11", "b", "# Two", "c", "  c1"]


def test_top_level_notes_are_in_time_order_and_so_are_siblings() -> None:
    document = built(chunk(1, "# One", "00:20 b", "  00:26 b2", "  00:22 b1", "00:10 a"))
    assert outline(document) == ["# One", "a", "b", "  b1", "  b2"]


def test_ties_keep_the_order_of_the_chunks() -> None:
    document = built(chunk(1, "# One", "00:10 a"), chunk(2, "00:10 b"))
    assert outline(document) == ["# One", "a", "b"]


def test_a_child_without_a_time_counts_as_its_parent_and_a_top_level_note_as_what_precedes() -> None:
    document = built(chunk(1, "# One", "00:10 a", "  00:12 a1", "  - a2", "  00:13 a3", "- b", "00:11 c"))
    assert outline(document) == ["# One", "a", "  a2", "  a1", "  a3", "c", "b"]


def test_a_quote_stands_after_the_last_family_that_begins_at_or_before_it() -> None:
    document = built(chunk(1, "# One", "00:10 a", "  00:15 a1", "00:20 b", "> 00:12 q — x", "> 00:20 r", "> 00:05 s"))
    assert outline(document) == ["# One", "> s", "a", "  a1", "> q", "b", "> r"]


def test_the_border_is_the_family_start_nearest_the_middle_of_the_overlap_that_cuts_no_family() -> None:
    document = built(
        chunk(1, "# One", "00:10 a", "00:20 b", "00:30 c", "00:40 d"),
        chunk(2, "# Two", "00:20 e", "00:31 f", "00:50 g"),
    )
    assert outline(document) == ["# One", "a", "b", "e", "# Two", "c", "f", "d", "g"]


def test_a_border_that_would_cut_a_family_gives_way_to_one_that_does_not() -> None:
    document = built(
        chunk(1, "# One", "00:10 a", "00:20 b", "  00:38 b1", "00:40 d"), chunk(2, "# Two", "00:20 e", "00:30 f")
    )
    assert outline(document) == ["# One", "a", "# Two", "b", "  b1", "e", "f", "d"]


def test_where_every_border_cuts_a_family_the_one_with_the_least_overhang_is_taken() -> None:
    document = built(
        chunk(1, "# One", "00:10 a", "  00:44 a1", "00:20 b", "00:40 d"), chunk(2, "# Two", "00:20 e", "00:50 f")
    )
    assert outline(document) == ["# One", "a", "  a1", "b", "e", "# Two", "d", "f"]


def test_headings_inside_a_chunk_border_where_they_stand() -> None:
    document = built(chunk(1, "# One", "00:10 a", "# Two", "00:20 b", "00:30 c"))
    assert outline(document) == ["# One", "a", "# Two", "b", "c"]


def test_a_chunk_without_a_heading_continues_the_chapter_before() -> None:
    assert outline(built(chunk(1, "# One", "00:10 a"), chunk(2, "00:20 b"))) == ["# One", "a", "b"]


def test_notes_before_a_chunks_first_heading_belong_to_the_chapter_before() -> None:
    document = built(chunk(1, "# One", "00:10 a"), chunk(2, "00:20 b", "# Two", "00:30 c"))
    assert outline(document) == ["# One", "a", "b", "# Two", "c"]


def test_without_a_first_heading_the_first_notes_words_are_the_draft_title() -> None:
    assert outline(built(chunk(1, "00:10 등대를 고쳤다"))) == ["# 등대를 고쳤다", "등대를 고쳤다"]


def test_a_long_draft_title_is_cut_between_words() -> None:
    title = built(chunk(1, "00:10 " + "lantern " * 20)).chapters[0].title
    assert title == " ".join(["lantern"] * 7)


def test_a_section_that_ends_up_empty_is_left_out() -> None:
    document = built(chunk(1, "# One", "00:10 a", "# Nothing here"), chunk(2, "# Two", "00:20 b"))
    assert outline(document) == ["# One", "a", "# Two", "b"]


def test_a_chunk_whose_clock_restarts_keeps_its_place_in_chapters_of_its_own() -> None:
    document = built(
        chunk(1, "# One", "10:00 a"),
        chunk(2, "# Two", "20:00 b"),
        chunk(3, "# Three", "00:05 c"),
        chunk(4, "# Four", "40:00 d"),
    )
    assert outline(document) == ["# One", "a", "# Two", "b", "# Three", "c", "# Four", "d"]


def test_a_corrected_clock_puts_the_chunk_at_its_time() -> None:
    chunks = episode(
        chunk(1, "# One", "10:00 a"), chunk(2, "# Two", "00:05 b", "00:50 c"), chunk(3, "# Three", "20:30 d")
    )
    document = candidate(chunks, {ChunkKey("2"): 20 * 60})
    assert outline(document) == ["# One", "a", "# Two", "b", "# Three", "d", "c"]
    assert [block.time_s for block in document.chapters[1].blocks] == [1205]


def test_a_heading_loses_its_chapter_number_and_range() -> None:
    assert chapter_title("Chapter 3: 등대 이야기 (03:10-05:20)") == "등대 이야기"
    assert chapter_title("Chapter 3") == "Chapter 3"


def test_an_episode_without_entries_has_no_chapter() -> None:
    assert built(chunk(1, "? I saved the notes to chunk_001.md")).chapters == ()


@given(states())
def test_within_a_run_top_level_notes_are_in_order_over_the_whole_document(state: ReviewState) -> None:
    starts = [c.span[0] for c in state.episode.chunks if c.span is not None]
    if any(after < before - RESTART_S for before, after in pairwise(starts)):
        return
    if any(entry.time_s is None for entry in state.episode.entries.values()):
        return
    tops = [block.time_s or 0 for c in state.document.chapters for block in c.blocks if block.kind is Kind.NOTE]
    assert tops == sorted(tops)


@given(states())
def test_no_chapter_is_empty(state: ReviewState) -> None:
    assert all(chapter.blocks for chapter in state.document.chapters)
