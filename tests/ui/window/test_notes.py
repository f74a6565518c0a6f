"""Small corrections by key, and hearing what was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_driver import block_of, first_note, review_of, run, surface_of

from core.model import ItemId, blocks_of
from ui.desktop.actions.playing import recording
from ui.desktop.app.window import Parts


@pytest.mark.parametrize(
    ("name", "by_s"), [("later-by-1", 1), ("earlier-by-1", -1), ("later-by-5", 5), ("earlier-by-5", -5)]
)
def test_a_time_moves_by_seconds_and_back(opened: Parts, name: str, by_s: int) -> None:
    note = review_of(opened).state.document.chapters[1].blocks[0]
    assert note.time_s is not None
    opened.workspace.go_to_block(note.id)
    run(opened, name)
    assert block_of(opened, note.id).time_s == note.time_s + by_s
    run(opened, "undo")
    assert block_of(opened, note.id).time_s == note.time_s


@pytest.fixture
def partly_timed(qtbot: QtBot, parts: Parts) -> tuple[Parts, list[ItemId]]:
    """A window with a note that has a time, and two beneath it that have none; the ids of the three."""
    parts.window.show()
    parts.opener.open("## Fog\n\n- [00:10] The lamp is lit\n  - It smokes\n  - It hisses\n- [00:30] A ship passes\n")
    qtbot.waitUntil(lambda: parts.workspace.queue is not None and not parts.workspace.tasks.is_busy)
    return parts, [block.id for block in blocks_of(review_of(parts).state.document)][:3]


@pytest.mark.parametrize("key", [Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight])
def test_it_is_said_that_a_note_has_no_time_to_move(partly_timed: tuple[Parts, list[ItemId]], key: Qt.Key) -> None:
    parts, (_, without, _) = partly_timed
    told: list[str] = []
    parts.workspace.told.connect(told.append)
    parts.workspace.go_to_block(without)
    before = review_of(parts).state
    QTest.keyClick(surface_of(parts).merged.rows, key, Qt.KeyboardModifier.ControlModifier)
    assert told[-1].endswith("Change the time… (Ctrl+T)")
    assert review_of(parts).state is before


def test_what_has_a_time_moves_where_the_current_row_has_none(partly_timed: tuple[Parts, list[ItemId]]) -> None:
    parts, (timed, without, _) = partly_timed
    parts.workspace.go_to_block(timed)
    view = surface_of(parts).merged.rows
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert parts.workspace.focus.block == without
    QTest.keyClick(view, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert [block_of(parts, block).time_s for block in (timed, without)] == [11, None]


def test_a_note_joins_the_one_before_as_one_step(opened: Parts) -> None:
    review = review_of(opened)
    before = review.state.document
    first, second = before.chapters[0].blocks[:2]
    opened.workspace.go_to_block(second.id)
    run(opened, "join-note")
    assert block_of(opened, first.id).text == f"{first.text} {second.text}"
    run(opened, "undo")
    assert review.state.document == before


def test_a_join_says_what_the_note_went_into_and_goes_there(opened: Parts) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    first, second = review_of(opened).state.document.chapters[0].blocks[:2]
    opened.workspace.go_to_block(second.id)
    run(opened, "join-note")
    assert told[-1].startswith("It is joined with")
    assert first.text[:10] in told[-1]
    assert opened.workspace.focus.block == first.id


def test_where_the_recording_is_was_asked_once(opened: Parts, prompts: FakePrompts, tmp_path: Path) -> None:
    opened.workspace.go_to_block(first_note(opened).id)
    prompts.answer = str(tmp_path / "gone.mp3")
    run(opened, "play")
    run(opened, "play-earlier")
    assert prompts.asked.count("line") == 1
    assert recording(opened.workspace) == prompts.answer


def test_a_recording_that_is_gone_is_said(opened: Parts, prompts: FakePrompts, tmp_path: Path) -> None:
    told: list[str] = []
    opened.workspace.told.connect(told.append)
    opened.workspace.go_to_block(first_note(opened).id)
    prompts.answer = str(tmp_path / "gone.mp3")
    run(opened, "play")
    assert told == ["The recording gone.mp3 is not there"]
