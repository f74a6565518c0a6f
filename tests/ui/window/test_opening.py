"""Opening: by argument, dialog, drop and paste; what cannot be opened is said and loses nothing."""

from __future__ import annotations

from pathlib import Path

from fake_prompts import FakePrompts
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from window_driver import editor_of, first_note, items_of, review_of, run, surface_of

from ui.desktop.app.window import Parts
from ui.desktop.dialogs.paste_notes import PasteNotesDialog
from ui.desktop.panels.start import StartPage

NOTES = "## A heading\n\n- [00:10] The first note\n- [00:20] The second note\n"


def drop(parts: Parts, data: QMimeData) -> bool:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(parts.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(parts.window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def wait(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def test_an_empty_window_offers_the_ways_to_begin(parts: Parts) -> None:
    page = parts.window.middle.start
    assert isinstance(page, StartPage)
    assert list(page.buttons) == ["open", "open-folder", "paste", "sample"]


def test_the_sample_shows_in_both_panes(opened: Parts) -> None:
    surface = surface_of(opened)
    assert len(surface.chunks.rows.pane) > 60
    assert len(surface.merged.rows.pane) > 60


def test_duplicates_follow(opened: Parts) -> None:
    assert items_of(opened, "duplicate")


def test_the_title_is_the_episode_s(opened: Parts) -> None:
    assert review_of(opened).state.document.title in opened.window.windowTitle()


def test_opening_changes_nothing(opened: Parts) -> None:
    assert review_of(opened).undo_label is None
    assert not opened.workspace.exporting.has_unexported_work


def test_files_are_opened_from_the_dialog(qtbot: QtBot, parts: Parts, prompts: FakePrompts, sample_path: Path) -> None:
    prompts.files = (sample_path / "merge.prompt.txt",)
    run(parts, "open")
    wait(qtbot, parts)
    assert parts.workspace.review is not None


def test_a_folder_is_opened_from_the_dialog(
    qtbot: QtBot, parts: Parts, prompts: FakePrompts, sample_path: Path
) -> None:
    prompts.folder = sample_path
    run(parts, "open-folder")
    wait(qtbot, parts)
    assert parts.workspace.review is not None


def test_a_folder_can_be_dropped(qtbot: QtBot, parts: Parts, sample_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_path))])
    assert drop(parts, data)
    wait(qtbot, parts)
    assert parts.workspace.review is not None


def test_text_can_be_dropped(qtbot: QtBot, parts: Parts) -> None:
    data = QMimeData()
    data.setText(NOTES)
    assert drop(parts, data)
    wait(qtbot, parts)
    assert [entry.text for entry in review_of(parts).state.episode.entries.values()] == [
        "The first note",
        "The second note",
    ]


def test_text_can_be_pasted(qtbot: QtBot, parts: Parts) -> None:
    QGuiApplication.clipboard().setText(NOTES)
    run(parts, "paste")
    wait(qtbot, parts)
    assert len(review_of(parts).state.episode.entries) == 2


def answers(parts: Parts) -> dict[str, QPushButton]:
    """The answers that the notice offers, by their words."""
    notice = parts.window.middle.notice
    return {button.text(): button for button in notice.buttons} if notice is not None else {}


def test_what_is_pasted_never_takes_the_place_of_an_open_episode_unasked(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened)
    QGuiApplication.clipboard().setText(NOTES)
    run(opened, "paste")
    wait(qtbot, opened)
    assert review_of(opened) is before
    assert next(iter(answers(opened))) == "Open as another episode"
    assert "Cancel" in answers(opened)


def test_what_is_pasted_can_replace_the_notes_of_the_chunk_in_view(qtbot: QtBot, opened: Parts) -> None:
    second = review_of(opened).state.episode.chunks[1]
    opened.workspace.look_at_entry(second.entries[0].id)
    QGuiApplication.clipboard().setText(NOTES)
    run(opened, "paste")
    answers(opened)["Replace the notes of chunk 2…"].click()
    dialog = opened.window.findChild(PasteNotesDialog)
    assert isinstance(dialog, PasteNotesDialog)
    dialog.take.click()
    qtbot.waitUntil(lambda: len(review_of(opened).state.episode.chunks[1].entries) == 2, timeout=30_000)
    assert review_of(opened).undo()
    assert review_of(opened).state.episode.chunks[1] == second


def test_text_that_is_dropped_never_takes_the_place_of_an_open_episode_unasked(qtbot: QtBot, opened: Parts) -> None:
    before, data = review_of(opened), QMimeData()
    data.setText(NOTES)
    assert drop(opened, data)
    wait(qtbot, opened)
    assert review_of(opened) is before
    answers(opened)["Open as another episode"].click()
    wait(qtbot, opened)
    assert len(review_of(opened).state.episode.entries) == 2


def test_text_that_is_dropped_can_replace_the_notes_of_the_chunk_in_view(opened: Parts) -> None:
    opened.workspace.look_at_entry(review_of(opened).state.episode.chunks[1].entries[0].id)
    QGuiApplication.clipboard().setText("- [00:10] What was copied before")
    data = QMimeData()
    data.setText(NOTES)
    drop(opened, data)
    answers(opened)["Replace the notes of chunk 2…"].click()
    dialog = opened.window.findChild(PasteNotesDialog)
    assert isinstance(dialog, PasteNotesDialog)
    assert dialog.text.toPlainText() == NOTES


def test_files_that_are_dropped_are_opened_at_once(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(NOTES, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "other.md"))])
    drop(opened, data)
    wait(qtbot, opened)
    assert len(review_of(opened).state.episode.entries) == 2


def test_whoever_does_not_want_it_stays(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened)
    QGuiApplication.clipboard().setText(NOTES)
    run(opened, "paste")
    answers(opened)["Cancel"].click()
    wait(qtbot, opened)
    assert review_of(opened) is before
    assert opened.window.middle.notice is not None
    assert opened.window.middle.notice.isHidden()


def test_what_is_pasted_can_be_opened_as_another_episode(qtbot: QtBot, opened: Parts) -> None:
    QGuiApplication.clipboard().setText(NOTES)
    run(opened, "paste")
    answers(opened)["Open as another episode"].click()
    wait(qtbot, opened)
    assert len(review_of(opened).state.episode.entries) == 2


def test_pasting_twice_asks_once(opened: Parts) -> None:
    QGuiApplication.clipboard().setText(NOTES)
    run(opened, "paste")
    run(opened, "paste")
    notice = opened.window.middle.notice
    assert notice is not None
    words = [button.text() for button in notice.buttons]
    assert len(words) == len(set(words))


def test_an_editor_takes_what_is_pasted_as_text(qtbot: QtBot, opened: Parts) -> None:
    before = review_of(opened)
    note = first_note(opened)
    opened.workspace.edit_requested.emit(note.id)
    editor = editor_of(opened)
    editor.selectAll()
    QGuiApplication.clipboard().setText("- [00:10] A copied note")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "A copied note" in editor.toPlainText()
    assert "Cancel" not in answers(opened)
    assert review_of(opened) is before


def test_an_empty_clipboard_is_said(qtbot: QtBot, parts: Parts) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(parts.workspace.told):
        run(parts, "paste")


def test_a_missing_file_is_named(parts: Parts, tmp_path: Path) -> None:
    parts.opener.open_first((tmp_path / "missing.md",))
    assert parts.window.middle.notice is not None
    assert "missing.md" in parts.window.middle.notice.text


def test_what_cannot_be_opened_loses_nothing(qtbot: QtBot, opened: Parts, tmp_path: Path) -> None:
    before = review_of(opened)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    opened.opener.open((tmp_path / "picture.png",))
    wait(qtbot, opened)
    assert review_of(opened) is before
    assert opened.window.middle.notice is not None
    assert not opened.window.middle.notice.isHidden()


def test_another_input_takes_the_place_of_the_first(qtbot: QtBot, opened: Parts) -> None:
    opened.opener.open(NOTES)
    wait(qtbot, opened)
    assert len(review_of(opened).state.episode.entries) == 2
    assert surface_of(opened).merged.rows.pane.find("title") == 0


def test_what_is_opened_later_is_judged_too(qtbot: QtBot, parts: Parts, sample_path: Path) -> None:
    parts.opener.open((sample_path,))
    wait(qtbot, parts)
    assert items_of(parts, "chunk-without-notes")


def test_what_is_said_of_a_file_names_it(qtbot: QtBot, parts: Parts, tmp_path: Path) -> None:
    path = tmp_path / "chunk_001.md"
    path.write_bytes("## 제목\n\n- [00:10] 첫 노트를 여기에 적음\n".encode("cp949"))
    parts.opener.open((path,))
    wait(qtbot, parts)
    notice = parts.window.middle.notice
    assert notice is not None
    assert "chunk_001.md: read as cp949" in notice.text
