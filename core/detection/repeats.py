"""Chunks that are a copy of another one: the same file pasted or written twice. Knows nothing of likeness or times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from core.model import ChunkKey, SourceChunk

FEWEST = 5  # entries; two windows that share a few sentences can well word them alike
SAME_SHARE = 0.9  # of the entries of both


def is_copy(one: SourceChunk, other: SourceChunk) -> bool:
    """Whether nearly all entries of both are the same, word for word, at whatever times."""
    if min(len(one.entries), len(other.entries)) < FEWEST:
        return False
    least = SAME_SHARE * max(len(one.entries), len(other.entries))
    texts = {entry.text for entry in one.entries}
    if sum(entry.text in texts for entry in other.entries) < least:
        return False
    left, right = (Counter(entry.text for entry in chunk.entries) for chunk in (one, other))
    return (left & right).total() >= least


def repeated_chunks(chunks: Sequence[SourceChunk]) -> Mapping[ChunkKey, ChunkKey]:
    """For each chunk that is a copy of an earlier one, the key of the first that it copies."""
    by_text: dict[str, list[SourceChunk]] = {}
    found: dict[ChunkKey, ChunkKey] = {}
    for chunk in chunks:
        alike = Counter(
            earlier.key for text in {entry.text for entry in chunk.entries} for earlier in by_text.get(text, ())
        )
        originals = {earlier.key: earlier for entry in chunk.entries for earlier in by_text.get(entry.text, ())}
        best = next((originals[key] for key, _ in alike.most_common(1)), None)
        if best is not None and is_copy(best, chunk):
            found[chunk.key] = best.key
            continue
        for text in {entry.text for entry in chunk.entries}:
            by_text.setdefault(text, []).append(chunk)
    return found
