"""What a model does to a chunk when it writes it once more: other words, another order, notes that come and go.

Each damaged entry says which old one it is, so that a test knows what is right.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.model import ChunkKey, Entry, EntryId, Kind

_FILLERS = {
    "ko": ("다시", "특히", "이어서", "한편", "실제로"),
    "en": ("also", "then", "really", "in fact"),
    "es": ("también", "luego"),
}
_NUMBER = re.compile(r"\d+")
_SUBJECT = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|[가-힣]{2,}(?=[은는이가] )")


@dataclass(frozen=True)
class Damaged:
    """A chunk's entries after damage, and which old one each of them is."""

    entries: tuple[Entry, ...]
    origin: dict[EntryId, EntryId]  # new to old; one that came in has none


def damaged(chance: random.Random, entries: Sequence[Entry], others: Sequence[Entry], language: str) -> Damaged:
    """Damage by chance; ``others`` are notes of the same episode, not of the same minutes, that may come in."""
    made: list[tuple[Entry, EntryId | None]] = []
    harm = chance.choice((0.1, 0.3, 0.6))
    for entry in entries:
        dice = chance.random()
        if dice < harm * 0.25:
            if chance.random() < 0.5:  # a near copy in its place that says something else
                other = _other_fact(chance, entry, others)
                made.append((other, entry.id if other.text == entry.text else None))
            continue
        if dice < harm:
            made.append((_reworded(chance, entry, language), entry.id))
        else:
            made.append((entry, entry.id))
        if chance.random() < harm * 0.3:
            made.append((chance.choice((_stranger, _twin))(chance, entry, others), None))
    for _ in range(chance.randrange(3) if chance.random() < harm else 0):
        if len(made) > 1:
            made.insert(chance.randrange(len(made)), made.pop(chance.randrange(len(made))))
    shift_s = chance.choice((0, 0, 0, 7, 600))
    found: list[Entry] = []
    origin: dict[EntryId, EntryId] = {}
    key = ChunkKey("9b")
    for line, (entry, old) in enumerate(made, 3):
        time_s = None if entry.time_s is None else max(0, entry.time_s + shift_s + chance.choice((0, 0, 0, 1, -2, 5)))
        found.append(replace(entry, id=EntryId(f"{key}:{line}"), chunk=key, line=line, time_s=time_s))
        if old is not None:
            origin[found[-1].id] = old
    return Damaged(tuple(found), origin)


def _reworded(chance: random.Random, entry: Entry, language: str) -> Entry:
    words = entry.text.split(" ")
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(words))
        match chance.randrange(4):
            case 0 if len(words) > 2:
                del words[at]
            case 1:
                words.insert(at, chance.choice(_FILLERS[language]))
            case 2 if len(words) > 1:
                other = chance.randrange(len(words))
                words[at], words[other] = words[other], words[at]
            case _ if len(words[at]) > 3:
                words[at] = words[at][:-1]
            case _:
                pass
    return replace(entry, text=" ".join(words))


def _other_fact(chance: random.Random, entry: Entry, others: Sequence[Entry]) -> Entry:
    """The same sentence about another number, somebody else, or with another end."""
    if _NUMBER.search(entry.text) and chance.random() < 0.5:
        return replace(
            entry, text=_NUMBER.sub(lambda found: str(int(found[0]) + chance.randrange(1, 90)), entry.text, 1)
        )
    own = _SUBJECT.search(entry.text)
    subjects = [found for one in others for found in _SUBJECT.findall(one.text) if own and found[:2] != own[0][:2]]
    if own and subjects:
        return replace(entry, text=entry.text[: own.start()] + chance.choice(subjects) + entry.text[own.end() :])
    return replace(_twin(chance, entry, others), kind=entry.kind, depth=entry.depth, speaker=entry.speaker)


def _stranger(chance: random.Random, beside: Entry, others: Sequence[Entry]) -> Entry:
    """A note of another part of the episode, at this time."""
    return replace(chance.choice(others), time_s=beside.time_s, depth=0, kind=Kind.NOTE, speaker=None)


def _twin(chance: random.Random, beside: Entry, others: Sequence[Entry]) -> Entry:
    """What stands beside, with half of its words and half of another's."""
    other = chance.choice(others).text.split(" ")
    words = beside.text.split(" ")
    text = " ".join((*words[: len(words) // 2 + 1], *other[len(other) // 2 :]))
    return replace(beside, text=text, depth=0, kind=Kind.NOTE, speaker=None)
