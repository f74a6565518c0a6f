"""What the queue and the panes say of a merge that a language model made."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from merged_text import reviewed

from core.model import ItemId, Kind, blocks_of
from core.presenting.evidence import origin_of
from core.presenting.merged_pane import MergedPane
from core.presenting.queue import Queue
from core.presenting.row import Row
from core.workflow.review import Review

SOURCES = episode(
    chunk(
        1,
        "00:10 the fleet has many robots in the north",
        "00:20 rain stops every one of them",
        "> 00:30 we stay at home then — Ilse",
    )
)


@pytest.fixture
def review() -> Review:
    """A quote was altered, a note was invented."""
    return reviewed(
        SOURCES,
        "- [00:10] the fleet has many robots in the north",
        "- [00:20] rain stops every one of them",
        "",
        '> "[00:30] we stay at work then" — Ilse',
        "",
        "- [00:35] eine Bäckerei in Lissabon verkauft Kuchen",
    )


def row(review: Review, item: ItemId) -> Row:
    pane = MergedPane(review)
    at = pane.find(item)
    assert at is not None
    return pane.row(at)


def test_words_that_the_merge_changed_show_in_the_document(review: Review) -> None:
    quote = next(block for block in blocks_of(review.state.document) if block.kind is Kind.QUOTE)
    shown = row(review, quote.id)
    assert (str(shown.badge), shown.is_edited) == ("edited", True)
    assert "edited" in map(str, MergedPane(review).origin(quote.id))


def test_words_that_the_merge_kept_show_nothing(review: Review) -> None:
    first = next(iter(blocks_of(review.state.document)))
    assert (row(review, first.id).badge, row(review, first.id).is_edited) == (None, False)


def test_what_the_merge_invented_is_named_by_its_words_in_the_queue(review: Review) -> None:
    (item,) = [item for item in Queue(review).items if item.kind == "invented"]
    assert item.text == "eine Bäckerei in Lissabon verkauft Kuchen"


def test_what_the_merge_invented_is_not_called_the_editor_s(review: Review) -> None:
    invented = next(block.id for block in blocks_of(review.state.document) if not block.sources)
    evidence = origin_of(review, invented)
    assert evidence is not None
    assert str(evidence.title) == "Where this comes from"
    assert list(map(str, MergedPane(review).origin(invented))) == ["no chunk holds this"]
