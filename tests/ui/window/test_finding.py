"""Find and replace, the palette, the list of keys, preferences and help, as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from window_driver import review_of, run

from core.model import Kind, blocks_of
from ui.desktop.actions import ACTIONS
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.palette import Palette
from ui.desktop.dialogs.preferences import Preferences
from ui.desktop.dialogs.shortcuts import Shortcuts
from ui.desktop.panels.find.panel import FindPanel
from ui.desktop.widgets.words import LANGUAGE


@pytest.fixture
def finding(opened: Parts) -> FindPanel:
    run(opened, "replace")
    panel = opened.window.docks.by_id["find"].widget()
    assert isinstance(panel, FindPanel)
    return panel


def search(qtbot: QtBot, parts: Parts, panel: FindPanel, text: str) -> None:
    panel.text.setText(text)
    panel.search()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy)


def settle(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy)


def common_word(parts: Parts) -> str:
    words = [
        word for block in blocks_of(review_of(parts).state.document) for word in block.text.split() if len(word) > 3
    ]
    return max(words, key=words.count)


def dialog_of(parts: Parts, kind: type[QDialog]) -> QDialog:
    found = parts.window.findChild(kind)
    assert isinstance(found, QDialog)
    return found


def test_every_place_in_the_document_is_listed(qtbot: QtBot, opened: Parts, finding: FindPanel) -> None:
    word = common_word(opened)
    search(qtbot, opened, finding, word)
    with_it = [block.id for block in blocks_of(review_of(opened).state.document) if word in block.text]
    assert with_it
    assert [hit.key for hit in finding.hits.hits if hit.key in with_it] == with_it


def test_replacing_all_is_one_step_and_leaves_quotes_alone(qtbot: QtBot, opened: Parts, finding: FindPanel) -> None:
    review, word = review_of(opened), common_word(opened)
    before = review.state.document
    search(qtbot, opened, finding, word)
    finding.words.setText("SOMETHING")
    finding.replace_all.click()
    settle(qtbot, opened)
    after = list(blocks_of(review.state.document))
    assert not any(word in block.text for block in after if block.kind is Kind.NOTE)
    assert [b.text for b in after if b.kind is Kind.QUOTE] == [
        b.text for b in blocks_of(before) if b.kind is Kind.QUOTE
    ]
    assert review.undo()
    assert review.state.document == before
    assert not review.undo()


def test_a_pattern_that_cannot_be_understood_is_said_and_changes_nothing(
    qtbot: QtBot, opened: Parts, finding: FindPanel
) -> None:
    finding.is_pattern.setChecked(True)
    search(qtbot, opened, finding, "(unclosed")
    assert finding.hits.hits == ()
    assert review_of(opened).undo_label is None


def test_going_to_a_place_in_the_chunks_shows_the_entry(qtbot: QtBot, opened: Parts, finding: FindPanel) -> None:
    run(opened, "find-in-chunks")
    search(qtbot, opened, finding, common_word(opened))
    QTest.keyClick(finding.text, Qt.Key.Key_Return)
    hit = finding.hits.hit(finding.list.currentIndex().row())
    assert hit is not None
    assert opened.workspace.focus.entry == hit.entry


def test_escape_closes_the_panel(opened: Parts, finding: FindPanel) -> None:
    QTest.keyClick(finding.text, Qt.Key.Key_Escape)
    assert not opened.window.docks.by_id["find"].isVisible()


def test_the_palette_does_what_is_typed(opened: Parts) -> None:
    run(opened, "palette")
    palette = dialog_of(opened, Palette)
    assert isinstance(palette, Palette)
    palette.field.setText("all keys")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.window.findChild(Shortcuts) is not None


def test_the_palette_lists_what_can_be_done_now_and_nothing_else(opened: Parts) -> None:
    run(opened, "palette")
    palette = dialog_of(opened, Palette)
    assert isinstance(palette, Palette)
    listed = {command.action.id for command in palette.found.commands}
    assert listed == {action.id for action in ACTIONS if action.can(opened.workspace)} - {"palette"}


def test_every_action_with_a_key_is_in_the_list_of_keys(opened: Parts) -> None:
    run(opened, "shortcuts")
    table = dialog_of(opened, Shortcuts)
    assert isinstance(table, Shortcuts)
    assert table.table.rowCount() == sum(bool(action.keys or action.queue_keys) for action in ACTIONS)


def test_the_list_of_keys_can_be_searched_by_key(opened: Parts) -> None:
    run(opened, "shortcuts")
    table = dialog_of(opened, Shortcuts)
    assert isinstance(table, Shortcuts)
    table.field.setText("F12")
    assert table.table.rowCount() == 1


def test_a_preferred_theme_holds_at_once_and_is_remembered(opened: Parts) -> None:
    run(opened, "preferences")
    preferences = dialog_of(opened, Preferences)
    assert isinstance(preferences, Preferences)
    preferences.theme.setCurrentIndex(preferences.theme.findData("dark"))
    preferences.theme.activated.emit(preferences.theme.currentIndex())
    assert opened.workspace.theme.is_dark
    assert opened.workspace.settings.value("view/theme") == "dark"


def test_a_preferred_language_is_remembered(opened: Parts) -> None:
    run(opened, "preferences")
    preferences = dialog_of(opened, Preferences)
    assert isinstance(preferences, Preferences)
    preferences.language.setCurrentIndex(preferences.language.findData("ko"))
    preferences.language.activated.emit(preferences.language.currentIndex())
    assert opened.workspace.settings.value(LANGUAGE) == "ko"
