"""Finds the entries that tell the same: the one way in to detection. Reads entries and clock offsets, never blocks.

Loads numpy; import it where detection starts, not where a window opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from core.detection.clocks import clock_offsets
from core.detection.columns import Columns, columns
from core.detection.cutoff import is_cut_off
from core.detection.judgement import comparable, cosine, scores
from core.detection.likeness import Likeness, batches, joined, likeness, weights_of
from core.detection.matching import MATCH, Pair, matched, stars
from core.detection.reasons import overlap_reason, time_reason, vetoes, wording_reasons
from core.detection.zones import Tile, Zones, tiles_of, zones_of
from core.model import ChunkKey, Merge, Reason, SourceChunk, Tier
from core.text.grams import GramReader
from core.text.phrases import Phrases, phrases
from core.work import Work

CERTAIN, LIKELY = 0.97, 0.70
LEAST_COSINE = 0.1  # pairs that share less are no duplicates, at whatever time


def detect(
    chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], language: str = ""
) -> Work[tuple[Merge, ...]]:
    """The merges that are proposed, by the time of their canonical entries.

    Args:
        chunks: all chunks, in reading order.
        offsets: seconds that are added to the times of a chunk.
        language: whose phrases tell negation and plans; of all languages when empty.
    """
    table = columns(chunks, offsets)
    texts = [entry.text for entry in table.entries]
    reader = GramReader()
    yield 0.0
    weights = weights_of(texts, reader)
    yield 0.1
    zones = zones_of(table)
    tiles = list(tiles_of(table, zones))
    found = yield from _compared(tiles, table, partial(likeness, texts=texts, reader=reader, weights=weights))
    zones = replace(zones, offset_s=clock_offsets(table, zones, found))
    shifted = np.abs(zones.offset_s) > 1
    if shifted.any():  # other entries stand in the overlap than the clocks said
        tiles = [tile for tile in tiles_of(table, zones) if shifted[tile.zone]]
        again = yield from _compared(tiles, table, partial(likeness, texts=texts, reader=reader, weights=weights))
        found = joined([found.where(~shifted[found.zone]), again])
    found = found.where(comparable(table, zones, found))
    return _merges(chunks, table, zones, found, phrases(language))


def _compared(tiles: Sequence[Tile], table: Columns, compare: Callable[[Sequence[Tile]], Likeness]) -> Work[Likeness]:
    """What the entries of the tiles share, without the pairs that share next to nothing or differ in kind."""
    parts: list[Likeness] = []
    done = 0
    for batch in batches(tiles):
        found = compare(batch)
        same_kind = table.is_quote[found.left] == table.is_quote[found.right]
        parts.append(found.where(same_kind & (cosine(found) >= LEAST_COSINE)))
        done += len(batch)
        yield 0.1 + 0.8 * done / len(tiles)
    return joined(parts)


def _merges(
    chunks: Sequence[SourceChunk], table: Columns, zones: Zones, found: Likeness, known: Phrases
) -> tuple[Merge, ...]:
    score = scores(table, zones, found)
    likely = score >= MATCH
    kept, score = found.where(likely), score[likely]
    pairs = [
        Pair(*values)
        for values in zip(
            kept.zone.tolist(),
            kept.left.tolist(),
            kept.right.tolist(),
            score.tolist(),
            zip((kept.shared / kept.left_mass).tolist(), (kept.shared / kept.right_mass).tolist(), strict=True),
            strict=True,
        )
    ]
    mass = dict(zip(kept.left.tolist(), kept.left_mass.tolist(), strict=True))
    mass.update(zip(kept.right.tolist(), kept.right_mass.tolist(), strict=True))

    def says_more(row: int) -> tuple[float, ...]:
        entry = table.entries[row]
        return (-float(is_cut_off(entry.text)), mass[row], -table.begin_s[row])

    writer = _Writer(chunks, table, zones, known)
    merges = [
        (table.begin_s[centre], centre, writer.merge(centre, members))
        for centre, members in stars(matched(pairs), says_more)
    ]
    return tuple(merge for _, _, merge in sorted(merges, key=lambda item: item[:2]))


@dataclass(frozen=True)
class _Writer:
    """Puts groups into words."""

    chunks: Sequence[SourceChunk]
    table: Columns
    zones: Zones
    known: Phrases

    def merge(self, centre: int, members: Mapping[int, Pair]) -> Merge:
        """The merge of a centre and its members, with the reasons of every pair."""
        rows = sorted(members, key=lambda row: (self.table.begin_s[row], row))
        reasons = _once(reason for row in rows for reason in self._reasons(members[row]))
        forbidden = _once(reason for row in rows for reason in self._vetoes(members[row]))
        score = min(pair.score for pair in members.values())
        tier = Tier.CERTAIN if score >= CERTAIN and not forbidden else Tier.LIKELY if score >= LIKELY else Tier.POSSIBLE
        return Merge(tuple(self.table.entries[row].id for row in (centre, *rows)), score, tier, (*reasons, *forbidden))

    def _vetoes(self, pair: Pair) -> Iterator[Reason]:
        return vetoes(self.table.entries[pair.left], self.table.entries[pair.right], self.known)

    def _reasons(self, pair: Pair) -> Iterator[Reason]:
        begin = self.table.begin_s
        yield time_reason(round(begin[pair.right] - begin[pair.left] - self.zones.offset_s[pair.zone]))
        yield overlap_reason(*(self.chunks[side[pair.zone]].number for side in (self.zones.left, self.zones.right)))
        yield from wording_reasons(self.table.entries[pair.left], self.table.entries[pair.right], pair.containment)


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    kept: list[Reason] = []
    for reason in reasons:
        if reason not in kept:
            kept.append(reason)
    return tuple(kept)
