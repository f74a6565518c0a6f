"""Decisions that were exported are read back in the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fake_prompts import FakePrompts
from pytestqt.qtbot import QtBot
from window_driver import go_to_first, review_of, run

from core.model import ReviewState
from core.store.encoding import state_hash
from ui.desktop.app.window import Parts


@pytest.fixture
def episode(sample_path: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "episode"
    shutil.copytree(sample_path, folder)
    return folder


def opened_at(qtbot: QtBot, parts: Parts, episode: Path) -> None:
    parts.opener.open_first((episode,))
    parts.window.show()
    parts.opener.begin()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)


def decided(parts: Parts) -> ReviewState:
    go_to_first(parts)
    for name in ("accept", "keep-both"):
        run(parts, name)
    return review_of(parts).state


def test_exported_decisions_are_taken_over_as_one_step(
    qtbot: QtBot, parts: Parts, prompts: FakePrompts, episode: Path, tmp_path: Path
) -> None:
    opened_at(qtbot, parts, episode)
    state = decided(parts)
    log = tmp_path / "log.jsonl"
    parts.workspace.exporting.to(log, "decisions")
    qtbot.waitUntil(log.exists, timeout=10_000)
    review = review_of(parts)
    while review.undo():
        pass
    assert review.state is review.session.start

    prompts.files = (log,)
    run(parts, "take-decisions")
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=10_000)

    assert state_hash(review.state) == state_hash(state)
    run(parts, "undo")
    assert review.state is review.session.start


def test_a_log_that_is_dropped_is_taken_over(qtbot: QtBot, parts: Parts, episode: Path, tmp_path: Path) -> None:
    opened_at(qtbot, parts, episode)
    state = decided(parts)
    log = tmp_path / "log.jsonl"
    parts.workspace.exporting.to(log, "decisions")
    qtbot.waitUntil(log.exists, timeout=10_000)
    while review_of(parts).undo():
        pass
    parts.workspace.open_requested.emit((log,))
    qtbot.waitUntil(lambda: state_hash(review_of(parts).state) == state_hash(state), timeout=10_000)


def test_a_log_of_other_notes_is_refused_in_words(
    qtbot: QtBot, parts: Parts, prompts: FakePrompts, episode: Path, tmp_path: Path
) -> None:
    opened_at(qtbot, parts, episode)
    told: list[str] = []
    parts.workspace.told.connect(told.append)
    log = tmp_path / "log.jsonl"
    log.write_text('{"format":"notestitch-log","version":1,"title":"Another","start":"0"}\n', "utf-8")
    prompts.files = (log,)
    run(parts, "take-decisions")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["The decisions were made for other notes, or for another version of them"]
