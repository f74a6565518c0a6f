"""Opening: reads beside the window, shows what was read, then looks for duplicates. Says what could not be read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import NotestitchError
from core.presenting.chunks_pane import ChunksPane
from core.presenting.merged_pane import MergedPane
from core.work import Work
from core.workflow.opening import Detection, built, detection, opened, opened_text
from core.workflow.review import Judged, Review, ReviewChange
from ui.desktop.tasks import Task
from ui.desktop.widgets.words import translated
from ui.desktop.workspace import Opened, Workspace

AT_ONCE_S = 0.6  # before the window stands, reading may take this long, so that it is shown with its notes


class Opener(QObject):
    """Turns paths and pasted text into the review that the workspace shows.

    Signals:
        refused(str): What could not be opened and what to do; whatever was shown before is still there.
    """

    refused = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._waits = False
        workspace.open_requested.connect(self.open)
        workspace.bridge.review_changed.connect(self._on_review_changed)

    def open(self, what: Sequence[Path] | str) -> None:
        """Open files, a folder or a text, if nothing would be lost or the person agrees."""
        if self._workspace.may_leave(is_closing=False):
            self._go_on(reading(what))

    def open_first(self, what: Sequence[Path]) -> None:
        """Open before the window stands: at once if that is quick, else beside it."""
        self._waits = True  # the checks and the search for duplicates would take time from the first paint
        work, until = reading(what, is_judged=False), time.perf_counter() + AT_ONCE_S
        try:
            while time.perf_counter() < until:
                next(work)
        except StopIteration as end:
            self._show(end.value)
        except NotestitchError as error:
            self._refuse(error)
        else:
            self._go_on(work)

    def begin(self) -> None:
        """The panes are painted: what waited for that may start."""
        self._waits = False
        if self._workspace.review is not None:
            self._look_into(self._workspace.review)

    def _go_on(self, work: Work[Opened]) -> None:
        tasks = self._workspace.tasks
        tasks.cancel("check")
        tasks.cancel("detect")
        tasks.start(Task("open", self.tr("Reading"), work, self._show, self._refuse))

    def _show(self, opened: Opened) -> None:
        self._workspace.theme_source.set_language(opened.review.state.episode.language)
        self._workspace.show(opened)
        if not self._waits:
            self._look_into(opened.review)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, NotestitchError):
            self._workspace.tasks.failed.emit(error)
            return
        place = ":".join(str(part) for part in (error.file, error.line) if part)
        words = translated(error.message)
        self.refused.emit(f"{place}: {words}" if place else words[:1].upper() + words[1:])

    def _look_into(self, review: Review) -> None:
        """Run the checks, unless that was done in reading, and then look for duplicates."""
        if self._workspace.queue is not None:
            self._detect(review)
            return
        words, done = self.tr("Checking"), partial(self._on_judged, review)
        self._workspace.tasks.start(Task("check", words, review.judging(), done))

    def _on_judged(self, review: Review, judged: Judged) -> None:
        if review is self._workspace.review:
            self._workspace.take_judged(judged)
            self._detect(review)

    def _detect(self, review: Review) -> None:
        words, done = self.tr("Looking for duplicates"), partial(self._on_detected, review)
        self._workspace.tasks.start(Task("detect", words, detecting(review), done))

    def _on_detected(self, review: Review, found: Detection) -> None:
        if review is self._workspace.review:
            review.set_merges(found.merges, found.clocks)

    def _on_review_changed(self, change: ReviewChange) -> None:
        if change.before.offsets != change.after.offsets and self._workspace.review is not None:
            self._detect(self._workspace.review)


def reading(what: Sequence[Path] | str, *, is_judged: bool = True) -> Work[Opened]:
    """Read, build the candidate and its panes."""
    if isinstance(what, str):
        found, folder = opened_text(what), None
    else:
        found = yield from opened(list(what))
        folder = what[0] if what[0].is_dir() else what[0].parent
    yield 0.7
    review = built(found.episode, transcript=found.transcript, is_judged=is_judged)
    yield 0.8
    chunks_pane = ChunksPane(review)
    yield 0.9
    merged_pane = MergedPane(review)
    notices = tuple(translated(notice.message) for notice in found.notices)
    return Opened(review, chunks_pane, merged_pane, folder=folder, notices=notices, is_judged=is_judged)


def detecting(review: Review) -> Work[Detection]:
    """What detection proposes for a review."""
    yield 0.0
    return (yield from detection(review.state))
