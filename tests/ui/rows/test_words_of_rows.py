"""What is heard of a row, and what is drawn of characters that have no shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import Message
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.shown_text import LONGEST, shown
from ui.desktop.rows.words import spoken


def test_a_row_is_heard_in_words() -> None:
    row = Row(
        "b1",
        RowKind.QUOTE,
        "그런데 왜요?",
        time_s=214,
        stamp="03:34",
        speaker="출연자",
        badge=Message("would go into ↑ {time}", {"time": "03:30"}),
        mark=Mark.DUPLICATE,
    )
    assert spoken(row) == "Quote, 03:34, 그런데 왜요?, — 출연자, Suspected duplicate, would go into ↑ 03:30"


def test_what_the_state_says_already_is_not_said_again() -> None:
    row = Row("b1", RowKind.NOTE, "노트", badge=Message("suspected duplicate"), mark=Mark.CANONICAL)
    assert spoken(row) == "Note, 노트, Suspected duplicate, this one stays"


def test_a_chapter_is_heard_with_its_number() -> None:
    row = Row("c1", RowKind.CHAPTER, "Depth", label=Message("Chapter {n}", {"n": 3}), badge=Message("05:12–07:11"))
    assert spoken(row) == "Chapter 3, Depth, 05:12–07:11"


def test_edited_words_are_heard_once() -> None:
    row = Row("b", RowKind.NOTE, "text", badge=Message("edited"), is_edited=True)
    assert spoken(row) == "Note, text, edited"
    merged = Row("b", RowKind.NOTE, "text", badge=Message("{n} merged", {"n": 2}), mark=Mark.ACCEPTED, is_edited=True)
    assert spoken(merged) == "Note, text, Merged, 2 merged, edited"


def test_a_draft_says_so() -> None:
    assert spoken(Row("summary:0", RowKind.SUMMARY, "첫 줄", is_draft=True)) == "Summary, 첫 줄, draft"


def test_a_summary_line_is_heard_with_its_number_and_is_a_draft_once() -> None:
    row = Row("summary:0", RowKind.SUMMARY, "첫 줄", label=Message("1."), badge=Message("draft"), is_draft=True)
    assert spoken(row) == "Summary 1, 첫 줄, draft"


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.NONE])
def test_each_state_is_heard(mark: Mark) -> None:
    assert spoken(Row("b", RowKind.NOTE, "text", mark=mark)) != spoken(Row("b", RowKind.NOTE, "text"))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("plain 한글 😀", "plain 한글 😀"),
        ("a\u202eb\u202c", "a[RLO]b[PDF]"),
        ("zero\u200bwidth", "zero[ZWSP]width"),
        ("\x00\x1b[31m", "[NUL][ESC][31m"),
        ("tab\there", "tab[TAB]here"),
        ("hidden\U000e0041", "hidden[U+E0041]"),
        ("byte\udc80", "byte[0x80]"),
        ("\u3164", "[U+3164]"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("가\u200d나", "가[ZWJ]나"),
    ],
)
def test_characters_without_a_shape_get_a_mark(text: str, drawn: str) -> None:
    assert shown(text).text == drawn


def test_no_more_is_drawn_than_can_be_laid_out() -> None:
    seen = shown("가" * (LONGEST + 5))
    assert len(seen.text) == LONGEST
    assert seen.left_out == 5


@given(st.text(alphabet=st.sampled_from("ab \u200b\u202e\x00\u2028가😀\ud800"), max_size=40))
def test_marks_lie_where_they_are_said_to(text: str) -> None:
    seen = shown(text)
    assert all(seen.text[start : start + length].startswith("[") for start, length in seen.marks)
    assert all(seen.text[start : start + length].endswith("]") for start, length in seen.marks)
