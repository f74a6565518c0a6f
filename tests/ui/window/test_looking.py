"""The search for duplicates beside the window: told as it is found, what is in view first, and nothing flickers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_driver import items_of, review_of

from core.model import Episode
from core.timecode import TimeStyle, written
from core.work import finished
from core.workflow.opening import built
from core.workflow.review import Proposed
from tests.episodes.generator import long_episode
from ui.desktop.app.looking import looking
from ui.desktop.app.window import Parts

NOTES = 6_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A long episode as files."""
    made = tmp_path / "long"
    made.mkdir()
    for chunk in long_episode(NOTES):
        notes = (f"- [{written(entry.time_s or 0, TimeStyle.MINUTES)}] {entry.text}" for entry in chunk.entries)
        (made / f"{chunk.name}.md").write_text("\n".join([f"## Part {chunk.number}", "", *notes, ""]), "utf-8")
    return made


def members(proposed: Proposed) -> set[tuple[str, ...]]:
    return {merge.members for merge in proposed.merges}


def test_what_is_told_before_the_end_stays_and_the_end_is_the_same_as_without_telling() -> None:
    review = built(Episode("An episode", language="ko", chunks=long_episode(NOTES)), is_judged=False)
    told: list[Proposed] = []
    end = finished(looking(review, in_view=lambda: (), tell=told.append))
    assert told, "nothing was told before the end"
    assert all(members(one) <= members(end) for one in told)
    assert members(end) == members(finished(looking(review)))


def test_findings_are_there_before_the_search_ends_and_the_focus_stays(
    qtbot: QtBot, parts: Parts, folder: Path
) -> None:
    parts.opener.open_first((folder,))
    parts.window.show()
    parts.opener.begin()
    workspace = parts.workspace
    during: list[int] = []
    seen: list[object] = []

    def note() -> None:
        if workspace.tasks.is_running("detect"):
            during.append(len(items_of(parts, "duplicate")))
            if len(during) == 1:
                workspace.go_to(items_of(parts, "duplicate")[0])
            seen.append(workspace.focus.finding)

    parts.workspace.bridge.review_changed.connect(note)
    qtbot.waitUntil(lambda: bool(during) and not workspace.tasks.is_busy, timeout=55_000)
    assert 0 < during[0] < len(items_of(parts, "duplicate"))
    assert len(set(seen)) == 1
    assert workspace.focus.finding == seen[0]
    assert review_of(parts).undo_label is None
