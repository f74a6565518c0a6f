from __future__ import annotations

from chunk_builder import chunk

from core.detection.quotes import quote_links


def test_a_quote_is_linked_to_the_note_that_says_it() -> None:
    found = quote_links(
        chunk(
            1,
            "01:00 용량이 31% 줄었다고 설명함",
            "01:04 배터리가 화분이 된다고 말함",
            "> 01:04 배터리가 그냥 화분이에요 — 진행자",
        )
    )
    assert found == {"1:3": "1:2"}


def test_a_quote_far_from_a_note_in_time_is_not_linked() -> None:
    assert quote_links(chunk(1, "01:00 the pump failed in May", "> 01:20 the pump failed in May")) == {}


def test_a_quote_that_shares_no_words_is_not_linked() -> None:
    assert quote_links(chunk(1, "01:00 the pump failed in May", "> 01:00 ships are wonderful")) == {}


def test_entries_without_a_time_are_left_out() -> None:
    assert quote_links(chunk(1, "- the pump failed in May", "> 01:00 the pump failed in May")) == {}
