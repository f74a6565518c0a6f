"""The chapter workbench and the summary lines, as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from window_driver import retype, review_of, run, surface_of

from core.presenting.summary import SummaryLine
from ui.desktop.app.window import Parts
from ui.desktop.panels.outline.panel import OutlinePanel
from ui.desktop.panels.summary.panel import SummaryPanel


@pytest.fixture
def outline(opened: Parts) -> OutlinePanel:
    opened.workspace.panel_requested.emit("outline", False)
    panel = opened.window.docks.by_id["outline"].widget()
    assert isinstance(panel, OutlinePanel)
    return panel


@pytest.fixture
def summary(opened: Parts) -> SummaryPanel:
    opened.workspace.panel_requested.emit("summary", False)
    panel = opened.window.docks.by_id["summary"].widget()
    assert isinstance(panel, SummaryPanel)
    return panel


def titles(panel: OutlinePanel) -> list[str]:
    lines = (panel.list.lines.line(at) for at in range(panel.list.lines.rowCount()))
    return [line.title for line in lines if line is not None]


def test_the_outline_lists_the_chapters(opened: Parts, outline: OutlinePanel) -> None:
    assert titles(outline) == [chapter.title for chapter in review_of(opened).state.document.chapters]


def test_the_outline_counts_what_is_left_in_each_chapter(opened: Parts, outline: OutlinePanel) -> None:
    queue, document = opened.workspace.queue, review_of(opened).state.document
    assert queue is not None
    blocks = [item.block for item in queue.items if item.is_open and item.block]
    lines = [outline.list.lines.line(at) for at in range(outline.list.lines.rowCount())]
    assert sum(line.left for line in lines if line) == len(blocks)
    assert [line.left for line in lines if line] == [
        sum(block in chapter.paths for block in blocks) for chapter in document.chapters
    ]


def test_coming_to_the_outline_begins_in_view_and_scrolls_nothing(opened: Parts) -> None:
    chapter = review_of(opened).state.document.chapters[3]  # longer than what is in view
    opened.workspace.time_requested.emit(chapter.blocks[len(chapter.blocks) // 2].time_s or 0)
    assert opened.workspace.focus.block is None
    rows = [key for key, _ in surface_of(opened).places().values()]
    opened.workspace.panel_requested.emit("outline", False)
    panel = opened.window.docks.by_id["outline"].widget()
    assert isinstance(panel, OutlinePanel)
    QApplication.sendEvent(panel.list, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ShortcutFocusReason))
    assert (panel.list.currentIndex().row(), opened.workspace.focus.block) == (3, chapter.id)
    assert [key for key, _ in surface_of(opened).places().values()] == rows


def test_going_down_in_the_outline_shows_that_chapter(opened: Parts, outline: OutlinePanel) -> None:
    outline.list.setFocus()
    outline.list.setCurrentIndex(outline.list.lines.index(0, 0))
    QTest.keyClick(outline.list, Qt.Key.Key_Down)
    assert opened.workspace.focus.block == review_of(opened).state.document.chapters[1].id


def test_the_outline_follows_what_is_looked_at(opened: Parts, outline: OutlinePanel) -> None:
    last = review_of(opened).state.document.chapters[-1]
    opened.workspace.go_to_block(last.blocks[0].id)
    assert outline.list.currentIndex().row() == outline.list.lines.rowCount() - 1


def test_the_heading_of_a_chunk_is_offered_and_taken_as_title(opened: Parts, outline: OutlinePanel) -> None:
    review = review_of(opened)
    chapter = review.state.document.chapters[0]
    opened.workspace.go_to_block(chapter.id)
    run(opened, "rename-chapter")
    retype(opened, "A title of my own")
    outline.refresh()
    assert chapter.title in [action.data() for action in outline.offers]
    next(action for action in outline.offers if action.data() == chapter.title).trigger()
    assert review.state.document.chapters[0].title == chapter.title


def test_a_split_chapter_is_seen_in_the_outline(qtbot: QtBot, opened: Parts, outline: OutlinePanel) -> None:
    before = outline.list.lines.rowCount()
    opened.workspace.go_to_block(review_of(opened).state.document.chapters[0].blocks[1].id)
    outline.buttons["split-chapter"].click()
    qtbot.waitUntil(lambda: outline.list.lines.rowCount() == before + 1)
    assert review_of(opened).undo()
    qtbot.waitUntil(lambda: outline.list.lines.rowCount() == before)


def test_a_summary_line_is_a_draft_until_it_is_touched(opened: Parts, summary: SummaryPanel) -> None:
    box = summary.boxes[0]
    assert not box.draft.isHidden()
    box.editor.selectAll()
    box.editor.insertPlainText("What the episode is about, in words of the editor")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert review_of(opened).state.document.summary[0] == "What the episode is about, in words of the editor"
    assert box.draft.isHidden()


def test_escape_takes_back_what_is_typed_in_a_summary_line(opened: Parts, summary: SummaryPanel) -> None:
    before = review_of(opened).state.document.summary
    editor = summary.boxes[1].editor
    editor.insertPlainText("no ")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.toPlainText() == before[1]
    assert review_of(opened).state.document.summary == before


def test_words_of_the_notes_can_be_chosen_for_a_summary_line(
    qtbot: QtBot, opened: Parts, summary: SummaryPanel
) -> None:
    before = review_of(opened).state.document.summary[2]
    summary.boxes[2].choose.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=10_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    other = next(action for action in menu.actions() if action.data() != before)
    words = other.data()
    other.trigger()
    menu.close()
    assert review_of(opened).state.document.summary[2] == words


@pytest.mark.parametrize(("length", "is_good"), [(24, False), (25, True), (110, True), (111, False)])
def test_a_summary_line_says_when_it_is_too_short_or_too_long(length: int, *, is_good: bool) -> None:
    line = SummaryLine("x" * length, is_draft=False)
    assert line.is_good is is_good
    assert ("rather" in str(line.hint)) is not is_good


def test_an_undone_summary_line_is_shown_again(opened: Parts, summary: SummaryPanel) -> None:
    before = review_of(opened).state.document.summary[0]
    summary.boxes[0].chosen.emit(0, "other words")
    assert summary.boxes[0].editor.toPlainText() == "other words"
    assert review_of(opened).undo()
    assert summary.boxes[0].editor.toPlainText() == before
