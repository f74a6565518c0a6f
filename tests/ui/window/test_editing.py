"""Editing in place, moving, chapters: by keys, as a person does it."""

from __future__ import annotations

from fake_prompts import FakePrompts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driver import block_of, editor_of, first_note, retype, review_of, run, surface_of

from core.model import Kind, blocks_of
from ui.desktop.app.window import Parts
from ui.desktop.rows.editor import RowEditor

Key = Qt.Key
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
