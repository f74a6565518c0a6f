"""The panes in the window: what is shown of them is remembered, and what is asked of a row is done."""

from __future__ import annotations

from pathlib import Path

from fake_prompts import FakePrompts
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driver import block_of, go_to_first, review_of, run, surface_of

from core.model import Fate
from core.workflow import propose
from ui.desktop.app.window import Parts, built_window
from ui.desktop.main_window.tabbing import is_in_view

LOWEST_PX, NARROWEST_PX = 700, 1200


def another(parts: Parts, qtbot: QtBot, path: Path) -> Parts:
    """A window that begins with the settings that the first one leaves."""
    parts.workspace.settings.sync()
    settings = QSettings(parts.workspace.settings.fileName(), QSettings.Format.IniFormat)
    made = built_window(settings, theme="light", prompts=FakePrompts())
    made.window.resize(parts.window.size())
    qtbot.addWidget(made.window)
    made.opener.open_first((path,))
    made.window.show()
    return made


def leave(parts: Parts) -> None:
    parts.workspace.tasks.close()
    parts.workspace.keeping.close()


def test_the_merged_pane_takes_the_whole_width_by_a_key_and_that_is_remembered(
    opened: Parts, qtbot: QtBot, sample_path: Path
) -> None:
    surface = surface_of(opened)
    run(opened, "chunks")
    assert not surface.chunks.isVisible()
    assert surface.merged.width() == surface.width()
    other = another(opened, qtbot, sample_path)
    assert not surface_of(other).chunks.isVisible()
    leave(other)


def test_the_source_is_shown_even_where_the_chunks_were_put_away(opened: Parts) -> None:
    go_to_first(opened)
    run(opened, "chunks")
    run(opened, "other-side")
    assert surface_of(opened).chunks.rows.hasFocus()
    assert opened.window.commands.by_id["chunks"].isChecked()


def test_f6_passes_over_what_is_put_away(opened: Parts) -> None:
    run(opened, "chunks")
    assert surface_of(opened).chunks.rows not in opened.window.middle.panes()


def test_the_widths_of_the_panes_are_remembered(opened: Parts, qtbot: QtBot, sample_path: Path) -> None:
    surface = surface_of(opened)
    surface._splitter.moveSplitter(260, 1)
    other = another(opened, qtbot, sample_path)
    QApplication.processEvents()
    assert surface_of(other).chunks.width() == surface.chunks.width()
    leave(other)


def test_the_button_on_a_lost_entry_brings_it_in(opened: Parts) -> None:
    review = review_of(opened)
    block = next(b for c in review.state.document.chapters for b in c.blocks if b.sources)
    review.do(propose.drop(block.id, "twice"))
    entry = block.sources[0]
    surface_of(opened).bring_in_requested.emit(entry)
    assert review.fate(entry) is Fate.KEPT
    assert block_of(opened, review.homes.get(entry)[0]).text == block.text


def test_the_window_may_be_low_and_narrow(opened: Parts) -> None:
    least = opened.window.minimumSizeHint()
    assert least.height() <= LOWEST_PX
    assert least.width() <= NARROWEST_PX


def share_of(parts: Parts, name: str) -> float:
    """How much of the height at the side a panel has that stands over the evidence."""
    panel, evidence = (parts.window.docks.by_id[each] for each in (name, "evidence"))
    return panel.height() / (panel.height() + evidence.height())


def test_another_tab_than_the_queue_is_higher_than_the_evidence(qtbot: QtBot, opened: Parts) -> None:
    opened.workspace.panel_requested.emit("ledger", False)
    qtbot.waitUntil(lambda: share_of(opened, "ledger") > 0.6)
    opened.workspace.panel_requested.emit("queue", False)
    qtbot.waitUntil(lambda: share_of(opened, "queue") < 0.55)


def test_a_height_that_somebody_chose_stays(qtbot: QtBot, opened: Parts) -> None:
    docks = opened.window.docks
    chosen = [docks.by_id["queue"], docks.by_id["evidence"]]
    opened.window.resizeDocks(chosen, [560, 440], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: share_of(opened, "queue") > 0.54)
    opened.workspace.panel_requested.emit("ledger", False)
    qtbot.waitUntil(lambda: is_in_view(docks.by_id["ledger"]) and not docks._turned.isActive())
    assert share_of(opened, "ledger") < 0.6
