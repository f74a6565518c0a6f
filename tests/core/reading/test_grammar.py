"""What one line is."""

from __future__ import annotations

import pytest

from core.reading.grammar import bullet, heading, indent, is_separator, leading_time


@pytest.mark.parametrize(
    ("text", "time_s", "rest"),
    [
        ("[00:12] a", 12, "a"),
        ("[00:12]a", 12, "a"),
        ("[ 00:12 ]  a", 12, "a"),
        ("［１２：３４］ a", 754, "a"),
        ("［12:34] a", 754, "a"),
        ("[75:30] a", 4530, "a"),
        ("[1:15:30] a", 4530, "a"),
        ("**[00:12]** a", 12, "a"),
        ("`[00:12]` a", 12, "a"),
        ("[00:12] [00:13] a", 12, "[00:13] a"),
        ("[00:12]", 12, ""),
    ],
)
def test_a_text_may_begin_with_a_time(text: str, time_s: int, rest: str) -> None:
    time = leading_time(text)
    assert time is not None
    assert (time.time_s, time.rest) == (time_s, rest)


@pytest.mark.parametrize("text", ["", "a [00:12]", "00:12 a", "[12:75] a", "[a]", "[00:12", "**[00:12] a**", "(00:12)"])
def test_other_texts_begin_with_none(text: str) -> None:
    assert leading_time(text) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# A", (1, "A")),
        ("## A b \n", (2, "A b")),
        ("   ### A", (3, "A")),
        ("##\tA", (2, "A")),
        ("##A", (2, "A")),
        ("## C #", (2, "C #")),
        ("##", (2, "")),
        ("#tag", None),
        ("    ## code", None),
        ("####### A", None),
        ("A # b", None),
    ],
)
def test_a_heading_begins_with_hashes(line: str, found: tuple[int, str] | None) -> None:
    assert heading(line) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a", "a"),
        ("* a", "a"),
        ("+ a", "a"),
        ("• a", "a"),
        ("•a", "a"),
        ("-[00:12] a", "[00:12] a"),
        ("-", ""),
        ("-a", None),
        ("**a** b", None),
        ("a - b", None),
        ("– a", None),
    ],
)
def test_a_bullet_stands_before_words(text: str, words: str | None) -> None:
    assert bullet(text) == words


@pytest.mark.parametrize(
    ("text", "is_one"), [("---", True), ("*****", True), ("___", True), ("--", False), ("-*-", False)]
)
def test_a_separator_is_three_signs_or_more(text: str, is_one: bool) -> None:
    assert is_separator(text) is is_one


@pytest.mark.parametrize(
    ("line", "columns"), [("a", 0), ("  a", 2), ("\ta", 4), (" \ta", 4), ("\t  a", 6), ("     \ta", 8)]
)
def test_a_tab_reaches_to_the_next_multiple_of_four(line: str, columns: int) -> None:
    assert indent(line) == columns
