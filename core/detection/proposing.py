"""Turns pairs that hold into merges, with tier and reasons; knows nothing of how the pairs were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.detection.cutoff import is_cut_off
from core.detection.matching import Grouping, Pair, Side, Star
from core.detection.people import People
from core.detection.reasons import clock_reason, overlap_reason, time_reason, wording_reasons
from core.detection.tuning import IN_USE, Thresholds
from core.detection.vetoes import vetoes
from core.model import EntryId, Kind, Merge, Reason, Tier
from core.text.phrases import Phrases
from core.text.speakers import SpeakerKind, speaker_kind
from core.work import Work

CLOCK_OFF_S = 3  # seconds from which a difference of two clocks is worth a word
_REST = 16  # merges between two yields

_NO_PAIRS: frozenset[frozenset[EntryId]] = frozenset()  # one for all: they are many

Placed = tuple[tuple[float, int, int], Merge]
"""A merge behind the place of its canonical entry: second, chunk number and line."""


def proposed(
    pairs: Iterable[Pair], known: Phrases, people: People, tuned: Thresholds = IN_USE.thresholds
) -> Work[tuple[Placed, ...]]:
    """The merges by the time of their canonical entries; yields the share done."""
    grouping = Grouping(_says_more)
    for at, pair in enumerate(pairs):
        grouping.add(pair)
        if at % _REST == 0:
            yield 0.0
    groups = [part for star in grouping.stars() for part in _parts(star, tuned)]
    merges: list[Placed] = []
    for at, star in enumerate(groups):
        merges.append((_place(star.centre), _merge(star, known, people, tuned)))
        if at % _REST == 0:
            yield at / len(groups)
    return tuple(sorted(merges, key=lambda placed: placed[0]))


def _says_more(side: Side) -> tuple[float, ...]:
    """Sorts by how well an entry would stand for others: whole, a quote with its speaker, rich, early."""
    is_cut = side.can_be_cut and is_cut_off(side.entry.text)
    is_named = side.entry.kind is Kind.QUOTE and speaker_kind(side.entry.speaker) is SpeakerKind.NAMED
    return (-float(is_cut), float(is_named), side.mass, -side.begin_s)


def _parts(star: Star, tuned: Thresholds) -> Iterator[Star]:
    """One merge of all members; two where a note covers several of one chunk and only some for certain.

    Copies from different chunks stay together; parts of one chunk are no copies of each other, and a doubtful one
    should not hold up the others.
    """
    certain = tuple(pair for pair in star.pairs if _is_certain(pair, tuned))
    chunks = {side.entry.chunk for side in star.others()}
    if len(chunks) == len(star.pairs) or len(certain) in (0, len(star.pairs)):
        yield star
        return
    yield Star(star.centre, certain, star.also)
    yield Star(star.centre, tuple(pair for pair in star.pairs if pair not in certain), star.also)


def _merge(star: Star, known: Phrases, people: People, tuned: Thresholds) -> Merge:
    others, pairs = star.others(), star.pairs
    if len(pairs) > 1:
        others, pairs = zip(*sorted(zip(others, pairs, strict=True), key=lambda item: _place(item[0])), strict=True)
    reasons = [reason for pair in pairs for reason in _reasons(pair)]
    forbidden = [reason for pair in pairs for reason in vetoes(pair.left.entry, pair.right.entry, known, people)]
    score = min(pair.score for pair in pairs)
    is_certain = not forbidden and all(_is_certain(pair, tuned) for pair in pairs)
    tier = Tier.CERTAIN if is_certain else Tier.LIKELY if score >= tuned.likely else Tier.POSSIBLE
    members = (star.centre.entry.id, *(side.entry.id for side in others))
    said = [*reasons, *forbidden]
    also = frozenset(pair for pair in star.also if pair <= frozenset(members)) if star.also else _NO_PAIRS
    return Merge(members, round(score, 4), tier, tuple(said if len(pairs) == 1 else _once(said)), also)


def _reasons(pair: Pair) -> Iterator[Reason]:
    # A small difference of the clocks is no news; what is said then agrees with the times that people see.
    is_clock_off = abs(pair.clock_s) >= CLOCK_OFF_S
    yield time_reason(pair.apart_s if is_clock_off else round(pair.left.begin_s - pair.right.begin_s))
    yield overlap_reason(pair.left.chunk_number, pair.right.chunk_number)
    if is_clock_off:
        yield clock_reason(pair.clock_s)
    yield from wording_reasons(pair)


def _place(side: Side) -> tuple[float, int, int]:
    return side.begin_s, side.chunk_number, side.entry.line


def _is_certain(pair: Pair, tuned: Thresholds) -> bool:
    return pair.score >= tuned.certain and pair.shared >= tuned.mostly * min(pair.left.mass, pair.right.mass)


def _once(reasons: Iterable[Reason]) -> Sequence[Reason]:
    kept: list[Reason] = []
    for reason in reasons:
        if reason not in kept:
            kept.append(reason)
    return kept
