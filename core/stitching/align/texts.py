"""Blocks and entries as texts that can be compared: what they share, weighed by how rare it is; decides nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from core.model import Block, ChunkKey, EntryId, Episode, ItemId, Kind
from core.text.guard import guarded
from core.text.normalise import plain
from core.text.overlap import Grams, grams
from core.text.phrases import phrases
from core.text.told_numbers import Numbers

_WORD = re.compile(r"[^\W\d_\u3040-\u9fff]{4,}|[가-힣]{2,}|[ァ-ヺー]{2,}|[\u3400-\u9fff]")
_LETTERS, _SYLLABLES = 5, 2  # that words of one stem share
_LEADING = 16  # letters; a note of more tells something itself
_COMMONEST = 0.2  # of all entries; grams in more of them than that find no candidates


@dataclass(frozen=True)
class Text:
    """One block or entry."""

    at: int  # its position among its own
    kind: Kind
    time_s: int | None
    text: str

    @cached_property
    def words(self) -> str:
        """Its words as the quote guard compares them."""
        return guarded(self.text)

    @cached_property
    def grams(self) -> Grams:
        """Its runs of characters."""
        return grams(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words begin with, but for those that any two texts may share; of Han each character."""
        words = _WORD.findall(plain(self.text).casefold())
        return frozenset(
            word[: _SYLLABLES if "가" <= word[0] <= "힣" else _LETTERS]
            for word in words
            if word not in phrases().common.words
        )

    @cached_property
    def numbers(self) -> Numbers:
        """Its numbers, however they are written."""
        return Numbers.of([self.text])


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a block and an entry share: shares of the whole of each, and their cosine, in [0, 1]."""

    of_entry: float
    of_block: float
    cosine: float


class Texts:
    """All blocks and entries of one alignment."""

    def __init__(self, episode: Episode, blocks: Sequence[Block], offsets: Mapping[ChunkKey, int]) -> None:
        entries = list(episode.entries.values())
        self.entry_ids: list[EntryId] = [entry.id for entry in entries]
        self.chunks: list[ChunkKey] = [entry.chunk for entry in entries]
        self._depths = [(entry.chunk, entry.depth) for entry in entries]
        self.block_ids: list[ItemId] = [block.id for block in blocks]
        self.blocks = [Text(at, block.kind, block.time_s, block.text) for at, block in enumerate(blocks)]
        self.entries = [
            Text(
                at,
                entry.kind,
                None if entry.time_s is None else max(0, entry.time_s + offsets.get(entry.chunk, 0)),
                entry.text,
            )
            for at, entry in enumerate(entries)
        ]

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        count = Counter(gram for entry in self.entries for gram in entry.grams)
        size = len(self.entries)
        return {gram: (log((1 + size) / (1 + n)) + 1) ** 2 for gram, n in count.items()}

    @cached_property
    def _unknown(self) -> float:
        return (log(1 + len(self.entries)) + 1) ** 2

    @cached_property
    def _having(self) -> Mapping[str, list[int]]:
        """For each gram that is not too common the entries that have it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for entry in self.entries:
            for gram in entry.grams:
                found[gram].append(entry.at)
        most = max(50, _COMMONEST * len(self.entries))
        return {gram: entries for gram, entries in found.items() if len(entries) <= most}

    @cached_property
    def _by_second(self) -> Mapping[tuple[Kind, int], list[Text]]:
        found: defaultdict[tuple[Kind, int], list[Text]] = defaultdict(list)
        for entry in self.entries:
            if entry.time_s is not None:
                found[entry.kind, entry.time_s].append(entry)
        return found

    def at_second(self, block: Text) -> Sequence[Text]:
        """The entries of the block's kind and time."""
        return () if block.time_s is None else self._by_second.get((block.kind, block.time_s), ())

    def only_leads(self, entry: Text) -> bool:
        """Whether an entry says little but what those beneath it are about."""
        own, *below = self._depths[entry.at : entry.at + 2]
        return bool(below) and below[0][0] == own[0] and below[0][1] > own[1] and len(entry.words) <= _LEADING

    def weight(self, of: Iterable[str]) -> float:
        """How much some grams say together."""
        weights, unknown = self._weights, self._unknown
        return sum(weights.get(gram, unknown) for gram in of)

    def likeness(self, block: Text, entry: Text) -> Likeness:
        """What the two share."""
        shared = self.weight(block.grams & entry.grams)
        in_block, in_entry = self.weight(block.grams), self.weight(entry.grams)
        return Likeness(
            shared / max(in_entry, 1e-9), shared / max(in_block, 1e-9), shared / max(sqrt(in_block * in_entry), 1e-9)
        )

    def candidates(self, block: Text, most: int = 40) -> Iterator[Text]:
        """Entries of the block's kind that share the most with it."""
        votes: Counter[int] = Counter()
        for gram in block.grams:
            weight = self._weights.get(gram, 0.0)
            for entry in self._having.get(gram, ()):
                votes[entry] += int(weight * 16)
        found = (self.entries[at] for at, _ in votes.most_common())
        for number, entry in enumerate(entry for entry in found if entry.kind is block.kind):
            if number == most:
                return
            yield entry
