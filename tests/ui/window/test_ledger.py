"""The ledger in the window: filters, jumps to the document and to the source, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_driver import first_note, review_of, surface_of

from core.model import EntryId, Fate
from core.workflow import propose
from ui.desktop.app.window import Parts
from ui.desktop.panels.ledger.panel import LedgerPanel


@pytest.fixture
def ledger(opened: Parts) -> LedgerPanel:
    """The panel, in view."""
    opened.workspace.panel_requested.emit("ledger", False)
    panel = opened.window.docks.by_id["ledger"].widget()
    assert isinstance(panel, LedgerPanel)
    return panel


def rows_in_view(parts: Parts) -> list[str]:
    """The rows that the eye is on."""
    return [key for key, _ in surface_of(parts).places().values()]


def test_opening_the_ledger_leaves_the_panes_where_they_are(opened: Parts) -> None:
    last = review_of(opened).state.document.chapters[-1]
    surface_of(opened).reveal(last.id, ())
    opened.workspace.look_at_block(last.id)  # a chapter: no entry that the ledger could choose
    rows, focus = rows_in_view(opened), opened.workspace.focus
    opened.workspace.panel_requested.emit("ledger", False)
    panel = opened.window.docks.by_id["ledger"].widget()
    assert isinstance(panel, LedgerPanel)
    QApplication.sendEvent(panel.view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ShortcutFocusReason))
    assert panel.view.currentIndex().isValid()
    assert (rows_in_view(opened), opened.workspace.focus) == (rows, focus)


def test_enter_goes_to_the_row_that_was_chosen_by_coming(opened: Parts) -> None:
    opened.workspace.look_at_block(review_of(opened).state.document.chapters[-1].id)
    opened.workspace.panel_requested.emit("ledger", False)
    panel = opened.window.docks.by_id["ledger"].widget()
    assert isinstance(panel, LedgerPanel)
    QApplication.sendEvent(panel.view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ShortcutFocusReason))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened.workspace.focus.entry == panel.view.rows.key(0)


def drop_first(parts: Parts) -> EntryId:
    entry = first_note(parts).sources[0]
    assert parts.workspace.do(propose.drop(first_note(parts).id, "said elsewhere"))
    return entry


def choose(ledger: LedgerPanel, entry: str) -> None:
    at = ledger.view.rows.place(entry)
    assert at is not None
    index = ledger.view.rows.index(at, 0)
    ledger.view.scrollTo(index)
    QTest.mouseClick(ledger.view.viewport(), Qt.MouseButton.LeftButton, pos=ledger.view.visualRect(index).center())


def test_every_entry_is_listed(opened: Parts, ledger: LedgerPanel) -> None:
    strays = sum(len(chunk.strays) for chunk in review_of(opened).state.episode.chunks)
    assert ledger.view.rows.rowCount() == len(review_of(opened).state.episode.entries) + strays


def test_a_fate_can_be_looked_at_alone(opened: Parts, ledger: LedgerPanel) -> None:
    entry = drop_first(opened)
    ledger.refresh()
    ledger.chips["DROPPED"].click()
    assert [ledger.view.rows.key(0), ledger.view.rows.rowCount()] == [entry, 1]


def test_a_row_that_is_chosen_is_looked_at_everywhere(opened: Parts, ledger: LedgerPanel) -> None:
    block = first_note(opened)
    choose(ledger, block.sources[0])
    assert opened.workspace.focus.block == block.id


def test_enter_goes_to_where_it_went(opened: Parts, ledger: LedgerPanel) -> None:
    choose(ledger, first_note(opened).sources[0])
    QTest.keyClick(ledger.view, Qt.Key.Key_Return)
    assert surface_of(opened).merged.rows.hasFocus()


def test_shift_and_enter_go_to_its_source(opened: Parts, ledger: LedgerPanel) -> None:
    choose(ledger, first_note(opened).sources[0])
    QTest.keyClick(ledger.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert surface_of(opened).chunks.rows.hasFocus()


def test_what_has_no_place_goes_to_its_source(opened: Parts, ledger: LedgerPanel) -> None:
    entry = drop_first(opened)
    ledger.refresh()
    choose(ledger, entry)
    QTest.keyClick(ledger.view, Qt.Key.Key_Return)
    assert surface_of(opened).chunks.rows.hasFocus()


def test_a_dropped_entry_comes_back_and_undo_takes_it_out_again(opened: Parts, ledger: LedgerPanel) -> None:
    entry = drop_first(opened)
    ledger.refresh()
    choose(ledger, entry)
    ledger.back.click()
    assert review_of(opened).fate(entry) is Fate.KEPT
    review_of(opened).undo()
    assert review_of(opened).fate(entry) is Fate.DROPPED


def test_it_follows_what_is_looked_at(opened: Parts, ledger: LedgerPanel) -> None:
    entry = list(review_of(opened).state.episode.entries)[20]
    opened.workspace.look_at_entry(entry)
    assert ledger.view.rows.key(ledger.view.currentIndex().row()) == entry


def test_the_totals_follow_an_edit(opened: Parts, ledger: LedgerPanel) -> None:
    drop_first(opened)
    ledger.refresh()
    assert "1 dropped" in ledger.windowTitle()
