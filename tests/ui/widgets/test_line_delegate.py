"""A line of a list is cut to its room, with what is strong in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from core.presenting.inline import Styled, without_signs
from ui.desktop.theme import Theme, load_theme
from ui.desktop.widgets.line_delegate import length_in, one_line, paint_styled


def theme() -> Theme:
    return load_theme("light")


def picture(text: str, width: int, styled: tuple[Styled, ...] | None = None) -> QImage:
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(theme().font("body"))
    line = without_signs(text)
    paint_styled(painter, QRect(5, 5, width, 20), line.text, line.styled if styled is None else styled)
    painter.end()
    return image


def ink(image: QImage, left: int, right: int) -> bool:
    """Whether anything is drawn in some columns."""
    return any(image.pixelColor(x, y) != QColor("white") for x in range(left, right) for y in range(image.height()))


@pytest.mark.parametrize("width", [0, 1, 20, 60, 150])
def test_nothing_is_drawn_beyond_the_room(width: int, qapp) -> None:
    image = picture("노트 **굵은 말**과 *기울인 말* " * 4, width)
    assert not ink(image, 5 + max(width, 20) + 2, 400)


def test_what_finds_room_is_drawn_whole(qapp) -> None:
    text = "a **b** c"
    assert picture(text, 300) == picture(text, 390)
    assert picture(text, 300) != picture(text, 20)


def test_strong_words_look_otherwise(qapp) -> None:
    assert picture("a **b** c", 300) != picture("a **b** c", 300, ())


def test_a_plain_and_a_styled_text_stand_on_one_baseline(qapp) -> None:
    plain, styled = picture("Hxg 말 **b**", 300, ()), picture("Hxg 말 **b**", 300)
    assert plain != styled
    assert plain.copy(0, 0, 40, 30) == styled.copy(0, 0, 40, 30)


def test_what_stands_in_a_line_is_counted_in_characters(qapp) -> None:
    three = one_line("😀" * 3, (), theme().font("body"))
    width = three.lineAt(0).naturalTextWidth() + 2
    assert length_in("😀" * 20, one_line("😀" * 20, (), theme().font("body"), width)) == 3
