"""Editing in place, moving, chapters: by keys, as a person does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driver import block_of, editor_of, first_note, go_to_first, retype, review_of, run, surface_of

from core.model import Block, ItemId, Kind, blocks_of
from core.workflow import propose
from ui.desktop.app.window import Parts
from ui.desktop.rows.editor import RowEditor
from ui.desktop.rows.view import RowView
from ui.desktop.workspace import Focus

Key = Qt.Key
Opens = Callable[[Parts, Block], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_note_is_edited_in_place(opened: Parts) -> None:
    note = first_note(opened)
    opened.workspace.go_to_block(note.id)
    run(opened, "edit-text")
    retype(opened, "고쳐 쓴 메모")
    assert block_of(opened, note.id).text == "고쳐 쓴 메모"


def test_escape_leaves_the_text_as_it_was(opened: Parts) -> None:
    note = first_note(opened)
    opened.workspace.go_to_block(note.id)
    run(opened, "edit-text")
    editor = editor_of(opened)
    QTest.keyClicks(editor, "nothing of this")
    QTest.keyClick(editor, Key.Key_Escape)
    assert block_of(opened, note.id).text == note.text


def test_ctrl_enter_in_the_editor_keeps_the_text_and_decides_nothing(opened: Parts) -> None:
    note = first_note(opened)
    opened.workspace.go_to_block(note.id)
    run(opened, "edit-text")
    editor = editor_of(opened)
    editor.selectAll()
    QTest.keyClicks(editor, "kept")
    QTest.keyClick(editor, Key.Key_Return, CTRL)
    assert block_of(opened, note.id).text == "kept"
    assert review_of(opened).undo_label is not None
    review_of(opened).undo()
    assert review_of(opened).undo_label is None


def test_f2_renames_the_chapter(opened: Parts) -> None:
    chapter = review_of(opened).state.document.chapters[1]
    opened.workspace.go_to_block(chapter.blocks[0].id)
    run(opened, "rename-chapter")
    retype(opened, "새로운 제목")
    assert review_of(opened).state.document.chapters[1].title == "새로운 제목"


def test_a_summary_line_is_written(opened: Parts) -> None:
    opened.workspace.edit_requested.emit("summary:1")
    retype(opened, "둘째 요약")
    assert review_of(opened).state.document.summary[1] == "둘째 요약"


def test_the_title_is_written(opened: Parts) -> None:
    opened.workspace.edit_requested.emit("title")
    retype(opened, "다른 이름")
    assert review_of(opened).state.document.title == "다른 이름"
    assert "다른 이름" in opened.window.windowTitle()


def test_a_refused_text_is_still_there_to_be_put_right(qtbot: QtBot, opened: Parts) -> None:
    chapter = review_of(opened).state.document.chapters[0]
    opened.workspace.go_to_block(chapter.id)
    run(opened, "rename-chapter")
    with qtbot.waitSignal(opened.workspace.told):
        retype(opened, "a title with its range (00:10-00:20)")
    qtbot.waitUntil(lambda: any(editor.isVisible() for editor in opened.window.findChildren(RowEditor)))
    assert editor_of(opened).toPlainText() == "a title with its range (00:10-00:20)"
    assert review_of(opened).state.document.chapters[0] == chapter


def test_a_quote_can_be_edited_and_brought_back_to_its_source(opened: Parts) -> None:
    quote = next(b for b in blocks_of(review_of(opened).state.document) if b.kind is Kind.QUOTE)
    opened.workspace.go_to_block(quote.id)
    run(opened, "edit-text")
    retype(opened, "다른 말")
    assert block_of(opened, quote.id).is_edited
    run(opened, "restore")
    assert block_of(opened, quote.id) == quote


def test_tab_and_shift_tab_indent_in_the_document(opened: Parts) -> None:
    chapter = review_of(opened).state.document.chapters[0]
    second = [block for block in chapter.blocks if block.kind is Kind.NOTE][1]
    opened.workspace.go_to_block(second.id)
    view = surface_of(opened).merged.rows
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab)
    assert len(review_of(opened).state.document.find(second.id)) == 3
    QTest.keyClick(view, Key.Key_Tab, SHIFT)
    assert len(review_of(opened).state.document.find(second.id)) == 2


def test_ctrl_down_and_up_move(opened: Parts) -> None:
    document = review_of(opened).state.document
    note = document.chapters[0].blocks[0]
    opened.workspace.go_to_block(note.id)
    view = surface_of(opened).merged.rows
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down, CTRL)
    assert review_of(opened).state.document.find(note.id) == (0, 1)
    QTest.keyClick(view, Key.Key_Up, CTRL)
    assert review_of(opened).state.document == document


def test_a_split_chapter_wants_a_title(opened: Parts) -> None:
    document = review_of(opened).state.document
    opened.workspace.go_to_block(document.chapters[0].blocks[2].id)
    run(opened, "split-chapter")
    retype(opened, "둘째 부분")
    titles = [chapter.title for chapter in review_of(opened).state.document.chapters]
    assert titles[:2] == [document.chapters[0].title, "둘째 부분"]


def test_joining_undoes_a_split(opened: Parts) -> None:
    document = review_of(opened).state.document
    opened.workspace.go_to_block(document.chapters[1].id)
    run(opened, "join-chapter")
    joined = review_of(opened).state.document
    assert len(joined.chapters) == len(document.chapters) - 1
    assert joined.chapters[0].blocks == document.chapters[0].blocks + document.chapters[1].blocks


def test_the_time_is_changed(opened: Parts, prompts: FakePrompts) -> None:
    note = first_note(opened)
    opened.workspace.go_to_block(note.id)
    prompts.answer = "0:07"
    run(opened, "retime")
    assert block_of(opened, note.id).time_s == 7


def test_what_is_no_time_is_said(qtbot: QtBot, opened: Parts, prompts: FakePrompts) -> None:
    opened.workspace.go_to_block(first_note(opened).id)
    prompts.answer = "noon"
    with qtbot.waitSignal(opened.workspace.told):
        run(opened, "retime")
    assert review_of(opened).undo_label is None


def test_a_dropped_entry_is_brought_in_again(opened: Parts, prompts: FakePrompts) -> None:
    note = next(block for block in blocks_of(review_of(opened).state.document) if not block.children)
    entry = note.sources[0]
    opened.workspace.go_to_block(note.id)
    prompts.answer = "wrong"
    run(opened, "drop")
    opened.workspace.look_at_entry(entry)
    run(opened, "bring-in")
    assert review_of(opened).homes.get(entry)
    assert entry not in review_of(opened).state.dropped


def test_a_new_note_is_written_at_once(opened: Parts) -> None:
    note = first_note(opened)
    opened.workspace.go_to_block(note.id)
    run(opened, "add-note")
    retype(opened, "덧붙인 메모")
    assert any(block.text == "덧붙인 메모" for block in blocks_of(review_of(opened).state.document))


def test_going_to_a_time_takes_every_way_to_write_it(opened: Parts, prompts: FakePrompts) -> None:
    found = set()
    for written in ("0:10:00", "10:00", "600"):
        prompts.answer = written
        run(opened, "go-to-time")
        found.add(opened.workspace.focus.block)
    assert len(found) == 1
    assert None not in found


def test_find_goes_from_place_to_place(opened: Parts) -> None:
    field = opened.window.bar.find_field
    run(opened, "find")
    field.setText("버스")
    QTest.keyClick(field, Key.Key_Return)
    first = opened.workspace.focus.block
    QTest.keyClick(field, Key.Key_Return)
    assert opened.workspace.focus.block not in (None, first)
    QTest.keyClick(field, Key.Key_Return, SHIFT)
    assert opened.workspace.focus.block == first


def test_keys_of_the_document_belong_to_the_editor_while_it_is_open(qtbot: QtBot, opened: Parts) -> None:
    opened.workspace.go_to_block(first_note(opened).id)
    run(opened, "edit-text")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RowEditor))
    assert not opened.window.commands.by_id["accept"].isEnabled()
    assert opened.window.commands.by_id["export"].isEnabled()


# ------------------------------------------------------------------------------------------------------------- quotes


def first_quote(parts: Parts) -> Block:
    return next(b for b in blocks_of(review_of(parts).state.document) if b.kind is Kind.QUOTE)


def is_editing(parts: Parts) -> bool:
    return any(editor.isVisible() for editor in parts.window.findChildren(RowEditor))


def go(parts: Parts, block: Block) -> RowView:
    parts.workspace.go_to_block(block.id)
    view = surface_of(parts).merged.rows
    view.setFocus()
    return view


def double_click(parts: Parts, block: Block) -> None:
    view = go(parts, block)
    at = view.pane.find(block.id)
    assert at is not None
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(at).center())


def press_enter(parts: Parts, block: Block) -> None:
    QTest.keyClick(go(parts, block), Key.Key_Return)


def press_ctrl_e(parts: Parts, block: Block) -> None:
    QTest.keyClick(go(parts, block), Key.Key_E, CTRL)


@pytest.mark.parametrize("opens", [press_enter, press_ctrl_e, double_click])
def test_a_quote_is_not_opened_by_somebody_who_says_no(opened: Parts, prompts: FakePrompts, opens: Opens) -> None:
    prompts.changes_quotes = False
    opens(opened, first_quote(opened))
    assert prompts.asked == ["change quotes"]
    assert not is_editing(opened)


def test_quotes_are_asked_for_once(opened: Parts, prompts: FakePrompts) -> None:
    quotes = [b for b in blocks_of(review_of(opened).state.document) if b.kind is Kind.QUOTE]
    for quote in quotes[:2]:
        press_enter(opened, quote)
        QTest.keyClick(editor_of(opened), Key.Key_Escape)
    assert prompts.asked == ["change quotes"]


def test_a_note_is_opened_without_a_question(opened: Parts, prompts: FakePrompts) -> None:
    press_enter(opened, first_note(opened))
    assert is_editing(opened)
    assert prompts.asked == []


def test_quotes_of_another_episode_are_asked_for_again(opened: Parts, prompts: FakePrompts, sample_path: Path) -> None:
    press_enter(opened, first_quote(opened))
    opened.opener.open_first((sample_path,))
    press_enter(opened, first_quote(opened))
    assert prompts.asked.count("change quotes") == 2


def test_what_was_edited_can_be_restored_from_its_card(opened: Parts) -> None:
    note = next(b for b in blocks_of(review_of(opened).state.document) if len(b.sources) == 1 and not b.children)
    opened.workspace.go_to_block(note.id)
    assert "restore" not in offered(opened)
    run(opened, "edit-text")
    retype(opened, "다른 말")
    opened.workspace.go_to_block(note.id)
    assert "restore" in offered(opened)
    QTest.keyClick(surface_of(opened).merged.rows, Key.Key_R, CTRL)
    assert block_of(opened, note.id) == note


def offered(parts: Parts) -> list[str]:
    return [action.id for action in parts.workspace.answers()]


def test_ctrl_enter_restores_nothing(opened: Parts) -> None:
    note = next(b for b in blocks_of(review_of(opened).state.document) if len(b.sources) == 1 and not b.children)
    opened.workspace.go_to_block(note.id)
    run(opened, "edit-text")
    retype(opened, "다른 말")
    opened.workspace.look_at(Focus(note.id))
    QTest.keyClick(surface_of(opened).merged.rows, Key.Key_Return, CTRL)
    assert block_of(opened, note.id).text == "다른 말"


# ---------------------------------------------------------------------------------------- splitting, joining, adding


def second_of(parts: Parts, first: Block) -> Block:
    *above, at = review_of(parts).state.document.find(first.id)
    return review_of(parts).state.document.block((*above, at + 1))


def split_first_note(parts: Parts) -> tuple[Block, Block]:
    """The first note as it was, and what stands behind it then."""
    note = first_note(parts)
    press_enter(parts, note)
    editor_of(parts).place_cursor(len(note.text.split(" ")[0]))
    QTest.keyClick(editor_of(parts), Key.Key_Return, SHIFT)
    return note, second_of(parts, note)


def test_shift_enter_splits_a_note_where_the_cursor_stands(opened: Parts) -> None:
    note, second = split_first_note(opened)
    first, rest = note.text.split(" ", 1)
    assert (block_of(opened, note.id).text, second.text) == (first, rest)


def test_writing_goes_on_at_the_beginning_of_the_second_note(opened: Parts) -> None:
    _, second = split_first_note(opened)
    assert opened.workspace.focus.block == second.id
    assert (editor_of(opened).key, editor_of(opened).textCursor().position()) == (second.id, 0)


def test_a_split_is_one_step(opened: Parts) -> None:
    before = review_of(opened).state
    split_first_note(opened)
    QTest.keyClick(editor_of(opened), Key.Key_Escape)
    run(opened, "undo")
    assert review_of(opened).state is before


def test_what_was_typed_before_a_split_is_split_too(opened: Parts) -> None:
    note = first_note(opened)
    press_enter(opened, note)
    editor_of(opened).selectAll()
    QTest.keyClicks(editor_of(opened), "one two")
    editor_of(opened).place_cursor(3)
    QTest.keyClick(editor_of(opened), Key.Key_Return, SHIFT)
    assert (block_of(opened, note.id).text, second_of(opened, note).text) == ("one", "two")


def test_at_the_end_of_a_note_nothing_is_split(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened).state
    press_enter(opened, first_note(opened))
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor_of(opened), Key.Key_Return, SHIFT)
    assert review_of(opened).state is before
    assert is_editing(opened)


def test_a_quote_is_not_split(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened).state
    press_enter(opened, first_quote(opened))
    editor_of(opened).place_cursor(3)
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor_of(opened), Key.Key_Return, SHIFT)
    assert review_of(opened).state is before


def test_backspace_at_the_beginning_takes_a_split_back(opened: Parts) -> None:
    note, _ = split_first_note(opened)
    QTest.keyClick(editor_of(opened), Key.Key_Backspace)
    assert block_of(opened, note.id).text == note.text
    assert editor_of(opened).key == note.id
    assert editor_of(opened).textCursor().position() == note.text.index(" ") + 1


def test_backspace_in_the_first_note_joins_nothing(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened).state
    press_enter(opened, first_note(opened))
    editor_of(opened).place_cursor(0)
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor_of(opened), Key.Key_Backspace)
    assert review_of(opened).state is before


def test_an_emptied_note_joins_nothing(qtbot: QtBot, opened: Parts) -> None:
    _, second = split_first_note(opened)
    editor_of(opened).selectAll()
    QTest.keyClick(editor_of(opened), Key.Key_Delete)
    with qtbot.waitSignal(opened.workspace.told):
        QTest.keyClick(editor_of(opened), Key.Key_Backspace)
    assert block_of(opened, second.id) == second


@pytest.mark.parametrize(
    ("key", "modifiers", "kind"),
    [(Key.Key_N, CTRL, Kind.NOTE), (Key.Key_N, CTRL | SHIFT, Kind.NOTE), (Key.Key_B, CTRL | SHIFT, Kind.QUOTE)],
)
def test_what_is_added_by_key_is_written_at_once_as_one_step(
    opened: Parts, prompts: FakePrompts, key: Key, modifiers: Qt.KeyboardModifier, kind: Kind
) -> None:
    before = review_of(opened).state
    QTest.keyClick(go(opened, first_note(opened)), key, modifiers)
    QTest.keyClicks(editor_of(opened), "typed")
    QTest.keyClick(editor_of(opened), Key.Key_Return)
    added = next(b for b in blocks_of(review_of(opened).state.document) if b.text == "typed")
    assert added.kind is kind
    assert prompts.asked == []
    run(opened, "undo")
    assert review_of(opened).state is before


def test_escape_takes_back_what_was_added(opened: Parts) -> None:
    before = review_of(opened).state
    QTest.keyClick(go(opened, first_note(opened)), Key.Key_N, CTRL)
    QTest.keyClicks(editor_of(opened), "typed")
    QTest.keyClick(editor_of(opened), Key.Key_Escape)
    assert review_of(opened).state is before


def test_a_dropped_entry_comes_back_by_keys_alone(opened: Parts, prompts: FakePrompts) -> None:
    note = next(block for block in blocks_of(review_of(opened).state.document) if not block.children)
    prompts.answer = "wrong"
    QTest.keyClick(go(opened, note), Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert not review_of(opened).homes.get(note.sources[0])
    QTest.keyClick(surface_of(opened).merged.rows, Key.Key_F6, SHIFT)
    QTest.keyClick(surface_of(opened).chunks.rows, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert review_of(opened).homes.get(note.sources[0])


# ------------------------------------------------------------------------------------------------------ time and origin


def test_a_chapter_has_the_range_of_its_blocks_after_a_time_was_changed(opened: Parts, prompts: FakePrompts) -> None:
    note = first_note(opened)
    prompts.answer = "0:01"
    QTest.keyClick(go(opened, note), Key.Key_T, CTRL)
    row = surface_of(opened).merged.rows.pane.row(surface_of(opened).merged.rows.pane.find(note.id) or 0)
    assert row.stamp == "00:01"
    assert review_of(opened).state.document.chapters[0].span is not None
    assert (review_of(opened).state.document.chapters[0].span or (0,))[0] == 1


def test_a_move_says_between_what_the_block_stands_now(opened: Parts) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    first, second = review_of(opened).state.document.chapters[1].blocks[:2]
    review_of(opened).do(needed(propose.retime(review_of(opened).state, first.id, second.time_s or 0)))
    QTest.keyClick(go(opened, first), Key.Key_T, CTRL | SHIFT)
    assert told[-1].startswith("It stands between")
    assert second.text[:10] in told[-1]


def test_what_stands_at_its_time_is_said_to(opened: Parts) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    QTest.keyClick(go(opened, first_note(opened)), Key.Key_T, CTRL | SHIFT)
    assert told == ["It stands at its time already"]


def needed(edit: propose.Edit | None) -> propose.Edit:
    assert edit is not None
    return edit


def test_a_row_says_where_it_comes_from(opened: Parts) -> None:
    note = first_note(opened)
    view = go(opened, note)
    entry = review_of(opened).state.episode.entries[note.sources[0]]
    at = view.pane.find(note.id)
    assert at is not None
    place = view.row_box(at).topLeft() + QPoint(20, 12)
    assert view.origin(place) == f"Chunk 1, line {entry.line}"
    run(opened, "edit-text")
    retype(opened, "다른 말")
    assert view.origin(place).endswith(" · edited")


def test_the_card_of_a_quote_that_was_changed_brings_its_words_back(opened: Parts) -> None:
    quote = review_of(opened).state.document.find(go_to_first(opened, "unattributed-quote").block or ItemId(""))
    press_enter(opened, review_of(opened).state.document.block(quote))
    retype(opened, "다른 말")
    assert offered(opened)[:2] == ["set-speaker", "restore"]
    answer = opened.workspace.first_answer()
    assert answer is not None
    assert answer.id == "set-speaker"


def test_a_chapter_is_offered_the_titles_of_its_chunks_while_it_is_renamed(opened: Parts) -> None:
    review = review_of(opened)
    chapter = review.state.document.chapters[1]
    review.do(needed(propose.rename_chapter(review.state, chapter.id, "another")))
    QTest.keyClick(go(opened, chapter.blocks[0]), Key.Key_F2)
    assert chapter.title in editor_of(opened).offers()
    press_enter(opened, chapter.blocks[0])
    assert list(editor_of(opened).offers()) == []


def test_undo_goes_to_what_came_back(opened: Parts, prompts: FakePrompts) -> None:
    prompts.answer = "said elsewhere"
    last = [block for block in blocks_of(review_of(opened).state.document) if block.kind is Kind.NOTE][-1]
    opened.workspace.go_to_block(last.id)
    run(opened, "drop")
    opened.workspace.go_to_block(first_note(opened).id)
    run(opened, "undo")
    assert opened.workspace.focus.block == last.id
    assert surface_of(opened).merged.rows.current_key() == last.id


def test_undoing_a_split_stays_with_the_note_that_it_was_at(opened: Parts) -> None:
    note = review_of(opened).state.document.chapters[1].blocks[1]
    opened.workspace.go_to_block(note.id)
    run(opened, "split-chapter")
    surface_of(opened).merged.rows.leave_edit()
    run(opened, "undo")
    assert surface_of(opened).merged.rows.current_key() == note.id


def test_what_follows_a_dropped_note_can_be_dropped_next(opened: Parts, prompts: FakePrompts) -> None:
    prompts.answer = "said elsewhere"
    first, second = [block for block in review_of(opened).state.document.chapters[1].blocks if block.kind is Kind.NOTE][
        :2
    ]
    opened.workspace.go_to_block(first.id)
    opened.workspace.look_at(Focus(first.id))
    run(opened, "drop")
    beside = opened.workspace.focus.block
    assert beside is not None
    assert surface_of(opened).merged.rows.current_key() == beside
    assert beside in {second.id, *(child.id for child in first.children)}


def test_escape_leaves_the_find_field_for_the_document(qtbot: QtBot, opened: Parts) -> None:
    run(opened, "find")
    field = opened.window.bar.find_field
    field.setText("버스")
    QTest.keyClick(field, Key.Key_Escape)
    assert not field.text()
    assert opened.window.focusWidget() is surface_of(opened).merged.rows


def test_all_rows_that_are_selected_are_dropped_as_one_step(opened: Parts, prompts: FakePrompts) -> None:
    document = review_of(opened).state.document
    prompts.answer = "advertisement"
    view = go(opened, document.chapters[1].blocks[0])
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    chosen = [ItemId(key) for key in opened.workspace.selected]
    QTest.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    after = review_of(opened).state.document
    assert len(chosen) == 3
    assert not any(after.has(block) for block in chosen)
    assert prompts.questions[-1].title == "Drop 3 rows"
    run(opened, "undo")
    assert review_of(opened).state.document == document


def several(opened: Parts) -> tuple[RowView, list[ItemId]]:
    """Three rows that are selected, by the keys."""
    view = go(opened, review_of(opened).state.document.chapters[1].blocks[0])
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    QTest.keyClick(view, Key.Key_Down, SHIFT)
    return view, [ItemId(key) for key in opened.workspace.selected]


def test_all_rows_that_are_selected_are_retimed_as_one_step_and_stay_selected(opened: Parts) -> None:
    document = review_of(opened).state.document
    _, chosen = several(opened)
    times = [document.block(document.find(block)).time_s for block in chosen]
    run(opened, "later-by-5")
    after = review_of(opened).state.document
    assert [after.block(after.find(block)).time_s for block in chosen] == [(time_s or 0) + 5 for time_s in times]
    assert list(opened.workspace.selected) == chosen
    run(opened, "undo")
    assert review_of(opened).state.document == document


def test_all_rows_that_are_selected_are_moved_as_one_step(opened: Parts) -> None:
    document = review_of(opened).state.document
    view, chosen = several(opened)
    QTest.keyClick(view, Key.Key_Up, CTRL)
    after = review_of(opened).state.document
    assert all(after.find(block)[0] == 0 for block in chosen)
    assert list(opened.workspace.selected) == chosen
    run(opened, "undo")
    assert review_of(opened).state.document == document


def test_rows_that_stand_apart_are_not_moved_and_that_is_said(opened: Parts) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    document = review_of(opened).state.document
    first, last = document.chapters[0].blocks[0].id, document.chapters[1].blocks[0].id
    opened.workspace.go_to_block(last)
    opened.workspace.select_rows((first, last))
    run(opened, "move-up")
    assert review_of(opened).state.document is document
    assert told == ["This is done with one row at a time; 2 are selected"]


def test_what_the_down_key_offers_is_said_as_long_as_a_chapter_is_renamed(qtbot: QtBot, opened: Parts) -> None:
    review = review_of(opened)
    chapter = review.state.document.chapters[1]
    review.do(needed(propose.rename_chapter(review.state, chapter.id, "another")))
    opened.workspace.go_to_block(chapter.id)
    run(opened, "edit-text")
    assert opened.window.status.told.full_text.startswith("The Down key")
    QTest.keyClick(editor_of(opened), Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.window.status.told.full_text, timeout=30_000)
