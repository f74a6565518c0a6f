"""The program as it is started, on a screen with a window manager, worked with the keys of a keyboard alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from screen import Screen, missing, screen, wait_for

from core.timecode import TimeStyle, written
from core.workflow.session_files import log_of
from tests.episodes.generator import long_episode

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
    pytest.mark.timeout(300),
]


@contextmanager
def notestitch(made: Screen, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program; it must end by itself when it is asked to."""
    words = [sys.executable, str(ROOT / "main.py"), *arguments]
    with subprocess.Popen(words, env=dict(made.environment), stderr=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            if running.poll() is None:
                running.kill()


DECISIONS = 4


@pytest.fixture(params=["the sample", "2 000 notes"])
def episode(request: pytest.FixtureRequest, sample_path: Path, tmp_path: Path) -> Path:
    """A folder of chunks to work on."""
    folder = tmp_path / "episode"
    if request.param == "the sample":
        shutil.copytree(sample_path, folder)
        return folder
    folder.mkdir()
    for chunk in long_episode(2_000):
        notes = (f"- [{written(entry.time_s or 0, TimeStyle.MINUTES)}] {entry.text}" for entry in chunk.entries)
        (folder / f"{chunk.name}.md").write_text("\n".join([f"## Part {chunk.number}", "", *notes, ""]), "utf-8")
    return folder


def test_an_episode_is_judged_exported_and_kept_with_keys_alone(episode: Path, tmp_path: Path) -> None:
    with screen(tmp_path / "traces") as made, notestitch(made, str(episode)) as running:
        wait_for(lambda: has_ended(running) or "Notestitch" in made.active_title(), "the window", made.active_title)
        session = decide(made, episode)
        made.press("ctrl+shift+e")
        wait_for(lambda: made.active_title().startswith("Export"), "the export dialog", made.active_title)
        made.press("Return")
        wait_for(lambda: len(documents(episode)) == 1, "the export", made.active_title)
        wait_for(lambda: "Notestitch" in made.active_title(), "the window again", made.active_title)
        wait_for(lambda: pressed_until_ended(made, running), "the end", made.active_title)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, "")
    assert judged_in(session) >= DECISIONS
    assert documents(episode)[0].read_text("utf-8").startswith("# ")
    assert not (episode / f"{session.name}-wal").exists()


def has_ended(running: subprocess.Popen[str]) -> bool:
    """False while the program runs; an AssertionError gives its last words when it does not."""
    assert running.poll() is None, f"it ended with {running.returncode}: {running.communicate()[1]}"
    return False


def decide(made: Screen, episode: Path) -> Path:
    """Go to the first finding and answer some; the session that keeps it."""
    wait_for(lambda: pressed_until_kept(made, episode), "the first decision", made.active_title)
    made.press(*["ctrl+shift+Return"] * (DECISIONS - 1))
    return next(episode.glob("*.notestitch"))


def pressed_until_kept(made: Screen, episode: Path) -> bool:
    """The findings come a moment after the window; the key answers suspected duplicates and nothing else."""
    if any(episode.glob("*.notestitch")):
        return True
    made.press("F8", "ctrl+shift+Return")
    return False


def pressed_until_ended(made: Screen, running: subprocess.Popen[str]) -> bool:
    """A window manager names a window as the active one a moment before it gives it the keyboard."""
    made.press("ctrl+q")
    with suppress(subprocess.TimeoutExpired):
        running.wait(5)
    return running.poll() is not None


def documents(episode: Path) -> list[Path]:
    return [file for file in episode.glob("*.md") if not file.name.startswith("chunk_")]


def judged_in(session: Path) -> int:
    lines = log_of(session).decode().split("\n")
    return sum("edit" in json.loads(line) for line in lines if line)
