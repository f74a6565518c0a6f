"""A merge prompt gives the context and its chunks, and all of its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import chunk_texts

from core.model import Role
from core.reading.encoding import DecodedText
from core.reading.lines import split_lines
from core.reading.prompt import Prompt, is_prompt, read_prompt

PREFACE = """# Merge chunk outputs into final Markdown

You are given multiple Markdown chunks.

Context:
- Title: [Best: of] The Lighthouse — Part 2: Fog (live)
- Description: Two keepers talk.

  - Language: they speak *three*
  ## Not a heading
- Language: Korean

Rules:
- Output Markdown only.
- Start with: `# [Best: of] The Lighthouse — Part 2: Fog (live)`
- Then chapters:
  `## Chapter N: <Topic>`

Chunk outputs:
"""
CHUNKS = ["## A\n\n- [00:12] a\n", "I wrote the notes to chunk_002.md\n", "## C\n- [01:00] c\n```\n---\n```\n"]


def read(text: str) -> Prompt:
    return read_prompt(DecodedText(text), "merge.prompt.txt")


def prompt(*chunks: str, preface: str = PREFACE, end: str = ">>>\n") -> str:
    return f"{preface}<<<\n" + "\n---\n\n".join(chunks) + end


def test_the_context_is_read() -> None:
    found = read(prompt(*CHUNKS))
    assert (found.title, found.language) == ("[Best: of] The Lighthouse — Part 2: Fog (live)", "ko")


def test_a_description_may_run_over_lines_and_hold_markdown() -> None:
    description = "Two keepers talk.\n\n  - Language: they speak *three*\n  ## Not a heading"
    assert read(prompt(*CHUNKS)).description == description


def test_each_rule_is_one_line() -> None:
    assert read(prompt(*CHUNKS)).rules == (
        "Output Markdown only.",
        "Start with: `# [Best: of] The Lighthouse — Part 2: Fog (live)`",
        "Then chapters: `## Chapter N: <Topic>`",
    )


def test_the_rule_gives_the_title_where_the_context_does_not() -> None:
    text = prompt(*CHUNKS).replace("- Title: [Best: of] The Lighthouse — Part 2: Fog (live)\n", "")
    assert read(text).title == "[Best: of] The Lighthouse — Part 2: Fog (live)"


def test_chunks_are_divided_by_separators_outside_of_fences() -> None:
    chunks = read(prompt(*CHUNKS)).file.chunks
    assert [(chunk.number, chunk.key, chunk.name, len(chunk.entries)) for chunk in chunks] == [
        (1, "1", "chunk 1", 1),
        (2, "2", "chunk 2", 0),
        (3, "3", "chunk 3", 1),
    ]


def test_an_empty_chunk_is_a_chunk_too() -> None:
    assert [len(chunk.entries) for chunk in read(prompt("- a\n", "", "- b\n")).file.chunks] == [1, 0, 1]


def test_entries_know_their_line_in_the_file() -> None:
    text = prompt(*CHUNKS)
    lines = split_lines(text)
    assert [lines[entry.line - 1] for chunk in read(text).file.chunks for entry in chunk.entries] == [
        "- [00:12] a\n",
        "- [01:00] c\n",
    ]


def test_the_separator_belongs_to_the_chunk_before_it() -> None:
    first = read(prompt(*CHUNKS)).file.chunks[0]
    assert (first.lines[-1], first.roles[-1]) == ("---\n", Role.SEPARATOR)


def test_the_last_closing_line_closes() -> None:
    chunks = read(prompt("- a\n>>>\n- b\n", "<<<\n- c\n")).file.chunks
    assert [len(chunk.entries) for chunk in chunks] == [2, 1]


def test_a_prompt_without_its_closing_line_is_read_to_the_end() -> None:
    found = read(prompt("- a\n", "- b\n", end=""))
    assert ([len(chunk.entries) for chunk in found.file.chunks], len(found.notices)) == ([1, 1], 1)


def test_notes_behind_a_closing_line_are_read_all_the_same() -> None:
    found = read(prompt("- a\n>>>\n\n---\n\n- [00:12] b\n", end=""))
    assert ([len(chunk.entries) for chunk in found.file.chunks], len(found.notices)) == ([1, 1], 1)


def test_a_second_prompt_in_the_file_is_mentioned_at_its_context() -> None:
    first = prompt(*CHUNKS)
    found = read(first + prompt(*CHUNKS))
    assert [notice.line for notice in found.notices] == [
        len(split_lines(first)) + PREFACE[: PREFACE.index("Context")].count("\n") + 1
    ]


@pytest.mark.parametrize("inside", ["<<<\n- [00:12] a\n>>>\n", "- [00:12] a\n>>>\n- Title: b\n", ">>>\nContext:\n"])
def test_the_marks_of_a_prompt_in_a_chunk_are_no_second_prompt(inside: str) -> None:
    assert read(prompt(inside, *CHUNKS)).notices == ()


def test_text_behind_the_closing_line_is_mentioned() -> None:
    text = prompt("- a\n", end=">>>\n\nThank you.\n")
    assert [notice.line for notice in read(text).notices] == [len(split_lines(text))]


def test_a_whole_prompt_needs_no_mention() -> None:
    assert read(prompt(*CHUNKS)).notices == ()


@pytest.mark.parametrize("text", ["", "- a\n", "<<<\n- a\n>>>\n", "# A\n\n1. b\n\n## Chapter 1: C\n- d\n"])
def test_other_texts_are_no_merge_prompts(text: str) -> None:
    assert not is_prompt(split_lines(text))


@given(st.lists(chunk_texts(), max_size=3), st.sampled_from([">>>\n", ">>>", "", ">>>\r\nbye\r\n"]))
def test_the_lines_of_a_prompt_give_its_bytes_back(chunks: list[str], end: str) -> None:
    text = prompt(*chunks, end=end)
    assert read(text).file.rebuilt() == DecodedText(text).encoded()
