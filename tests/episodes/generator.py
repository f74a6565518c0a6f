"""Long Korean episodes by chance, to measure speed: windows overlap, each tells the shared part in its own words."""

from __future__ import annotations

import random
from collections.abc import Sequence

from core.model import ChunkKey, Entry, EntryId, Kind, SourceChunk

NOTES_A_CHUNK = 20
SHARED = 6  # notes that a chunk shares with the one before: 30 %
STEP_S = 6
_ONSETS, _VOWELS, _CODAS = 19, 21, 28
_SUBJECTS = ("연구팀은", "진행자는", "발표자는", "회사는", "참가자들은", "설계자는", "이용자는", "담당자는")
_ENDINGS = ("설명함", "언급함", "강조했다", "밝혔다", "소개한다", "덧붙였다", "전망함", "되물었다")
_PARTICLES = ("을", "를", "에서", "으로", "과", "의", "에", "보다")


def long_episode(notes: int, seed: int = 1) -> tuple[SourceChunk, ...]:
    """Chunks with about so many notes in all, of about 53 characters each."""
    chance = random.Random(seed)
    words = [_word(chance) for _ in range(6000)]
    chunks: list[SourceChunk] = []
    shared: list[tuple[int, list[str]]] = []
    time_s = 0
    for number in range(1, notes // NOTES_A_CHUNK + 1):
        told = [(at, _retold(chance, parts)) for at, parts in shared]
        while len(told) < NOTES_A_CHUNK:
            time_s += STEP_S + chance.randrange(3)
            told.append((time_s, _statement(chance, words)))
        shared = told[-SHARED:]
        chunks.append(_chunk(number, [(at, " ".join(parts)) for at, parts in told]))
    return tuple(chunks)


def _chunk(number: int, notes: Sequence[tuple[int, str]]) -> SourceChunk:
    key = ChunkKey(str(number))
    entries = tuple(
        Entry(EntryId(f"{key}:{line}"), key, Kind.NOTE, line, time_s, text)
        for line, (time_s, text) in enumerate(notes, 3)
    )
    return SourceChunk(key, number, f"chunk_{number:03}", "", 1, (), (), (), entries)


def _statement(chance: random.Random, words: Sequence[str]) -> list[str]:
    middle = [chance.choice(words) + chance.choice(_PARTICLES) for _ in range(10)]
    if chance.random() < 0.3:
        middle.insert(4, f"{chance.randrange(2, 4000)}{chance.choice('개명원년')}")
    return [chance.choice(_SUBJECTS), *middle, chance.choice(_ENDINGS)]


def _retold(chance: random.Random, parts: Sequence[str]) -> list[str]:
    """The same statement by another model: some words left out, two swapped, another ending."""
    kept = [part for part in parts[1:-1] if chance.random() > 0.15]
    if len(kept) > 3:
        at = chance.randrange(len(kept) - 1)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return [chance.choice(_SUBJECTS), *kept, chance.choice(_ENDINGS)]


def _word(chance: random.Random) -> str:
    return "".join(
        chr(0xAC00 + (chance.randrange(_ONSETS) * _VOWELS + chance.randrange(_VOWELS)) * _CODAS + _coda(chance))
        for _ in range(chance.choice((2, 2, 2, 3)))
    )


def _coda(chance: random.Random) -> int:
    return chance.choice((0, 0, 0, 4, 8, 16, 17, 21))
