"""The final Markdown looks exactly as it must."""

from __future__ import annotations

from core.export.markdown import markdown, rendered
from core.export.material import Material
from core.model import Block, Chapter, Document, ItemId, Kind
from core.timecode import TimeStyle

GOLDEN = """# [Live] Fog — part 2

1. First.
2. Second.
3. Third.

## Chapter 1: Opening (00:12-01:10)

- [00:12] a
  - [00:14] b
    - c

> "[00:15] words" — Ana

> "said" — (화자 미상)

- [01:10] d

> "[00:20] nobody said"

## Chapter 2: Late (01:00:00-01:00:05)

- [01:00:00] e

Thank you.

- [01:00:05] f

## Chapter 3: No time

- g
"""


def note(text: str, time_s: int | None = None, *children: Block) -> Block:
    return Block(ItemId(text), Kind.NOTE, time_s, text, children=children)


def quote(text: str, time_s: int | None = None, speaker: str | None = None) -> Block:
    return Block(ItemId(text), Kind.QUOTE, time_s, text, speaker)


def prose(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(ItemId(f"p{at}"), Kind.PROSE, None, text) for at, text in enumerate(texts))


def chapter(title: str, *blocks: Block, stated: str | None = None) -> Chapter:
    return Chapter(ItemId(title), title, blocks, stated)


def document(*chapters: Chapter) -> Document:
    return Document("T", (), chapters)


OPENING = chapter(
    "Opening",
    note("a", 12, note("b", 14, note("c"))),
    quote("words", 15, "Ana"),
    quote("said", None, "(화자 미상)"),
    note("d", 70),
    quote("nobody said", 20),
)
LATE = chapter("Late", note("e", 3600), *prose("Thank you."), note("f", 3605), stated="## Conclusion")
WHOLE = Document("[Live] Fog — part 2", ("First.", "Second.", "Third."), (OPENING, LATE, chapter("No time", note("g"))))


def test_a_document_is_written_as_the_rules_say() -> None:
    assert markdown(WHOLE, TimeStyle.HOURS) == GOLDEN


def test_times_are_written_in_the_style_of_the_episode() -> None:
    assert "## Chapter 2: Late (60:00-60:05)\n\n- [60:00] e\n" in markdown(WHOLE, TimeStyle.MINUTES)


def test_blocks_before_the_first_heading_have_none() -> None:
    text = markdown(document(chapter("", note("a")), chapter("B", note("b"))), TimeStyle.HOURS)
    assert text == "# T\n\n- a\n\n## Chapter 1: B\n\n- b\n"


def test_a_chapter_without_a_title_keeps_its_border() -> None:
    text = markdown(document(chapter("A", note("a")), chapter("", note("b", 5))), TimeStyle.HOURS)
    assert text == "# T\n\n## Chapter 1: A\n\n- a\n\n## Chapter 2: (00:05-00:05)\n\n- [00:05] b\n"


def test_an_empty_chapter_is_a_heading() -> None:
    assert markdown(document(chapter("A")), TimeStyle.HOURS) == "# T\n\n## Chapter 1: A\n"


def test_a_code_fence_stays_one() -> None:
    text = markdown(document(chapter("A", *prose("```", "## b", "```", "c"))), TimeStyle.HOURS)
    assert text.endswith("\n\n```\n## b\n```\n\nc\n")


def test_prose_that_would_read_as_something_else_is_escaped() -> None:
    assert markdown(document(chapter("A", *prose("```", "- b"))), TimeStyle.HOURS).endswith("\n\n\\```\n\n\\- b\n")


def test_a_document_without_anything_is_an_empty_line() -> None:
    assert markdown(Document("", (), ()), TimeStyle.HOURS) == "\n"


def test_bytes_that_were_no_text_are_written_as_they_were() -> None:
    assert b"- a \xff b\n" in rendered(Material(document(chapter("A", note("a \udcff b")))))
