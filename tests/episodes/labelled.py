"""Labelled episodes: their chunks, what a reader called a duplicate, and how well a detector agrees.

``<name>/labels.json`` grades pairs as same, a_in_b, b_in_a (true duplicates) or overlap (left out of the count either
way, like doubtful pairs and pairs that only follow from true ones through a third entry). Lines count from 1 in the
chunk's own file.
"""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from core.model import EntryId, Merge, SourceChunk, Tier
from core.reading.chunks import read_chunk

NAMES = ("ko-a", "en-a", "es-a")
GRADES = ("same", "a_in_b", "b_in_a")
Pair = frozenset[EntryId]


@dataclass(frozen=True)
class Labelled:
    """An episode with the judgement of a reader."""

    name: str
    chunks: tuple[SourceChunk, ...]
    grades: Mapping[Pair, str]  # true duplicates
    container: Mapping[Pair, EntryId]  # of the contained pairs, the entry that says more
    ignored: frozenset[Pair]
    traps: frozenset[Pair]
    component: Mapping[EntryId, EntryId]  # entries that are joined by true or ignored pairs

    @property
    def language(self) -> str:
        """Its primary language tag."""
        return self.name[:2]

    @property
    def true(self) -> frozenset[Pair]:
        """All true duplicates."""
        return frozenset(self.grades)

    def of_grade(self, grade: str) -> frozenset[Pair]:
        """The true duplicates of one grade."""
        return frozenset(pair for pair, given in self.grades.items() if given == grade)

    def is_false(self, pair: Pair) -> bool:
        """Whether a predicted pair is a false alarm."""
        left, right = pair
        follows = left in self.component and self.component[left] == self.component.get(right)
        return pair not in self.true and pair not in self.ignored and not follows


@dataclass(frozen=True, slots=True)
class Score:
    """How well predicted pairs agree with the labels; shares in [0, 1]."""

    precision: float
    recall: float
    f1: float
    by_grade: Mapping[str, float]  # recall
    certain_false: int
    certain_share_of_same: float
    false: frozenset[Pair]
    missed: frozenset[Pair]


@cache
def labelled(name: str) -> Labelled:
    """A labelled episode of this folder."""
    folder = Path(__file__).parent / name
    files = sorted((folder / "chunks").glob("*.md"))
    chunks = tuple(
        read_chunk(file.read_text("utf-8").splitlines(keepends=True), number=number, name=file.stem)
        for number, file in enumerate(files, 1)
    )
    return _judged(name, chunks, json.loads((folder / "labels.json").read_text("utf-8")))


def _judged(name: str, chunks: tuple[SourceChunk, ...], labels: Mapping[str, Any]) -> Labelled:
    grades: dict[Pair, str] = {}
    container: dict[Pair, EntryId] = {}
    ignored = {_pair(item) for item in labels.get("unlisted_doubtful", ())}
    for item in labels["pairs"]:
        pair, grade = _pair(item), item["grade"]
        if grade not in GRADES or item.get("doubtful"):
            ignored.add(pair)
            continue
        grades[pair] = grade
        if grade != "same":
            container[pair] = _entry(item["b" if grade == "a_in_b" else "a"])
    for item in labels.get("doubtful", ()):
        pair = _pair(item)
        if pair in grades and "same" in (item.get("grade"), item.get("listed_as"), item.get("alternative")):
            grades[pair] = "doubtful" if grades[pair] == "same" else grades[pair]  # some duplicate either way
        else:
            grades.pop(pair, None)
            ignored.add(pair)
    traps = {_pair(item) for kind in ("repeats", "near_misses", "near_misses_wide") for item in labels.get(kind, ())}
    joined = _components([*grades, *ignored])
    return Labelled(
        name, chunks, grades, container, frozenset(ignored), frozenset(traps) - ignored - set(grades), joined
    )


def _entry(place: Mapping[str, Any]) -> EntryId:
    return EntryId(f"{place['chunk']}:{place['line']}")


def _pair(item: Mapping[str, Any]) -> Pair:
    return frozenset((_entry(item["a"]), _entry(item["b"])))


def _components(pairs: Iterable[Pair]) -> dict[EntryId, EntryId]:
    root: dict[EntryId, EntryId] = {}

    def find(entry: EntryId) -> EntryId:
        while root.setdefault(entry, entry) != entry:
            entry = root[entry]
        return entry

    for left, right in pairs:
        root[find(left)] = find(right)
    return {entry: find(entry) for entry in root}


def pairs_of(merges: Iterable[Merge]) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """All pairs of members of the merges, and those of the certain ones."""
    found = [(frozenset(pair), merge.tier) for merge in merges for pair in combinations(merge.members, 2)]
    return frozenset(pair for pair, _ in found), frozenset(pair for pair, tier in found if tier is Tier.CERTAIN)


def score(episode: Labelled, predicted: Collection[Pair], certain: Collection[Pair] = ()) -> Score:
    """How well the predicted pairs agree with the labels."""
    found = frozenset(predicted)
    hits, false = found & episode.true, frozenset(pair for pair in found if episode.is_false(pair))
    precision = _share(len(hits), len(hits) + len(false))
    recall = _share(len(hits), len(episode.true))
    same = episode.of_grade("same")
    return Score(
        precision,
        recall,
        _share(2 * precision * recall, precision + recall),
        {grade: _share(len(found & episode.of_grade(grade)), len(episode.of_grade(grade))) for grade in GRADES},
        sum(episode.is_false(pair) for pair in certain),
        _share(len(same & frozenset(certain)), len(same)),
        false,
        episode.true - found,
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def blurred(chunks: Sequence[SourceChunk], sigma_s: float, *, seed: int, each: bool) -> tuple[SourceChunk, ...]:
    """The chunks with the times of every other one off: each time for itself, or all times of a chunk alike."""
    chance = random.Random(seed)
    result: list[SourceChunk] = []
    for at, chunk in enumerate(chunks):
        shift = round(chance.gauss(0, sigma_s))
        entries = [
            replace(entry, time_s=max(0, entry.time_s + (round(chance.gauss(0, sigma_s)) if each else shift)))
            for entry in chunk.entries
            if entry.time_s is not None
        ]
        result.append(replace(chunk, entries=tuple(entries)) if at % 2 else chunk)
    return tuple(result)
