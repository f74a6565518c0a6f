"""A finished document is read whole: what is no title, summary, chapter, note or quote is prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import chunk_texts

from core.export.words import words
from core.model import Document, Kind, blocks_of
from core.reading.document import ChapterHeading, chapter_heading, escaped, is_finished, read_document
from core.reading.grammar import split_range
from core.reading.lines import split_lines

TEXT = """# [Live] Fog: the night — part 2

1. First.
2. Second
   line.
3. Third.

## Chapter 1: Opening (00:12-01:10)

- [00:12] a
  - [00:14] b
    - c
- [00:20] d

> "[00:15] words" — Ana

---

## Chapter 2: The end (1:00:00-1:00:05)

- [1:00:00] e
Thank you.
"""


def read(text: str) -> Document:
    return read_document(text).document


def prose(text: str) -> list[str]:
    return [block.text for block in blocks_of(read(text)) if block.kind is Kind.PROSE]


def test_all_parts_of_a_document_are_read() -> None:
    assert words(read(TEXT)) == (
        "[Live] Fog: the night — part 2",
        ("First.", "Second line.", "Third."),
        (
            (
                "Opening",
                (
                    ("NOTE", 0, 12, "a", None),
                    ("NOTE", 1, 14, "b", None),
                    ("NOTE", 2, None, "c", None),
                    ("NOTE", 0, 20, "d", None),
                    ("QUOTE", 0, 15, "words", "Ana"),
                ),
            ),
            ("The end", (("NOTE", 0, 3600, "e", None), ("PROSE", 0, None, "Thank you.", None))),
        ),
    )


def test_each_part_knows_its_line() -> None:
    found, lines = read_document(TEXT), split_lines(TEXT)
    assert all(block.text in lines[found.lines[block.id] - 1] for block in blocks_of(found.document))


def test_title_and_summary_know_their_lines() -> None:
    found = read_document(TEXT)
    assert (found.title_line, found.summary_lines) == (1, (3, 4, 6))


def test_ids_count_up_in_reading_order() -> None:
    document = read("## A\n- a\n  - b\n## B\n- c\n")
    ids = [document.chapters[0].id, *(block.id for block in blocks_of(document)), document.chapters[1].id]
    assert (ids, document.next_id) == (["c1", "b2", "b3", "b5", "c4"], 6)


def test_a_heading_is_kept_as_it_was_written() -> None:
    assert [chapter.stated for chapter in read(TEXT).chapters] == [
        "## Chapter 1: Opening (00:12-01:10)",
        "## Chapter 2: The end (1:00:00-1:00:05)",
    ]


def test_lines_before_the_first_chapter_are_a_chapter_without_a_title() -> None:
    chapter = read("Here it is:\n# T\n- [00:12] a\n## Chapter 1: A\n").chapters[0]
    assert (chapter.title, chapter.stated, [block.text for block in chapter.blocks]) == ("", None, ["Here it is:", "a"])


def test_a_stray_line_before_the_title_does_not_hide_it() -> None:
    assert read("Here it is:\n\n# T\n").title == "T"


def test_another_section_is_a_chapter_too() -> None:
    assert [chapter.title for chapter in read("# T\n## Chapter 1: A\n- a\n## Conclusion\nb\n").chapters] == [
        "A",
        "Conclusion",
    ]


def test_a_numbered_chapter_counts_at_any_level() -> None:
    assert [chapter.title for chapter in read("# T\n# Chapter 1: A\n- a\n### Chapter 2: B\n- b\n").chapters] == [
        "A",
        "B",
    ]


def test_other_headings_are_prose() -> None:
    assert prose("# T\n## A\n### B\n# C\n") == ["### B", "# C"]


def test_a_child_behind_a_quote_stays_with_its_parent() -> None:
    (chapter,) = read('## A\n- [00:01] a\n\n> "[00:02] q"\n\n  - [00:03] b\n').chapters
    assert [(block.text, [child.text for child in block.children]) for block in chapter.blocks] == [
        ("a", ["b"]),
        ("q", []),
    ]


def test_inside_a_code_fence_all_is_prose() -> None:
    assert prose("## A\n```\n## B\n1. c\n- d\n```\n") == ["```", "## B", "1. c", "- d", "```"]


def test_separators_say_nothing() -> None:
    assert prose("## A\n---\n***\n") == []


def test_a_nearly_empty_document_is_read() -> None:
    assert words(read("\n\n")) == ("", (), ())


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("## Chapter 3: A b (00:12-01:10)", ChapterHeading(2, 3, "A b", (12, 70))),
        ("## Chapter 3: A b (01:10–00:12)", ChapterHeading(2, 3, "A b", (70, 12))),
        ("## Chapter 3: A (b)", ChapterHeading(2, 3, "A (b)", None)),
        ("## Chapter 3 - A", ChapterHeading(2, 3, "A", None)),
        ("## Chapter 3", ChapterHeading(2, 3, "", None)),
        ("## Chapter three: A", ChapterHeading(2, None, "Chapter three: A", None)),
        ("## A (00:12-01:10)", ChapterHeading(2, None, "A", (12, 70))),
        ("### Chapter 3: A", ChapterHeading(3, 3, "A", None)),
        ("### A", None),
        ("# A", None),
        ("Chapter 3: A", None),
    ],
)
def test_a_chapter_heading_states_number_title_and_range(line: str, stated: ChapterHeading | None) -> None:
    assert chapter_heading(line) == stated


@pytest.mark.parametrize("text", ["A (00:12-99)", "A (00:75-01:10)", "A 00:12-01:10", "(00:12-01:10) A"])
def test_other_endings_are_no_range(text: str) -> None:
    assert split_range(text) == (text, None)


@pytest.mark.parametrize("text", ["- a", "> a", "## A", "### Chapter 1: A", "---", "```", "-", "\\- a"])
def test_prose_that_looks_like_something_else_is_escaped(text: str) -> None:
    assert escaped(text, is_lead=False) == f"\\{text}"


@pytest.mark.parametrize("text", ["a", "1. a", "# A", "### A", "\\a", "[00:12] a"])
def test_other_prose_is_written_as_it_is(text: str) -> None:
    assert escaped(text, is_lead=False) == text


@pytest.mark.parametrize("text", ["1. a", "# A"])
def test_before_the_first_chapter_title_and_summary_are_escaped_as_well(text: str) -> None:
    assert escaped(text, is_lead=True) == f"\\{text}"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (TEXT, True),
        ("# T\n\n1. a\n2. b\n3. c\n\n## A\n- a\n", True),
        ("# T\n## Chapter 1: A\n- a\n", True),
        ("## A\n- [00:12] a\n", False),
        ("## Chapter 1: A\n- [00:12] a\n", False),
        ("# A\n- [00:12] a\n", False),
        ("", False),
    ],
)
def test_a_finished_document_is_told_from_notes(text: str, is_one: bool) -> None:
    assert is_finished(split_lines(text)) is is_one


@given(chunk_texts())
def test_every_line_that_says_something_is_in_the_document(text: str) -> None:
    document = read(text)
    said = " ".join(
        [document.title, *document.summary, *(c.stated or "" for c in document.chapters)]
        + [f"{block.text} {block.speaker or ''}" for block in blocks_of(document)]
    )
    assert all(word in said for word in ("word", "말했다") if word in text)


@given(chunk_texts())
def test_any_text_is_some_document(text: str) -> None:
    document = read(text)
    assert all(block.text == block.text.strip() != "" for block in blocks_of(document))
