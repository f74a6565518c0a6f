"""The row under the mouse shows a button for what is done with it most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.messages import Message
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.hover import RowAction
from ui.desktop.rows.view import RowView

ShowRows = Callable[[Sequence[Row]], RowView]
ROWS = [
    Row("plain", RowKind.NOTE, "첫 노트", 1, "00:01"),
    Row("marked", RowKind.NOTE, "둘째 노트", 2, "00:02", badge=Message("suspected duplicate"), mark=Mark.CANONICAL),
    Row("head", RowKind.CHAPTER, "제목", label=Message("Chapter 1"), badge=Message("00:01–00:02")),
    Row("none", RowKind.EMPTY, "", label=Message("Nothing")),
]


@pytest.fixture
def view(show_rows: ShowRows) -> RowView:
    made = show_rows(ROWS)
    made.hover.offers = lambda row: None if row.key == "none" else RowAction("do", "edit", f"Do <b>{row.key}</b>")
    return made


def move(view: RowView, to: QPoint) -> None:
    no, where = Qt.MouseButton.NoButton, view.viewport().mapToGlobal(to)
    modifier = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(where), no, no, modifier)
    QApplication.sendEvent(view.viewport(), event)


def button(view: RowView, at: int) -> QPoint:
    row = view.row(at)
    assert row is not None
    box = view.hover.button_box(view.layouts, view.layouts.layout(row, view.viewport().width()), view.row_box(at))
    assert box is not None
    return box.center().toPoint()


@pytest.mark.parametrize("at", range(3))
def test_a_click_on_it_asks_for_what_it_offers(at: int, view: RowView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.action_requested, timeout=200) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button(view, at))
    assert asked.args == [ROWS[at].key, "do"]
    assert view.current_key() == ROWS[at].key


@pytest.mark.parametrize("at", range(3))
def test_it_is_seen_while_the_mouse_is_over_the_row_and_covers_no_badge(at: int, view: RowView) -> None:
    before = view.viewport().grab().toImage()
    move(view, view.row_box(at).center() - QPoint(100, 0))
    after = view.viewport().grab().toImage()
    place = button(view, at) - QPoint(0, view.layouts.px(12))
    assert before.pixelColor(place) != after.pixelColor(place)
    row = view.row(at)
    assert row is not None
    layout = view.layouts.layout(row, view.viewport().width())
    badge = layout.badge_box.translated(0, view.row_box(at).top())
    assert not layout.badge or not badge.contains(QPointF(button(view, at)))


def test_it_says_what_it_does(view: RowView) -> None:
    move(view, button(view, 0))
    at = button(view, 0)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "&lt;b&gt;plain" in QToolTip.text()
    QToolTip.hideText()


def test_letting_go_elsewhere_asks_for_nothing(view: RowView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.action_requested):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=button(view, 0))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=button(view, 1))


def test_where_nothing_is_offered_there_is_no_button(view: RowView) -> None:
    row = view.row(3)
    assert row is not None
    layout = view.layouts.layout(row, view.viewport().width())
    assert view.hover.button_box(view.layouts, layout, view.row_box(3)) is None


@pytest.mark.parametrize("mark", [Mark.NONE, Mark.ACCEPTED, Mark.DUPLICATE])
def test_edited_words_have_a_sign_of_their_own(mark: Mark, show_rows: ShowRows) -> None:
    row = Row("n", RowKind.NOTE, "노트", 1, "00:01", badge=Message("edited"), mark=mark)
    plain, edited = (show_rows([ROWS[0], one]) for one in (row, replace(row, is_edited=True)))
    assert plain.viewport().grab().toImage() != edited.viewport().grab().toImage()
