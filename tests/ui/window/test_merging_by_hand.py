"""Merging by hand: copies and result beside each other, and rows that detection missed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_driver import answer_of, block_of, go_to_first, items_of, review_of, run, surface_of

from core.model import Block, ItemId, Kind, blocks_of
from core.workflow.review import Answer
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.merge import MergeDialog
from ui.desktop.rows.view import RowView

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def dialog_of(parts: Parts) -> MergeDialog:
    return next(dialog for dialog in parts.window.findChildren(MergeDialog) if dialog.isVisible())


def has_dialog(parts: Parts) -> bool:
    return any(dialog.isVisible() for dialog in parts.window.findChildren(MergeDialog))


def by_hand(parts: Parts) -> MergeDialog:
    run(parts, "by-hand")
    return dialog_of(parts)


def click(view: RowView, key: str, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    at = view.pane.find(key)
    assert at is not None
    view.go_to(at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, view.row_box(at).center())


def plain_notes(parts: Parts) -> list[Block]:
    """Notes that nobody proposes to merge, with no notes beneath them."""
    review = review_of(parts)
    return [
        block
        for block in blocks_of(review.state.document)
        if block.kind is Kind.NOTE and not block.children and not review.merges_of(block.sources[0])
    ]


def test_the_words_typed_are_kept_and_the_next_one_comes(opened: Parts) -> None:
    item = go_to_first(opened)
    dialog = by_hand(opened)
    dialog.text.setPlainText("두 말을 하나로")
    QTest.keyClick(dialog.text, Key.Key_Return, Modifier.ControlModifier)
    home = review_of(opened).homes.first(item.entries[0])
    assert home is not None
    assert (home.text, home.is_edited) == ("두 말을 하나로", True)
    assert answer_of(opened, item) is Answer.ACCEPTED
    assert opened.workspace.focus.finding != item.id


def test_escape_amid_a_syllable_loses_nothing_that_was_typed(opened: Parts) -> None:
    go_to_first(opened)
    dialog = by_hand(opened)
    QApplication.sendEvent(dialog.text, QInputMethodEvent("안", []))
    done = QInputMethodEvent()
    QApplication.sendEvent(dialog.text, done)
    done.setCommitString("안")
    QApplication.sendEvent(dialog.text, done)
    QTest.keyClick(dialog.text, Key.Key_Escape)
    assert has_dialog(opened)
    assert dialog.text.toPlainText().endswith("안")
    QTest.keyClick(dialog.text, Key.Key_Escape)
    assert not has_dialog(opened)


def test_a_copy_s_words_are_taken_by_its_number(opened: Parts) -> None:
    go_to_first(opened)
    dialog = by_hand(opened)
    second = dialog.joining.parts[1]
    QTest.keyClick(dialog.text, Key.Key_2, Modifier.ControlModifier)
    assert dialog.text.toPlainText() == second.text
    dialog.merge.click()
    assert second.entry is not None
    home = review_of(opened).homes.first(second.entry)
    assert home is not None
    assert (home.sources[0], home.is_edited) == (second.entry, False)


def test_what_the_result_lacks_is_marked_as_one_types(opened: Parts) -> None:
    go_to_first(opened)
    dialog = by_hand(opened)
    part = dialog.joining.parts[0]
    dialog.text.setPlainText(part.text)
    assert dialog._parts[0]._lost == ()
    dialog.text.setPlainText("다른 말")
    assert dialog._parts[0]._lost
    assert [
        dialog.text.toPlainText()[s.cursor.selectionStart() : s.cursor.selectionEnd()]
        for s in dialog.text.extraSelections()
    ] == ["다른 말"]


def test_the_time_can_be_chosen(opened: Parts) -> None:
    item = go_to_first(opened)
    dialog = by_hand(opened)
    time_s = dialog.joining.times[0] + 1
    dialog.time.setEditText(str(time_s))
    dialog.merge.click()
    home = review_of(opened).homes.first(item.entries[0])
    assert home is not None
    assert home.time_s == time_s


def test_a_time_that_is_none_is_refused_with_a_word(opened: Parts) -> None:
    go_to_first(opened)
    dialog = by_hand(opened)
    start = review_of(opened).state
    dialog.time.setEditText("soon")
    dialog.merge.click()
    assert review_of(opened).state is start
    assert "soon" in dialog._said.text()


def test_escape_leaves_all_as_it_was(opened: Parts) -> None:
    go_to_first(opened)
    start = review_of(opened).state
    dialog = by_hand(opened)
    dialog.text.setPlainText("something else")
    QTest.keyClick(dialog.text, Key.Key_Escape)
    assert review_of(opened).state is start
    assert not has_dialog(opened)


def test_it_is_one_step_that_undo_takes_back(opened: Parts) -> None:
    go_to_first(opened)
    start = review_of(opened).state
    dialog = by_hand(opened)
    dialog.time.setEditText(str(dialog.joining.times[0] + 2))
    dialog.merge.click()
    run(opened, "undo")
    assert review_of(opened).state == start


# ----------------------------------------------------------------------------------------------- rows that were missed


def test_two_selected_rows_of_the_document_are_merged(opened: Parts) -> None:
    first, second = plain_notes(opened)[:2]
    view = surface_of(opened).merged.rows
    click(view, first.id)
    click(view, second.id, Modifier.ControlModifier)
    dialog = by_hand(opened)
    assert [part.text for part in dialog.joining.parts] == [first.text, second.text]
    dialog.merge.click()
    assert set(block_of(opened, first.id).sources) == {*first.sources, *second.sources}


def test_two_selected_entries_of_chunks_are_merged(opened: Parts) -> None:
    first, second = plain_notes(opened)[:2]
    view = surface_of(opened).chunks.rows
    click(view, first.sources[0])
    click(view, second.sources[0], Modifier.ControlModifier)
    run(opened, "merge-selected")
    dialog_of(opened).merge.click()
    assert set(block_of(opened, first.id).sources) == {*first.sources, *second.sources}


def test_a_note_and_a_quote_are_not_merged_and_it_is_said_why(opened: Parts) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    note = plain_notes(opened)[0]
    quote = next(block for block in blocks_of(review_of(opened).state.document) if block.kind is Kind.QUOTE)
    view = surface_of(opened).merged.rows
    click(view, note.id)
    click(view, quote.id, Modifier.ControlModifier)
    run(opened, "by-hand")
    assert not has_dialog(opened)
    assert told == ["Notes are merged with notes, quotes with quotes"]


def test_with_one_row_selected_there_is_nothing_to_merge(opened: Parts) -> None:
    click(surface_of(opened).merged.rows, plain_notes(opened)[0].id)
    assert not opened.window.commands.by_id["merge-selected"].isEnabled()


def test_what_a_finding_selects_is_not_the_person_s_selection(opened: Parts) -> None:
    first, second = plain_notes(opened)[:2]
    view = surface_of(opened).merged.rows
    click(view, first.id)
    click(view, second.id, Modifier.ControlModifier)
    opened.workspace.go_to(items_of(opened, "duplicate")[0])
    assert opened.workspace.selected == ()


def test_control_and_a_click_still_show_where_it_comes_from(opened: Parts) -> None:
    block = plain_notes(opened)[-1]
    surface = surface_of(opened)
    click(surface.merged.rows, block.id, Modifier.ControlModifier)
    at = surface.chunks.rows.pane.find(block.sources[0])
    assert at in surface.chunks.rows.visible_rows()
    assert surface.chunks.rows.selected_keys() == list(block.sources)


def test_shift_selects_a_range(opened: Parts) -> None:
    first = plain_notes(opened)[0]
    view = surface_of(opened).merged.rows
    click(view, first.id)
    QTest.keyClick(view, Key.Key_Down, Modifier.ShiftModifier)
    assert opened.workspace.selected[:1] == (str(ItemId(first.id)),)
    assert len(opened.workspace.selected) == 2
