"""A monkey plays with the window: nothing may break, nothing may be lost, and undo leads back to the beginning."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from monkey import Monkey
from pytestqt.qtbot import QtBot
from window_driver import review_of

from core.model import Document
from ui.desktop.app.window import Parts

SECONDS = float(os.environ.get("MONKEY_S", "60"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))


@pytest.mark.timeout(SECONDS + 300)
def test_a_minute_of_random_keys_and_clicks(
    qtbot: QtBot, parts: Parts, sample_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode = tmp_path / "episode"
    shutil.copytree(sample_path, episode)
    monkeypatch.chdir(tmp_path)  # whatever it exports lands here
    monkeypatch.setenv("HOME", str(tmp_path))
    parts.opener.open_first((episode,))
    with qtbot.waitSignal(parts.window.completed, timeout=10_000):
        parts.window.show()
    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    monkey = Monkey(parts, SEED)

    monkey.play(SECONDS)

    qtbot.waitUntil(lambda: not parts.workspace.tasks.is_busy, timeout=20_000)
    assert len(monkey.done) > SECONDS / 2, "the monkey did next to nothing"
    review = review_of(parts)
    ledger = review.ledger
    assert ledger.entries == len(review.state.episode.entries)
    while review.undo():
        pass
    assert words(review.session.state.document) == words(review.session.start.document)
    assert parts.window.isVisible()


def words(document: Document) -> tuple[object, ...]:
    return (document.title, document.summary, document.chapters)
