"""How long the two panes take to appear, to scroll in step, to be typed in and to follow an edit, for three sizes.

Fails (exit 1) where a step at 100 000 rows takes 16 ms or more at the 99th percentile, or a frame of the link map 8 ms,
or the first paint more than three times as long as at 300 rows. Judged by the processor's time, which other programs
disturb less; wall time is shown beside it. Offscreen, so that all of the painting is in it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panes import ListPane, linked_panes
from ui.desktop.rows.editor import RowEditor
from ui.desktop.surface.surface import Surface
from ui.desktop.theme import ThemeSource

SIZES = (300, 10_000, 100_000)
STEP_MS, LINKS_MS = 16.0, 8.0
REPEAT_MS = 33  # a key that is held down comes 30 times a second
FIRST_PAINT_RATIO = 3.0
ROUNDS, PAGES = 200, 100
LINKS = "link map alone"


class Timed(NamedTuple):
    """Milliseconds."""

    processor: float
    wall: float


def timed(do: Callable[[], object], application: QApplication) -> Timed:
    """From the start to all painted."""
    processor, wall = process_time(), perf_counter()
    do()
    application.processEvents()
    return Timed((process_time() - processor) * 1000, (perf_counter() - wall) * 1000)


def shown(surface: Surface) -> None:
    surface.resize(1440, 900)
    surface.show()


def first_paint(count: int, theme_source: ThemeSource, application: QApplication) -> tuple[float, Surface]:
    """The median of five, and the last of them."""
    panes, times, surface = linked_panes(count), list[float](), None
    for _ in range(5):
        if surface is not None:
            surface.deleteLater()
            application.processEvents()
        gc.collect()
        began = process_time()
        surface = Surface(theme_source, *panes)
        shown(surface)
        application.processEvents()
        times.append((process_time() - began) * 1000)
    assert surface is not None
    return median(times), surface


def steps(surface: Surface, application: QApplication) -> dict[str, list[Timed]]:
    """The wall times of what a person does all day, from the middle of the episode on."""
    left, right = surface.chunks.rows, surface.merged.rows
    gc.collect()
    gc.freeze()  # as the window does when it stands
    while surface.is_reading_times:
        application.processEvents()
    left.go_to(len(left.pane) // 2)
    application.processEvents()
    bar, pane = left.verticalScrollBar(), right.pane
    assert isinstance(pane, ListPane)

    def edit(n: int) -> None:
        rows = right.visible_rows()
        key = pane.row(rows[1 + n % (len(rows) - 2)]).key
        surface.apply((), pane.rewrite(key, "다시 쓴 문장이 길어짐 " * (1 + n % 9)))

    def page() -> Timed:
        QTest.qWait(REPEAT_MS)
        return timed(lambda: QTest.keyClick(right, Qt.Key.Key_PageDown), application)

    def typing() -> list[Timed]:
        right.edit_row(pane.row(right.visible_rows()[2]).key)
        editor = right.findChildren(RowEditor)[0]
        times = [timed(lambda n=n: QTest.keyClicks(editor, chr(97 + n % 26)), application) for n in range(ROUNDS)]
        right.keep_edit()
        return times

    return {
        "60 px step": [timed(lambda: bar.setValue(bar.value() + 60), application) for _ in range(ROUNDS)],
        "60 px back": [timed(lambda: bar.setValue(bar.value() - 60), application) for _ in range(ROUNDS)],
        "page down": [page() for _ in range(PAGES)],
        "edit one row": [timed(lambda n=n: edit(n), application) for n in range(ROUNDS)],
        "typing": typing(),
        LINKS: [links_frame(surface) for _ in range(ROUNDS)],
    }


def links_frame(surface: Surface) -> Timed:
    """The painting of the ribbons alone, at another place each time."""
    bar = surface.chunks.rows.verticalScrollBar()
    bar.setValue(bar.value() + 47)
    processor, wall = process_time(), perf_counter()
    surface.link_map.repaint()
    return Timed((process_time() - processor) * 1000, (perf_counter() - wall) * 1000)


def main() -> int:
    """Measure and judge."""
    application = QApplication([])
    theme_source = ThemeSource(forced="light")
    theme_source.apply()
    first_paint(300, theme_source, application)  # fonts and modules are loaded once
    paints: dict[int, float] = {}
    failed: list[str] = []
    for count in SIZES:
        paints[count], surface = first_paint(count, theme_source, application)
        print(f"{count:>7} rows   first paint   {paints[count]:6.1f} ms")
        for name, times in steps(surface, application).items():
            p99 = quantiles([time.processor for time in times], n=100)[98]
            print(
                f"{name:>26}   median {median(time.processor for time in times):5.1f} ms   p99 {p99:5.1f} ms"
                f"   (wall {median(time.wall for time in times):5.1f} and"
                f" {quantiles([time.wall for time in times], n=100)[98]:5.1f} ms)"
            )
            if p99 >= (LINKS_MS if name == LINKS else STEP_MS) and count == SIZES[-1]:
                failed.append(f"{name} at {count} rows: p99 {p99:.1f} ms")
        surface.deleteLater()
        application.processEvents()
    ratio = paints[SIZES[-1]] / paints[SIZES[0]]
    print(f"first paint at {SIZES[-1]} rows is {ratio:.2f} times that at {SIZES[0]}")
    if ratio > FIRST_PAINT_RATIO:
        failed.append(f"first paint: {ratio:.2f} times")
    for failure in failed:
        print(f"too slow: {failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
