from __future__ import annotations

import pytest
from chunk_builder import chunk

from core.detection.detect import analyse, detect
from core.detection.people import people_of
from core.model import Tier
from core.work import finished


@pytest.mark.parametrize(
    ("speakers", "one", "other", "found"),
    [
        (["Ilse Brandvoldt", "Mateus"], "Ilse built it", "Mateus has built it", ("Ilse", "Mateus")),
        (["Ilse Brandvoldt", "Mateus"], "Ilse built it", "Brandvoldt has built it", None),
        (["Ilse Brandvoldt", "Ilse", "Mateus"], "Mateus and Ilse built it", "Ilse has built it", None),
        (["ILSE", "Mateus"], "Ilse built it", "It was built by Mateus", ("Ilse", "Mateus")),
        (["Rose", "Mark"], "Rose sold it", "The prices rose, it left a mark", None),
        (["도경훈", "위나래"], "도경훈은 반대함", "위나래가 반대했다고 함", ("도경훈", "위나래")),
        (["ハンナ・リンドベリ", "久我山"], "リンドベリは反対", "久我山が反対した", ("リンドベリ", "久我山")),
        (["リンドベリ", "ハンナ・リンドベリ"], "リンドベリは反対", "ハンナが反対した", None),
        (["진행자", "위나래"], "진행자가 반대함", "위나래가 반대함", None),  # the host has a name, too
        (["a man at the harbour in the north", "Ilse"], "The North Harbour", "Ilse", None),
        (["unknown", None], "Unknown people", "Ilse", None),
    ],
)
def test_two_texts_are_apart_that_speak_of_two_people(
    speakers: list[str | None], one: str, other: str, found: tuple[str, str] | None
) -> None:
    assert people_of(speakers).apart(one, other) == found


@pytest.mark.parametrize(
    ("language", "who", "another", "one", "other"),
    [
        ("en", "Ilse", "Mateus", "{} broke four of the hammers, they say", "Four of the hammers were broken by {}"),
        ("ko", "위나래", "도경훈", "망치 네 개를 이미 {}가 부쉈다고 밝힘", "이미 {}가 부순 망치가 네 개라고 밝힘"),
        ("ja", "久我山", "三枝", "すでに4本のハンマーを{}が壊したと明かす", "{}はすでに四本のハンマーを壊している"),
    ],
)
def test_what_one_did_and_what_another_did_is_never_certain(
    language: str, who: str, another: str, one: str, other: str
) -> None:
    quotes = (f"> 00:01 so — {who}", f"> 00:02 no — {another}")

    chunks = chunk(1, *quotes, f"00:10 {one.format(who)}"), chunk(2, f"00:10 {other.format(another)}")
    assert Tier.CERTAIN not in [merge.tier for merge in finished(detect(chunks, {}, language))]


def test_who_speaks_stays_as_it_was_when_a_chunk_is_replaced() -> None:
    chunks = chunk(1, "00:10 a note", "> 00:11 so — Ilse"), chunk(2, "00:10 another", "> 00:11 no — Mateus")
    whole = finished(analyse(chunks, {}, "en"))
    again = finished(analyse(chunks[:1], {}, "en", before=whole))
    assert again.people is whole.people
