from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from chunk_builder import chunk
from episodes.labelled import NAMES, labelled

from core.detection.detect import analyse
from core.detection.restarts import ClockProposal, clock_proposals
from core.model import SourceChunk
from core.timecode import TimeStyle, written
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


FRAMES = {
    "en": ("A visit to {place} takes {count} minutes by ferry", "{place} has {count} cranes in its harbour",
           "The mayor of {place} bought {count} new trucks", "The bridge of {place} is {count} metres long"),
    "ko": ("{place}까지 여객선으로 {count}분이 걸린다고 말함", "{place} 항구에는 크레인이 {count}대 있다고 소개함",
           "{place} 시장이 트럭을 {count}대 샀다고 언급함", "{place}의 다리는 {count}미터라고 설명함"),
}  # fmt: skip
PLACES = {"en": ("Lisbon", "Porto", "Turku", "Varna"), "ko": ("부산", "인천", "목포", "여수")}


def worded_alike(language: str, *starts_s: int, step_s: int = 5) -> list[SourceChunk]:
    """Chunks that tell the same kind of thing of another place each, in the same order."""
    chunks: list[SourceChunk] = []
    for number, start_s in enumerate(starts_s, 1):
        told = (frame.format(place=PLACES[language][number - 1], count=9 * number + 2) for frame in FRAMES[language])
        lines = (f"{written(start_s + step_s * at, TimeStyle.MINUTES)} {text}" for at, text in enumerate(told))
        chunks.append(chunk(number, *lines))
    return chunks


@pytest.mark.parametrize("language", FRAMES)
@pytest.mark.parametrize("window_s", [60, 120, 300])
def test_chunks_that_are_worded_alike_and_go_on_in_time_have_right_clocks(language: str, window_s: int) -> None:
    assert proposals(worded_alike(language, *range(0, 4 * window_s, window_s))) == ()


@pytest.mark.parametrize("language", FRAMES)
def test_among_chunks_that_are_worded_alike_the_one_that_restarts_is_named(language: str) -> None:
    chunks = worded_alike(language, 0, 120, 240, 0)
    assert [found.chunk for found in proposals(chunks)] == ["4"]


def test_a_chunk_is_not_laid_upon_the_one_before_it() -> None:
    told = (
        "The ferry leaves at dawn",
        "The cranes stand still in storms",
        "The bridge is old",
        "Lorries queue outside",
    )
    first = chunk(1, *(f"00:0{at} {text}" for at, text in enumerate(told)))
    later = chunk(2, *(f"05:0{at} {text}" for at, text in enumerate(told[:-1])))
    assert proposals((first, later)) == ()


def test_copies_that_are_seconds_off_speak_for_one_offset() -> None:
    shared = "the mill was built by two brothers", "its stones came from abroad", "it burned down in a dry winter"
    first = chunk(1, "01:00 a valley without a road", "05:50 " + shared[0], "06:10 " + shared[1], "06:30 " + shared[2])
    second = chunk(
        2, *(f"{at} {text}" for at, text in zip(("00:00", "00:21", "00:45"), shared, strict=True)),
        "01:30 the new one runs on steam", "02:10 nobody wanted the old name",
    )  # fmt: skip
    assert [(found.chunk, round(found.offset_s)) for found in proposals((first, second))] == [("2", 350)]
