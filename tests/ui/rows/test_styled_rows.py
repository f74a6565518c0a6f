"""Strong, emphasised and code words look so in a row, without their signs; the data and the editor keep all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat

from core.presenting.row import Row, RowKind
from ui.desktop.rows.layout import RowLayout, RowLayouts
from ui.desktop.rows.shown_text import LONGEST, read, shown
from ui.desktop.rows.view import RowView
from ui.desktop.rows.words import spoken
from ui.desktop.theme import load_theme

NOTE = "앞 **굵은 말**과 *기울인 말*, *slanted* 그리고 `코드`"
READ = "앞 굵은 말과 기울인 말, slanted 그리고 코드"
Show = Callable[[Sequence[Row]], RowView]


def row(text: str, kind: RowKind = RowKind.NOTE) -> Row:
    return Row("n", kind, text, 1, "00:01")


def laid_out(text: str, width: int = 900, kind: RowKind = RowKind.NOTE) -> RowLayout:
    return RowLayouts(load_theme("light")).layout(row(text, kind), width)


def look_of(layout: RowLayout, words: str) -> QTextCharFormat:
    """How some words are drawn."""
    text, merged = layout.lines.text(), QTextCharFormat()
    for each in layout.lines.formats():
        if each.start <= text.index(words) and text.index(words) + len(words) <= each.start + each.length:
            merged.merge(each.format)
    return merged


def test_the_signs_are_not_drawn(qapp) -> None:
    assert laid_out(NOTE).lines.text() == READ


def test_words_look_as_their_signs_say(qapp) -> None:
    layout = laid_out(NOTE)
    assert look_of(layout, "굵은 말").fontWeight() == QFont.Weight.DemiBold
    assert look_of(layout, "slanted").fontItalic()
    assert look_of(layout, "앞").isEmpty()


def test_what_has_no_italics_is_underlined_with_dots(qapp) -> None:
    look = look_of(laid_out(NOTE), "기울인 말")
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert not look.fontItalic()


def test_strong_words_in_a_title_are_no_lighter_than_the_title(qapp) -> None:
    assert look_of(laid_out("**a** b", kind=RowKind.TITLE), "a").fontWeight() == QFont.Weight.Bold


def test_code_has_a_ground_in_each_line_that_it_stands_in(qapp) -> None:
    assert len(laid_out("a `b` c `d`").codes) == 2
    assert laid_out("a b").codes == ()
    layout = laid_out("`" + "긴 코드 " * 30 + "끝`", 400)
    assert len(layout.codes) == layout.lines.lineCount() > 2
    assert all(box.top() >= 0 and box.bottom() <= layout.height for box in layout.codes)
    assert all(box.right() <= 400 for box in layout.codes)


@pytest.mark.parametrize("kind", [RowKind.PROSE, RowKind.STRAY])
def test_what_is_no_note_stays_as_it_is_written(kind: RowKind, qapp) -> None:
    assert laid_out(NOTE, kind=kind).lines.text() == NOTE


def test_the_editor_shows_the_text_as_it_is(show_rows: Show) -> None:
    view = show_rows([row(NOTE)])
    assert view.edit_row("n")
    assert view.editor is not None
    assert view.editor.toPlainText() == NOTE
    assert view.editor.text == NOTE


def test_the_data_keep_their_signs(show_rows: Show) -> None:
    assert show_rows([row(NOTE)]).model().index(0, 0).data(Qt.ItemDataRole.DisplayRole) == NOTE


def test_signs_are_not_heard() -> None:
    assert spoken(row(NOTE)) == f"Note, 00:01, {READ}"


def test_the_signs_around_a_speaker_are_neither_drawn_nor_heard(qapp) -> None:
    said = Row("q", RowKind.QUOTE, "a", speaker="**누구**")
    assert RowLayouts(load_theme("light")).layout(said, 500).lines.text() == "a\u2002— 누구"
    assert spoken(said) == "Quote, a, — 누구"


def test_marks_and_styles_keep_their_places() -> None:
    seen = read("\u202e **a\u202eb** `\x00`c")
    assert seen.text == "[RLO] a[RLO]b [NUL]c"
    assert [seen.text[start:end] for start, end, _ in seen.styled] == ["a[RLO]b", "[NUL]"]
    assert [seen.text[start : start + length] for start, length in seen.marks] == ["[RLO]", "[RLO]", "[NUL]"]


def test_what_is_too_long_is_told_with_its_signs() -> None:
    seen = read("**가**" + "나" * LONGEST)
    assert seen.text == "가" + "나" * (LONGEST - 5)
    assert seen.left_out == 5


@given(st.text(alphabet=st.sampled_from("ab*_` \u200b\u202e\x00가😀\u200d\ud800"), max_size=40))
def test_styled_words_begin_and_end_beside_marks_and_not_in_them(text: str) -> None:
    seen = read(text)
    edges = {edge for each in seen.styled for edge in (each.start, each.end)}
    assert all(not start < edge < start + length for start, length in seen.marks for edge in edges)
    assert all(0 <= each.start < each.end <= len(seen.text) for each in seen.styled)


@given(st.text(alphabet=st.sampled_from("ab \u200b\u202e\x00\u2028가😀\ud800"), max_size=40))
def test_a_text_without_signs_is_drawn_as_ever(text: str) -> None:
    assert read(text) == shown(text)


@given(st.text(alphabet=st.sampled_from("말 *`_w"), max_size=120), st.integers(300, 700))
def test_a_row_is_as_high_as_its_lines(qapp, text: str, width: int) -> None:
    layout = laid_out(text, width)
    assert layout.height == 2 * 6 + 23 * max(1, layout.lines.lineCount())
