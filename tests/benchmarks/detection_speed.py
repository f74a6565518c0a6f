"""How fast duplicates are found, beside what one would write first: every note with every other by rapidfuzz.

make bench-detection_speed
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

from rapidfuzz import fuzz, process

from core.detection.detect import analyse, detect
from core.model import SourceChunk
from core.work import finished
from tests.episodes.generator import long_episode

ROWS_SHARE = 10  # of 10 000 notes only a tenth of the rows is compared, and the time scaled


def main() -> None:
    """Prints times and the share that the detector needs of the other's time, then the memory at its peak."""
    detect_s: dict[int, float] = {}
    cdist_s: dict[int, float] = {}
    count, chunks = 0, long_episode(0)
    for count in (1_000, 10_000, 100_000):
        chunks = long_episode(count)
        texts = [entry.text for chunk in chunks for entry in chunk.entries]
        detect_s[count], found = _best_of(3, lambda chunks=chunks: _found(chunks))
        line = f"{count:7} notes of {sum(map(len, texts)) / len(texts):.0f} characters: {detect_s[count]:7.3f} s"
        line += f", {found} merges"
        if count <= 10_000:
            share = ROWS_SHARE if count > 1_000 else 1
            cdist_s[count] = share * _best_of(1, lambda texts=texts, share=share: _every_pair(texts, share))[0]
            line += f"; cdist {cdist_s[count]:7.2f} s, {cdist_s[count] / detect_s[count]:.0f} times as long"
        print(line)
    print(f"cdist of 10 000 takes {cdist_s[10_000] / detect_s[100_000]:.0f} times as long as 100 000 here")
    print(f"from 10 000 to 100 000: {detect_s[100_000] / detect_s[10_000]:.1f} times as long")
    print(f"one replaced chunk of {count}: {1000 * _again_s(chunks):.0f} ms")
    print(f"memory at its peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _found(chunks: Sequence[SourceChunk]) -> int:
    return len(finished(detect(chunks, {}, "ko")))


def _again_s(chunks: Sequence[SourceChunk]) -> float:
    before = finished(analyse(chunks, {}, "ko"))
    at = len(chunks) // 2
    changed = replace(chunks[at], entries=chunks[at].entries[:-2])
    other = [*chunks[:at], changed, *chunks[at + 1 :]]
    return _best_of(5, lambda: len(finished(analyse(other, {}, "ko", before=before)).merges))[0]


def _every_pair(texts: Sequence[str], share: int) -> int:
    rows = texts[: len(texts) // share]
    return len(process.cdist(rows, texts, scorer=fuzz.token_set_ratio, workers=2))


def _best_of(times: int, run: Callable[[], int]) -> tuple[float, int]:
    best, found = float("inf"), 0
    for _ in range(times):
        start = perf_counter()
        found = run()
        best = min(best, perf_counter() - start)
    return best, found


if __name__ == "__main__":
    sys.exit(main())
