"""A review's callbacks as Qt signals; the only place where the window listens to the core."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core.workflow.review import Review, ReviewChange

_MANY = 16  # chapters: for the checks of so many at once the window does not wait
_MOST = 300  # changed blocks or decisions: of more, the panes and the queue are brought up to date in steps
_SLICE_S = 0.012


class SessionBridge(QObject):
    """Holds the review that the window shows, and gives its checks time after a large change.

    Signals:
        review_opened(Review): Another review is shown from now on.
        review_changed(ReviewChange): An edit, undo, redo or new merges; what to look at again is in it. A large change
            is told in steps.
        went_on(float): It was one of these steps; the share of the way that is done.
        arrived(): It was the last of them.
    """

    review_opened = Signal(object)
    review_changed = Signal(object)
    went_on = Signal(float)
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._leave: Callable[[], None] | None = None
        self._is_awaited = False  # a large change, on its way
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_soon_timeout)

    @property
    def review(self) -> Review | None:
        return self._review

    def show(self, review: Review) -> None:
        """Show another review."""
        if self._leave is not None:
            self._leave()
        self._review, self._is_awaited = review, False
        review.waits_from, review.most = _MANY, _MOST
        self._leave = review.subscribe(self._on_review_change)
        self.review_opened.emit(review)

    def _on_review_change(self, change: ReviewChange) -> None:
        self.review_changed.emit(change)
        if change.after is not change.before and self._review is not None and self._review.is_behind:
            self._is_awaited = self._is_awaited or self._review.is_on_the_way
            self._soon.start()

    def _on_soon_timeout(self) -> None:
        review = self._review
        if self._is_awaited and (review is None or not review.is_on_the_way):
            self._is_awaited = False
            self.arrived.emit()  # not together with the last step: what is done then takes its own time
        elif review is None or not review.is_behind:
            self._soon.stop()
        else:
            review.go_on(_SLICE_S)
            if review.is_on_the_way:
                self.went_on.emit(review.share)
