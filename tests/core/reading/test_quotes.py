"""Quotes are read in all the forms that models write, and the canonical one exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import speakers, texts, untimed_texts

from core.reading.quotes import parse_quote

FORMS = [
    ('"[00:12] words" — Ana', "Ana"),
    ("“[00:12] words” — Ana", "Ana"),
    ("„[00:12] words“ — Ana", "Ana"),
    ("「[00:12] words」 — Ana", "Ana"),
    ("『[00:12] words』 — Ana", "Ana"),
    ("«[00:12] words» — Ana", "Ana"),
    ("«[00:12] words» – Ana", "Ana"),
    ('"[00:12] words" - Ana', "Ana"),
    ('"[00:12] words" -- Ana', "Ana"),
    ('"[00:12] words" ― Ana', "Ana"),
    ('"[00:12] words"—Ana', "Ana"),
    ('"[00:12] words" (Ana)', "(Ana)"),
    ('"[00:12] words" — (화자 미상)', "(화자 미상)"),
    ('"[00:12] words" — Speaker (미상)', "Speaker (미상)"),
    ('"[00:12] words"', None),
    ('[00:12] "words" — Ana', "Ana"),
    ("[00:12] 「words」 — Ana", "Ana"),
    ("[00:12] words — Ana", "Ana"),
    ("[00:12] words", None),
    ('"[00:12] words — Ana', "Ana"),
    ('**"[00:12] words"** — Ana', "Ana"),
    ('**"[00:12] words" — Ana**', "Ana"),
    ('"**[00:12]** words" — Ana', "Ana"),
    ('**[00:12]** "words" — Ana', "Ana"),
    ('*"[00:12] words"*', None),
    ('“[00:12] words" — Ana', "Ana"),
]


@pytest.mark.parametrize(("body", "speaker"), FORMS)
def test_time_words_and_speaker_are_told_apart(body: str, speaker: str | None) -> None:
    quote = parse_quote(body)
    assert (quote.time_s, quote.stamp, quote.text, quote.speaker) == (12, "00:12", "words", speaker)


@pytest.mark.parametrize("body", ['"words" — Ana', "“words” — Ana", "words — Ana"])
def test_a_quote_needs_no_time(body: str) -> None:
    quote = parse_quote(body)
    assert (quote.time_s, quote.text, quote.speaker) == (None, "words", "Ana")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('"[00:12] he said "no" — twice" — Ana', 'he said "no" — twice'),
        ('"[00:12] “inner” words" — Ana', "“inner” words"),
        ('"[00:12] **bold** and  two blanks" — Ana', "**bold** and  two blanks"),
        ('"[00:12] “curly inside”" — Ana', "“curly inside”"),
    ],
)
def test_the_words_are_kept_exactly(body: str, text: str) -> None:
    assert parse_quote(body).text == text


def test_a_long_clause_behind_a_dash_is_no_speaker() -> None:
    assert parse_quote("[00:12] it works — and that is all there is to say.").speaker is None


@given(texts(), speakers())
def test_a_canonical_timed_quote_reads_back_exactly(text: str, speaker: str | None) -> None:
    quote = parse_quote(f'"[00:12] {text}"' + (f" — {speaker}" if speaker else ""))
    assert (quote.time_s, quote.text, quote.speaker) == (12, text, speaker)


@given(untimed_texts(), speakers())
def test_a_canonical_untimed_quote_reads_back_exactly(text: str, speaker: str | None) -> None:
    quote = parse_quote(f'"{text}"' + (f" — {speaker}" if speaker else ""))
    assert (quote.time_s, quote.text, quote.speaker) == (None, text, speaker)


@given(st.text(alphabet='"“”«»「」*_[]() —-–a0:1'))
def test_any_text_is_some_quote(body: str) -> None:
    assert parse_quote(body).text == parse_quote(body).text.strip()
