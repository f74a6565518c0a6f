"""The timeline in the window: it shows where everything is, and takes people there, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, press, review_of, run, surface_of

from core.presenting.timeline import ChapterSpan, Sign, State, Timeline
from core.workflow import propose
from ui.desktop.app.window import Parts
from ui.desktop.panels.timeline.drawing import AXIS, CHAPTERS, LANES, SIGNS
from ui.desktop.panels.timeline.panel import TimelinePanel


@pytest.fixture
def timeline(opened: Parts, qtbot: QtBot) -> Iterator[TimelinePanel]:
    panel = opened.window.docks.by_id["timeline"].widget()
    assert isinstance(panel, TimelinePanel)
    qtbot.waitUntil(lambda: panel.maximum() > 0)
    yield panel
    QToolTip.hideText()


def shown(panel: TimelinePanel) -> Timeline:
    assert panel._timeline is not None
    return panel._timeline


def place(panel: TimelinePanel, time_s: float, band: tuple[int, int]) -> QPoint:
    return QPoint(round(panel.drawing.scale.x(time_s)), sum(band) // 2)


def hint_at(panel: TimelinePanel, at: QPoint) -> str:
    QApplication.sendEvent(panel, QHelpEvent(QEvent.Type.ToolTip, at, panel.mapToGlobal(at)))
    return QToolTip.text()


def in_view(parts: Parts) -> tuple[int, int]:
    return parts.workspace.span


def bordered(panel: TimelinePanel) -> ChapterSpan:
    return next(chapter for chapter in shown(panel).chapters if chapter.has_border)


def test_it_stands_over_the_full_width_at_the_top(opened: Parts, timeline: TimelinePanel) -> None:
    assert timeline.width() == opened.window.width()
    assert timeline.mapTo(opened.window, QPoint(0, 0)).y() < surface_of(opened).mapTo(opened.window, QPoint(0, 0)).y()


def test_its_key_closes_it_and_brings_it_back(opened: Parts, timeline: TimelinePanel) -> None:
    run(opened, "timeline")
    assert not timeline.isVisible()
    run(opened, "timeline")
    assert timeline.isVisible()
    assert timeline.hasFocus()


def test_a_click_goes_to_that_time(opened: Parts, timeline: TimelinePanel) -> None:
    time_s = timeline.maximum() * 2 // 3
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, time_s, LANES))
    first_s, last_s = in_view(opened)
    assert first_s <= time_s <= last_s


def test_dragging_goes_along(opened: Parts, timeline: TimelinePanel) -> None:
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, 0, LANES))
    before = in_view(opened)
    QTest.mouseMove(timeline, place(timeline, timeline.maximum() / 2, LANES))
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, timeline.maximum() / 2, LANES))
    assert in_view(opened) > before


def test_keys_move_the_place_and_enter_goes_there(opened: Parts, timeline: TimelinePanel) -> None:
    timeline.setFocus()
    before = in_view(opened)
    press(timeline, Qt.Key.Key_End)
    assert timeline.value() == timeline.maximum()
    assert in_view(opened) == before
    press(timeline, Qt.Key.Key_Return)
    assert in_view(opened) > before


def test_page_keys_go_from_chapter_to_chapter(timeline: TimelinePanel) -> None:
    starts = [chapter.start_s for chapter in shown(timeline).chapters]
    timeline.setFocus()
    press(timeline, Qt.Key.Key_Home)
    places = []
    for _ in range(2):
        press(timeline, Qt.Key.Key_PageDown)
        places.append(timeline.value())
    assert places == [start_s for start_s in starts if start_s > 0][:2]
    press(timeline, Qt.Key.Key_PageUp)
    assert timeline.value() == places[0]


def test_arrow_keys_go_on_and_back(timeline: TimelinePanel) -> None:
    timeline.setFocus()
    timeline.setValue(30)
    for key, sign in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Up, -1)):
        before = timeline.value()
        press(timeline, key)
        assert (timeline.value() - before) * sign > 0


def test_it_is_a_slider_that_says_time_and_chapter(timeline: TimelinePanel) -> None:
    timeline.setFocus()
    timeline.setValue(bordered(timeline).start_s)
    seen = QAccessible.queryAccessibleInterface(timeline)
    assert seen.role() is QAccessible.Role.Slider
    said = seen.text(QAccessible.Text.Description)
    assert said.startswith(shown(timeline).stamp(timeline.value()))
    assert "chapter 2" in said


@pytest.mark.parametrize(
    ("band", "word"), [(CHAPTERS, "Chapter "), (LANES, "Chunk "), (SIGNS, "Suspected duplicate"), (AXIS, ":")]
)
def test_hovering_says_what_is_there(band: tuple[int, int], word: str, opened: Parts, timeline: TimelinePanel) -> None:
    item = go_to_first(opened)
    assert item.time_s is not None
    at = place(timeline, item.time_s, band) + (QPoint(8, 0) if band is CHAPTERS else QPoint(0, 0))
    assert word in hint_at(timeline, at)


def test_words_from_outside_are_no_markup_in_a_hint(opened: Parts, timeline: TimelinePanel, qtbot: QtBot) -> None:
    review = review_of(opened)
    edit = propose.rename_chapter(review.state, review.state.document.chapters[0].id, "<img src='x'>")
    assert opened.workspace.do(edit)
    qtbot.waitUntil(lambda: shown(timeline).chapters[0].title.startswith("<img"))
    chapter = shown(timeline).chapters[0]
    assert "&lt;img" in hint_at(timeline, place(timeline, (chapter.start_s + chapter.end_s) / 2, CHAPTERS))


def test_a_decision_lets_its_sign_fade(opened: Parts, timeline: TimelinePanel, qtbot: QtBot) -> None:
    time_s = go_to_first(opened).time_s
    assert time_s is not None
    at = place(timeline, time_s, SIGNS)
    before = timeline.grab().toImage().pixelColor(at)
    run(opened, "keep-both")
    state = shown(timeline).marks.state
    qtbot.waitUntil(lambda: state(Sign.DUPLICATE, time_s, time_s + 1) is State.DECIDED)
    assert timeline.grab().toImage().pixelColor(at) != before


def test_a_border_between_chapters_is_dragged_in_one_step(opened: Parts, timeline: TimelinePanel) -> None:
    chapter, document = bordered(timeline), review_of(opened).state.document
    number = document.chapter_at(chapter.key)
    start, end = place(timeline, chapter.start_s, CHAPTERS), place(timeline, chapter.end_s, CHAPTERS)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(timeline, end - QPoint(6, 0))
    assert timeline._border is not None
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end - QPoint(6, 0))
    after = review_of(opened).state.document
    assert len(after.chapters[number - 1].blocks) > len(document.chapters[number - 1].blocks)
    review_of(opened).undo()
    assert review_of(opened).state.document == document


def test_the_keys_go_on_from_where_a_border_was_dropped(timeline: TimelinePanel) -> None:
    chapter = bordered(timeline)
    start, end = place(timeline, chapter.start_s, CHAPTERS), place(timeline, chapter.end_s, CHAPTERS)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(timeline, end - QPoint(6, 0))
    border = timeline._border
    assert border is not None
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end - QPoint(6, 0))
    assert timeline.value() == border.time_s


def test_escape_leaves_the_border_where_it_is(opened: Parts, timeline: TimelinePanel) -> None:
    chapter, document = bordered(timeline), review_of(opened).state.document
    start, end = place(timeline, chapter.start_s, CHAPTERS), place(timeline, chapter.end_s, CHAPTERS)
    timeline.setFocus()
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(timeline, end - QPoint(6, 0))
    press(timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end - QPoint(6, 0))
    assert review_of(opened).state.document is document


def test_the_frame_shows_what_is_in_view(opened: Parts, timeline: TimelinePanel) -> None:
    before = timeline._frame()
    surface_of(opened).go_to_time(timeline.maximum())
    after = timeline._frame()
    assert after.left() > before.left()
    assert after.right() <= timeline.width()


def test_another_theme_is_drawn_anew(opened: Parts, timeline: TimelinePanel) -> None:
    opened.workspace.theme_source.force("dark")
    corner = timeline.grab().toImage().pixelColor(2, AXIS[1] - 2)
    opened.workspace.theme_source.force("light")
    assert corner.lightness() < 60
