"""Finding text and putting other words for it."""

from __future__ import annotations

import unicodedata

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st

from core.model import EntryId
from core.presenting.find import Hit, Query, QueryError, in_chunks, in_document, replacement
from core.work import finished
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    chunks = (
        chunk(1, "# The lamp", "00:10 the lamp was lit", "> 00:12 A lamp! — Ilse", "00:20 the Lamplighter came"),
        chunk(2, "# Letters", "00:30 he wrote of 3 lamps", "00:40 등불을 켰다"),
    )
    return built(episode(*chunks, language="en"))


def found(review: Review, query: Query) -> list[str]:
    return [
        hit.text
        for hit in finished(in_document(review, query))
        if hit.key not in {"summary:0", "summary:1", "summary:2"}
    ]


def replaced(review: Review, query: Query, words: str, *, in_quotes: bool = False) -> list[str]:
    keys = [hit.key for hit in finished(in_document(review, query))]
    edit = finished(replacement(review.state, query, words, keys, in_quotes=in_quotes)).edit
    if edit is not None:
        review.do(edit)
    document = review.state.document
    return [block.text for chapter in document.chapters for block in chapter.blocks]


def test_case_makes_no_difference_unless_asked(review: Review) -> None:
    assert found(review, Query("LAMP"))
    assert found(review, Query("LAMP", has_case=True)) == []


def test_a_whole_word_is_not_found_inside_another(review: Review) -> None:
    assert "the Lamplighter came" in found(review, Query("lamp"))
    assert "the Lamplighter came" not in found(review, Query("lamp", is_word=True))


def test_signs_are_signs_unless_a_pattern_is_meant(review: Review) -> None:
    assert found(review, Query("l.mp")) == []
    assert found(review, Query("l.mp", is_pattern=True))


def test_text_is_found_however_its_characters_are_composed(review: Review) -> None:
    assert found(review, Query(unicodedata.normalize("NFD", "등불"))) == ["등불을 켰다"]


def test_a_speaker_is_found_with_no_words_marked(review: Review) -> None:
    hits = finished(in_document(review, Query("ilse")))
    assert [(hit.text, hit.spans) for hit in hits] == [("A lamp!", ())]


def test_entries_are_found_in_the_chunks(review: Review) -> None:
    assert [hit.entry for hit in finished(in_chunks(review, Query("wrote")))] == [EntryId("2:2")]


def test_blank_text_finds_nothing(review: Review) -> None:
    assert finished(in_document(review, Query("  "))) == ()


def test_a_pattern_that_is_none_is_refused(review: Review) -> None:
    with pytest.raises(QueryError):
        finished(in_document(review, Query("(", is_pattern=True)))


def test_replacing_leaves_quotes_alone(review: Review) -> None:
    texts = replaced(review, Query("lamp", is_word=True), "light")
    assert "the light was lit" in texts
    assert "A lamp!" in texts


def test_replacing_changes_quotes_when_asked(review: Review) -> None:
    assert "A light!" in replaced(review, Query("lamp", is_word=True), "light", in_quotes=True)


def test_groups_of_a_pattern_can_be_used_in_the_new_words(review: Review) -> None:
    assert "he wrote of lamps 3" in replaced(review, Query(r"(\d) (lamps)", is_pattern=True), r"\2 \1")


def test_a_group_that_is_not_there_is_refused(review: Review) -> None:
    with pytest.raises(QueryError):
        replaced(review, Query("lamp", is_pattern=True), r"\3")


def test_signs_in_new_words_mean_nothing_without_a_pattern(review: Review) -> None:
    assert r"the \1 was lit" in replaced(review, Query("lamp", is_word=True), r"\1")


@given(st.text(max_size=12))
def test_spans_hold_what_was_looked_for(text: str) -> None:
    made = built(episode(chunk(1, "00:10 the lamp was lit", "00:20 등불을 켰다 (again)"), language="en"))
    hits: tuple[Hit, ...] = finished(in_document(made, Query(text, has_case=True)))
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    assert all(hit.text[start:end] in forms for hit in hits for start, end in hit.spans)
