"""What is left at one second, told in words that share little."""

from __future__ import annotations

from chunk_builder import chunk, episode
from merged_text import rules

SOURCES = episode(
    chunk(
        1,
        "03:12 the trial line ran from the station to the market",
        "03:20 three buses began with a gap of forty minutes",
        "07:18 the first line of the checklist is not about tyres but asks whether the driver slept",
    ),
)
BODY = (
    "- [03:12] the trial line ran from the station to the market",
    "- [03:20] three buses began with a gap of forty minutes",
    "- [07:18] no tyre stands at the top of the checklist",
    "- [07:18] it asks whether the driver slept",
)


def test_a_part_of_a_note_at_its_second_is_not_without_a_source() -> None:
    assert rules(SOURCES, *BODY) == []


def test_the_same_words_at_another_time_are() -> None:
    assert "NS505" in rules(SOURCES, *BODY[:2], BODY[2].replace("07:18", "07:50"), BODY[3])


def test_what_shares_nothing_with_what_is_lost_at_its_second_is_without_a_source() -> None:
    other = "- [03:20] a listener’s letter is read out loud"
    assert [rule for rule in rules(SOURCES, BODY[0], other, *BODY[2:]) if rule != "NS508"] == ["NS501", "NS505"]
