"""Each row in view has its true height, whatever was done before; and the eye is not led astray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from panes import ListPane, episode_rows
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.messages import Message
from core.presenting.row import Mark, Row, RowKind
from ui.desktop.rows.layout import RowLayouts
from ui.desktop.rows.view import RowView
from ui.desktop.theme import ThemeSource, load_theme

KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)


def pane_of(view: RowView) -> ListPane:
    assert isinstance(view.pane, ListPane)
    return view.pane


def faults(view: RowView) -> list[str]:
    """What is wrong with the geometry, measured by a fresh layout."""
    fresh = RowLayouts(view.layouts.theme, view.layouts.scale, strikes_duplicates=True)
    fresh.fit_stamps(5)
    found: list[str] = []
    width, end = view.viewport().width(), None
    for at in view.visible_rows():
        box, row = view.row_box(at), view.pane.row(at)
        if box.height() != fresh.layout(row, width).height:
            found.append(f"row {at} has height {box.height()}")
        if end is not None and box.top() != end:
            found.append(f"a gap above row {at}")
        end = box.bottom() + 1
    if view.verticalScrollBar().maximum() != max(0, view.verticalHeader().length() - view.viewport().height()):
        found.append("the range of the scroll bar")
    return found


def scroll(view: RowView, random: Random) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + random.randint(-300, 300))


def jump(view: RowView, random: Random) -> None:
    view.go_to(random.randrange(len(view.pane)))


def resize(view: RowView, random: Random) -> None:
    view.resize(random.randint(300, 900), random.randint(200, 900))


def press(view: RowView, random: Random) -> None:
    QTest.keyClick(view, random.choice(KEYS))


def change(view: RowView, random: Random) -> None:
    view.apply(pane_of(view).change_at_random(random, f"new{random.random()}"))


@pytest.mark.parametrize("seed", range(3))
def test_heights_are_right_after_whatever_is_done(seed: int, view: RowView) -> None:
    random = Random(seed)
    doings: list[Callable[[RowView, Random], None]] = [scroll, scroll, jump, resize, press, change, change, change]
    for _ in range(150):
        doing = random.choice(doings)
        doing(view, random)
        QApplication.processEvents()
        assert faults(view) == [], doing.__name__


def rows_of(view: RowView, picture: QImage) -> QImage:
    """The part of a picture that shows rows: a scroll bar is drawn when Qt finds the time."""
    return picture.copy(view.viewport().geometry()).convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_on_the_screen_is_what_a_fresh_painting_gives(seed: int, view: RowView) -> None:
    """Scrolling moves pixels and paints only what is new: nothing old may stay."""
    ThemeSource("light").apply()  # a table with a style sheet is painted in another way, see LazyTable
    random = Random(seed)
    for n in range(60):
        doing = random.choice([scroll, scroll, jump, press, change, change])
        doing(view, random)
        QApplication.processEvents()
        shown, fresh = view.screen().grabWindow(view.winId()).toImage(), view.grab().toImage()
        assert rows_of(view, shown) == rows_of(view, fresh), (n, doing.__name__)


def test_scrolling_up_over_unseen_rows_moves_by_what_was_asked(view: RowView) -> None:
    view.go_to(300)
    bar = view.verticalScrollBar()
    for _ in range(60):
        top = view.visible_rows()[0]
        y = view.row_box(top).top()
        bar.setValue(bar.value() - 60)
        assert view.row_box(top).top() == y + 60


def test_a_change_above_leaves_what_is_looked_at_where_it_is(view: RowView) -> None:
    view.go_to(200)
    key, y = view.pane.row(200).key, view.row_box(200).top()
    for gone in ("r10", "r11", "r40"):
        view.apply(pane_of(view).remove(gone))
    at = view.pane.find(key)
    assert at == 197
    assert view.row_box(at).top() == y


def test_a_row_that_grows_keeps_its_top(view: RowView) -> None:
    view.go_to(200)
    y = view.row_box(200).top()
    view.apply(pane_of(view).rewrite("r200", "긴 문장이 여러 줄로 이어짐 " * 30))
    assert view.row_box(200).top() == y
    assert view.row_box(200).height() > 200
    assert faults(view) == []


def test_a_narrower_view_keeps_the_first_row_in_place(view: RowView) -> None:
    view.go_to(200)
    top = view.visible_rows()[0]
    view.resize(380, 600)
    assert top in view.visible_rows()
    assert faults(view) == []


def test_zoom_makes_rows_higher_and_leaves_the_place(view: RowView) -> None:
    view.go_to(200)
    top, height = view.visible_rows()[0], view.row_box(200).height()
    view.set_scale(1.5)
    QApplication.processEvents()
    assert top in view.visible_rows()
    assert view.row_box(200).height() > height
    assert faults(view) == []


def test_page_down_reaches_the_end_and_shows_every_row(view: RowView) -> None:
    seen = set(view.visible_rows())
    for _ in range(80):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        seen.update(view.visible_rows())
    assert seen == set(range(400))
    assert view.currentIndex().row() == 399


def test_a_hundred_thousand_rows_are_measured_only_in_view(show_rows: Callable[..., RowView], monkeypatch) -> None:
    measured: list[int] = []
    true_height = RowView.needed_height
    monkeypatch.setattr(
        RowView, "needed_height", lambda self, at, width: (measured.append(at), true_height(self, at, width))[1]
    )
    view = show_rows(episode_rows(5) * 1)
    view.show_pane(ListPane(episode_rows(100_000)))
    assert view.isVisible()
    assert len(set(measured)) < 60


def test_an_empty_pane_is_no_trouble(show_rows: Callable[..., RowView]) -> None:
    view = show_rows([])
    assert list(view.visible_rows()) == []
    assert view.current_key() == ""
    view.settle()
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.set_theme(load_theme("dark"))


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("width", [206, 400, 640])
def test_at_any_zoom_and_width_words_stay_within_their_row(scale: float, width: int, qapp: QApplication) -> None:
    layouts = RowLayouts(load_theme("light"), scale)
    rows = episode_rows(60)
    rows += [replace(row, depth=12) for row in rows if row.kind is RowKind.NOTE][:5]
    for row in rows:
        layout = layouts.layout(row, width)
        for n in range(layout.lines.lineCount()):
            line = layout.lines.lineAt(n)
            assert layout.text_at.x() + line.naturalTextWidth() <= width
            assert line.y() + line.height() + layout.text_at.y() <= layout.height + 4
        assert layout.badge_box.right() <= width + 1
        assert layout.badge_box.bottom() <= layout.height


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_a_badge_is_not_cut_for_want_of_room_beside_the_time(scale: float, qapp: QApplication) -> None:
    layouts = RowLayouts(load_theme("light"), scale)
    row = Row("n", RowKind.NOTE, "한 노트", 1, "00:01", badge=Message("kept both"), mark=Mark.REJECTED)
    assert layouts.layout(row, 400).badge == "kept both"
