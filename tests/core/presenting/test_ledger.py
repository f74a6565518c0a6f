"""The ledger as a list: every entry is in it once, the totals add up, and what is out comes back."""

from __future__ import annotations

from contextlib import suppress

import pytest
from chunk_builder import chunk, episode
from hypothesis import given, settings
from hypothesis import strategies as st
from review_strategies import edits, states

from core.editing.session import ReviewSession
from core.errors import EditError
from core.model import EntryId, Fate, ReviewState
from core.presenting.ledger import STRAY, LedgerFilter, LedgerList, LedgerRow
from core.stitching import propose
from core.workflow.opening import built
from core.workflow.review import Review

SOURCES = episode(
    chunk(1, "# Fog", "00:10 the lamp is lit", "? a remark", "00:20 nobody came", "> 00:25 never dark — the keeper"),
    chunk(2, "# Sea", "00:30 a ship passes"),
)
LAMP, NOBODY, QUOTE, SHIP = SOURCES.entries


def edited(state: ReviewState, data: st.DataObject) -> Review:
    review = Review(ReviewSession(state))
    for _ in range(data.draw(st.integers(0, 6))):
        with suppress(EditError):
            edit = data.draw(edits(review.state))
            if edit is not None:
                review.do(edit)
    return review


def row_of(review: Review, key: str) -> LedgerRow:
    row = LedgerList(review).row(key)
    assert row is not None
    return row


@pytest.fixture
def review() -> Review:
    return built(SOURCES)


@given(states(), st.data())
@settings(max_examples=40)
def test_the_totals_are_those_of_the_entries(state: ReviewState, data: st.DataObject) -> None:
    ledger = LedgerList(edited(state, data))
    assert sum(total.count for total in ledger.totals if total.fate != STRAY) == len(state.episode.entries)
    for total in ledger.totals:
        assert len(ledger.keys(LedgerFilter(frozenset({total.fate})))) == total.count


@given(states(), st.data())
@settings(max_examples=20)
def test_every_row_can_be_shown_and_every_absent_entry_comes_back(state: ReviewState, data: st.DataObject) -> None:
    review = edited(state, data)
    ledger = LedgerList(review)
    for key in ledger.keys(LedgerFilter()):
        row = ledger.row(key)
        assert row is not None
        assert str(row.became)
        if row.can_return and review.state.document.chapters:
            edit = ledger.bring_back(key)
            assert edit is not None
            review.do(edit)
            assert review.fate(EntryId(key)) is Fate.KEPT


def test_entries_and_strange_lines_stand_in_the_order_of_their_lines(review: Review) -> None:
    assert LedgerList(review).keys(LedgerFilter()) == [LAMP, "stray:1:3", NOBODY, QUOTE, SHIP]


def test_a_chunk_can_be_looked_at_alone(review: Review) -> None:
    assert LedgerList(review).keys(LedgerFilter(chunk=SOURCES.chunks[1].key)) == [SHIP]


def test_fates_and_a_chunk_limit_it_together(review: Review) -> None:
    shows = LedgerFilter(frozenset({STRAY, "LOST"}), SOURCES.chunks[0].key)
    assert LedgerList(review).keys(shows) == ["stray:1:3"]


def test_the_sum_names_what_there_is(review: Review) -> None:
    review.do(propose.drop(review.homes.get(NOBODY)[0], "wrong"))
    assert str(LedgerList(review).sum) == "4 = 3 kept + 1 dropped"


def test_a_dropped_entry_says_why(review: Review) -> None:
    review.do(propose.drop(review.homes.get(NOBODY)[0], "wrong"))
    assert str(row_of(review, NOBODY).became) == "because: wrong"


def test_a_merged_entry_says_into_what(review: Review) -> None:
    blocks = [review.homes.get(entry)[0] for entry in (LAMP, SHIP)]
    review.do(propose.absorb(review.state, blocks, "the lamp is lit", None))
    assert str(row_of(review, SHIP).became) == "into 00:10 of Chunk 1"


def test_a_kept_entry_says_where_it_stands(review: Review) -> None:
    assert str(row_of(review, SHIP).became) == "in chapter 2: Sea"


def test_a_strange_line_comes_in_as_a_note_and_is_answered(review: Review) -> None:
    ledger = LedgerList(review)
    edit = ledger.bring_back("stray:1:3")
    assert edit is not None
    review.do(edit)
    row = row_of(review, "stray:1:3")
    assert (row.can_return, str(row.became)) == (False, "answered: brought in")


def test_what_is_no_more_has_no_row(review: Review) -> None:
    assert [LedgerList(review).row(key) for key in ("9:1", "stray:9:1", "stray:1:9")] == [None, None, None]
