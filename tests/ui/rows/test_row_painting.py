"""What is seen: shapes and colours of the marks, and nothing that stops or slows the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import process_time

import pytest
from panes import ListPane
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.messages import Message
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.painter import STATE_OF
from ui.desktop.rows.view import RowView
from ui.desktop.theme import load_theme

LONG = "여러 줄로 이어지는 긴 노트의 글 " * 8
SHOWN = [Row("t", RowKind.NOTE, "first", 1, "00:01"), Row("n", RowKind.NOTE, LONG, 10, "00:10")]


def edge(view: RowView, at: int) -> list[QColor]:
    """The pixels down the left edge of a row."""
    image: QImage = view.viewport().grab().toImage()
    box = view.row_box(at)
    return [image.pixelColor(1, y) for y in range(box.top() + 2, box.bottom() - 3)]


def share(view: RowView, at: int, role: str) -> float:
    colours = edge(view, at)
    return sum(colour == view.layouts.theme.colour(role) for colour in colours) / len(colours)


def shown_with(show_rows: Callable[[Sequence[Row]], RowView], mark: Mark) -> RowView:
    return show_rows([SHOWN[0], replace(SHOWN[1], mark=mark, badge=Message("state"))])


def test_what_stays_has_a_solid_bar(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    assert share(shown_with(show_rows, Mark.CANONICAL), 1, "duplicate") == 1


def test_what_is_out_of_order_has_a_dashed_edge(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    assert 0.5 < share(shown_with(show_rows, Mark.OUT_OF_ORDER), 1, "order") < 0.8


def test_a_plain_row_has_no_bar(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    view = shown_with(show_rows, Mark.NONE)
    assert all(share(view, 1, role) == 0 for role in STATE_OF.values())


def test_each_mark_has_a_shape_of_its_own(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    """In one colour for all, so that only the shapes can differ."""
    images = {}
    for mark in Mark:
        view = shown_with(show_rows, mark)
        hexes = {**view.layouts.theme.hexes, **dict.fromkeys(STATE_OF.values(), "#000000")}
        grounds = {f"{state}_bg": hexes["pane"] for state in STATE_OF.values()}
        view.set_theme(replace(view.layouts.theme, hexes={**hexes, **grounds}))
        box = view.row_box(1)
        image = view.viewport().grab(box.adjusted(0, 2, 8 - box.width(), -2)).toImage()
        images[mark] = bytes(image.constBits())
    images.pop(Mark.ACCEPTED)  # solid as what stays: it is what stayed
    assert len(set(images.values())) == len(images)


def test_only_what_would_go_is_struck_through(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    struck = []
    for mark in Mark:
        view = shown_with(show_rows, mark)
        layout = view.layouts.layout(view.pane.row(1), view.viewport().width())
        if any(each.format.fontStrikeOut() for each in layout.lines.formats()):
            struck.append(mark)
    assert struck == [Mark.DUPLICATE]


def test_a_long_badge_moves_beneath_its_text(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    view = show_rows([replace(SHOWN[1], mark=Mark.DUPLICATE, badge=Message("would go into the one above at 03:34"))])
    wide = view.layouts.layout(view.pane.row(0), 1200)
    narrow = view.layouts.layout(view.pane.row(0), 360)
    assert wide.badge_box.top() < wide.text_at.y() + 10
    assert narrow.badge_box.top() > narrow.text_at.y() + narrow.lines.boundingRect().height() - 10


def test_no_badge_is_drawn_over_the_next_row_while_a_row_is_edited(
    show_rows: Callable[[Sequence[Row]], RowView], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    long = Message("would go into the one above at 03:34, or into none, whatever the person wants of it")
    view = show_rows([replace(SHOWN[1], mark=Mark.DUPLICATE, badge=long), SHOWN[0]])
    monkeypatch.setattr(view.painter, "_paint_badge", lambda _painter, layout: drawn.append(layout.row.key))
    view.grab()
    assert drawn == ["n"]
    drawn.clear()
    assert view.edit_row("n")
    view.grab()
    assert drawn == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_kind_of_row_is_painted(name: str, qtbot: QtBot) -> None:
    rows = [
        Row(
            f"{kind.name}-{mark.name}-{depth}",
            kind,
            "글 text",
            5,
            "00:05",
            depth,
            "누구",
            Message("label"),
            badge,
            mark,
        )
        for kind in RowKind
        for mark in Mark
        for depth in (0, 2)
        for badge in (None, Message("badge"))
        if badge is None or depth
    ]
    view = RowView(load_theme(name), ListPane(rows))
    qtbot.addWidget(view)
    view.resize(500, 40 * len(rows))
    view.show()
    assert not view.grab().isNull()


def test_a_line_of_a_million_characters_is_drawn_at_once(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    began = process_time()
    view = show_rows([Row("huge", RowKind.NOTE, "가" * 1_000_000, 1, "00:01")])
    view.grab()
    assert process_time() - began < 3


def test_odd_characters_are_drawn_without_a_complaint(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    odd = "\x00\u202e\u2028\ud800 한글 😀 \U000e0041 e\u0301\u0301\u0301"
    view = show_rows([Row("odd", RowKind.QUOTE, odd, 1, "00:01", speaker=odd)])
    assert not view.grab().isNull()


def test_another_theme_is_drawn_at_once(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    view = shown_with(show_rows, Mark.CANONICAL)
    view.set_theme(load_theme("dark"))
    assert share(view, 1, "duplicate") == 1
    assert view.layouts.theme.name == "dark"


def test_rows_are_read_out_in_words(show_rows: Callable[[Sequence[Row]], RowView]) -> None:
    view = shown_with(show_rows, Mark.DUPLICATE)
    heard = view.model().index(1, 0).data(0x000B)  # Qt.ItemDataRole.AccessibleTextRole
    assert heard.startswith("Note, 00:10, 여러 줄로")
    assert "Suspected duplicate" in heard
    table = QAccessible.queryAccessibleInterface(view)
    assert table is not None
    assert table.role() is QAccessible.Role.Table


class German(QTranslator):
    """Knows one sentence of core."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return "käme zu {time}" if (context, source) == ("core", "would go into {time}") else ""

    def isEmpty(self) -> bool:
        return False


def test_messages_are_translated_when_they_are_painted(show_rows: Callable[[Sequence[Row]], RowView], qapp) -> None:
    view = show_rows([replace(SHOWN[1], badge=Message("would go into {time}", {"time": "03:34"}))])
    translator = German()
    qapp.installTranslator(translator)
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    badge = view.layouts.layout(view.pane.row(0), view.viewport().width()).badge
    qapp.removeTranslator(translator)
    assert badge == "käme zu 03:34"


def test_a_view_dies_without_a_word(qtbot: QtBot) -> None:
    for _ in range(5):
        view = RowView(load_theme("light"), ListPane(SHOWN))
        view.resize(300, 300)
        view.show()
        view.edit_row("n")
        view.close()
        view.deleteLater()
        QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        assert not isValid(view)
