"""How long the window hears nobody: a clock in its event loop, while an episode is opened and much is changed at once.

make bench-gaps, or gaps.py [NOTES…]. Lists the longest gaps of those over 50 ms, with where most of each was spent.
Judged by the processor's time of the window's thread, which other programs disturb less; wall time is shown beside it.
Fails (exit 1) where at 10 000 notes a gap is longer than 100 ms while it is opened and a finding looked at, which makes
the panes and the card for the first time, or than 50 ms afterwards.
"""

from __future__ import annotations

import gc
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from types import FrameType

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from core.presenting.filters import is_certain
from core.presenting.find import Query, replacement
from core.timecode import TimeStyle, written
from core.work import Work
from core.workflow.propose import Tried
from core.workflow.revising import revision
from core.workflow.together import Together, accepting, dismissing
from tests.episodes.generator import long_episode
from ui.desktop.app.garbage import Garbage
from ui.desktop.app.window import built_window
from ui.desktop.tasks import Task

SIZES = (10_000, 100_000)
BEAT_MS, GAP_MS, LONGEST_OPENING_MS, JUDGED_AT = 5, 50.0, 100.0, 10_000
_LOOK_S = 0.004
ROOT = str(Path(__file__).resolve().parents[2])


class Heart:
    """Beats in the event loop; an alarm looks where the window is while it does not.

    No thread looks: one that holds a frame of the window's keeps a painter alive, which ends the program.
    """

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float, str]] = []
        self._beat_s, self._worked_s = perf_counter(), thread_time()
        self._seen: Counter[str] = Counter()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, _LOOK_S, _LOOK_S)

    def begin(self) -> None:
        """Forget what was."""
        self.gaps, self._beat_s, self._worked_s = [], perf_counter(), thread_time()
        self._seen.clear()

    def _beat(self) -> None:
        now, worked = perf_counter(), thread_time()
        seen, self._seen = self._seen, Counter()  # the alarm may come at any moment
        gap_ms = (worked - self._worked_s) * 1000
        if gap_ms > GAP_MS:
            places = ", ".join(place for place, _ in seen.most_common(3))
            self.gaps.append((gap_ms, (now - self._beat_s) * 1000, places))
        self._beat_s, self._worked_s = now, worked

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        if perf_counter() - self._beat_s > 2 * BEAT_MS / 1000:
            self._seen[_place(frame)] += 1

    def end(self) -> None:
        """Look no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._timer.stop()


def _place(frame: FrameType | None) -> str:
    """The innermost function of the program, and the outermost below the event loop."""
    names: list[str] = []
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith((f"{ROOT}/core", f"{ROOT}/ui")):
            names.append(f"{Path(code.co_filename).stem}.{code.co_name}")
        frame = frame.f_back
    return f"{names[-1]} … {names[0]}" if names else "Qt"


class Run:
    """One window, and what is done in it."""

    def __init__(self, notes: int, folder: Path, application: QApplication) -> None:
        self.application, self.heart = application, Heart()
        self.parts = built_window(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat), theme="light")
        self.parts.window.resize(1440, 900)
        self.parts.window.show()
        self._garbage = Garbage(lambda: self.parts.workspace.tasks.is_busy, self.parts.window)
        self.parts.workspace.bridge.review_opened.connect(self._garbage.look_at_all)
        self._garbage.start()
        self.notes = folder / "notes"
        self.notes.mkdir()
        style = TimeStyle.HOURS
        for chunk in long_episode(notes):
            lines = (f"- [{written(entry.time_s or 0, style)}] {entry.text}" for entry in chunk.entries)
            text = f"## 주제 {chunk.number}\n\n" + "\n".join(lines) + "\n"
            (self.notes / f"{chunk.name}.md").write_text(text, encoding="utf-8")

    def settle(self, seconds: float = 1.0) -> None:
        """Until nothing has been under way for so long."""
        calm_s = perf_counter()
        while perf_counter() - calm_s < seconds:
            self.application.processEvents()
            review = self.parts.workspace.review
            if self.parts.workspace.tasks.is_busy or (review is not None and review.is_behind):
                calm_s = perf_counter()

    def measure(self, name: str, do: Callable[[], object]) -> float:
        """Do something and list the gaps; the longest."""
        self.heart.begin()
        began = perf_counter()
        do()
        self.settle()
        gaps = self.heart.gaps
        longest = max((gap for gap, _, _ in gaps), default=0.0)
        print(f"{name:>22}   {perf_counter() - began - 1:6.1f} s   {len(gaps):3} gaps, the longest {longest:6.0f} ms")
        for gap, wall, where in sorted(gaps, reverse=True)[:6]:
            print(f"{gap:32.0f} ms (wall {wall:.0f})  {where}")
        return longest

    def open(self) -> None:
        """Read it, check it, look for duplicates."""
        done: list[object] = []
        self.parts.opener.looked_into.connect(done.append)
        self.parts.opener.open((self.notes,))
        while not done:
            self.application.processEvents()

    def answer(self, work: Work[Together]) -> None:
        """Answer findings together, as the dialogs do."""
        from ui.desktop.dialogs.resolve import _take

        done = partial(_take, self.parts.workspace)
        self.parts.workspace.tasks.start(Task("resolve", "Answering", work, done))

    def revise(self) -> None:
        """Paste other notes for one chunk."""
        review = self.parts.workspace.review
        assert review is not None
        chunk = review.state.episode.chunks[5]
        lines = (f"- [{written(entry.time_s or 0)}] {entry.text} again" for entry in chunk.entries)
        text = "\n".join(lines)
        self.parts.workspace.watching.revise(lambda yes: revision(review, chunk.key, text, confirmed=yes), "")

    def take(self, tried: Tried) -> None:
        """Do what was made ready."""
        self.parts.workspace.following.do(tried)


def is_alive(notes: int, folder: Path, application: QApplication) -> bool:
    """Whether no gap is too long of all that is done at one size."""
    run = Run(notes, folder, application)
    print(f"{notes} notes")
    opening_ms = run.measure("open", run.open)
    longest: list[float] = []
    workspace = run.parts.workspace
    review, queue = workspace.review, workspace.queue
    assert review is not None
    assert queue is not None
    opening_ms = max(opening_ms, run.measure("look at one", lambda: workspace.go_to(queue.items[0])))
    certain = [item.finding for item in queue.items if is_certain(item)]
    longest.append(run.measure(f"merge {len(certain)}", lambda: run.answer(accepting(review.state, certain))))
    longest.append(run.measure("undo", lambda: workspace.run(workspace.actions["undo"])))
    some = [item.finding for item in workspace.queue.items][::6] if workspace.queue else []
    longest.append(run.measure(f"dismiss {len(some)}", lambda: run.answer(dismissing(review.state, some, "so"))))
    longest.append(run.measure("undo", lambda: workspace.run(workspace.actions["undo"])))
    keys = [block.id for chapter in review.state.document.chapters for block in chapter.blocks]
    work = replacement(review.state, Query("강조했다"), "강조함", keys)
    task = Task("replace", "Replacing", work, run.take)
    longest.append(run.measure("replace all", lambda: workspace.tasks.start(task)))
    longest.append(run.measure("undo", lambda: workspace.run(workspace.actions["undo"])))
    longest.append(run.measure("revise a chunk", run.revise))
    longest.append(run.measure("undo", lambda: workspace.run(workspace.actions["undo"])))
    run.heart.end()
    workspace.tasks.close()
    workspace.keeping.close()
    run.parts.window.deleteLater()
    application.processEvents()
    return opening_ms <= LONGEST_OPENING_MS and max(longest) <= GAP_MS


def main() -> int:
    """Measure and judge."""
    gc.disable()  # as the window does
    application = QApplication([])
    failed = False
    for notes in SIZES if len(sys.argv) < 2 else tuple(map(int, sys.argv[1:])):
        with tempfile.TemporaryDirectory() as folder:
            is_good = is_alive(notes, Path(folder), application)
            failed |= notes == JUDGED_AT and not is_good
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
