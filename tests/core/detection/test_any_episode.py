"""Whatever the chunks hold, detection keeps its promises."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.detection.detect import analyse
from core.detection.repeats import repeated_chunks
from core.detection.restarts import clock_proposals
from core.model import ChunkKey, Entry, EntryId, Kind, SourceChunk
from core.work import finished

TEXTS = st.one_of(
    st.sampled_from(
        ["the pump failed in May", "the pump had failed", "배터리가 31% 줄었다고 설명함", "水泵在五月坏了", ""]
    ),
    st.text(max_size=30),
)
TIMES = st.one_of(st.none(), st.integers(0, 300), st.sampled_from([0, 0, 60, 60, 599_999]))
NOTES = st.lists(st.tuples(st.sampled_from([Kind.NOTE, Kind.NOTE, Kind.QUOTE]), TIMES, TEXTS), max_size=7)
EPISODES = st.lists(NOTES, max_size=4)


def chunks_of(episode: list[list[tuple[Kind, int | None, str]]]) -> tuple[SourceChunk, ...]:
    return tuple(
        SourceChunk(ChunkKey(str(number)), number, str(number), "", 1, (), (), (), entries_of(str(number), notes))
        for number, notes in enumerate(episode, 1)
    )


def entries_of(key: str, notes: list[tuple[Kind, int | None, str]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(EntryId(f"{key}:{line}"), ChunkKey(key), kind, line, time_s, text)
        for line, (kind, time_s, text) in enumerate(notes, 1)
    )


@settings(max_examples=60, deadline=None)
@given(EPISODES, st.integers(-50, 50))
def test_merges_keep_their_promises(episode: list[list[tuple[Kind, int | None, str]]], offset_s: int) -> None:
    chunks = chunks_of(episode)
    entries = {entry.id: entry for chunk in chunks for entry in chunk.entries}
    analysis = finished(analyse(chunks, {ChunkKey("2"): offset_s}))
    for merge in analysis.merges:
        assert len(merge.members) == len(set(merge.members)) >= 2
        assert len({entries[member].kind for member in merge.members}) == 1
        assert all(entries[member].chunk != entries[merge.canonical].chunk for member in merge.members[1:])
        assert 0 <= merge.score <= 1
        assert [str(reason.message) for reason in merge.reasons]


@settings(max_examples=30, deadline=None)
@given(EPISODES)
def test_clocks_and_copies_are_asked_of_anything(episode: list[list[tuple[Kind, int | None, str]]]) -> None:
    chunks = chunks_of(episode)
    finished(clock_proposals(finished(analyse(chunks, {}))))
    assert repeated_chunks(chunks).keys() <= {chunk.key for chunk in chunks}


@settings(max_examples=30, deadline=None)
@given(EPISODES, NOTES)
def test_a_chunk_replaced_and_put_back_leaves_all_as_it_was(
    episode: list[list[tuple[Kind, int | None, str]]], notes: list[tuple[Kind, int | None, str]]
) -> None:
    chunks = chunks_of(episode)
    whole = finished(analyse(chunks, {}))
    other = finished(analyse((*chunks[:1], *chunks_of([[], notes])[1:], *chunks[2:]), {}, before=whole))
    back = finished(analyse(chunks, {}, before=other))
    assert [merge.members for merge in back.merges] == [merge.members for merge in whole.merges]


CHANGES = st.lists(st.tuples(st.integers(0, 3), st.one_of(NOTES, st.integers(-40, 40), st.none())), max_size=5)


@settings(max_examples=60, deadline=None)
@given(EPISODES, CHANGES)
def test_looking_again_finds_what_looking_from_nothing_finds(
    episode: list[list[tuple[Kind, int | None, str]]],
    changes: list[tuple[int, list[tuple[Kind, int | None, str]] | int | None]],
) -> None:
    """With the same judgement of which words are rare, which an analysis keeps from the one before."""
    chunks, offsets = list(chunks_of(episode)), dict[ChunkKey, int]()
    known = finished(analyse(chunks, {}))
    for at, change in changes:
        if at >= len(chunks):
            continue
        if change is None:
            del chunks[at]
        elif isinstance(change, int):
            offsets[chunks[at].key] = change
        else:
            chunks[at] = replace(chunks[at], entries=entries_of(chunks[at].key, change))
        known = finished(analyse(tuple(chunks), offsets, before=known))
        nothing = replace(known, tracks={}, held={}, waiting=(), placed=())
        assert known.merges == finished(analyse(tuple(chunks), offsets, before=nothing)).merges
