"""After an undo, the row that came back or that was changed is found."""

from __future__ import annotations

from core.model import Block, Chapter, Document, ItemId, Kind
from core.presenting.changed import first_changed


def note(name: str, *beneath: Block, text: str = "") -> Block:
    return Block(ItemId(name), Kind.NOTE, 1, text or name, children=beneath)


def document(*chapters: tuple[str, tuple[Block, ...]]) -> Document:
    return Document("", (), tuple(Chapter(ItemId(name), name, blocks) for name, blocks in chapters))


A, B, C = note("a"), note("b"), note("c")


def test_nothing_is_found_where_all_is_alike() -> None:
    assert first_changed(document(("x", (A, B))), document(("x", (A, B)))) is None


def test_a_note_that_came_back_is_found() -> None:
    assert first_changed(document(("x", (A, C))), document(("x", (A, B, C)))) == "b"


def test_a_note_with_other_words_is_found_in_its_family() -> None:
    before, after = note("a", note("b"), C), note("a", note("b", text="other"), C)
    assert first_changed(document(("x", (before,))), document(("x", (after,)))) == "b"


def test_where_a_note_went_the_next_one_is_found() -> None:
    assert first_changed(document(("x", (A, B, C))), document(("x", (A, C)))) == "c"


def test_where_the_last_note_went_the_one_before_is_found() -> None:
    assert first_changed(document(("x", (A, B))), document(("x", (A,)))) == "a"


def test_a_note_that_went_to_another_chapter_is_found_there() -> None:
    before = document(("x", (A, B)), ("y", (C,)))
    assert first_changed(before, document(("x", (A,)), ("y", (B, C)))) == "b"


def test_of_two_that_changed_places_the_one_looked_at_is_found() -> None:
    assert first_changed(document(("x", (A, B))), document(("x", (B, A))), ItemId("a")) == "a"


def test_the_notes_of_a_chapter_that_was_joined_are_found() -> None:
    before = document(("x", (A,)), ("y", (B, C)))
    assert first_changed(before, document(("x", (A, B, C)))) == "b"


def test_a_chapter_with_another_title_is_found() -> None:
    before, after = document(("x", (A,))), Document("", (), (Chapter(ItemId("x"), "other", (A,)),))
    assert first_changed(before, after) == "x"
