from __future__ import annotations

import pytest

from core.text.speakers import SpeakerKind, same_speaker, speaker_kind


@pytest.mark.parametrize(
    ("kind", "speakers"),
    [
        (SpeakerKind.NONE, [None, "", "  "]),
        (
            SpeakerKind.UNKNOWN,
            [
                "(화자 미상)",
                "Speaker (미상)",
                "화자미상",
                "hablante sin identificar",
                "話者不明",
                "佚名",
                "??",
                "n/a",
                "Unknown guest",
            ],
        ),
        (
            SpeakerKind.GENERIC,
            ["(발화자)", "화자", "화자 A", "Speaker 2", "the speaker", "Sprecherin", "El hablante", "人物"],
        ),
        (
            SpeakerKind.NAMED,
            ["발표자", "진행자", "질문자", "수상자(발표자)", "Ilse Brandvoldt", "이미상", "host", "主持人", "The Edge"],
        ),
    ],
)
def test_attributions_are_told_apart(kind: SpeakerKind, speakers: list[str | None]) -> None:
    assert {speaker: speaker_kind(speaker) for speaker in speakers} == dict.fromkeys(speakers, kind)


def test_a_first_name_can_be_the_same_person_as_the_full_name() -> None:
    assert same_speaker("Ilse", "ILSE BRANDVOLDT")


def test_two_names_are_two_people() -> None:
    assert not same_speaker("Ilse", "Mateus")


def test_an_unknown_speaker_can_be_anybody() -> None:
    assert same_speaker("(unknown)", "Mateus")
