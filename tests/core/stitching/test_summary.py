"""Summary lines are drafted whatever little there is: a blank one could not be exported."""

from __future__ import annotations

import pytest

from core.reading.document import read_document
from core.workflow.exporting import exported
from core.workflow.opening import built, opened_text

LITTLE = [
    "## A\n- [00:05] 하나\n",
    "- [00:05] 하나\n- [00:06] 둘\n",
    "- 시각 없음\n",
    '> "[00:01] 말" — 김\n',
]


@pytest.mark.parametrize("text", LITTLE)
def test_a_pasted_text_without_a_title_gets_three_lines_that_can_be_exported(text: str) -> None:
    review = built(opened_text(text).episode)
    document = review.state.document
    assert all(line.strip() for line in document.summary)
    assert read_document(exported(review).decode()).document.summary == document.summary
