"""How soon a decision is seen: from the key in the queue to the next finding painted, with all else that shows.

make bench-deciding. Fails (exit 1) where at 10 000 notes the 95th percentile of any decision takes 50 ms or more.
Judged by the processor's time, which other programs disturb less; wall time is shown beside it. Offscreen, so that all
of the painting is in it.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.model import Episode, Heading
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import finished
from core.workflow.opening import building, detection
from tests.episodes.generator import long_episode
from ui.desktop.app.window import Parts, built_window
from ui.desktop.workspace import Opened

SIZES = (300, 10_000, 100_000)
DECISION_MS, JUDGED_AT = 50.0, 10_000
ROUNDS = 60  # of each decision
KEYS = {  # what is measured: keys in the queue
    "merge (Enter)": Qt.Key.Key_Return,
    "keep both (0)": Qt.Key.Key_0,
    "other words (2)": Qt.Key.Key_2,
    "undo (Backspace)": Qt.Key.Key_Backspace,
    "later (L)": Qt.Key.Key_L,
    "next (Down)": Qt.Key.Key_Down,
    "mark (Space)": Qt.Key.Key_Space,
}


def shown(notes: int, folder: Path, application: QApplication) -> Parts:
    """A window with an episode of so many notes, all its duplicates found."""
    settings = QSettings(str(folder / f"{notes}.ini"), QSettings.Format.IniFormat)
    parts = built_window(settings, theme="light")
    chunks = tuple(replace(c, headings=(Heading(1, 2, f"주제 {c.number}"),)) for c in long_episode(notes))
    review = finished(building(Episode("긴 에피소드", language="ko", chunks=chunks), is_judged=True))
    parts.workspace.show(Opened(review, ChunksPane(review), MergedPane(review)))
    found = finished(detection(review.state))
    review.set_merges(found.merges, found.clocks)
    parts.window.resize(1440, 900)
    parts.window.show()
    application.processEvents()
    while parts.window.surface is not None and parts.window.surface.is_reading_times:
        application.processEvents()
    return parts


def queue_of(parts: Parts) -> QWidget:
    target = parts.window.docks.by_id["queue"].widget().focusProxy()
    assert target is not None
    target.setFocus()
    return target


def measured(parts: Parts, key: Qt.Key, application: QApplication) -> list[tuple[float, float]]:
    """Processor and wall milliseconds of each press until all is painted."""
    target, times = queue_of(parts), list[tuple[float, float]]()
    for _ in range(ROUNDS):
        application.processEvents()
        processor, wall = process_time(), perf_counter()
        QTest.keyClick(target, key)
        application.processEvents()
        times.append(((process_time() - processor) * 1000, (perf_counter() - wall) * 1000))
    return times


def main() -> int:
    """Measure and judge."""
    gc.disable()  # as the window does, which looks for garbage in moments of its own
    application = QApplication([])
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for notes in SIZES if len(sys.argv) < 2 else tuple(map(int, sys.argv[1:])):
            parts = shown(notes, Path(folder), application)
            queue = parts.workspace.queue
            assert queue is not None
            print(f"{notes:>7} notes, {len(queue.items)} findings")
            parts.workspace.go_to(queue.next_open(None, +1))
            for name, key in KEYS.items():
                times = measured(parts, key, application)
                p95 = quantiles([processor for processor, _ in times], n=20)[18]
                middle, wall = (median(column) for column in zip(*times, strict=True))
                print(f"{name:>26}   median {middle:5.1f} ms   p95 {p95:5.1f} ms   (wall, median {wall:5.1f} ms)")
                if p95 >= DECISION_MS and notes == JUDGED_AT:
                    failed.append(f"{name}: p95 {p95:.1f} ms")
            parts.workspace.tasks.close()
            parts.window.deleteLater()
            application.processEvents()
    for failure in failed:
        print(f"too slow: {failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
