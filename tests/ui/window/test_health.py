"""The health of what was read, in the window: named on opening, each thing with a next step that can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, items_of, review_of, run, surface_of

from core.presenting.health import Step
from ui.desktop.app.window import Parts
from ui.desktop.dialogs.paste_notes import PasteNotesDialog
from ui.desktop.panels.health.line import HealthRow
from ui.desktop.panels.health.panel import HealthPanel

WORDS = ("lamp", "storm", "keeper", "ship", "tower", "stairs", "harbour", "gallery", "fog", "bell", "oil", "lens")
STATUS = "Done. I saved the notes to out/chunk_002.md\n"


def notes(number: int, first_s: int) -> str:
    """Notes five seconds apart."""
    lines = (
        f"- [{(first_s + 5 * at) // 60:02}:{(first_s + 5 * at) % 60:02}] window {number} tells of a {word}"
        for at, word in enumerate(WORDS)
    )
    return f"## Part {number}\n\n" + "\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three chunks, of which the second holds a status message."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for number, text in ((1, notes(1, 0)), (2, STATUS), (3, notes(3, 120))):
        (folder / f"chunk_{number:03}.md").write_text(text, "utf-8")
    return folder


def idle(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def shown(qtbot: QtBot, parts: Parts, folder: Path) -> HealthPanel:
    """The panel, after the notes were opened."""
    parts.window.show()
    parts.opener.open((folder,))
    idle(qtbot, parts)
    parts.workspace.panel_requested.emit("health", False)
    panel = parts.window.docks.by_id["health"].widget()
    assert isinstance(panel, HealthPanel)
    return panel


def row_of(panel: HealthPanel, title: str) -> HealthRow:
    return next(row for row in panel.rows if str(row.line.title) == title)


def paste(parts: Parts, text: str) -> PasteNotesDialog:
    dialog = parts.window.findChild(PasteNotesDialog)
    assert isinstance(dialog, PasteNotesDialog)
    dialog.text.setPlainText(text)
    dialog.take.click()
    return dialog


def test_what_is_wrong_is_said_on_opening(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    parts.window.show()
    parts.opener.open((folder,))
    idle(qtbot, parts)
    qtbot.waitUntil(lambda: parts.window.middle.notice is not None)
    notice = parts.window.middle.notice
    assert notice is not None
    assert "Chunk without notes: Chunk 2" in notice.text
    notice.buttons[0].click()
    assert parts.window.docks.by_id["health"].isVisible()


def test_what_was_answered_is_said_no_more(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    parts.window.show()
    parts.opener.open((folder,))
    idle(qtbot, parts)
    qtbot.waitUntil(lambda: parts.window.middle.notice is not None, timeout=30_000)
    notice = parts.window.middle.notice
    assert notice is not None
    go_to_first(parts, "chunk-without-notes")
    run(parts, "dismiss")
    assert notice.isHidden()


def test_a_gap_is_shown_between_its_notes_in_both_panes(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    (folder / "chunk_003.md").write_text(notes(3, 900), "utf-8")
    parts.window.show()
    parts.opener.open((folder,))
    idle(qtbot, parts)
    gap = go_to_first(parts, "coverage-gap")
    surface, before = surface_of(parts), gap.finding.related[0]
    assert surface.chunks.rows.current_key() == before
    assert surface.merged.rows.current_key() == review_of(parts).homes.get(before)[0]


def test_sound_notes_are_not_talked_about(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    (folder / "chunk_002.md").write_text(notes(2, 60), "utf-8")
    panel = shown(qtbot, parts, folder)
    assert panel.rows == []
    assert parts.window.middle.notice is None or not parts.window.middle.notice.isVisible()


def test_pasted_notes_take_the_place_of_a_status_message(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    panel = shown(qtbot, parts, folder)
    row_of(panel, "Chunk without notes").buttons[Step.PASTE].click()
    paste(parts, notes(2, 60))
    qtbot.waitUntil(lambda: not items_of(parts, "chunk-without-notes"), timeout=20_000)
    assert len(review_of(parts).state.episode.entries) == 3 * len(WORDS)
    assert review_of(parts).ledger.lost == 0
    assert (folder / "chunk_002.md").read_text("utf-8") == STATUS


def test_one_undo_takes_pasted_notes_back(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    panel = shown(qtbot, parts, folder)
    row_of(panel, "Chunk without notes").buttons[Step.PASTE].click()
    paste(parts, notes(2, 60))
    qtbot.waitUntil(lambda: not items_of(parts, "chunk-without-notes"), timeout=20_000)
    review_of(parts).undo()
    assert len(items_of(parts, "chunk-without-notes")) == 1


def test_what_holds_no_note_is_refused_where_it_can_be_put_right(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    panel = shown(qtbot, parts, folder)
    row_of(panel, "Chunk without notes").buttons[Step.PASTE].click()
    dialog = paste(parts, "I am done.")
    assert dialog.isVisible()
    assert "no notes in it" in dialog.said.text()


def test_the_right_file_can_be_chosen(
    qtbot: QtBot, parts: Parts, folder: Path, tmp_path: Path, prompts: FakePrompts
) -> None:
    panel = shown(qtbot, parts, folder)
    other = tmp_path / "second.md"
    other.write_text(notes(2, 60), "utf-8")
    prompts.files = (other,)
    row_of(panel, "Chunk without notes").buttons[Step.FILE].click()
    qtbot.waitUntil(lambda: not items_of(parts, "chunk-without-notes"), timeout=20_000)
    assert review_of(parts).state.episode.chunks[1].file == str(other)


def test_notes_of_a_missing_window_can_be_pasted(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    (folder / "chunk_002.md").unlink()
    panel = shown(qtbot, parts, folder)
    row_of(panel, "Missing chunk").buttons[Step.PASTE].click()
    paste(parts, notes(2, 60))
    qtbot.waitUntil(lambda: len(review_of(parts).state.episode.chunks) == 3, timeout=20_000)
    assert [chunk.number for chunk in review_of(parts).state.episode.chunks] == [1, 2, 3]


def test_the_file_of_a_missing_window_can_be_chosen(
    qtbot: QtBot, parts: Parts, folder: Path, tmp_path: Path, prompts: FakePrompts
) -> None:
    (folder / "chunk_002.md").unlink()
    panel = shown(qtbot, parts, folder)
    other = tmp_path / "second.md"
    other.write_text(notes(2, 60), "utf-8")
    prompts.files = (other,)
    row_of(panel, "Missing chunk").buttons[Step.FILE].click()
    qtbot.waitUntil(lambda: len(review_of(parts).state.episode.chunks) == 3, timeout=30_000)
    assert review_of(parts).state.episode.chunks[1].file == str(other)


def test_a_shifted_clock_is_set_right_from_there(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    for number, first_s in ((2, 60), (4, 0), (5, 240)):
        (folder / f"chunk_{number:03}.md").write_text(notes(number, first_s), "utf-8")
    panel = shown(qtbot, parts, folder)
    row = row_of(panel, "Shifted clock")
    assert row.buttons[Step.REPAIR].text().startswith("Correct the clock by +")
    row.buttons[Step.REPAIR].click()
    assert review_of(parts).state.offsets


def test_what_is_ignored_is_asked_why(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    panel = shown(qtbot, parts, folder)
    asked: list[str] = []
    parts.workspace.dialog_requested.connect(asked.append)
    row_of(panel, "Chunk without notes").buttons[Step.IGNORE].click()
    assert asked == ["reason"]


def test_what_is_pasted_over_a_chunk_without_notes_can_be_its_notes(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    shown(qtbot, parts, folder)
    go_to_first(parts, "chunk-without-notes")
    QGuiApplication.clipboard().setText(notes(2, 60))
    run(parts, "paste")
    notice = parts.window.middle.notice
    assert notice is not None
    assert notice.buttons[0].text() == "Paste the notes of chunk 2"
    notice.buttons[0].click()
    dialog = parts.window.findChild(PasteNotesDialog)
    assert isinstance(dialog, PasteNotesDialog)
    dialog.take.click()
    qtbot.waitUntil(lambda: not items_of(parts, "chunk-without-notes"), timeout=30_000)
    assert [chunk.number for chunk in review_of(parts).state.episode.chunks if chunk.entries] == [1, 2, 3]


def test_the_row_below_a_chunk_without_notes_is_about_it_too(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    shown(qtbot, parts, folder)
    item = items_of(parts, "chunk-without-notes")[0]
    parts.workspace.look_at_entry(f"empty:{item.chunk}")
    assert parts.workspace.item == item
