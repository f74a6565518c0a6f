"""Every panel and dialog: builds, shows, does what its keys say, and dies quietly."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, run, surface_of

from ui.desktop.app.window import Parts
from ui.desktop.dialogs import DIALOGS
from ui.desktop.panels import PANELS, Panel


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_a_panel_builds_shows_and_dies(qtbot: QtBot, parts: Parts, panel: Panel) -> None:
    widget = panel.build(parts.workspace)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.close()
    shiboken6.delete(widget)
    parts.workspace.queue_changed.emit()
    parts.workspace.focus_changed.emit(parts.workspace.focus)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_opens_and_closes(qtbot: QtBot, opened: Parts, name: str) -> None:
    go_to_first(opened)
    dialog = DIALOGS[name](opened.workspace, opened.window)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_panel_bears_the_same_name_in_the_menus(parts: Parts) -> None:
    actions = parts.workspace.actions
    named = [(panel.words, actions[f"show-{panel.id}"].words) for panel in PANELS if f"show-{panel.id}" in actions]
    assert len(named) > 3
    assert [(panel, words) for panel, words in named if not words.startswith(panel)] == []


def test_notes_as_read_is_the_name_over_the_panel_too(qtbot: QtBot, parts: Parts) -> None:
    panel = next(panel for panel in PANELS if panel.id == "health")
    widget = panel.build(parts.workspace)
    qtbot.addWidget(widget)
    assert widget.windowTitle() == panel.words


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_a_panel_has_a_name(panel: Panel) -> None:
    assert panel.words


def test_f6_goes_round_the_panes(opened: Parts) -> None:
    surface = surface_of(opened)
    surface.chunks.rows.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(5):  # merged notes, timeline, queue, evidence, and the chunks again
        run(opened, "next-pane")
        seen.append(QApplication.focusWidget())
    assert seen[0] is surface.merged.rows
    assert seen[-1] is surface.chunks.rows


def test_the_theme_changes_while_the_window_stands(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "theme-dark")
    assert opened.workspace.theme.is_dark
    assert opened.window.palette().window().color() == opened.workspace.theme.colour("window")
    run(opened, "theme-light")
    assert not opened.workspace.theme.is_dark


def test_zoom_makes_rows_higher_and_is_remembered(opened: Parts) -> None:
    view = surface_of(opened).merged.rows
    before = view.rowHeight(view.visible_rows()[0])
    run(opened, "zoom-in")
    run(opened, "zoom-in")
    assert view.rowHeight(view.visible_rows()[0]) > before
    assert opened.workspace.settings.value("view/scale") is not None


def test_f12_goes_to_the_source_and_back(opened: Parts) -> None:
    surface = surface_of(opened)
    surface.merged.rows.setFocus()
    go_to_first(opened)
    run(opened, "other-side")
    assert QApplication.focusWidget() is surface.chunks.rows
    run(opened, "other-side")
    assert QApplication.focusWidget() is surface.merged.rows


def test_a_closed_panel_comes_back_from_the_menu(opened: Parts) -> None:
    dock = opened.window.docks.by_id["evidence"]
    dock.close()
    assert dock.isHidden()
    dock.toggleViewAction().trigger()
    assert not dock.isHidden()


def test_hostile_text_is_shown_as_it_is(qtbot: QtBot, parts: Parts) -> None:
    notes = "## A\n\n- [00:10] <img src='file:///etc/hostname'> & <b>bold</b>\n- [00:11] <b>other</b>\n"
    parts.opener.open(notes)
    parts.window.show()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    review = parts.workspace.review
    assert review is not None
    parts.workspace.go_to_block(review.state.document.chapters[0].blocks[0].id)
    panel = parts.window.docks.by_id["evidence"].widget()
    from ui.desktop.widgets.marked_text import MarkedText

    shown = [view.toPlainText() for view in panel.findChildren(MarkedText) if view.isVisible()]
    assert shown == ["<img src='file:///etc/hostname'> & <b>bold</b>"]
