"""Judges what was compared and keeps, zone by zone, the pairs that hold; knows nothing of merges or words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.detection.comparing import Comparison
from core.detection.cutoff import LAST_NOTES
from core.detection.judgement import features, scores
from core.detection.matching import Pair, Side, matched
from core.detection.tuning import IN_USE, Tuning
from core.model import ChunkKey, SourceChunk
from core.work import Work

ZoneKey = tuple[ChunkKey, ChunkKey]
_BLOCK = 1_024  # pairs between two yields
_ZONES = 32  # and zones
_Row = tuple[int, tuple[int, float], tuple[int, float], float, float, int, int]


def held_pairs(
    chunks: Sequence[SourceChunk], found: Comparison, tuning: Tuning = IN_USE
) -> Work[Mapping[ZoneKey, tuple[Pair, ...]]]:
    """The pairs that hold, by the chunks of their zone; zones without any are left out."""
    by_zone: dict[int, list[Pair]] = {}
    can_be_cut = found.columns.among_last_notes(LAST_NOTES)
    sides: dict[int, Side] = {}

    def side(row: int, mass: float) -> Side:
        if row not in sides:
            table = found.columns
            number = chunks[int(table.chunk[row])].number
            sides[row] = Side(table.entries[row], number, float(table.begin_s[row]), mass, bool(can_be_cut[row]))
        return sides[row]

    for start in range(0, len(found.pairs.zone), _BLOCK):
        yield start / len(found.pairs.zone)
        for zone, left, right, score, shared, apart_s, clock_s in _likely(found, slice(start, start + _BLOCK), tuning):
            pair = Pair(side(*left), side(*right), score, shared, apart_s, clock_s)
            by_zone.setdefault(zone, []).append(pair)
    held: dict[ZoneKey, tuple[Pair, ...]] = {}
    for at, (zone, pairs) in enumerate(sorted(by_zone.items())):
        held[_key(chunks, found, zone)] = matched(pairs, tuning.thresholds)
        if at % _ZONES == 0:
            yield 1.0
    return held


def _key(chunks: Sequence[SourceChunk], found: Comparison, zone: int) -> ZoneKey:
    return chunks[int(found.zones.left[zone])].key, chunks[int(found.zones.right[zone])].key


def _likely(found: Comparison, block: slice, tuning: Tuning) -> Iterator[_Row]:
    """Zone, row and mass of both sides, score, shared mass, seconds apart and clock of each pair that may hold."""
    table, zones = found.columns, found.zones
    pairs = found.pairs.where(block)
    score = scores(features(table, zones, pairs, tuning.thresholds.near_s), tuning.model)
    is_likely = score >= tuning.thresholds.match
    pairs, score = pairs.where(is_likely), score[is_likely]
    clock_s = zones.offset_s[pairs.zone]
    apart_s = table.begin_s[pairs.right] - table.begin_s[pairs.left] - clock_s
    return zip(
        pairs.zone.tolist(),
        zip(pairs.left.tolist(), pairs.left_mass.tolist(), strict=True),
        zip(pairs.right.tolist(), pairs.right_mass.tolist(), strict=True),
        score.tolist(),
        pairs.shared.tolist(),
        apart_s.round().astype(int).tolist(),
        clock_s.round().astype(int).tolist(),
        strict=True,
    )
