"""Which new entry answers to which old one: never a wrong one by itself, whatever a model does to the chunk."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from chunk_builder import chunk
from chunk_damage import damaged
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import chunks

from core.model import ChunkKey, Entry, EntryId, Episode, SourceChunk
from core.stitching.anchoring import Anchoring, Certainty, anchored
from core.work import finished
from core.workflow.opening import opened

EPISODES = Path(__file__).parents[2] / "episodes"
CASES = 120  # revisions of a chunk in each language, about 20 entries each


def again(*lines: str) -> SourceChunk:
    """A revision of a chunk."""
    new = chunk(1, *lines)
    key = ChunkKey("1b")
    entries = tuple(replace(e, id=EntryId(f"{key}:{e.line}"), chunk=key) for e in new.entries)
    return replace(new, key=key, entries=entries)


def found(old: SourceChunk, new: SourceChunk) -> dict[str, tuple[str, str]]:
    """For each old text the new one, and how sure that is."""
    anchors = anchored(old.entries, new.entries).anchors
    return {one.old.text: (one.new.text, one.certainty.name) for one in anchors}


@cache
def episode(name: str) -> Episode:
    return finished(opened([EPISODES / name])).episode


def sample(name: str, seed: int) -> Counter[tuple[str, bool]]:
    """How often each certainty was right, over many damaged revisions."""
    chance, counts = random.Random(seed), Counter[tuple[str, bool]]()
    own = episode(name)
    for _ in range(CASES):
        old = chance.choice([chunk for chunk in own.chunks if chunk.entries])
        others = [note for chunk in own.chunks if abs(chunk.number - old.number) > 1 for note in chunk.notes]
        new = damaged(chance, old.entries, others, own.language)
        for one in anchored(old.entries, new.entries, own.language).anchors:
            counts[one.certainty.name, new.origin.get(one.new.id) == one.old.id] += 1
    return counts


@pytest.mark.parametrize("name", ["ko-a", "en-a", "es-a"])
def test_no_decision_moves_to_a_wrong_entry_by_itself(name: str) -> None:
    counts = sample(name, 1)
    assert counts["SAME", True] > 50 * CASES / 10
    assert counts["LIKE", True] > CASES
    assert (counts["SAME", False], counts["LIKE", False]) == (0, 0)


def test_equal_words_are_found_wherever_they_stand() -> None:
    old = chunk(1, "00:05 the keeper lights the lamp", "00:20 a ship passes the northern rocks")
    new = again("00:07 a ship passes the northern rocks", "00:31 The keeper lights the lamp.")
    assert found(old, new) == {
        "the keeper lights the lamp": ("The keeper lights the lamp.", "SAME"),
        "a ship passes the northern rocks": ("a ship passes the northern rocks", "SAME"),
    }


def test_a_few_words_said_twice_are_found_by_their_time() -> None:
    old, new = chunk(1, "> 00:05 yes", "> 09:00 yes"), again("> 09:00 yes")
    anchors = anchored(old.entries, new.entries).anchors
    assert [(one.old.line, one.certainty) for one in anchors] == [(2, Certainty.SAME)]


def test_a_light_rewording_is_sure() -> None:
    old = chunk(1, "00:05 the keeper lights the lamp at dusk", "00:20 a ship passes the northern rocks")
    new = again("00:05 the keeper then lights the lamp at dusk", "00:20 a ship passes the northern rocks")
    assert found(old, new)["the keeper lights the lamp at dusk"][1] == "LIKE"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the tower is 1,000 metres from the shore", "the tower is 1,010 metres from the shore"),
        ("the lamp went out in the storm", "the lamp never went out in the storm"),
        ("비 오는 날 로봇 매출이 감소함", "비 오는 날 로봇 매출이 증가함"),
        ("Berta lights the lamp at dusk", "Anton lights the lamp at dusk"),
    ],
)
def test_another_fact_is_asked_about(before: str, after: str) -> None:
    old = chunk(1, f"00:05 {before}", "00:20 a ship passes the northern rocks")
    new = again(f"00:05 {after}", "00:20 a ship passes the northern rocks")
    assert found(old, new)[before] == (after, "DOUBTFUL")


def test_a_quote_of_somebody_else_is_asked_about() -> None:
    old = chunk(1, "> 00:05 it is never dark out here at night — Berta", "00:20 a ship passes the northern rocks")
    new = again("> 00:05 it is never so dark out here at night — Anton", "00:20 a ship passes the northern rocks")
    assert found(old, new)["it is never dark out here at night"][1] == "DOUBTFUL"


def test_of_two_that_are_alike_none_is_sure() -> None:
    old = chunk(1, "00:05 the keeper lights the lamp at dusk")
    new = again("00:05 the keeper lights a lamp at dusk", "00:07 the keeper lights our lamp at dusk")
    assert [how for _, how in found(old, new).values()] == ["DOUBTFUL"]


def test_another_statement_is_not_found() -> None:
    old, new = chunk(1, "00:05 the keeper lights the lamp"), again("05:00 rescue boats are painted orange")
    assert found(old, new) == {}


def test_a_note_never_answers_to_a_quote() -> None:
    old, new = chunk(1, "00:05 the keeper lights the lamp"), again("> 00:05 the keeper lights the lamp")
    assert found(old, new) == {}


def test_another_clock_is_told_by_equal_words() -> None:
    lines = [(5, "the keeper lights the lamp"), (20, "a ship passes the rocks"), (31, "its horn is heard twice")]
    old = chunk(1, *(f"00:{at:02} {text}" for at, text in lines))
    new = again(*(f"10:{at:02} {text}" for at, text in lines))
    assert anchored(old.entries, new.entries).shift_s == 600


def ids(entries: tuple[Entry, ...]) -> list[EntryId]:
    return [entry.id for entry in entries]


@given(chunks(1, 0), chunks(2, 0))
def test_no_entry_is_in_two_pairs(old: SourceChunk, new: SourceChunk) -> None:
    result: Anchoring = anchored(old.entries, new.entries)
    for side in ([one.old.id for one in result.anchors], [one.new.id for one in result.anchors]):
        assert len(side) == len(set(side))
    assert set(result.certain) <= set(ids(old.entries))


@given(chunks(1, 0))
def test_what_is_read_again_answers_to_itself(old: SourceChunk) -> None:
    certain = anchored(old.entries, old.entries).certain
    assert all(one == other for one, other in certain.items())


@given(st.data())
def test_an_empty_side_has_no_pairs(data: st.DataObject) -> None:
    entries = data.draw(chunks(1, 0)).entries
    assert anchored((), entries).anchors == anchored(entries, ()).anchors == ()
