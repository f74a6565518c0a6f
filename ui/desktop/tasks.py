"""The only threads of the window: they drive long work in small steps and never touch a Qt object but one signal.

A worker that runs without pauses makes painting fifteen times slower, since every call into Qt must win back the
interpreter; so it works for three milliseconds and rests for five. Where a piece of work takes longer, it has to let go
of the interpreter after half a millisecond, not after Python's five, when the window wants it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from core.work import Work

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

WORK_S, REST_S, TELL_S = 0.003, 0.005, 0.05
LETS_GO_S = 0.0005


class Task(NamedTuple):
    """Work under a name; newer work of the same name makes what is still under way stale.

    Attributes:
        words: What is being done, for the status bar; empty for what need not be told.
        done: Gets the result, on the GUI thread.
        failed: Gets the exception, on the GUI thread; without it ``Tasks.failed`` tells of it.
    """

    name: str
    words: str
    work: Work[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    task: Task
    number: int
    stop: Event = field(default_factory=Event)


class _Report(NamedTuple):
    run: _Run
    share: float = 0.0
    result: Any = None
    error: BaseException | None = None
    is_end: bool = False


class Tasks(QObject):
    """Runs work beside the window.

    Signals:
        progressed(str, float): What is being done and the share of it that is done.
        ended(): Nothing is under way any more.
        failed(Exception): Work ended with an error that nobody expected.
    """

    progressed = Signal(str, float)
    ended = Signal()
    failed = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._runs: dict[str, _Run] = {}
        self._count = 0
        self._reported.connect(self._on_reported)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that has words, so that people wait for it."""
        return any(run.task.words for run in self._runs.values())

    def is_under_way(self, name: str) -> bool:
        """Whether there is work by that name."""
        return name in self._runs

    def is_running(self, *names: str) -> bool:
        """Whether work by one of these names is under way."""
        return any(name in self._runs for name in names)

    def start(self, task: Task) -> None:
        """Begin work; what was under way by that name is stopped, and its result is dropped."""
        self.cancel(task.name)
        self._count += 1
        run = self._runs[task.name] = _Run(task, self._count)
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not needed for the first paint

            sys.setswitchinterval(LETS_GO_S)
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="notestitch")
        if task.words:
            self.progressed.emit(task.words, 0.0)
        self._pool.submit(_drive, run, self._reported.emit)

    def cancel(self, name: str | None = None) -> None:
        """Stop work between two steps; without a name all of it."""
        for key in [name] if name else list(self._runs):
            run = self._runs.pop(key, None)
            if run is not None:
                run.stop.set()
        if not self._runs:
            self.ended.emit()

    def close(self) -> None:
        """Stop everything and wait for the threads."""
        self.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _on_reported(self, report: _Report) -> None:
        run = report.run
        if self._runs.get(run.task.name) is not run:
            return  # stale
        if not report.is_end:
            if run.task.words:
                self.progressed.emit(run.task.words, report.share)
            return
        del self._runs[run.task.name]
        if not self._runs:
            self.ended.emit()
        if report.error is None:
            run.task.done(report.result)
        elif run.task.failed is not None and isinstance(report.error, Exception):
            run.task.failed(report.error)
        else:
            self.failed.emit(report.error)


def _drive(run: _Run, report: Callable[[_Report], None]) -> None:
    """Work and rest until the work ends, or until somebody stops it."""
    told = time.perf_counter()
    try:
        while not run.stop.is_set():
            share, until = 0.0, time.perf_counter() + WORK_S
            while time.perf_counter() < until:
                share = next(run.task.work)
            if time.perf_counter() - told > TELL_S:
                told = time.perf_counter()
                report(_Report(run, share))
            time.sleep(REST_S)
        run.task.work.close()
    except StopIteration as end:
        report(_Report(run, 1.0, end.value, is_end=True))
    except BaseException as error:  # noqa: BLE001 - it is told on the GUI thread, which alone can say it
        report(_Report(run, error=error, is_end=True))
