"""Turns judged pairs into merges, with tier and reasons; knows nothing of how the pairs were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.detection.columns import Rows
from core.detection.comparing import Comparison
from core.detection.cutoff import LAST_NOTES, is_cut_off
from core.detection.judgement import FITTED, Model, features, scores
from core.detection.matching import MATCH, Pair, matched, stars
from core.detection.reasons import overlap_reason, time_reason, vetoes, wording_reasons
from core.model import Entry, Merge, Reason, SourceChunk, Tier
from core.text.phrases import Phrases

CERTAIN, LIKELY = 0.95, 0.60  # no false pair of the labelled episodes reaches 0.80


def proposed(
    chunks: Sequence[SourceChunk], found: Comparison, known: Phrases, model: Model = FITTED
) -> tuple[Merge, ...]:
    """The merges, by the time of their canonical entries."""
    writer = _Writer(chunks, found, known)
    begin, pairs = found.columns.begin_s, found.pairs
    mass = dict(zip(pairs.left.tolist(), pairs.left_mass.tolist(), strict=True))
    mass.update(zip(pairs.right.tolist(), pairs.right_mass.tolist(), strict=True))

    can_be_cut = found.columns.among_last_notes(LAST_NOTES)

    def says_more(row: int) -> tuple[float, ...]:
        is_cut = can_be_cut[row] and is_cut_off(found.columns.entries[row].text)
        return (-float(is_cut), mass[row], -begin[row])

    groups = stars(matched(_likely(found, model)), says_more)
    merges = [
        (begin[centre], centre, writer.merge(centre, part))
        for centre, members in groups
        for part in _parts(members, found.columns.chunk)
    ]
    return tuple(merge for _, _, merge in sorted(merges, key=lambda item: item[:2]))


def _likely(found: Comparison, model: Model) -> list[Pair]:
    score = scores(features(found.columns, found.zones, found.pairs), model)
    kept, score = found.pairs.where(score >= MATCH), score[score >= MATCH]
    left_in_right, right_in_left = kept.shared / kept.left_mass, kept.shared / kept.right_mass
    shares = zip(left_in_right.tolist(), right_in_left.tolist(), strict=True)
    rows = (kept.zone.tolist(), kept.left.tolist(), kept.right.tolist(), score.tolist())
    return [Pair(*values) for values in zip(*rows, shares, strict=True)]


def _parts(members: Mapping[int, Pair], chunk: Rows) -> Iterator[Mapping[int, Pair]]:
    """One merge of all members; two where a note covers several of one chunk and only some for certain.

    Copies from different chunks stay together; parts of one chunk are no copies of each other, and a doubtful one
    should not hold up the others.
    """
    certain = {row: pair for row, pair in members.items() if pair.score >= CERTAIN}
    if len({chunk[row] for row in members}) == len(members) or len(certain) in (0, len(members)):
        yield members
        return
    yield certain
    yield {row: pair for row, pair in members.items() if row not in certain}


@dataclass(frozen=True)
class _Writer:
    """Puts groups into words."""

    chunks: Sequence[SourceChunk]
    found: Comparison
    known: Phrases

    def merge(self, centre: int, members: Mapping[int, Pair]) -> Merge:
        """The merge of a centre and its members, with the reasons of every pair."""
        entries, begin = self.found.columns.entries, self.found.columns.begin_s
        rows = sorted(members, key=lambda row: (begin[row], row))
        pairs = [members[row] for row in rows]
        reasons = _once(reason for pair in pairs for reason in self._reasons(pair))
        forbidden = _once(reason for pair in pairs for reason in vetoes(*self._entries(pair), self.known))
        score = min(pair.score for pair in pairs)
        ids = tuple(entries[row].id for row in (centre, *rows))
        return Merge(ids, score, _tier(score, is_forbidden=bool(forbidden)), (*reasons, *forbidden))

    def _reasons(self, pair: Pair) -> Iterator[Reason]:
        begin, zones = self.found.columns.begin_s, self.found.zones
        yield time_reason(round(begin[pair.right] - begin[pair.left] - zones.offset_s[pair.zone]))
        yield overlap_reason(*(self.chunks[side[pair.zone]].number for side in (zones.left, zones.right)))
        yield from wording_reasons(*self._entries(pair), pair.containment)

    def _entries(self, pair: Pair) -> tuple[Entry, Entry]:
        return self.found.columns.entries[pair.left], self.found.columns.entries[pair.right]


def _tier(score: float, *, is_forbidden: bool) -> Tier:
    if score >= CERTAIN and not is_forbidden:
        return Tier.CERTAIN
    return Tier.LIKELY if score >= LIKELY else Tier.POSSIBLE


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    kept: list[Reason] = []
    for reason in reasons:
        if reason not in kept:
            kept.append(reason)
    return tuple(kept)
