from __future__ import annotations

from dataclasses import replace

import pytest
from episodes.generator import long_episode
from episodes.labelled import NAMES, labelled

from core.detection.analysis import Analysis
from core.detection.detect import analyse
from core.model import ChunkKey, SourceChunk
from core.work import finished


def again(before: Analysis, chunks: tuple[SourceChunk, ...], offsets: dict[ChunkKey, int]) -> Analysis:
    return finished(analyse(chunks, offsets, before=before))


@pytest.mark.parametrize("name", NAMES)
def test_a_chunk_taken_out_and_put_back_leaves_all_as_it_was(name: str) -> None:
    chunks = labelled(name).chunks
    whole = finished(analyse(chunks, {}))
    without = again(whole, (*chunks[:2], *chunks[3:]), {})
    assert without.merges != whole.merges
    assert again(without, chunks, {}).merges == whole.merges


@pytest.mark.parametrize("name", NAMES)
def test_a_chunk_shifted_and_shifted_back_leaves_all_as_it_was(name: str) -> None:
    chunks = labelled(name).chunks
    whole = finished(analyse(chunks, {}))
    shifted = again(whole, chunks, {chunks[3].key: 500})
    assert len(shifted.merges) < len(whole.merges)
    assert again(shifted, chunks, {}).merges == whole.merges


@pytest.mark.parametrize("at", range(0, 10, 3))
def test_a_replaced_chunk_gives_what_a_whole_analysis_gives(at: int) -> None:
    chunks = long_episode(200)
    changed = replace(chunks[at], entries=chunks[at].entries[:-3])
    other = (*chunks[:at], changed, *chunks[at + 1 :])
    few = again(finished(analyse(chunks, {})), other, {})
    assert [merge.members for merge in few.merges] == [merge.members for merge in finished(analyse(other, {})).merges]


def test_nothing_changed_is_nothing_to_do() -> None:
    chunks = labelled("ko-a").chunks
    whole = finished(analyse(chunks, {}))
    assert again(whole, chunks, {}).merges == whole.merges


def test_all_chunks_can_go() -> None:
    assert again(finished(analyse(labelled("ko-a").chunks, {})), (), {}).merges == ()
