"""The three summary lines: which are still drafts, whether they are too short or too long, and others to choose from.

Free of Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import Message, counted
from core.stitching.summary import GOOD_CHARACTERS, LINES, summary_offers
from core.work import Work
from core.workflow.review import Review

SHORT, LONG = GOOD_CHARACTERS


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One line of the summary.

    Attributes:
        is_draft: Nobody has touched it yet.
        is_good: Neither too short to say something nor too long to read at a glance.
    """

    text: str
    is_draft: bool

    @property
    def is_good(self) -> bool:
        return SHORT <= len(self.text) <= LONG

    @property
    def hint(self) -> Message:
        """Its length, in words."""
        asked = {"short": SHORT, "long": LONG}
        numbers = {"count": len(self.text), "short": SHORT, "long": LONG}
        if len(self.text) < SHORT:
            one = Message("1 character, rather short ({short} to {long} read well)", asked)
            many = Message("{count} characters, rather short ({short} to {long} read well)", numbers)
            return counted(len(self.text), one, many)
        if len(self.text) > LONG:
            return Message("{count} characters, rather long ({short} to {long} read well)", numbers)
        return Message("{count} characters", {"count": len(self.text)})


def summary_lines(review: Review) -> tuple[SummaryLine, ...]:
    """The lines of now."""
    first = review.session.start.document
    start = () if first.is_brought else first.summary
    return tuple(
        SummaryLine(text, is_draft=start[n : n + 1] == (text,)) for n, text in enumerate(review.state.document.summary)
    )


def offers(review: Review) -> Work[tuple[tuple[str, ...], ...]]:
    """For each line the words of some notes that could stand there, the best first."""
    document = review.state.document
    yield 0.0
    return tuple(found for found in summary_offers(document))[:LINES]
