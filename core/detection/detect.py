"""Finds the entries that tell the same: the one way in to detection. Reads entries and clock offsets, never blocks.

Loads numpy; import it where detection starts, not where a window opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from core.detection.analysis import Analysis, Watcher
from core.detection.columns import Track, track_of
from core.detection.comparing import Reading
from core.detection.likeness import weights_of
from core.detection.people import people_of
from core.detection.progress import within
from core.detection.search import Search
from core.detection.tuning import IN_USE, Tuning
from core.detection.zones import overlaps
from core.model import ChunkKey, Merge, SourceChunk
from core.text.grams import GramReader
from core.text.phrases import Phrases, phrases
from core.work import Work

_REST, _MANY = 16, 1_024  # chunks between two yields: of those to be read, and of those that are known


def detect(
    chunks: Sequence[SourceChunk], offsets: Mapping[ChunkKey, int], language: str = ""
) -> Work[tuple[Merge, ...]]:
    """The merges that are proposed, by the time of their canonical entries; see ``analyse``."""
    analysis = yield from analyse(chunks, offsets, language)
    return analysis.merges


def analyse(
    chunks: Sequence[SourceChunk],
    offsets: Mapping[ChunkKey, int],
    language: str = "",
    *,
    before: Analysis | None = None,
    watcher: Watcher | None = None,
    tuning: Tuning = IN_USE,
) -> Work[Analysis]:
    """Looks at all chunks, or again only at what overlaps those that were replaced, shifted, added or removed.

    Args:
        chunks: all chunks, in reading order.
        offsets: seconds that are added to the times of a chunk.
        language: whose phrases tell negation and plans; of all languages when it is empty or has none.
        before: an earlier analysis of much the same chunks, finished or not, in the same language. Which grams are rare
            and who speaks stays as it was then, so that the scores of what did not change stay as they are.
        watcher: hears of merges before the end.
        tuning: figures to try in place of those in use.
    """
    tracks = yield from within(0.0, 0.04, _tracks(chunks, before))
    reader = GramReader()
    if before is None:
        texts = [*chain.from_iterable(track.texts for track in tracks.values())]
        yield 0.04
        weights = yield from within(0.04, 0.14, weights_of(texts, reader, tuning.thresholds))
        people = people_of(entry.speaker for chunk in chunks for entry in chunk.entries)
    else:
        weights, people = before.weights, before.people
    yield 0.14
    shifted = [(track, offsets.get(key, 0)) for key, track in tracks.items()]
    first_s = [track.first_s + shift for track, shift in shifted]
    last_s = [track.last_s + shift for track, shift in shifted]
    zones = yield from within(0.14, 0.15, overlaps(first_s, last_s))
    search = Search(tracks, dict(offsets), Reading(reader, weights), people=people, tuning=tuning)
    if before is not None:
        zones = yield from within(0.15, 0.15, search.keep(before, zones))
    yield from within(0.15, 1.0, search.run(zones, _spoken(language), watcher))
    return search.analysis()


def _spoken(language: str) -> Phrases:
    """The phrases of a language: what says no in one can say something else in another."""
    found = phrases(language)
    return found if found.negation.phrases else phrases()


def _tracks(chunks: Sequence[SourceChunk], before: Analysis | None) -> Work[Mapping[ChunkKey, Track]]:
    known: Mapping[ChunkKey, Track] = before.tracks if before is not None else {}
    found: dict[ChunkKey, Track] = {}
    for at, chunk in enumerate(chunks):
        old = known.get(chunk.key)
        is_known = old is not None and old.chunk is chunk
        found[chunk.key] = old if old is not None and is_known else track_of(chunk)
        if at % (_MANY if is_known else _REST) == 0:
            yield at / len(chunks)
    return found
