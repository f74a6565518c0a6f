"""The queue's panel: kinds that fold, filters, marks, and keys that work whatever the keyboard types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driver import answer_of, go_to_first, items_of, press, queue_list, review_of, run, surface_of

from core.model import ChunkKey, ItemId, blocks_of
from core.presenting.filters import EVERYTHING, Filter, Stage
from core.workflow.review import Answer
from ui.desktop.app.window import Parts
from ui.desktop.panels.queue.list import QueueList
from ui.desktop.panels.queue.model import heading_key, note_of, text_of
from ui.desktop.panels.queue.panel import QueuePanel

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def panel_of(parts: Parts) -> QueuePanel:
    panel = parts.window.docks.by_id["queue"].widget()
    assert isinstance(panel, QueuePanel)
    return panel


def list_of(parts: Parts) -> QueueList:
    found = queue_list(parts)
    assert isinstance(found, QueueList)
    return found


def shown_kinds(parts: Parts) -> set[str]:
    """The kinds of the items that the list shows."""
    lines = panel_of(parts).list.lines
    return {item.kind for at in range(lines.rowCount()) if (item := lines.item(at)) is not None}


def current_kind(parts: Parts) -> str:
    """The kind whose folded heading is current, empty for none."""
    listed = panel_of(parts).list
    heading = listed.lines.heading(listed.currentIndex().row())
    return heading.group.kind if heading else ""


# ----------------------------------------------------------------------------------------------------- in a narrow dock


def test_the_chip_of_the_certain_ones_stays_in_the_line_of_the_others(qtbot: QtBot, opened: Parts) -> None:
    panel = QueuePanel(opened.workspace)
    qtbot.addWidget(panel)
    panel.resize(panel_of(opened).minimumWidth(), 400)
    panel.show()
    qtbot.waitUntil(lambda: panel.resolve.y() == panel.filters.kinds.y() and panel.resolve.x() > 0)
    assert panel.resolve.text().isdecimal()
    panel.resize(440, 400)
    qtbot.waitUntil(lambda: "certain" in panel.resolve.text())


# ------------------------------------------------------------------------------------------------------------- entering


def enter(parts: Parts, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> QueueList:
    """Come to the list, as F6 does; told to the list itself, for the screen may belong to another window."""
    listed = panel_of(parts).list
    QApplication.sendEvent(listed, QFocusEvent(QEvent.Type.FocusIn, reason))
    return listed


def test_who_comes_by_keys_begins_with_the_first_that_is_left(opened: Parts) -> None:
    queue = opened.workspace.queue
    assert queue is not None
    places = surface_of(opened).places()
    listed, first = enter(opened), queue.next_open(None, +1)
    assert first is not None
    assert opened.workspace.item == first
    assert listed.lines.item(listed.currentIndex().row()) == first
    assert surface_of(opened).places() == places
    assert surface_of(opened).merged.rows.current_key() == first.block
    press(listed, Key.Key_Return)
    assert answer_of(opened, first) is not Answer.OPEN


def test_who_passes_the_queue_keeps_the_row_that_was_looked_at(opened: Parts) -> None:
    block = next(block for block in blocks_of(review_of(opened).state.document) if not has_finding(opened, block.id))
    opened.workspace.go_to_block(block.id)
    focus = opened.workspace.focus
    enter(opened)
    assert opened.workspace.focus == focus


def test_who_passes_the_queue_finds_a_line_that_is_current(opened: Parts) -> None:
    block = next(block for block in blocks_of(review_of(opened).state.document) if not has_finding(opened, block.id))
    opened.workspace.go_to_block(block.id)
    listed, queue = enter(opened), opened.workspace.queue
    assert queue is not None
    assert listed.lines.item(listed.currentIndex().row()) == queue.next_open(None, +1)


def test_what_waits_in_the_queue_is_looked_at_before_a_key_decides_it(opened: Parts) -> None:
    block = next(block for block in blocks_of(review_of(opened).state.document) if not has_finding(opened, block.id))
    opened.workspace.go_to_block(block.id)
    listed = enter(opened)
    item = listed.lines.item(listed.currentIndex().row())
    assert item is not None
    press(listed, Key.Key_Return)
    assert (opened.workspace.item, answer_of(opened, item)) == (item, Answer.OPEN)
    press(listed, Key.Key_Return)
    assert answer_of(opened, item) is Answer.ACCEPTED


def test_who_comes_back_to_the_queue_goes_on_where_it_was_left(opened: Parts) -> None:
    block = next(block for block in blocks_of(review_of(opened).state.document) if not has_finding(opened, block.id))
    left = items_of(opened, "duplicate")[2]
    opened.workspace.go_to(left)
    opened.workspace.go_to_block(block.id)
    listed = enter(opened)
    assert listed.lines.item(listed.currentIndex().row()) == left


def has_finding(parts: Parts, block: ItemId) -> bool:
    parts.workspace.look_at_block(block)
    return parts.workspace.item is not None


def test_who_clicks_begins_where_the_mouse_is(opened: Parts) -> None:
    enter(opened, Qt.FocusReason.MouseFocusReason)
    assert opened.workspace.item is None


# -------------------------------------------------------------------------------------------------------------- folding


def test_suggestions_are_folded_at_first(opened: Parts) -> None:
    assert "duplicate" in shown_kinds(opened)
    assert "unattributed-quote" not in shown_kinds(opened)


def test_a_folded_kind_unfolds_when_one_of_it_comes_into_view(opened: Parts) -> None:
    item = go_to_first(opened, "unattributed-quote")
    assert panel_of(opened).list.lines.place(item.id) == panel_of(opened).list.currentIndex().row()


def test_left_folds_the_kind_and_right_unfolds_it(opened: Parts) -> None:
    go_to_first(opened)
    QTest.keyClick(list_of(opened), Key.Key_Left)
    assert "duplicate" not in shown_kinds(opened)
    assert current_kind(opened) == "duplicate"
    QTest.keyClick(list_of(opened), Key.Key_Right)
    assert "duplicate" in shown_kinds(opened)
    assert opened.workspace.item == items_of(opened, "duplicate")[0]


def test_a_key_on_a_heading_answers_nothing(opened: Parts) -> None:
    item = go_to_first(opened)
    QTest.keyClick(list_of(opened), Key.Key_Left)
    QTest.keyClick(list_of(opened), Key.Key_0)
    assert answer_of(opened, item) is Answer.OPEN


def test_down_stops_at_folded_headings_only(opened: Parts) -> None:
    listed = list_of(opened)
    opened.workspace.go_to(items_of(opened, "duplicate")[-1])
    QTest.keyClick(listed, Key.Key_Down)
    assert listed.lines.can_be_current(listed.currentIndex().row())
    assert listed.currentIndex().row() > (listed.lines.place(items_of(opened, "duplicate")[-1].id) or 0)


def test_a_click_on_a_heading_folds(opened: Parts) -> None:
    listed = list_of(opened)
    at = listed.lines.place(heading_key("duplicate"))
    assert at is not None
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.row_box(at).center())
    assert "duplicate" not in shown_kinds(opened)


def test_a_folded_kind_stays_folded_after_a_decision(opened: Parts) -> None:
    opened.workspace.go_to(items_of(opened, "coverage-gap")[0])
    QTest.keyClick(list_of(opened), Key.Key_Left)
    go_to_first(opened)
    run(opened, "keep-both")
    assert "coverage-gap" not in shown_kinds(opened)


# -------------------------------------------------------------------------------------------------------------- filters


def test_the_chips_are_named_by_kind_chunk_and_state(opened: Parts) -> None:
    filters = panel_of(opened).filters
    names = [chip.text().split()[0] for chip in (filters.kinds, filters.chunks, filters.stages)]
    assert names == ["Kind", "Chunk", "State"]


def test_a_kind_is_chosen_from_the_chip_s_menu(opened: Parts) -> None:
    chip = panel_of(opened).filters.kinds
    chip.choices.aboutToShow.emit()
    next(action for action in chip.choices.actions() if action.text().startswith("Duplicates")).trigger()
    assert shown_kinds(opened) == {"duplicate"}
    assert chip.isChecked()


def test_a_chunk_shows_what_is_about_it_alone(opened: Parts) -> None:
    item = go_to_first(opened)
    chunk = min(item.chunks)
    opened.workspace.show_only(Filter(chunk=chunk))
    lines = panel_of(opened).list.lines
    found = [each for at in range(lines.rowCount()) if (each := lines.item(at)) is not None]
    assert found
    assert all(chunk in each.chunks for each in found)


def test_the_heading_counts_what_is_shown_of_its_kind(opened: Parts) -> None:
    chunk = min(go_to_first(opened).chunks)
    opened.workspace.show_only(Filter(chunk=chunk))
    lines = panel_of(opened).list.lines
    at = lines.place(heading_key("duplicate"))
    heading = lines.heading(-1 if at is None else at)
    assert heading is not None
    assert heading.group.total == sum(chunk in item.chunks for item in items_of(opened, "duplicate"))


@pytest.mark.parametrize(("stage", "is_there"), [(Stage.OPEN, False), (Stage.DECIDED, True), (Stage.ALL, True)])
def test_a_decided_one_is_shown_by_what_is_asked_for(opened: Parts, stage: Stage, is_there: bool) -> None:
    item = go_to_first(opened)
    run(opened, "keep-both")
    opened.workspace.show_only(Filter(stage=stage))
    assert (panel_of(opened).list.lines.place(item.id) is not None) is is_there


def test_what_was_put_off_can_be_shown_alone(opened: Parts) -> None:
    item = go_to_first(opened)
    run(opened, "later")
    opened.workspace.show_only(Filter(stage=Stage.LATER))
    assert panel_of(opened).list.lines.rowCount() == 2
    assert panel_of(opened).list.lines.place(item.id) == 1


def test_show_all_takes_every_filter_away(opened: Parts) -> None:
    opened.workspace.show_only(Filter(frozenset({"duplicate"}), ChunkKey("1"), Stage.DECIDED))
    panel_of(opened).filters.all.click()
    assert opened.workspace.shows == EVERYTHING


def test_what_is_hidden_by_filters_is_said(opened: Parts) -> None:
    opened.workspace.show_only(Filter(stage=Stage.DECIDED))
    assert "Show all" in panel_of(opened)._empty.text()
    assert panel_of(opened)._empty.isVisible()


# ---------------------------------------------------------------------------------------------------- staying in place


def test_what_is_looked_at_stays_in_place_when_more_is_found(opened: Parts) -> None:
    review, listed = review_of(opened), list_of(opened)
    merges = review.merges
    review.set_merges(merges[-1:])
    opened.workspace.go_to(items_of(opened, "duplicate")[0])
    opened.workspace.go_to(items_of(opened, "coverage-gap")[0])
    item = opened.workspace.item
    before = listed.rowViewportPosition(listed.currentIndex().row())
    review.set_merges(merges)
    assert opened.workspace.item == item
    now = listed.currentIndex().row()
    assert listed.lines.item(now) == item
    assert abs(listed.rowViewportPosition(now) - before) <= listed.verticalScrollBar().maximum()
    assert listed.viewport().rect().intersects(listed.row_box(now))


# ----------------------------------------------------------------------------------------------------------------- keys


@pytest.mark.parametrize("letter", "NL")
@pytest.mark.parametrize("is_hangul", [False, True])
def test_a_letter_does_its_work_in_hangul_mode_too(opened: Parts, letter: str, is_hangul: bool) -> None:
    item = go_to_first(opened)
    text = {"N": "ㅜ", "L": "ㅣ"}[letter] if is_hangul else letter
    press(list_of(opened), Key.Key_unknown if is_hangul else getattr(Key, f"Key_{letter}"), text)
    assert opened.workspace.focus.finding not in (None, item.id)


def test_a_jamo_that_an_input_method_composes_is_a_key_once(opened: Parts) -> None:
    first, second, *_ = items_of(opened, "duplicate")
    opened.workspace.go_to(first)
    listed = list_of(opened)
    QApplication.sendEvent(listed, QInputMethodEvent("ㅜ", []))
    done = QInputMethodEvent()
    done.setCommitString("ㅜ")
    QApplication.sendEvent(listed, done)
    assert opened.workspace.focus.finding == second.id


def test_the_list_composes_nothing(opened: Parts) -> None:
    go_to_first(opened)
    assert not list_of(opened).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_keys_with_control_are_none_of_the_queue_s(opened: Parts) -> None:
    item = go_to_first(opened)
    press(list_of(opened), Key.Key_L, "", Modifier.AltModifier)
    assert opened.workspace.focus.finding == item.id


# --------------------------------------------------------------------------------------------------------- what is said


def test_a_gap_says_its_range_first(opened: Parts) -> None:
    gap = items_of(opened, "coverage-gap")[0]
    assert text_of(gap) == "13:58–17:36"
    assert note_of(gap).startswith("No note or quote")


def test_a_chunk_without_notes_says_first_which_it_is(opened: Parts) -> None:
    empty = items_of(opened, "chunk-without-notes")[0]
    assert text_of(empty) == "Chunk 5"
    assert note_of(empty).startswith("A status message stands where notes should be")


def test_a_duplicate_says_its_words_first_and_then_where_they_are(opened: Parts) -> None:
    twice = items_of(opened, "duplicate")[0]
    assert text_of(twice) == twice.text
    assert note_of(twice) == "Chunks 1 and 2 · certain"


# ------------------------------------------------------------------------------------------------------- what is spoken


def test_an_item_is_spoken_with_number_chunk_and_time(opened: Parts) -> None:
    item = items_of(opened, "duplicate")[1]
    opened.workspace.go_to(item)
    listed = list_of(opened)
    spoken = listed.lines.data(listed.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    count = len(items_of(opened, "duplicate"))
    assert spoken is not None
    assert spoken.startswith(f"Suspected duplicate, 2 of {count}, {item.place}, {item.stamp}, ")
    assert spoken.endswith("not decided")


def test_the_rows_stand_in_the_tree_of_accessibility(opened: Parts) -> None:
    listed = list_of(opened)
    table = QAccessible.queryAccessibleInterface(listed)
    assert table.role() is QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Findings"
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert any(name.startswith("Suspected duplicate, 1 of") for name in names)
    assert any(name.startswith("Duplicates, ") for name in names)
