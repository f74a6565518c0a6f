"""Looking for duplicates beside the window: what is in view first, told as it is found; again where chunks changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QObject, QTimer, Signal

from core.model import ChunkKey, Episode
from core.work import Work
from core.workflow.detecting import Detection, Detector
from core.workflow.review import Proposed, Review
from ui.desktop.tasks import Task
from ui.desktop.workspace import Workspace

_AT_ONCE, _REST_MS = 120, 10  # merges that are taken at once, and the rest between
InView = Callable[[], Collection[ChunkKey]]


class Looking(QObject):
    """The search of one window, which remembers what it compared as long as the review is open.

    Signals:
        done(Review): All was looked at.
    """

    done = Signal(object)
    _found = Signal(object, object)  # the review, and what was found of it so far

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._review: Review | None = None
        self._detector = Detector()
        self._waiting: Proposed | None = None  # what is to be taken, some of it at a time
        self._is_all = False  # nothing comes after that
        self._taking = QTimer(self)
        self._taking.setInterval(_REST_MS)
        self._taking.timeout.connect(self._on_taking_timeout)
        self._found.connect(self._on_found)

    def look(self, review: Review) -> None:
        """Look, or look again at what changed since."""
        if review is not self._review:
            self._review, self._detector = review, Detector()
        self._taking.stop()
        work = looking(review, self._detector, self._in_view(review.state.episode), partial(self._found.emit, review))
        done = partial(self._on_done, review)
        self._workspace.tasks.start(Task("detect", self.tr("Looking for duplicates"), work, done))

    def _in_view(self, episode: Episode) -> InView:
        """What tells the chunks in view; asked in the worker, which reads the span and nothing else of the window."""
        chunks = sorted((chunk for chunk in episode.chunks if chunk.span), key=lambda chunk: chunk.span or (0, 0))
        keys = [chunk.key for chunk in chunks]
        starts = [chunk.span[0] for chunk in chunks if chunk.span]
        ends = list(accumulate((chunk.span[1] for chunk in chunks if chunk.span), max))
        workspace = self._workspace

        def in_view() -> Collection[ChunkKey]:
            first_s, last_s = workspace.span
            return keys[bisect_left(ends, first_s) : bisect_right(starts, last_s)]

        return in_view

    def _on_found(self, review: Review, found: Proposed) -> None:
        if self._workspace.tasks.is_running("detect"):
            self._take(review, found, is_all=False)

    def _on_done(self, review: Review, found: Proposed) -> None:
        self._take(review, found, is_all=True)

    def _take(self, review: Review, found: Proposed, *, is_all: bool) -> None:
        """Let the window have it, as much at a time as nobody notices."""
        if review is self._workspace.review and review is self._review:
            self._waiting, self._is_all = found, is_all
            self._on_taking_timeout()

    def _on_taking_timeout(self) -> None:
        review, waiting = self._review, self._waiting
        if review is None or waiting is None or review is not self._workspace.review:
            self._taking.stop()
        elif not review.take_some(waiting, _AT_ONCE):
            self._taking.start()
        else:
            self._taking.stop()
            self._waiting = None
            if self._is_all:
                self.done.emit(review)


def looking(
    review: Review,
    detector: Detector | None = None,
    in_view: InView | None = None,
    tell: Callable[[Proposed], object] | None = None,
) -> Work[Proposed]:
    """What detection proposes for a review, made ready for it; ``tell`` hears of what is found before the end."""
    yield 0.0
    heard: list[Detection] = []
    publish = heard.append if tell is not None else None
    work = (detector or Detector()).detection(review.state, in_view=in_view, publish=publish)
    while True:
        try:
            share = next(work)
        except StopIteration as end:
            found: Detection = end.value
            break
        yield share
        if tell is not None and heard:
            latest = heard[-1]
            heard.clear()
            tell((yield from review.proposing(latest.merges, latest.clocks)))
    return (yield from review.proposing(found.merges, found.clocks))
