"""Chunks that are a copy of another one: the same file pasted or written twice. Knows nothing of likeness or times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from core.model import ChunkKey, SourceChunk
from core.work import Work, finished

FEWEST = 3  # entries; two windows can well word one or two sentences alike
SAME_SHARE = 0.9  # of the entries of both
_REST = 128  # chunks between two yields


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
    return finished(repeats(chunks))


def repeats(chunks: Sequence[SourceChunk]) -> Work[Mapping[ChunkKey, ChunkKey]]:
    """See ``repeated_chunks``; work that can be stopped."""
    seen: set[str] = set()
    index = _Index()
    found: dict[ChunkKey, ChunkKey] = {}
    for at, chunk in enumerate(chunks):
        if at % _REST == 0:
            yield at / len(chunks)
        texts = [entry.text for entry in chunk.entries]
        # Most episodes hold no copy, and then nobody needs to know where a text stands.
        if len(texts) >= FEWEST and sum(text in seen for text in texts) >= SAME_SHARE * len(texts):
            original = index.original(chunks[:at], chunk, found)
            if original is not None:
                found[chunk.key] = original
                continue
        seen.update(texts)
    return found


class _Index:
    """Which chunks hold a text, read as far as it was asked for."""

    def __init__(self) -> None:
        self._by_text: dict[str, list[SourceChunk]] = {}
        self._read = 0

    def original(
        self, earlier: Sequence[SourceChunk], chunk: SourceChunk, copies: Mapping[ChunkKey, ChunkKey]
    ) -> ChunkKey | None:
        """The first of the earlier chunks, itself no copy, that the chunk is a copy of."""
        for one in earlier[self._read :]:
            for text in dict.fromkeys(entry.text for entry in one.entries) if one.key not in copies else ():
                self._by_text.setdefault(text, []).append(one)
        self._read = len(earlier)
        texts = dict.fromkeys(entry.text for entry in chunk.entries)
        alike = Counter(one.key for text in texts for one in self._by_text.get(text, ()))
        originals = {one.key: one for text in texts for one in self._by_text.get(text, ())}
        best = next((key for key, _ in alike.most_common(1)), None)
        return best if best is not None and is_copy(originals[best], chunk) else None
