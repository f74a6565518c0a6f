"""The search for duplicates beside the window: told as it is found, what is in view first, and nothing flickers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window_driver import items_of, review_of

from core.model import ChunkKey, Episode, ReviewState
from core.timecode import TimeStyle, written
from core.work import Work, finished
from core.workflow.detecting import Detection, Detector
from core.workflow.opening import built
from core.workflow.review import Proposed, Review
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


class InParts(Detector):
    """Finds all at once, and tells of the half of it before."""

    def detection(
        self,
        state: ReviewState,
        *,
        in_view: Callable[[], Collection[ChunkKey]] | None = None,
        publish: Callable[[Detection], None] | None = None,
    ) -> Work[Detection]:
        found = yield from super().detection(state, in_view=in_view)
        if publish is not None:
            publish(Detection(found.merges[::2], {}))
            yield 0.5
        return found


def test_what_is_told_before_the_end_is_ready_to_be_taken_and_the_end_is_the_same() -> None:
    review = built(Episode("An episode", language="ko", chunks=long_episode(1_000)), is_judged=False)
    told: list[Proposed] = []
    end = finished(looking(review, InParts(), tell=told.append))
    assert len(told) == 1
    assert len(told[0].findings) == len(told[0].merges) == -(-len(end.merges) // 2)
    assert members(told[0]) < members(end)
    assert members(end) == members(finished(looking(review)))


def test_findings_come_in_parts_and_the_focus_stays(qtbot: QtBot, parts: Parts, folder: Path) -> None:
    parts.opener.open_first((folder,))
    parts.window.show()
    parts.opener.begin()
    workspace = parts.workspace
    counts: list[int] = []
    seen: list[object] = []
    looked: list[Review] = []

    def note() -> None:
        if workspace.queue is not None and (found := items_of(parts, "duplicate")):
            if not counts:
                workspace.go_to(found[0])
            counts.append(len(found))
            seen.append(workspace.focus.finding)

    workspace.bridge.review_changed.connect(note)
    parts.opener.looked_into.connect(looked.append)
    qtbot.waitUntil(lambda: bool(looked), timeout=55_000)
    assert len(set(counts)) > 2
    assert counts == sorted(counts)
    assert len(set(seen)) == 1
    assert workspace.focus.finding == seen[0]
    assert review_of(parts).undo_label is None
