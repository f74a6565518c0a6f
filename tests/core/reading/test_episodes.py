"""Whole episodes are read as a person counts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Kind
from core.reading.discover import Opened, open_inputs
from core.work import finished

EPISODES = Path(__file__).resolve().parents[2] / "episodes"


def opened(path: Path) -> Opened:
    return finished(open_inputs([path]))


@pytest.mark.parametrize(
    ("name", "language", "chunks", "notes", "quotes", "strays"),
    [("ko-a", "ko", 8, 216, 18, 1), ("en-a", "en", 8, 213, 15, 1), ("es-a", "es", 7, 154, 14, 3)],
)
def test_an_episode_holds_what_stands_in_it(
    name: str, language: str, chunks: int, notes: int, quotes: int, strays: int
) -> None:
    episode = opened(EPISODES / name).episode
    kinds = [entry.kind for entry in episode.entries.values()]
    found = (len(episode.chunks), kinds.count(Kind.NOTE), kinds.count(Kind.QUOTE))
    assert (episode.language, *found, sum(len(chunk.strays) for chunk in episode.chunks)) == (
        language, chunks, notes, quotes, strays,
    )  # fmt: skip


def test_the_sample_is_the_same_by_its_folder_and_by_its_prompt(sample_path: Path) -> None:
    by_folder, by_prompt = opened(sample_path).episode, opened(sample_path / "merge.prompt.txt").episode
    assert [entry.text for entry in by_folder.entries.values()] == [e.text for e in by_prompt.entries.values()]


def test_the_sample_keeps_the_context_of_its_prompt(sample_path: Path) -> None:
    by_folder, by_prompt = opened(sample_path).episode, opened(sample_path / "merge.prompt.txt").episode
    assert (by_folder.title, by_folder.description, by_folder.language, by_folder.rules) == (
        by_prompt.title, by_prompt.description, by_prompt.language, by_prompt.rules,
    )  # fmt: skip


def test_the_sample_has_its_transcripts(sample_path: Path) -> None:
    assert len(opened(sample_path).transcript) > 50
