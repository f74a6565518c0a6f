"""A chunk's lines become entries, headings and stray lines; no line is lost and none counts twice."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from strategies import chunk_texts, texts, untimed_texts

from core.model import DEEPEST, ChunkKey, Entry, EntryId, Heading, Kind, Role, SourceChunk
from core.reading.chunks import read_chunk
from core.reading.lines import split_lines


def read(text: str) -> SourceChunk:
    return read_chunk(split_lines(text), number=3, name="chunk 3")


def notes(text: str) -> list[tuple[int, str]]:
    return [(note.depth, note.text) for note in read(text).notes]


def quotes(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in read(text).quotes]


def strays(text: str) -> list[tuple[int, str]]:
    return [(stray.line, stray.text) for stray in read(text).strays]


@given(chunk_texts())
def test_the_lines_give_the_text_back(text: str) -> None:
    assert "".join(read(text).lines) == text


@given(chunk_texts())
def test_every_line_that_is_not_blank_has_a_role_and_no_blank_one(text: str) -> None:
    chunk = read(text)
    assert [role is Role.BLANK for role in chunk.roles] == [not line.strip() for line in chunk.lines]


@given(chunk_texts())
def test_roles_and_what_was_read_agree(text: str) -> None:
    chunk = read(text)
    firsts = {Role.HEADING: chunk.headings, Role.ENTRY: chunk.entries, Role.STRAY: chunk.strays}
    assert all(chunk.roles[item.line - 1] is role for role, items in firsts.items() for item in items)


@given(chunk_texts())
def test_each_stray_line_is_there_once(text: str) -> None:
    chunk = read(text)
    assert [stray.line for stray in chunk.strays] == [n for n, r in enumerate(chunk.roles, 1) if r is Role.STRAY]


@given(chunk_texts())
def test_entries_have_ids_of_their_own_in_line_order(text: str) -> None:
    lines = [entry.line for entry in read(text).entries]
    assert lines == sorted(set(lines))


@given(chunk_texts())
def test_no_entry_is_blank_or_begins_with_a_blank(text: str) -> None:
    assert all(entry.text and entry.text == entry.text.strip() for entry in read(text).entries)


@given(chunk_texts())
def test_a_note_is_at_most_one_deeper_than_the_note_before(text: str) -> None:
    depths = [-1, *(note.depth for note in read(text).notes)]
    assert all(after <= min(before + 1, DEEPEST) for before, after in pairwise(depths))


@given(texts())
def test_a_canonical_note_reads_back_exactly(text: str) -> None:
    (entry,) = read(f"- [01:02:03] {text}\n").entries
    assert (entry.time_s, entry.text, entry.stamp) == (3723, text, "01:02:03")


@given(untimed_texts())
def test_a_bullet_without_a_time_reads_back_exactly(text: str) -> None:
    (entry,) = read(f"- {text}\n").entries
    assert (entry.time_s, entry.text, entry.stamp) == (None, text, "")


def test_an_entry_is_named_by_its_key_and_its_line_in_the_file() -> None:
    chunk = read_chunk(["\n", "- [00:12] a\n"], number=3, name="", first_line=40, key=ChunkKey("3b"))
    assert chunk.entries == (Entry(EntryId("3b:41"), ChunkKey("3b"), Kind.NOTE, 41, 12, "a", depth=0, stamp="00:12"),)


def test_headings_of_any_level_are_kept() -> None:
    assert read("# A\n## B c\n").headings == (Heading(1, 1, "A"), Heading(2, 2, "B c"))


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•"])
def test_all_bullets_are_notes(bullet: str) -> None:
    assert notes(f"{bullet} [00:12] a\n  {bullet} b\n") == [(0, "a"), (1, "b")]


def test_blank_lines_may_stand_between() -> None:
    assert notes("- a\n\n  - b\n\n\n    - c\n\n- d\n") == [(0, "a"), (1, "b"), (2, "c"), (0, "d")]


def test_notes_four_deep_with_tabs_and_spaces_mixed_keep_their_structure() -> None:
    text = "- a\n\t- b\n        - c\n\t\t\t- d\n    - e\n- f\n"
    assert notes(text) == [(0, "a"), (1, "b"), (2, "c"), (3, "d"), (1, "e"), (0, "f")]


def test_a_first_note_that_is_indented_is_on_the_first_level() -> None:
    assert notes("    - a\n      - b\n- c\n") == [(0, "a"), (1, "b"), (0, "c")]


def test_one_column_is_no_level() -> None:
    assert notes("- a\n - b\n   - c\n  - d\n") == [(0, "a"), (0, "b"), (1, "c"), (0, "d")]


def test_what_is_deeper_than_the_deepest_is_read_as_that() -> None:
    text = "".join(f"{'  ' * depth}- a\n" for depth in range(DEEPEST + 3))
    assert [depth for depth, _ in notes(text)] == [*range(DEEPEST + 1), DEEPEST, DEEPEST]


def test_a_level_begins_anew_behind_a_heading() -> None:
    assert notes("- a\n## B\n  - c\n") == [(0, "a"), (0, "c")]


def test_an_indented_line_goes_on_with_its_note() -> None:
    assert notes("- [00:12] a\n  b\n\n    c\n  - d\n  e\n") == [(0, "a b c"), (1, "d e")]


def test_a_bullet_may_have_its_words_on_the_next_line() -> None:
    assert notes("- [00:12]\n  words\n  - child\n") == [(0, "words"), (1, "child")]


def test_a_line_that_is_not_indented_is_stray() -> None:
    assert strays("- a\nb\n") == [(2, "b")]


def test_a_bullet_that_says_nothing_is_stray() -> None:
    assert strays("-\n- [00:12]\n> “”\n") == [(1, "-"), (2, "- [00:12]"), (3, "> “”")]


def test_adjacent_quotes_are_one_each() -> None:
    text = '> "[00:01] a" — A  \n> "[00:02] b"  \n> "[00:03] c" — C\n'
    assert quotes(text) == [("a", "A"), ("b", None), ("c", "C")]


def test_an_indented_quote_is_an_entry_of_its_own() -> None:
    text = '- [00:01] a\n  > "[00:02] b" — B\n  - [00:03] c\n'
    assert (quotes(text), notes(text)) == ([("b", "B")], [(0, "a"), (1, "c")])


def test_a_quote_goes_on_until_its_mark_is_closed() -> None:
    assert quotes('> "[00:01] a\n> b\n> c" — C\n> "[00:02] d"\n') == [("a b c", "C"), ("d", None)]


def test_a_quote_without_marks_goes_on_until_something_new_begins() -> None:
    assert quotes("> [00:01] a\n> b — B\n> c  \n> d\n") == [("a b", "B"), ("c", None), ("d", None)]


def test_a_speaker_may_stand_on_the_next_line() -> None:
    assert quotes('> "[00:01] a"\n> — A\n\n> "[00:02] b"\n  — B\n') == [("a", "A"), ("b", "B")]


def test_an_empty_quote_line_only_separates() -> None:
    chunk = read('> "[00:01] a"\n>\n> "[00:02] b"\n')
    assert chunk.roles == (Role.ENTRY, Role.SEPARATOR, Role.ENTRY)


@pytest.mark.parametrize("separator", ["---", "***", "___", "-----", "  ---  "])
def test_a_separator_is_no_stray_line(separator: str) -> None:
    assert read(f"- a\n{separator}\n- b\n").roles == (Role.ENTRY, Role.SEPARATOR, Role.ENTRY)


def test_inside_a_code_fence_nothing_is_read() -> None:
    chunk = read("- a\n```\n## b\n---\n- [00:12] c\n> d\n```\n- e\n")
    assert Counter(chunk.roles) == {Role.ENTRY: 2, Role.STRAY: 6}


def test_an_indented_fence_goes_on_with_its_note() -> None:
    assert notes("- a\n  ```\n  - b\n  ```\n") == [(0, "a ``` - b ```")]


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    assert notes("```\n- a\n") == [(0, "a")]


def test_a_whole_answer_wrapped_as_markdown_is_read() -> None:
    text = "```markdown\n## A\n- b\n```\n"
    assert (notes(text), strays(text)) == ([(0, "b")], [(1, "```markdown"), (4, "```")])


def test_one_moment_has_one_time_however_it_is_written() -> None:
    text = "- [75:30] a\n- [1:15:30] a\n- [01:15:30] a\n- ［７５：３０］ a\n"
    assert [note.time_s for note in read(text).notes] == [4530] * 4


def test_a_status_message_is_a_stray_line() -> None:
    text = "Done. I saved the notes to episode/chunks/chunk_009.md\n"
    assert (read(text).entries, strays(text)) == ((), [(1, text.strip())])


@pytest.mark.parametrize("text", ["", "\n", "  \n\n"])
def test_an_empty_chunk_holds_nothing(text: str) -> None:
    chunk = read(text)
    assert (chunk.entries, chunk.strays, chunk.headings, chunk.span) == ((), (), (), None)
