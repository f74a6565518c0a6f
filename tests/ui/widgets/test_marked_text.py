"""The words to be compared are the data, sign by sign; what is strong looks so, and what differs is marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from ui.desktop.theme import Theme, load_theme
from ui.desktop.widgets.inline_formats import code_ground
from ui.desktop.widgets.marked_text import MarkedText

TEXT = "😀 **굵게** *slant* `code` 끝"


def theme() -> Theme:
    return load_theme("light")


def shown(qtbot: QtBot, marked: tuple[tuple[int, int], ...] = (), text: str = TEXT) -> MarkedText:
    view = MarkedText()
    qtbot.addWidget(view)
    view.resize(400, 40)
    view.show_text(text, marked, None, theme())
    return view


def look_at(view: MarkedText, words: str) -> QTextCharFormat:
    """How the first character of some words looks."""
    cursor: QTextCursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def colour(look: QTextCharFormat) -> QColor:
    return look.foreground().color()


def test_the_text_is_the_data(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.selectAll()
    assert view.toPlainText() == TEXT
    assert view.textCursor().selectedText() == TEXT


def test_words_look_as_their_signs_say(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert look_at(view, "굵게").fontWeight() == QFont.Weight.DemiBold
    assert look_at(view, "slant").fontItalic()
    assert look_at(view, "code").background().color() == code_ground(theme().colour("text"))


def test_signs_step_back(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert colour(look_at(view, "**")) == colour(look_at(view, "`")) == theme().colour("faint")
    assert colour(look_at(view, "굵게")) == colour(look_at(view, "끝")) == theme().colour("text")


@pytest.mark.parametrize("words", ["**", "굵게", "code", "`"])
def test_what_is_marked_is_marked_whatever_it_is(words: str, qtbot: QtBot) -> None:
    at = TEXT.index(words)
    look = look_at(shown(qtbot, ((at, at + len(words)),)), words)
    assert look.background().color() == theme().colour("marked_words")
    assert colour(look) == theme().colour("text")


def test_words_that_are_marked_in_part_keep_the_rest(qtbot: QtBot) -> None:
    view = shown(qtbot, ((2, 5),))  # "**굵"
    assert look_at(view, "굵").background().color() == theme().colour("marked_words")
    assert look_at(view, "게").background().style().name == "NoBrush"
    assert look_at(view, "게").fontWeight() == QFont.Weight.DemiBold
