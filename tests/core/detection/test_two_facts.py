"""Two facts told in one sentence's frame are never certain, however many notes show which words are common."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from chunk_builder import chunk
from episodes.labelled import labelled

from core.detection.detect import detect
from core.model import Tier
from core.timecode import TimeStyle, written
from core.work import finished

EPISODES = {"ko": "ko-a", "en": "en-a", "es": "es-a", "ja": "ja-s"}
FACTS = [
    ("ko", "배터리 용량이 31% 줄었다고 설명함", "배터리 용량이 13% 감소했다고 설명함"),
    ("ko", "첫 대회는 부산에서 열렸다고 함", "첫 대회는 인천에서 열렸음"),
    ("ko", "새 버전을 이미 배포했다고 밝힘", "새 버전을 곧 배포할 예정이라고 밝힘"),
    ("ko", "겨울에도 안정적으로 작동함", "겨울에는 안정적으로 작동하지 않음"),
    ("ko", "도경훈은 지도가 핵심이라고 주장함", "위나래는 지도가 핵심이라고 주장"),
    ("ko", "예산을 시청이 부담하기로 함", "예산을 주민이 부담하기로 했다고 함"),
    ("ko", "그는 어릴 때 바닷가에서 자랐음", "그는 어릴 때 산골에서 자랐다고 회상"),
    ("ko", "화요일 오전에 점검을 한다고 소개", "목요일 오전에 점검을 한다고 소개함"),
    ("ko", "가격을 올리자 손님이 줄었다고 함", "가격을 내리자 손님이 늘었다고 함"),
    ("en", "The battery lost 31 percent of its capacity", "Battery capacity dropped by 13 percent"),
    ("en", "The first race was held in Lisbon", "The first race was held in Porto, she says"),
    ("en", "The city pays for the new bridge", "The state pays for the new bridge, he explains"),
    ("en", "They have already published the new version", "They plan to publish the new version soon"),
    ("en", "The pump works well in winter", "The pump doesn't work well in winter"),
    ("en", "She grew up beside the river", "She worked beside the river"),
    ("en", "Sales rose last year", "Sales fell last year, he says"),
    ("en", "Her brother founded the company", "Her sister founded the company"),
    (
        "en",
        "She explains that the crew first sorts the planks by age",
        "She explains that the crew first sorts the invoices before lunch on Mondays",
    ),
    ("en", "The host asks what happened after the storm", "The host asks what happened to the old ferry captain"),
    (
        "es",
        "La invitada describe cómo prueban la batería en agua fría",
        "La invitada describe cómo prueban la batería dos estudiantes cada noche",
    ),
    ("es", "El ayuntamiento paga el puente nuevo", "La empresa paga el puente nuevo"),
    ("es", "Las ventas subieron el año pasado", "Las ventas bajaron el año pasado"),
    ("es", "Creció junto al río", "Trabajó junto al río"),
    ("es", "Construyeron tres estaciones más", "Construyeron cinco estaciones más"),
    ("ja", "最初の大会は松本で開かれた", "最初の大会は長野で開かれたという"),
    ("ja", "費用は市が負担する", "費用は住民が負担すると説明"),
    ("ja", "彼は海辺の町で育った", "彼は山奥の町で育ったと振り返る"),
    ("ja", "点検は火曜の午前に行う", "点検は木曜の午前に行うと紹介"),
    ("ja", "夜行便は南口から出る", "夜行便は北口から出ると話す"),
    ("ja", "冬でも安定して動く", "冬は安定して動かない"),
]


def corpus(language: str, size: int) -> Sequence[str]:
    """Notes of an episode; where it has too few, halves of two as well."""
    chance = random.Random(size)
    notes = [note.text for chunk in labelled(EPISODES[language]).chunks for note in chunk.notes]
    while len(notes) < size:
        left, right = chance.choice(notes), chance.choice(notes)
        notes.append(left[: len(left) // 2] + right[len(right) // 2 :])
    return notes[:size]


@pytest.mark.parametrize("size", [0, 12, 60, 400])
@pytest.mark.parametrize(("language", "one", "other"), FACTS)
def test_two_facts_are_never_certain(language: str, one: str, other: str, size: int) -> None:
    notes = corpus(language, size)
    told = [*notes[: size // 2], one], [other, *notes[size // 2 :]]
    starts_s = 0, 6 * (size // 2)
    chunks = [
        chunk(number, *(f"{written(start_s + 6 * at, TimeStyle.MINUTES)} {text}" for at, text in enumerate(texts)))
        for number, (start_s, texts) in enumerate(zip(starts_s, told, strict=True), 1)
    ]
    merges = [merge for merge in finished(detect(chunks, {}, language)) if "2:1" in merge.members]
    assert Tier.CERTAIN not in {merge.tier for merge in merges}
