from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from episodes.labelled import NAMES, labelled

from core.detection.detect import analyse
from core.detection.restarts import ClockProposal, clock_proposals
from core.model import SourceChunk
from core.work import finished


def shifted(chunk: SourceChunk, seconds: int) -> SourceChunk:
    return replace(
        chunk, entries=tuple(replace(entry, time_s=(entry.time_s or 0) + seconds) for entry in chunk.entries)
    )


def first_s(chunk: SourceChunk) -> int:
    return min(entry.time_s or 0 for entry in chunk.entries)


def proposals(chunks: Sequence[SourceChunk]) -> tuple[ClockProposal, ...]:
    return finished(clock_proposals(finished(analyse(chunks, {}))))


@pytest.mark.parametrize("name", NAMES)
def test_right_clocks_are_left_alone(name: str) -> None:
    assert proposals(labelled(name).chunks) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_chunk_whose_times_restart_gets_the_offset_that_fits(name: str) -> None:
    chunks = list(labelled(name).chunks)
    began_s = first_s(chunks[3])
    chunks[3] = shifted(chunks[3], -began_s)
    assert [(found.chunk, found.offset_s) for found in proposals(chunks)] == [("4", began_s)]


@pytest.mark.parametrize("name", NAMES)
def test_all_chunks_behind_a_restart_get_the_same_offset(name: str) -> None:
    chunks = labelled(name).chunks
    began_s = first_s(chunks[3])
    chunks = (*chunks[:3], *(shifted(chunk, -began_s) for chunk in chunks[3:]))
    assert {found.offset_s for found in proposals(chunks)} == {began_s}
    assert [found.chunk for found in proposals(chunks)] == [chunk.key for chunk in chunks[3:]]


def test_a_chunk_that_jumped_ahead_is_named_and_not_the_one_behind_it() -> None:
    chunks = list(labelled("ko-a").chunks)
    chunks[3] = shifted(chunks[3], 400)
    assert [(found.chunk, found.offset_s) for found in proposals(chunks)] == [("4", -400)]


def test_without_shared_words_a_restart_goes_on_where_the_chunk_before_ended() -> None:
    chunks = labelled("en-a").chunks
    (found,) = proposals((chunks[3], shifted(chunks[6], -first_s(chunks[6]))))
    assert (found.chunk, found.supporters) == ("7", 0)
    assert found.offset_s == max(entry.time_s or 0 for entry in chunks[3].entries)
