from __future__ import annotations

from chunk_builder import chunk

from core.detection.repeats import repeated_chunks

NOTES = ("harbours and ships", "a lighthouse", "tides and moons", "the ferry", "divers at night", "goodbye")


def timed(first_minute: int, *notes: str) -> tuple[str, ...]:
    return tuple(f"{first_minute + at:02}:00 {text}" for at, text in enumerate(notes))


def test_a_chunk_pasted_twice_is_a_copy_of_the_first() -> None:
    chunks = [chunk(1, *timed(0, *NOTES)), chunk(2, *timed(9, "news")), chunk(3, *timed(0, *NOTES))]
    assert repeated_chunks(chunks) == {"3": "1"}


def test_a_copy_at_other_times_is_a_copy() -> None:
    assert repeated_chunks([chunk(1, *timed(0, *NOTES)), chunk(2, *timed(30, *NOTES))]) == {"2": "1"}


def test_a_third_copy_names_the_first() -> None:
    assert repeated_chunks([chunk(at, *timed(0, *NOTES)) for at in (1, 2, 3)]) == {"2": "1", "3": "1"}


def test_an_overlap_in_the_same_words_is_no_copy() -> None:
    first, second = timed(0, *NOTES), timed(3, *NOTES[3:], "more", "of", "it")
    assert repeated_chunks([chunk(1, *first), chunk(2, *second)]) == {}


def test_short_chunks_are_no_copies() -> None:
    assert repeated_chunks([chunk(1, *timed(0, *NOTES[:2])), chunk(2, *timed(0, *NOTES[:2]))]) == {}


def test_a_copy_of_three_notes_is_a_copy() -> None:
    assert repeated_chunks([chunk(1, *timed(0, *NOTES[:3])), chunk(2, *timed(0, *NOTES[:3]))]) == {"2": "1"}


def test_few_notes_of_which_one_is_another_are_no_copy() -> None:
    chunks = [chunk(1, *timed(0, *NOTES[:4])), chunk(2, *timed(0, *NOTES[:3], "news"))]
    assert repeated_chunks(chunks) == {}
