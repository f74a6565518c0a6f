"""The two panes go where they are sent, together; and they tell what a person did, not what a program did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from panes import ListPane, linked_panes
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.presenting.row import Mark
from ui.desktop.rows.editor import RowEditor
from ui.desktop.rows.view import RowView
from ui.desktop.surface.surface import Surface
from ui.desktop.theme import ThemeSource


def merged_pane(surface: Surface) -> ListPane:
    pane = surface.merged.rows.pane
    assert isinstance(pane, ListPane)
    return pane


def y_of(view: RowView, key: str) -> int:
    at = view.pane.find(key)
    assert at is not None
    assert at in view.visible_rows()
    return view.row_box(at).top()


def test_a_place_is_shown_in_both_panes_side_by_side(surface: Surface) -> None:
    surface.reveal("b403", ["e403"])
    assert abs(y_of(surface.merged.rows, "b403") - y_of(surface.chunks.rows, "e403")) <= 2
    assert surface.merged.rows.current_key() == "b403"
    assert surface.chunks.rows.current_key() == "e403"


def test_the_chunks_follow_to_what_has_no_entry(surface: Surface) -> None:
    surface.reveal("b403", [])
    assert y_of(surface.chunks.rows, "e403") >= 0


def test_the_merged_notes_follow_to_an_entry_that_stands_nowhere(surface: Surface) -> None:
    surface.reveal(None, ["e403"])
    assert y_of(surface.merged.rows, "b403") >= 0


def test_panes_that_are_not_linked_do_not_follow(surface: Surface) -> None:
    surface.set_linked(False)
    surface.reveal("b403", [])
    assert surface.chunks.rows.verticalScrollBar().value() == 0


def test_all_entries_of_a_block_are_selected(surface: Surface) -> None:
    surface.reveal("b403", ["e403", "e405"])
    rows = sorted(index.row() for index in surface.chunks.rows.selectionModel().selectedRows())
    assert rows == [403, 405]


def test_a_row_already_in_view_does_not_move(surface: Surface) -> None:
    surface.reveal("b403", ["e403"])
    y = y_of(surface.merged.rows, "b404")
    surface.reveal("b404", ["e404"])
    assert y_of(surface.merged.rows, "b404") == y


def test_nobody_is_told_of_what_a_program_reveals(surface: Surface) -> None:
    told: list[str] = []
    surface.block_focused.connect(told.append)
    surface.entry_focused.connect(told.append)
    surface.reveal("b403", ["e403"])
    assert told == []


def test_the_person_going_to_a_row_is_told(surface: Surface, qtbot: QtBot) -> None:
    with qtbot.waitSignal(surface.block_focused, timeout=200) as told:
        QTest.mouseClick(
            surface.merged.rows.viewport(), Qt.MouseButton.LeftButton, pos=surface.merged.rows.row_box(2).center()
        )
    assert told.args == [merged_pane(surface).row(2).key]


def test_unknown_keys_are_no_trouble(surface: Surface) -> None:
    surface.reveal("nothing", ["nothing"])
    surface.reveal(None, [])
    assert not surface.edit("nothing")


def test_editing_goes_to_the_row_and_tells_the_text(surface: Surface, qtbot: QtBot) -> None:
    assert surface.edit("b403")
    assert surface.merged.rows.current_key() == "b403"
    with qtbot.waitSignal(surface.text_edited, timeout=200) as told:
        QTest.keyClicks(surface.merged.rows.findChildren(RowEditor)[0], "!")
        surface.keep_edit()
    assert told.args == ["b403", merged_pane(surface).edited_text("b403") + "!"]


def test_a_change_leaves_both_panes_where_they_are(surface: Surface) -> None:
    surface.reveal("b403", ["e403"])
    before = y_of(surface.merged.rows, "b403"), y_of(surface.chunks.rows, "e403")
    surface.apply((), merged_pane(surface).remove("b401"))
    surface.apply((), merged_pane(surface).remove("b20"))
    assert (y_of(surface.merged.rows, "b403"), y_of(surface.chunks.rows, "e403")) == before


def test_the_seconds_in_view_are_told(surface: Surface, qtbot: QtBot) -> None:
    with qtbot.waitSignal(surface.visible_span_changed, timeout=200) as told:
        surface.merged.rows.go_to(300)
    times = [merged_pane(surface).row(at).time_s or 0 for at in surface.merged.rows.visible_rows()]
    assert told.args == [min(times), max(times)]


def test_a_time_is_gone_to_in_both_panes(surface: Surface) -> None:
    time_s = surface.chunks.rows.pane.row(350).time_s
    assert time_s is not None
    surface.go_to_time(time_s)
    for view in (surface.chunks.rows, surface.merged.rows):
        times = [
            row.time_s for at in view.visible_rows() if (row := view.row(at)) is not None and row.time_s is not None
        ]
        assert min(times) <= time_s <= max(times)


def test_another_episode_is_shown_from_the_top(surface: Surface) -> None:
    surface.merged.rows.go_to(300)
    surface.show_panes(*linked_panes(50))
    assert surface.merged.rows.visible_rows()[0] == 0
    assert len(surface.merged.rows.pane) < 60


def test_another_theme_reaches_every_part(surface: Surface, theme_source: ThemeSource) -> None:
    theme_source.force("dark")
    image = surface.grab().toImage()
    middle = surface.link_map.mapTo(surface, QPoint(2, surface.height() - 3))
    theme_source.force("light")
    assert surface.merged.rows.layouts.theme.name == "light"
    assert image.pixelColor(middle).lightness() < 80


def test_the_merged_pane_can_have_all_of_the_width(surface: Surface) -> None:
    surface.set_chunks_visible(False)
    QApplication.processEvents()
    assert surface.merged.width() == surface.width()


def test_the_chunks_come_back_beside_what_is_read(surface: Surface) -> None:
    surface.set_chunks_visible(False)
    surface.merged.rows.go_to(300)
    surface.set_chunks_visible(True)
    QApplication.processEvents()
    times = [row.time_s for at in surface.chunks.rows.visible_rows() if (row := surface.chunks.rows.row(at))]
    looked_at = merged_pane(surface).row(300).time_s
    assert looked_at is not None
    assert min(t for t in times if t is not None) <= looked_at <= max(t for t in times if t is not None)


def test_the_focus_stays_in_sight_when_the_chunks_go(surface: Surface, qtbot: QtBot) -> None:
    surface.chunks.rows.setFocus()
    surface.set_chunks_visible(False)
    assert surface.merged.rows.hasFocus()


def test_widths_that_were_told_can_be_had_again(surface: Surface, theme_source: ThemeSource, qtbot: QtBot) -> None:
    with qtbot.waitSignal(surface.widths_changed, timeout=200) as told:
        surface._splitter.moveSplitter(300, 1)
    assert told.args is not None
    other = Surface(theme_source, *linked_panes(30))
    qtbot.addWidget(other)
    other.resize(surface.size())
    other.set_widths(told.args[0])
    other.show()
    assert other.chunks.width() == surface.chunks.width()


def test_widths_that_are_none_change_nothing(surface: Surface) -> None:
    before = surface.chunks.width()
    for nothing in (None, "wide", 7):
        surface.set_widths(nothing)
    assert surface.chunks.width() == before


def test_ctrl_click_shows_where_an_entry_went(surface: Surface) -> None:
    surface.set_linked(False)
    surface.chunks.rows.go_to(400)
    box = surface.chunks.rows.row_box(403)
    QTest.mouseClick(
        surface.chunks.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, box.center()
    )
    assert surface.merged.rows.current_key() == "b403"
    y_of(surface.merged.rows, "b403")


@pytest.mark.parametrize("count", [0, 1, 40])
def test_it_dies_without_a_word(count: int, qtbot: QtBot, theme_source: ThemeSource) -> None:
    for _ in range(5):
        surface = Surface(theme_source, *linked_panes(count))
        surface.resize(800, 500)
        surface.show()
        surface.merged.rows.verticalScrollBar().setValue(100)
        surface.close()
        surface.deleteLater()
        QApplication.sendPostedEvents(surface, QEvent.Type.DeferredDelete)
        assert not isValid(surface)
    theme_source.force("dark")
    theme_source.force("light")


def marked_panes(mark: Mark) -> tuple[ListPane, ListPane]:
    """A few rows, the fourth of the document with a mark."""
    left, right = linked_panes(12)
    rows = [replace(right.row(at), mark=mark if at == 3 else Mark.NONE) for at in range(len(right))]
    plain = [replace(left.row(at), mark=Mark.NONE) for at in range(len(left))]
    return (
        ListPane(plain, {row.key: left.links(row.key) for row in plain}),
        ListPane(rows, {row.key: right.links(row.key) for row in rows}),
    )


def test_a_button_on_the_ribbon_asks_for_the_merge(surface: Surface, qtbot: QtBot) -> None:
    surface.show_panes(*marked_panes(Mark.DUPLICATE))
    surface.link_map.grab()
    ((box, key),) = surface.link_map.buttons
    with qtbot.waitSignal(surface.merge_requested, timeout=200) as asked:
        QTest.mouseClick(surface.link_map, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert asked.args == [key] == [merged_pane(surface).row(3).key]


def test_a_duplicate_has_a_ribbon_to_where_it_would_go(surface: Surface) -> None:
    left, right = marked_panes(Mark.DUPLICATE)
    goal, rows = right.row(6).key, [right.row(at) for at in range(len(right))]
    rows[3] = replace(rows[3], goes_to=goal)
    surface.show_panes(left, ListPane(rows, {row.key: right.links(row.key) for row in rows}))
    ribbons = [ribbon for ribbon in surface.link_map.ribbons() if ribbon.mark is Mark.DUPLICATE]
    assert {(ribbon.right, ribbon.is_hollow, ribbon.merge_key) for ribbon in ribbons} == {
        (3, True, ""),
        (6, False, rows[3].key),
    }
    surface.link_map.grab()
    assert [key for _, key in surface.link_map.buttons] == [rows[3].key]


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.DUPLICATE])
def test_there_is_no_button_where_nothing_is_to_be_merged(mark: Mark, surface: Surface) -> None:
    surface.show_panes(*marked_panes(mark))
    surface.link_map.grab()
    assert surface.link_map.buttons == []


def test_links_are_looked_up_for_rows_in_view_only(surface: Surface, monkeypatch) -> None:
    asked: list[str] = []
    links = ListPane.links
    monkeypatch.setattr(ListPane, "links", lambda self, key: (asked.append(key), links(self, key))[1])
    surface.merged.rows.go_to(300)
    asked.clear()
    ribbons = surface.link_map.ribbons()
    in_view = len(surface.chunks.rows.visible_rows()) + len(surface.merged.rows.visible_rows())
    assert len(asked) == in_view
    assert 5 < len(ribbons) <= in_view
