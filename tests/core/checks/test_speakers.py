from __future__ import annotations

from dataclasses import replace

import pytest
from chunk_builder import chunk, episode

from core.checks.finding import ChunkView, Finding
from core.checks.findings import of_sources
from core.checks.speakers import UNATTRIBUTED
from core.model import Block, Fate, ItemId, Kind, SourceChunk


def quoted(speaker: str) -> SourceChunk:
    return chunk(1, "00:10 a note", f"> 00:12 words — {speaker}" if speaker else "> 00:12 words")


def found(speaker: str) -> tuple[Finding, ...]:
    return of_sources((UNATTRIBUTED,), episode(quoted(speaker)), ())


def in_document(source: str, speaker: str | None, fate: Fate) -> list[Finding]:
    one = quoted(source)
    quote = one.quotes[0]
    block = Block(ItemId("b1"), Kind.QUOTE, quote.time_s, quote.text, speaker, (quote.id,))
    fates = {entry.id: fate for entry in one.entries}
    return list(UNATTRIBUTED.find(ChunkView(episode(one), one, None, fates, {quote.id: block})))


@pytest.mark.parametrize("speaker", ["", "(화자 미상)", "unknown", "話者不明", "화자", "Speaker 2", "el hablante"])
def test_a_quote_that_names_nobody_is_found(speaker: str) -> None:
    assert [finding.entries for finding in found(speaker)] == [("1:2",)]


@pytest.mark.parametrize("speaker", ["발표자", "진행자", "Ilse Brandvoldt", "主持人", "수상자(발표자)"])
def test_a_name_or_role_is_enough(speaker: str) -> None:
    assert not found(speaker)


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("", "the quote has no speaker"),
        ("(화자 미상)", "the speaker of the quote is unknown: (화자 미상)"),
        ("화자", "“화자” does not say who speaks"),
    ],
)
def test_it_says_what_is_missing(speaker: str, words: str) -> None:
    assert str(found(speaker)[0].message) == words


def test_setting_the_speaker_in_the_document_resolves_it() -> None:
    assert not in_document("화자", "진행자", Fate.EDITED)


def test_another_edit_does_not() -> None:
    assert in_document("화자", "화자", Fate.EDITED)


@pytest.mark.parametrize("fate", [Fate.MERGED, Fate.DROPPED])
def test_a_quote_that_went_into_another_or_out_needs_no_speaker(fate: Fate) -> None:
    assert not in_document("화자", "화자", fate)


def test_its_id_does_not_hang_on_the_speaker() -> None:
    one = replace(quoted("화자"))
    assert found("")[0].id == of_sources((UNATTRIBUTED,), episode(one), ())[0].id
