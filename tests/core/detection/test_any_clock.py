"""Whatever the episode's size and wording, right clocks are left alone and wrong ones are found: from a generator."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from episodes.labelled import NAMES, labelled

from core.detection.detect import analyse
from core.detection.restarts import clock_proposals
from core.model import ChunkKey, Entry, EntryId, Kind, SourceChunk
from core.work import finished

NEAR_S = 4  # two models put one moment some seconds apart
FRAMES = {
    "ko numbers": ("{one} 항구에는 크레인이 {count}대 있다고 소개함", "{one} 시장이 트럭을 {count}대 샀다고 언급함",
                   "{one}의 다리는 {count}미터라고 설명함", "{one} 사람들은 한 해에 {count}일 생선을 먹는다고 전함",
                   "게스트는 학생 때 {one}에서 {count}주를 지냈다고 회상함"),
    "ko words": ("{one} 부서는 예산에 대한 질문에 답했다고 밝힘", "{one} 부서가 지난봄에 새 직원을 뽑았다고 설명함",
                 "{one} 부서의 책임자가 경쟁사로 옮겼다고 언급함", "{one} 부서는 서류를 지하실에 보관한다고 소개함",
                 "진행자가 {one} 부서에 감사 인사를 전함"),
    "en numbers": ("A visit to {one} takes {count} minutes by ferry", "{one} has {count} cranes in its harbour",
                   "The mayor of {one} bought {count} new trucks", "The bridge of {one} is {count} metres long",
                   "People in {one} eat fish {count} days a year"),
    "en words": ("The {one} department answered the question about its budget",
                 "The {one} department hired new people last spring", "Nobody in the {one} department knew of the plan",
                 "The head of the {one} department left for a rival", "The {one} department moved to another floor"),
}  # fmt: skip
SUBJECTS = {
    "ko numbers": ("부산", "인천", "목포", "여수", "울산", "포항", "군산", "속초"),
    "ko words": ("법무", "영업", "의료", "교육", "보안", "운송", "주택", "홍보"),
    "en numbers": ("Lisbon", "Porto", "Turku", "Varna", "Gdansk", "Bergen", "Split", "Izmir"),
    "en words": ("legal", "sales", "medical", "training", "security", "transport", "housing", "press"),
}


def made(number: int, rows: Sequence[tuple[int, str]]) -> SourceChunk:
    key = ChunkKey(str(number))
    entries = (
        Entry(EntryId(f"{key}:{line}"), key, Kind.NOTE, line, time_s, text) for line, (time_s, text) in enumerate(rows)
    )
    return SourceChunk(key, number, f"chunk {number}", "", 1, (), (), (), tuple(entries))


def worded_alike(wording: str, chance: random.Random, *, is_in_order: bool) -> list[SourceChunk]:
    """Windows without overlap that tell the same kind of thing, each of another subject."""
    window_s, step_s = chance.choice((60, 75, 120, 300)), chance.choice((3, 5, 9))
    chunks: list[SourceChunk] = []
    for at in range(chance.randint(3, 8)):
        frames = list(FRAMES[wording])
        if not is_in_order:
            chance.shuffle(frames)
        told = (frame.format(one=SUBJECTS[wording][at], count=chance.randint(3, 90)) for frame in frames)
        chunks.append(made(at + 1, [(at * window_s + step * step_s, text) for step, text in enumerate(told)]))
    return chunks


def overlapping(name: str, chunks: int, shared: int, chance: random.Random) -> list[SourceChunk]:
    """Windows cut anew from a real episode; each retells the last few notes of the one before."""
    told = [(note.time_s or 0, note.text) for chunk in labelled(name).chunks[::2] for note in chunk.notes]
    size = min(9, len(told) // chunks)
    windows = [told[at * size : (at + 1) * size] for at in range(chunks)]
    again = [[(max(0, at_s + chance.randint(-1, 1)), retold(text, chance)) for at_s, text in w] for w in windows]
    return [
        made(number, [*(again[number - 2][-shared:] if number > 1 else ()), *window])
        for number, window in enumerate(windows, 1)
    ]


def retold(text: str, chance: random.Random) -> str:
    words = text.split()
    if len(words) > 3:
        del words[chance.randrange(len(words))]
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def shifted(chunk: SourceChunk, seconds: int) -> SourceChunk:
    return replace(
        chunk, entries=tuple(replace(entry, time_s=(entry.time_s or 0) + seconds) for entry in chunk.entries)
    )


def proposed(chunks: Sequence[SourceChunk]) -> dict[ChunkKey, int]:
    return {found.chunk: found.offset_s for found in finished(clock_proposals(finished(analyse(chunks, {}))))}


def is_near(found: Mapping[ChunkKey, int], wanted: Mapping[ChunkKey, int]) -> bool:
    return found.keys() == wanted.keys() and all(abs(found[key] - wanted[key]) <= NEAR_S for key in wanted)


@pytest.mark.parametrize("wording", FRAMES)
@pytest.mark.parametrize("is_in_order", [True, False])
@pytest.mark.parametrize("seed", range(6))
def test_chunks_that_are_worded_alike_have_right_clocks(wording: str, is_in_order: bool, seed: int) -> None:
    assert proposed(worded_alike(wording, random.Random(seed), is_in_order=is_in_order)) == {}


@pytest.mark.parametrize("wording", FRAMES)
@pytest.mark.parametrize("seed", range(6))
def test_among_chunks_that_are_worded_alike_only_the_one_that_restarts_is_blamed(wording: str, seed: int) -> None:
    chunks = worded_alike(wording, random.Random(seed), is_in_order=bool(seed % 2))
    chunks[-1] = shifted(chunks[-1], -(chunks[-1].entries[0].time_s or 0))
    assert list(proposed(chunks)) == [chunks[-1].key]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [3, 8, 14])
@pytest.mark.parametrize("shared", [1, 2, 3])
class TestAClockThatIsOff:
    def episode(self, name: str, count: int, shared: int) -> list[SourceChunk]:
        chunks = overlapping(name, count, shared, random.Random(count))
        assert proposed(chunks) == {}
        return chunks

    def test_one_that_restarts_gets_the_offset_that_fits(self, name: str, count: int, shared: int) -> None:
        chunks = self.episode(name, count, shared)
        at = count // 2 + 1
        began_s = chunks[at].entries[0].time_s or 0
        chunks[at] = shifted(chunks[at], -began_s)
        assert is_near(proposed(chunks), {chunks[at].key: began_s})

    def test_all_behind_a_restart_get_the_same_offset(self, name: str, count: int, shared: int) -> None:
        chunks = self.episode(name, count, shared)
        at = count // 2
        began_s = chunks[at].entries[0].time_s or 0
        later = [shifted(chunk, -began_s) for chunk in chunks[at:]]
        assert is_near(proposed([*chunks[:at], *later]), dict.fromkeys((chunk.key for chunk in later), began_s))

    def test_one_that_jumps_ahead_is_set_back(self, name: str, count: int, shared: int) -> None:
        chunks = self.episode(name, count, shared)
        at = count // 2
        chunks[at] = shifted(chunks[at], 700)
        assert is_near(proposed(chunks), {chunks[at].key: -700})
