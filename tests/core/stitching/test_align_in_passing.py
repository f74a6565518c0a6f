"""Notes that a block tells in passing, beside the note whose place it has."""

from __future__ import annotations

from chunk_builder import chunk, episode
from merged_text import rules

SOURCES = episode(
    chunk(
        1,
        "05:46 grease was used before, but too much of it weakens the brakes",
        "05:53 a mist of water has replaced it",
        "06:41 outage for the upper part (nodes one through six): sixteen days",
        "06:41 everything below that: 94 days, because a ship was needed",
        "07:20 they call it the yellow Friday inside the company",
        "07:26 a yellow light comes on above a robot that stops, and that day all of the town was yellow",
    ),
)
MERGED = (
    "- [05:46] since grease weakens the brakes when there is too much of it, it is now misty water",
    "- [06:41] nodes 1 to 6 were down for 16 days, and whatever needed a ship for 94",
    "- [07:20] a Friday by that name, yellow as the light above each robot that stops, and as all of the town that day",
)


def test_a_note_told_at_the_end_of_another_is_not_lost() -> None:
    assert "NS501" not in rules(SOURCES, *MERGED)


def test_the_time_of_the_first_of_two_notes_is_the_right_one_for_both() -> None:
    assert "NS507" not in rules(SOURCES, *MERGED)


def test_a_note_of_which_no_word_is_there_is_lost() -> None:
    short = "- [05:46] since grease weakens the brakes when there is too much of it, nobody likes it"
    assert rules(SOURCES, short, *MERGED[1:]).count("NS501") == 1


def test_a_number_that_nothing_else_explains_tells_of_its_note() -> None:
    versions = episode(chunk(1, "16:30 in 2.0 salinity drifts by 0.02 a year", "16:35 2.1 has the fix"))
    assert rules(versions, "- [16:30] salinity drifts in 2.0 by 0.02 each year; 2.1 puts that right") == []


def test_a_line_that_only_leads_to_what_is_beneath_it_may_be_put_otherwise() -> None:
    leading = episode(chunk(1, "17:48 next goals", "  17:52 the older one retires in three years"))
    merged = ("- [17:48] what do the two of them aim for now?", "  - [17:52] in three years the older one retires")
    assert {"NS501", "NS505"}.isdisjoint(rules(leading, *merged))


def test_a_note_that_another_chunk_tells_as_two_is_said_once() -> None:
    copies = episode(
        chunk(1, "09:04 what helped most was simple; in the rain they drive at 0.9 m a second instead of 1.5"),
        chunk(2, "08:59 what helped most was very simple", "09:04 in the rain they drive at 0.9 m a second, not 1.5"),
    )
    merged = ("- [08:59] the best remedy was plain", "- [09:04] when it rains, they slow from 1.5 to 0.9 m a second")
    assert "NS201" not in rules(copies, *merged)
