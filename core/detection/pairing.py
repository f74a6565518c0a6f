"""Judges what was compared and keeps, zone by zone, the pairs that hold; knows nothing of merges or words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from core.detection.comparing import Comparison
from core.detection.cutoff import LAST_NOTES
from core.detection.judgement import FITTED, Model, features, scores
from core.detection.matching import MATCH, Pair, Side, matched
from core.model import ChunkKey, SourceChunk

ZoneKey = tuple[ChunkKey, ChunkKey]


def held_pairs(
    chunks: Sequence[SourceChunk], found: Comparison, model: Model = FITTED
) -> Mapping[ZoneKey, tuple[Pair, ...]]:
    """The pairs that hold, by the chunks of their zone; zones without any are left out."""
    table, zones = found.columns, found.zones
    score = scores(features(table, zones, found.pairs), model)
    likely, score = found.pairs.where(score >= MATCH), score[score >= MATCH]
    can_be_cut = table.among_last_notes(LAST_NOTES)
    sides: dict[int, Side] = {}

    def side(row: int, mass: float) -> Side:
        if row not in sides:
            number = chunks[int(table.chunk[row])].number
            sides[row] = Side(table.entries[row], number, float(table.begin_s[row]), mass, bool(can_be_cut[row]))
        return sides[row]

    left = map(side, likely.left.tolist(), likely.left_mass.tolist())
    right = map(side, likely.right.tolist(), likely.right_mass.tolist())
    clock_s = zones.offset_s[likely.zone]
    apart_s = table.begin_s[likely.right] - table.begin_s[likely.left] - clock_s
    rest = (score.tolist(), likely.shared.tolist(), *(x.round().astype(int).tolist() for x in (apart_s, clock_s)))
    pairs = sorted(zip(likely.zone.tolist(), map(Pair, left, right, *rest), strict=True), key=lambda item: item[0])
    return {
        (chunks[int(zones.left[zone])].key, chunks[int(zones.right[zone])].key): matched(pair for _, pair in group)
        for zone, group in groupby(pairs, key=lambda item: item[0])
    }
