"""One run over zones that are to be judged: a few at a time, those in view first, and what is found is told on the way.

A zone's pairs hang on its two chunks alone, so the order changes nothing. A merge is proposed as soon as every zone
that could change it is judged; it stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

from core.detection.analysis import Analysis, Watcher
from core.detection.columns import Track, columns
from core.detection.comparing import Reading, compared
from core.detection.matching import Pair
from core.detection.pairing import ZoneKey, held_pairs
from core.detection.people import People
from core.detection.progress import within
from core.detection.proposing import Placed, proposed
from core.detection.repeats import is_copy
from core.detection.tuning import Tuning
from core.model import ChunkKey, EntryId
from core.text.phrases import Phrases
from core.work import Work

PORTION = 32  # zones that are judged at once
TELL_S = 0.2  # between two publications
_MORE = 0.25  # of what was told of already must be new, unless it is in view: each telling costs those who hear it
Zone = tuple[int, int]  # positions of two chunks


class Search:
    """Judges zones and keeps what is found."""

    def __init__(
        self,
        tracks: Mapping[ChunkKey, Track],
        offsets: Mapping[ChunkKey, int],
        reading: Reading,
        *,
        people: People,
        tuning: Tuning,
    ) -> None:
        self._tracks, self._offsets, self._reading, self._tuning = tracks, offsets, reading, tuning
        self._people = people
        self._keys = list(tracks)
        self._tuned = tuning.thresholds.among(reading.weights.texts)
        self._held: dict[ZoneKey, tuple[Pair, ...]] = {}
        self._waiting: list[Pair] = []
        self._placed: list[Placed] = []
        self._unjudged: Counter[ChunkKey] = Counter()  # zones of each chunk

    def analysis(self) -> Analysis:
        """What is found so far."""
        self._placed.sort(key=itemgetter(0))
        held, waiting, placed = dict(self._held), tuple(self._waiting), tuple(self._placed)
        return Analysis(self._tracks, self._offsets, self._reading.weights, self._people, held, waiting, placed)

    def keep(self, before: Analysis, zones: Iterable[Zone]) -> Work[list[Zone]]:
        """Takes over what an analysis knows of the zones, and tells which are to be judged."""
        same = {key for key in self._keys if self._is_same(before, key)}
        yield 0.0
        todo: list[Zone] = []
        for zone in zones:
            key = self._key(zone)
            if key[0] in same and key[1] in same and key in before.held:
                self._held[key] = before.held[key]
            else:
                todo.append(zone)
        yield 0.2
        doubtful = [pair for key in before.held.keys() - self._held.keys() for pair in before.held[key]]
        near = {key for zone in todo for key in self._key(zone)}
        beside = _Neighbours(self._held)
        yield 0.4
        doubtful += (*beside.pairs_of(near), *before.waiting)
        self._waiting = beside.connected(_entries(doubtful))
        self._placed = _without(before.placed, [*doubtful, *self._waiting])
        yield 0.8
        return todo

    def run(self, zones: Sequence[Zone], known: Phrases, watcher: Watcher | None) -> Work[None]:
        """Judges the zones; ``known`` are the phrases that hold back what contradicts."""
        self._unjudged.update(key for zone in zones for key in self._key(zone))
        yield from within(0.0, 0.0, self._propose(known))
        portions = [zones[start : start + PORTION] for start in range(0, len(zones), PORTION)]
        count, told = len(portions), len(self._placed)
        told_s = watcher.clock() if watcher else 0.0
        for done in range(count):
            away, at = self._nearest(portions, watcher.in_view() if watcher else ())
            portion = portions.pop(at)
            start, middle, end = done / count, (done + 0.6) / count, (done + 1) / count
            yield from within(start, middle, self._judge(portion))
            yield from within(middle, end, self._propose(known))
            if watcher is None or not portions or watcher.clock() - told_s < TELL_S:
                continue
            new = len(self._placed) - told
            if new > 0 and (away == 0 or new >= _MORE * told):
                watcher.publish(self.analysis())
                told, told_s = len(self._placed), watcher.clock()
                yield end

    def _nearest(self, portions: Sequence[Sequence[Zone]], view: Collection[ChunkKey]) -> tuple[int, int]:
        """How far, in chunks, the portion nearest to what is in view is from it, and its place; -1 without a view."""
        seen = [at for at, key in enumerate(self._keys) if key in view] if view else []
        if not seen:
            return -1, 0
        away = [max(portion[0][0] - seen[-1], seen[0] - portion[-1][1], 0) for portion in portions]
        return min((distance, at) for at, distance in enumerate(away))

    def _judge(self, zones: Sequence[Zone]) -> Work[None]:
        places = sorted({place for zone in zones for place in zone})
        row = {place: at for at, place in enumerate(places)}
        tracks = [self._tracks[self._keys[place]] for place in places]
        chunks = [track.chunk for track in tracks]
        table = columns(tracks, [self._offsets.get(chunk.key, 0) for chunk in chunks])
        yield 0.0
        sides = [(row[left], row[right]) for left, right in zones]
        # A chunk and its copy: one finding about the chunk says more than one for each entry.
        sides = [(left, right) for left, right in sides if not is_copy(chunks[left], chunks[right])]
        yield 0.0
        found = yield from within(0.0, 0.8, compared(table, sides, self._reading, self._tuning.thresholds))
        held = yield from within(0.8, 1.0, held_pairs(chunks, found, self._tuning))
        for zone in zones:
            key = self._key(zone)
            self._held[key] = held.get(key, ())
            self._waiting += self._held[key]
            self._unjudged.subtract(key)

    def _propose(self, known: Phrases) -> Work[None]:
        """Turns into merges what no zone that is still to be judged can change."""
        growing = _reached(self._waiting, {e for e in _entries(self._waiting) if self._unjudged[_chunk(e)]})
        ready = [pair for pair in self._waiting if pair.left.entry.id not in growing]
        self._waiting = [pair for pair in self._waiting if pair.left.entry.id in growing]
        self._placed += yield from proposed(ready, known, self._people, self._tuned)

    def _key(self, zone: Zone) -> ZoneKey:
        return self._keys[zone[0]], self._keys[zone[1]]

    def _is_same(self, before: Analysis, key: ChunkKey) -> bool:
        old = before.tracks.get(key)
        is_unmoved = before.offsets.get(key, 0) == self._offsets.get(key, 0)
        return old is not None and old.chunk is self._tracks[key].chunk and is_unmoved


def _chunk(entry: EntryId) -> ChunkKey:
    return ChunkKey(entry.rpartition(":")[0])


def _entries(pairs: Iterable[Pair]) -> set[EntryId]:
    return {side.entry.id for pair in pairs for side in (pair.left, pair.right)}


def _reached(pairs: Iterable[Pair], entries: Set[EntryId]) -> set[EntryId]:
    """The entries, and all that hang together with them by the pairs."""
    beside: dict[EntryId, list[EntryId]] = {}
    for pair in pairs:
        left, right = pair.left.entry.id, pair.right.entry.id
        beside.setdefault(left, []).append(right)
        beside.setdefault(right, []).append(left)
    seen, waiting = set(entries), list(entries)
    while waiting:
        for other in beside.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _without(placed: Sequence[Placed], pairs: Sequence[Pair]) -> list[Placed]:
    """The merges, sorted by time, without those that these pairs made."""
    if not pairs:
        return list(placed)
    stale = _entries(pairs)
    times = [side.begin_s for pair in pairs for side in (pair.left, pair.right)]
    low, high = bisect_left(placed, min(times), key=_begin_s), bisect_right(placed, max(times), key=_begin_s)
    kept = [one for one in placed[low:high] if one[1].canonical not in stale]
    return [*placed[:low], *kept, *placed[high:]]


def _begin_s(placed: Placed) -> float:
    return placed[0][0]


class _Neighbours:
    """The zones that are held, by their chunks."""

    def __init__(self, held: Mapping[ZoneKey, tuple[Pair, ...]]) -> None:
        self._held = held
        self._zones: dict[ChunkKey, list[ZoneKey]] = {}
        for zone in held:
            for key in zone:
                self._zones.setdefault(key, []).append(zone)

    def pairs_of(self, chunks: Iterable[ChunkKey]) -> Iterator[Pair]:
        """All pairs of the zones of some chunks; one may come twice."""
        return (pair for key in chunks for zone in self._zones.get(key, ()) for pair in self._held[zone])

    def connected(self, entries: set[EntryId]) -> list[Pair]:
        """All pairs that hang together with these entries, directly or through others."""
        found: dict[tuple[EntryId, EntryId], Pair] = {}
        waiting, seen = set(entries), set(entries)
        while waiting:
            near = self.pairs_of(set(map(_chunk, waiting)))
            reached = [pair for pair in near if not waiting.isdisjoint((pair.left.entry.id, pair.right.entry.id))]
            found.update(((pair.left.entry.id, pair.right.entry.id), pair) for pair in reached)
            waiting = _entries(reached) - seen
            seen |= waiting
        return list(found.values())
