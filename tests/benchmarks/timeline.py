"""How long the timeline takes for a frame, for a decision and for a new picture, for three sizes of episode.

make bench-timeline. Fails (exit 1) where a frame or a decision at 100 000 notes takes 8 ms or more (99th percentile).
Judged by the processor's time, which other programs disturb less. Offscreen, so that all of the painting is in it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median, quantiles
from time import process_time

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from core.model import Episode, Heading
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import finished
from core.workflow import propose
from core.workflow.opening import building, detection
from core.workflow.review import Review
from tests.episodes.generator import long_episode
from tests.fake_prompts import FakePrompts
from ui.desktop.panels.timeline.panel import TimelinePanel
from ui.desktop.theme import ThemeSource
from ui.desktop.workspace import Opened, Workspace

SIZES = (300, 10_000, 100_000)
LIMIT_MS = 8.0
ROUNDS = 100
FRAME, DECISION = "frame while scrolling", "decision, drawn"


def review_of(notes: int) -> Review:
    """A long episode with a chapter for each chunk and many duplicates."""
    chunks = (replace(c, headings=(Heading(1, 2, f"주제 {c.number}"),)) for c in long_episode(notes))
    review = finished(building(Episode("긴 에피소드", language="ko", chunks=tuple(chunks)), is_judged=False))
    review.take_judged(finished(review.judging()))
    found = finished(detection(review.state))
    review.set_merges(found.merges, found.clocks)
    return review


def timed(do: Callable[[], object], application: QApplication) -> float:
    """Milliseconds of the processor's time from the start to all painted."""
    began = process_time()
    do()
    application.processEvents()
    return (process_time() - began) * 1000


def measured(review: Review, application: QApplication, theme_source: ThemeSource) -> dict[str, list[float]]:
    """What a person does, from the middle of the episode on."""
    workspace = Workspace(theme_source, FakePrompts(), QSettings("notestitch", "benchmark"))
    workspace.show(Opened(review, ChunksPane(review), MergedPane(review)))
    began = process_time()
    panel = TimelinePanel(workspace)
    made = [(process_time() - began) * 1000]
    panel.resize(1440, panel.height())
    panel.show()
    while panel.is_growing:
        application.processEvents()
    gc.collect()
    gc.freeze()
    start_s, first = panel.maximum() // 2, len(review.merges) // 2
    merges = review.merges[first : first + ROUNDS]
    figures = {
        "made": made,
        "whole picture": [timed(panel.redraw, application) for _ in range(10)],
        FRAME: [
            timed(lambda n=n: workspace.note_span(start_s + n, start_s + n + 60), application) for n in range(ROUNDS)
        ],
    }
    decisions: list[float] = []
    for merge in merges:
        review.do(propose.keep_apart(merge))
        decisions.append(timed(lambda: None, application))  # what others do is done by then, this waits for its turn
    figures[DECISION] = decisions
    panel.deleteLater()
    return figures


def main() -> int:
    """Measure and judge."""
    application = QApplication([])
    theme_source = ThemeSource(forced="light")
    theme_source.apply()
    failed: list[str] = []
    for count in SIZES:
        review = review_of(count)
        print(f"{count:>7} notes, {len(review.findings)} findings")
        for name, times in measured(review, application, theme_source).items():
            p99 = quantiles(times, n=100)[98] if len(times) > 1 else times[0]
            print(f"{name:>26}   median {median(times):5.1f} ms   p99 {p99:5.1f} ms")
            if p99 >= LIMIT_MS and name in (FRAME, DECISION) and count == SIZES[-1]:
                failed.append(f"{name} at {count} notes: p99 {p99:.1f} ms")
    for failure in failed:
        print(f"too slow: {failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
