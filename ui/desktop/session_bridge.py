"""A review's callbacks as Qt signals; the only place where the window listens to the core."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.workflow.review import Review, ReviewChange


class SessionBridge(QObject):
    """Holds the review that the window shows.

    Signals:
        review_opened(Review): Another review is shown from now on.
        review_changed(ReviewChange): An edit, undo, redo or new merges; what to look at again is in it.
    """

    review_opened = Signal(object)
    review_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._leave: Callable[[], None] | None = None

    @property
    def review(self) -> Review | None:
        return self._review

    def show(self, review: Review) -> None:
        """Show another review."""
        if self._leave is not None:
            self._leave()
        self._review = review
        self._leave = review.subscribe(self._on_review_change)
        self.review_opened.emit(review)

    def _on_review_change(self, change: ReviewChange) -> None:
        self.review_changed.emit(change)
