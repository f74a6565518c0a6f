"""How fast duplicates are found, beside what one would write first: every note with every other by rapidfuzz.

make bench-detection_speed
"""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter, thread_time

from rapidfuzz import fuzz, process

from core.detection.detect import detect
from core.model import Document, Episode, ReviewState, SourceChunk
from core.work import finished
from core.workflow.detecting import Detection, Detector, detection
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
    steps_s, told_s = _steps(chunks)
    over_ms = [1000 * steps_s[-1 - len(steps_s) // share] for share in (100, 1000)]
    print(f"{len(steps_s)} steps: 1 % over {over_ms[0]:.1f} ms, 0.1 % over {over_ms[1]:.1f} ms", end=", ")
    print(f"the longest {1000 * steps_s[-1]:.1f} ms")
    print(f"what is in view is told after {told_s:.2f} s")
    print(f"memory at its peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _found(chunks: Sequence[SourceChunk]) -> int:
    return len(finished(detect(chunks, {}, "ko")))


def _again_s(chunks: Sequence[SourceChunk]) -> float:
    detector = Detector()
    finished(detector.detection(_state(chunks)))
    at = len(chunks) // 2
    states = [
        _state([*chunks[:at], replace(chunks[at], entries=chunks[at].entries[:-cut]), *chunks[at + 1 :]])
        for cut in range(1, 6)
    ]
    return min(_best_of(1, lambda state=state: len(finished(detector.detection(state)).merges))[0] for state in states)


def _steps(chunks: Sequence[SourceChunk]) -> tuple[list[float], float]:
    """How long each step worked, shortest first, and when the chunks in the middle were told of first."""
    gc.disable()  # its passes look through all that is in memory, at whatever moment
    view = {chunk.key for chunk in chunks[len(chunks) // 2 :][:3]}
    told_s: list[float] = []
    start = perf_counter()

    def hear(found: Detection) -> None:
        if any(entry.partition(":")[0] in view for merge in found.merges for entry in merge.members):
            told_s.append(perf_counter() - start)

    work = detection(_state(chunks), in_view=lambda: view, publish=hear)
    steps_s: list[float] = []
    while True:
        began = thread_time()
        if next(work, None) is None:
            break
        steps_s.append(thread_time() - began)
    gc.enable()
    return sorted(steps_s), min(told_s)


def _state(chunks: Sequence[SourceChunk]) -> ReviewState:
    return ReviewState(Episode("", language="ko", chunks=tuple(chunks)), Document("", (), ()))


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
