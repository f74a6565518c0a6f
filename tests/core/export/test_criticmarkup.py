"""Taking all marked changes gives the document, taking none gives what it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, states
from strategies import raw_texts

from core.errors import EditError
from core.export.criticmarkup import changed, literal, rendered
from core.export.markdown import lines, markdown
from core.export.material import Material
from core.model import Block, Chapter, Document, EntryId, Episode, ItemId, Kind, ReviewState
from core.timecode import TimeStyle

MARK = re.compile(r"\{\+\+(.*?)\+\+\}|\{--(.*?)--\}|\{~~(.*?)~>(.*?)~~\}|\{>>.*?<<\}")


def note(number: int, text: str, *sources: str) -> Block:
    return Block(ItemId(f"b{number}"), Kind.NOTE, number, text, sources=tuple(map(EntryId, sources)))


def of(*blocks: Block) -> Document:
    return Document("T", (), (Chapter(ItemId("c1"), "One", blocks),))


def critic(start: Document, now: Document, **dropped: str) -> str:
    reasons = {EntryId(entry): reason for entry, reason in dropped.items()}
    return rendered(Material(now, state=ReviewState(Episode("T"), now, dropped=reasons), start=start)).decode()


def accepted(text: str) -> str:
    return MARK.sub(lambda match: (match[1] or "") + (match[4] or ""), text)


def refused(text: str) -> str:
    return MARK.sub(lambda match: (match[2] or "") + (match[3] or ""), text)


def kept_lines(text: str) -> list[str]:
    """The lines that say something."""
    return [line for line in text.split("\n") if line.strip(" -#>") and not re.fullmatch(r"\d+\. ", line)]


def literal_lines(document: Document) -> list[str]:
    return [f"{line.sign}{literal(line.words)}" for line in lines(document, TimeStyle.HOURS)]


def test_a_document_that_nobody_changed_is_its_markdown() -> None:
    assert critic(of(note(1, "a")), of(note(1, "a"))) == markdown(of(note(1, "a")), TimeStyle.HOURS)


def test_changed_words_are_marked_in_their_line() -> None:
    assert "- [00:01] the {~~red~>blue~~} fox\n" in critic(of(note(1, "the red fox")), of(note(1, "the blue fox")))


def test_a_note_that_was_dropped_says_why() -> None:
    start = of(note(1, "a"), note(2, "b", "x"))
    assert "- {--[00:02] b--}{>>dropped: a sponsor<<}\n" in critic(start, of(note(1, "a")), x="a sponsor")


def test_a_note_that_was_merged_says_where() -> None:
    start = of(note(1, "a", "x"), note(2, "b", "y"))
    assert "- {--[00:02] b--}{>>merged into [00:01]<<}\n" in critic(start, of(note(1, "a", "x", "y")))


def test_a_note_that_was_moved_stands_in_both_places() -> None:
    made = critic(of(note(1, "a"), note(2, "b")), of(note(2, "b"), note(1, "a")))
    assert made.count("{>>moved<<}") == made.count("{++") == 1


def test_a_new_note_is_marked() -> None:
    assert "- {++[00:02] b++}\n" in critic(of(note(1, "a")), of(note(1, "a"), note(2, "b")))


def test_a_renamed_chapter_is_marked_in_its_heading() -> None:
    start = of(note(1, "a"))
    now = replace(start, chapters=(replace(start.chapters[0], title="Two"),))
    assert "## Chapter 1: {~~One~>Two~~} (00:01-00:01)\n" in critic(start, now)


@pytest.mark.parametrize("text", ["{++a++}", "{--", "~~}", "{~~a~>b~~}", "{>>a<<}", "{++}", "~>", "{{++"])
def test_words_that_look_like_a_mark_are_none(text: str) -> None:
    assert not re.search(r"\{(\+\+|--|~~|==|>>)|(\+\+|--|~~|==|<<)\}|~>", literal(text))


@given(st.data(), st.sampled_from([accepted, refused]))
def test_the_marks_lead_to_both_documents(data: st.DataObject, take: Callable[[str], str]) -> None:
    start = now = data.draw(states())
    for _ in range(4):
        if (edit := data.draw(edits(now))) is not None:
            with suppress(EditError):
                now = edit.apply(now)
    made = rendered(Material(now.document, state=now, start=start.document)).decode("utf-8", "surrogateescape")
    wanted = literal_lines(now.document if take is accepted else start.document)
    assert kept_lines(take(made)) == kept_lines("\n".join(wanted))


@given(raw_texts(), raw_texts())
def test_any_two_wordings_can_be_told_apart_again(before: str, after: str) -> None:
    made = "".join(changed(before, after))
    assert (refused(made), accepted(made)) == (literal(before), literal(after))
