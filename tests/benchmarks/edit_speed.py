"""How soon an edit is reflected: in verdicts and findings, in the queue, and in the two panes, for three sizes.

make bench-edit_speed. Fails (exit 1) where at 100 000 notes the 95th percentile of any kind of edit takes 5 ms or more
in the review, or 10 ms or more in queue and panes together. Judged by the processor's time, which other programs
disturb less. What it takes to make the edit is in no column: the window asks for that before.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from statistics import median, quantiles
from time import process_time
from typing import NamedTuple, TypeVar

from core.model import Episode, Heading, ItemId, blocks_of
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.presenting.queue import Queue
from core.work import Work
from core.workflow import propose
from core.workflow.opening import building, detection
from core.workflow.propose import Edit
from core.workflow.review import ReviewChange
from tests.episodes.generator import long_episode

SIZES = (300, 10_000, 100_000)
ROUNDS = 60  # of each kind of edit
REVIEW_MS, SHOWN_MS = 5.0, 10.0
T = TypeVar("T")
Make = Callable[["Bench"], "Edit | None"]


class Timed(NamedTuple):
    """Milliseconds."""

    review: float
    queue: float
    panes: float


class Bench:
    """A review with what the window shows of it."""

    def __init__(self, notes: int) -> None:
        self.random, self.once, self.steps = Random(1), dict[str, float](), dict[str, Sequence[float]]()
        chunks = (replace(c, headings=(Heading(1, 2, f"주제 {c.number}"),)) for c in long_episode(notes))
        episode = Episode("긴 에피소드", language="ko", chunks=tuple(chunks))
        self.review = review = self._driven("build", building(episode, is_judged=False))
        judged = self._driven("check", review.judging())
        self._once("take the findings", lambda: review.take_judged(judged))
        found = self._driven("detect", detection(review.state))
        proposed = self._driven("ready the merges", review.proposing(found.merges, found.clocks))
        self._once("take the merges", lambda: review.take_proposed(proposed))
        self.queue = self._once("make the queue", lambda: Queue(review))
        self.panes = self._once("make the panes", lambda: (ChunksPane(review), MergedPane(review)))
        for pane in self.panes:  # a window reads all rows by and by
            for at in range(len(pane)):
                pane.row(at)
        self.changes: list[ReviewChange] = []
        review.subscribe(self.changes.append)

    def block(self) -> ItemId:
        """Any block."""
        chapters = self.review.state.document.chapters
        blocks = self.random.choice([chapter for chapter in chapters if chapter.blocks]).blocks
        return self.random.choice(blocks).id

    def timed(self, do: Callable[[], object]) -> Timed:
        """How long something that changes the review takes, and what follows from it."""
        began = process_time()
        do()
        done = process_time()
        change = self.changes[-1]
        self.queue.follow(change)
        queued = process_time()
        for pane in self.panes:
            pane.follow(change)
        return Timed((done - began) * 1000, (queued - done) * 1000, (process_time() - queued) * 1000)

    def _once(self, name: str, do: Callable[[], T]) -> T:
        began = process_time()
        result = do()
        self.once[name] = (process_time() - began) * 1000
        return result

    def _driven(self, name: str, work: Work[T]) -> T:
        """The result of work whose steps are timed."""
        steps = list[float]()
        self.steps[name] = steps
        while True:
            began = process_time()
            try:
                next(work)
            except StopIteration as end:
                return end.value
            finally:
                steps.append((process_time() - began) * 1000)


def _merge(bench: Bench) -> Edit | None:
    return propose.accept(bench.review.state, bench.random.choice(bench.review.merges))


def _move(bench: Bench) -> Edit | None:
    return propose.move_down(bench.review.state, bench.block())


def _rename(bench: Bench) -> Edit | None:
    chapter = bench.random.choice(bench.review.state.document.chapters)
    return propose.rename_chapter(bench.review.state, chapter.id, f"{chapter.title} 다시")


def _dismiss(bench: Bench) -> Edit | None:
    return propose.dismiss(bench.random.choice(bench.queue.items).id, "확인함")


KINDS: dict[str, Make] = {
    "merge": _merge,
    "keep apart": lambda bench: propose.keep_apart(bench.random.choice(bench.review.merges)),
    "dismiss": _dismiss,
    "rewrite": lambda bench: propose.edit_text(bench.review.state, bench.block(), "새로 적은 문장을 여기에 둔다"),
    "retime": lambda bench: propose.retime(bench.review.state, bench.block(), bench.random.randrange(90_000)),
    "move": _move,
    "drop": lambda bench: propose.drop(bench.block(), "필요 없음"),
    "rename": _rename,
    "split chapter": lambda bench: propose.split_chapter(bench.review.state, bench.block(), "새 장"),
    "join chapters": lambda bench: propose.join_chapter(bench.review.state, bench.block()),
}


def edits(bench: Bench) -> dict[str, list[Timed]]:
    """Each kind of edit at many places, and what undo and redo take."""
    times: dict[str, list[Timed]] = {}
    for name, make in KINDS.items():
        times[name] = []
        for _ in range(ROUNDS):
            if (edit := make(bench)) is not None:
                times[name].append(bench.timed(lambda edit=edit: bench.review.do(edit)))
    times["undo"] = [bench.timed(bench.review.undo) for _ in range(4 * ROUNDS)]
    times["redo"] = [bench.timed(bench.review.redo) for _ in range(4 * ROUNDS)]
    return times


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 stay under."""
    return quantiles(times, n=20)[18]


def main() -> int:
    """Measure and judge."""
    gc.disable()  # as the window does, which looks for garbage in moments of its own
    failed: list[str] = []
    for count in SIZES:
        bench = Bench(count)
        notes = sum(1 for _ in blocks_of(bench.review.state.document))
        print(f"{notes} notes, {len(bench.review.state.document.chapters)} chapters, {len(bench.queue.items)} findings")
        for name, steps in bench.steps.items():
            print(f"  {name:18} {sum(steps):8.1f} ms in {len(steps)} steps, the longest {max(steps):.1f} ms")
        for name, taken in bench.once.items():
            print(f"  {name:18} {taken:8.1f} ms")
        print(f"  {'median / p95 in ms':18} {'review':>15} {'queue':>15} {'panes':>15}")
        for name, times in edits(bench).items():
            columns = list(zip(*times, strict=True))
            print(f"  {name:18} " + " ".join(f"{median(column):7.2f} {p95(column):7.2f}" for column in columns))
            shown = p95([time.queue + time.panes for time in times])
            if count == SIZES[-1] and p95(columns[0]) >= REVIEW_MS:
                failed.append(f"{name}: {p95(columns[0]):.1f} ms in the review")
            if count == SIZES[-1] and shown >= SHOWN_MS:
                failed.append(f"{name}: {shown:.1f} ms in queue and panes")
    for failure in failed:
        print(f"too slow: {failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
