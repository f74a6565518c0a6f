from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from chunk_builder import chunk
from episodes.labelled import NAMES, labelled

from core.detection.detect import detect
from core.model import Merge, SourceChunk, Tier
from core.work import finished


def merges(*chunks: SourceChunk) -> tuple[Merge, ...]:
    return finished(detect(chunks, {}))


def members(*chunks: SourceChunk) -> list[tuple[str, ...]]:
    return [merge.members for merge in merges(*chunks)]


def reasons(merge: Merge) -> list[str]:
    return [str(reason.message) for reason in merge.reasons]


PUMP = "The main pump failed on 3 May because its seal had become brittle"
PUMP_AGAIN = "On 3 May the main pump failed: its seal had gone brittle"
FILLER = ("00:00 Welcome to a programme about harbours and ships", "00:40 The guest grew up beside a lighthouse")


def test_nothing_is_found_in_nothing() -> None:
    assert merges() == ()


def test_chunks_without_entries_or_times_do_no_harm() -> None:
    assert merges(chunk(1), chunk(2, "- a bullet without a time"), chunk(3, "? only a status line")) == ()


def test_a_note_without_a_time_stands_where_its_neighbours_stand() -> None:
    (found,) = merges(
        chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"- {PUMP_AGAIN}", "> 01:02 It was a long night — Ann")
    )
    assert set(found.members) == {"1:3", "2:1"}


def test_a_reworded_overlap_is_one_merge() -> None:
    (found,) = merges(chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:00 {PUMP_AGAIN}", "01:30 Divers came later"))
    assert set(found.members) == {"1:3", "2:1"}


def test_a_merge_says_why_in_words() -> None:
    (found,) = merges(chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:02 {PUMP_AGAIN}", "01:30 Divers came later"))
    assert reasons(found)[:3] == ["2 s apart", "chunks 1 and 2 overlap here", "numbers equal"]


def test_a_new_sentence_that_begins_like_the_tail_before_it_is_no_duplicate() -> None:
    tail = chunk(1, *FILLER, "01:00 He explains how the tide gauge is calibrated")
    new = chunk(2, "01:04 He explains how visitors can reach the island by ferry in winter", "01:30 Divers came later")
    assert merges(tail, new) == ()


GOES_ON = [
    (
        "ko",
        "윤해담은 시청에 제안했다고 밝힘.",
        "윤해담은 시청에 제안했다고 밝히고 나서 예산이 거절되어 다른 도시로 떠났다고 덧붙임.",
    ),
    ("ko", "첫 노선은 적자였음", "첫 노선은 적자였고 이듬해 시의회가 조례를 바꿔 보조금을 지급하기 시작함"),
    (
        "en",
        "Ilse proposed the plan to the city council.",
        "Ilse proposed the plan to the city council, and when the budget was refused she left for another city.",
    ),
    (
        "en",
        "He explains how the tide gauge is calibrated",
        "He explains how the tide gauge is calibrated and then tells of a storm that sank two boats near the island",
    ),
    (
        "es",
        "Tomás propuso el plan al ayuntamiento.",
        "Tomás propuso el plan al ayuntamiento y, cuando rechazaron el presupuesto, se marchó a otra ciudad.",
    ),
    (
        "ja",
        "榎本は市役所に案を出したと話す。",
        "榎本は市役所に案を出したと話し、予算が断られたため別の街へ移ったと付け加える。",
    ),
]


@pytest.mark.parametrize("name", ["", *NAMES])
@pytest.mark.parametrize(("language", "tail", "longer"), GOES_ON)
def test_a_sentence_that_begins_like_the_tail_before_it_and_goes_on_is_never_certain(
    language: str, tail: str, longer: str, name: str
) -> None:
    notes = [entry.text for chunk in labelled(name).chunks for entry in chunk.notes] if name else []
    before = (f"{at // 60:02}:{at % 60:02} {text}" for at, text in enumerate(notes))
    chunks = (chunk(1, *before, f"09:00 {tail}"), chunk(2, f"09:02 {longer}", "09:30 Divers came later"))
    (found,) = [merge for merge in finished(detect(chunks, {}, language)) if "2:1" in merge.members]
    assert found.tier is not Tier.CERTAIN
    assert any(reason.startswith("one goes on with something new: ") for reason in reasons(found))


def test_two_facts_of_one_second_are_not_flagged() -> None:
    first = chunk(1, *FILLER, "01:00 The lighthouse is 31 metres high")
    second = chunk(2, "01:00 Anna joined the crew as a cook", "01:30 Divers came later")
    assert merges(first, second) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pull request #260 fixes the leak in the cache", "Pull request #480 fixes the leak in the cache"),
        ("용량이 31% 줄어든 것으로 측정됨", "용량이 13% 줄어든 것으로 측정됨"),
        ("The new version is finished and published", "The new version is planned to be finished and published"),
        ("배포를 다음 버전에서 완료했다고 설명함", "배포를 다음 버전에서 완료할 예정이라고 설명함"),
        ("The old bridge is safe for heavy trucks", "The old bridge is not safe for heavy trucks"),
        ("이 방식은 겨울에도 안정적으로 동작함", "이 방식은 겨울에도 안정적으로 동작하지 않음"),
        ("この方式は冬でも安定して動作する", "この方式は冬でも安定して動作しない"),
        ("这种方法在冬天也很稳定", "这种方法在冬天也不很稳定"),
        ("Le vieux pont supporte les camions lourds", "Le vieux pont ne supporte pas les camions lourds"),
        ("진행자가 잔차 연결이 핵심이라고 설명함", "질문자가 잔차 연결이 핵심이라고 설명함"),
        ("도경훈은 잔차 연결이 핵심이라고 설명함", "위나래는 잔차 연결이 핵심이라고 설명함"),
        ("이번 실험에는 SIMBA 구조를 사용함", "이번 실험에는 BRO 구조를 사용함"),
        ("今回の実験では構造としてシンバを使った", "今回の実験では構造としてブロンコを使った"),
        ("On the second day the crew visited Lisbon by boat", "On the second day the crew visited Porto by boat"),
    ],
)
def test_what_contradicts_is_never_certain(left: str, right: str) -> None:
    found = merges(chunk(1, *FILLER, f"01:00 {left}"), chunk(2, f"01:00 {right}", "01:30 Divers came later"))
    assert Tier.CERTAIN not in {merge.tier for merge in found}


FRAMES = [
    ("ko", "첫 번째 이유로 비용 문제를 들어 설명함", "두 번째 이유로 인력 문제를 들어 설명함"),
    ("ko", "연구팀은 온도가 높을수록 오차가 커진다고 설명함", "연구팀은 습도가 높을수록 소음이 커진다고 설명함"),
    ("ko", "서버를 서울로 옮긴 이유를 설명함", "서버를 두 대로 늘린 이유를 설명함"),
    (
        "ko",
        "월요일에는 재고를 정리하고 화요일에는 배송을 시작함",
        "수요일에는 재고를 점검하고 목요일에는 배송을 마감함",
    ),
    ("ko", "배터리는 중국 공장에서 생산한다고 밝힘", "모터는 독일 공장에서 생산한다고 밝힘"),
    ("en", "The spring sale brought in twice as many visitors", "The autumn sale brought in half as many visitors"),
    ("en", "She grew up beside the northern lighthouse", "She worked beside the southern lighthouse"),
    ("ja", "春は花粉のためにセンサーがよく詰まるという", "冬は雪のためにセンサーがよく詰まるという"),
    ("ja", "三十人が参加したと話す", "四十人が参加したと話す"),
    ("es", "La primera razón es el coste de las baterías", "La segunda razón es el peso de las baterías"),
]


@pytest.mark.parametrize("is_alone", [True, False])
@pytest.mark.parametrize(("language", "left", "right"), FRAMES)
def test_two_facts_in_one_sentence_are_never_certain_among_few(
    language: str, left: str, right: str, is_alone: bool
) -> None:
    first = chunk(1, *(() if is_alone else FILLER), f"01:00 {left}")
    second = chunk(2, f"01:00 {right}", *(() if is_alone else ("01:30 Divers came later",)))
    assert Tier.CERTAIN not in {merge.tier for merge in finished(detect((first, second), {}, language))}


def test_words_that_stand_in_the_places_of_others_are_named() -> None:
    left, right = (
        "The spring sale brought in twice as many visitors",
        "The autumn sale brought in half as many visitors",
    )
    (found,) = merges(chunk(1, *FILLER, f"01:00 {left}"), chunk(2, f"01:00 {right}", "01:30 Divers came later"))
    assert "one sentence with other words in it: spring, twice; autumn, half" in reasons(found)


def test_different_numbers_are_named() -> None:
    left, right = "용량이 31% 줄어든 것으로 측정됨", "용량이 13% 줄어든 것으로 측정됨"
    (found,) = merges(chunk(1, *FILLER, f"01:00 {left}"), chunk(2, f"01:00 {right}", "01:30 Divers came later"))
    assert "different numbers: 31, 13" in reasons(found)


def test_a_quote_by_two_speakers_is_never_certain() -> None:
    words = "We spent five months trying to fix the main pump"
    found = merges(
        chunk(1, *FILLER, f"> 01:00 {words} — Tamsin"), chunk(2, f"> 01:00 {words} — Mateus", "01:30 Divers came later")
    )
    assert [(merge.tier, reasons(merge)[-1]) for merge in found] == [
        (Tier.LIKELY, "different speakers: Tamsin, Mateus")
    ]


def test_a_quote_merges_with_a_quote_and_never_with_the_note_that_paraphrases_it() -> None:
    words = "We spent five months trying to fix the main pump"
    found = members(
        chunk(1, *FILLER, f"01:00 {words}", f"> 01:00 {words} — Tamsin"),
        chunk(2, f"> 01:00 {words} — Tamsin", "01:30 Divers came later"),
    )
    assert [set(entries) for entries in found] == [{"1:4", "2:1"}]


def test_a_sponsor_message_read_twice_is_not_certain() -> None:
    message = "This programme is supported by Harbour Bank, the bank for ships"
    first = chunk(1, f"00:10 {message}", "00:40 The guest grew up beside a lighthouse")
    second = chunk(2, "00:40 About a lighthouse: the guest grew up there", f"20:10 {message}")
    assert [set(entries) for entries in members(first, second)] == [{"1:2", "2:1"}]


def test_a_repeated_chunk_is_no_heap_of_duplicates() -> None:
    notes = [f"0{at}:00 {words}" for at, words in enumerate(["Harbours", "Ships", "Lighthouses", "Tides", "Ferries"])]
    assert merges(chunk(1, *notes), chunk(2, *notes)) == ()


def test_three_copies_are_one_merge_whatever_the_order_of_the_chunks() -> None:
    texts = [PUMP, PUMP_AGAIN, "The main pump failed on 3 May; the seal was brittle"]
    for order in permutations(range(3)):
        chunks = [chunk(at + 1, *FILLER[1:], f"01:00 {texts[which]}") for at, which in enumerate(order)]
        found = [merge for merge in merges(*chunks) if "1:2" in merge.members]
        assert [len(merge.members) for merge in found] == [3]


def test_every_member_was_matched_with_the_canonical_one() -> None:
    both = "The main pump failed on 3 May because its seal was brittle, and divers replaced it within nine days"
    found = members(
        chunk(1, *FILLER, "01:00 The main pump failed on 3 May: brittle seal", "01:05 Divers replaced it in nine days"),
        chunk(2, f"01:00 {both}", "01:40 The harbour master was informed by radio"),
    )
    assert [(entries[0], set(entries[1:])) for entries in found] in (
        [("2:1", {"1:3", "1:4"})],
        [("2:1", {"1:3"}), ("2:1", {"1:4"})],
    )


def test_the_copy_that_says_more_is_canonical() -> None:
    more = f"{PUMP}, and divers replaced it within nine days"
    (found,) = merges(chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:00 {more}", "01:30 Nobody was hurt"))
    assert found.canonical == "2:1"


def test_a_cut_off_copy_is_not_canonical() -> None:
    cut = f"{PUMP}, and then he begins to explain who was on duty, but the excerpt ends mid-sentence"
    (found,) = merges(chunk(1, *FILLER, f"01:00 {cut}"), chunk(2, f"01:00 {PUMP_AGAIN}", "01:30 Nobody was hurt"))
    assert found.canonical == "2:1"


def test_of_equal_copies_the_earlier_is_canonical() -> None:
    (found,) = merges(chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:02 {PUMP}", "01:30 Divers came later"))
    assert found.canonical == "1:3"


def test_a_time_inside_a_note_says_how_far_it_reaches() -> None:
    both = f"{PUMP}. [01:20] Divers replaced the seal within nine days"
    found = members(
        chunk(1, *FILLER, f"01:00 {both}"),
        chunk(2, "01:20 Within nine days divers had replaced the seal", "01:50 Nobody was hurt"),
    )
    assert found == [("1:3", "2:1")]


def test_an_offset_moves_a_chunk() -> None:
    first, second = chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"11:00 {PUMP_AGAIN}", "11:30 Divers came later")
    assert not merges(first, second)
    assert len(finished(detect((first, second), {second.key: -600}))) == 1


def test_the_clocks_of_an_overlap_are_settled_by_what_both_say() -> None:
    said = [
        "The harbour was dredged twice in the last century",
        "A storm destroyed the northern mole in 1953",
        "Volunteers rebuilt the mole with granite blocks",
        "The lighthouse keeper wrote a diary for forty years",
    ]
    first = chunk(1, *FILLER, *(f"01:{10 * at:02} {text}" for at, text in enumerate(said)))
    second = chunk(
        2, *(f"01:{10 * at + 17:02} {text} again" for at, text in enumerate(said)), "02:30 Divers came later"
    )
    found = merges(first, second)
    assert [len(merge.members) for merge in found] == [2, 2, 2, 2]
    assert reasons(found[0])[:3] == ["same second", "chunks 1 and 2 overlap here", "their clocks differ by 17 s"]


def test_merges_are_in_order_of_time() -> None:
    first = chunk(1, *FILLER, f"01:00 {PUMP}", "01:20 Divers replaced the seal within nine days")
    second = chunk(
        2, f"01:00 {PUMP_AGAIN}", "01:20 Divers had replaced the seal within nine days", "01:50 Nobody was hurt"
    )
    assert [{entry[2:] for entry in merge.members} for merge in merges(first, second)] == [{"3", "1"}, {"4", "2"}]


def test_times_in_disorder_are_read_in_the_order_of_the_lines() -> None:
    first = chunk(1, *FILLER, f"01:00 {PUMP}", "01:10 Divers replaced the seal within nine days")
    second = chunk(
        2, f"01:09 {PUMP_AGAIN}", "01:01 Divers had replaced the seal within nine days", "01:50 Nobody was hurt"
    )
    assert len(merges(first, second)) == 2


def test_one_time_that_is_far_off_does_not_draw_its_neighbours_along() -> None:
    first = chunk(
        1, *FILLER, "90:00 The harbour was dredged", f"01:00 {PUMP}", "01:20 Divers came later", "01:40 Nobody was hurt"
    )
    (found,) = merges(first, chunk(2, f"01:00 {PUMP_AGAIN}", "01:50 The radio had been silent"))
    assert (set(found.members), found.tier) == ({"1:4", "2:1"}, Tier.CERTAIN)


def test_work_reports_its_progress_in_order() -> None:
    work = detect((chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:00 {PUMP_AGAIN}")), {})
    shares = list(work)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_many_entries_of_one_second_are_compared_in_pieces() -> None:
    notes = [f"01:00 Boat number {at} of the class called {chr(65 + at % 26)}{at}" for at in range(150)]
    first, second = chunk(1, *notes), chunk(2, *(note.replace("Boat", "The boat") for note in notes))
    assert len(merges(first, second)) == 150


def test_chunks_are_not_changed_by_their_number() -> None:
    first, second = chunk(1, *FILLER, f"01:00 {PUMP}"), chunk(2, f"01:00 {PUMP_AGAIN}", "01:30 Divers came later")
    assert members(first, second) == members(first, replace(second, number=7))


def test_copies_that_were_matched_with_each_other_are_known() -> None:
    texts = [PUMP, PUMP_AGAIN, "The main pump failed on 3 May; the seal was brittle"]
    (found,) = merges(*(chunk(at, FILLER[1], f"01:00 {text}") for at, text in enumerate(texts, 1)))[1:]
    assert all(found.are_matched(one, other) for one, other in permutations(found.members, 2))


def test_parts_that_only_a_third_covers_are_not_matched_with_each_other() -> None:
    both = "The main pump failed on 3 May because its seal was brittle, and divers replaced it within nine days"
    found = merges(
        chunk(1, *FILLER, "01:00 The main pump failed on 3 May: brittle seal", "01:05 Divers replaced it in nine days"),
        chunk(2, f"01:00 {both}", "01:40 The harbour master was informed by radio"),
    )
    assert not any(merge.also for merge in found)


def test_what_speaks_against_a_merge_has_a_value_below_nothing() -> None:
    left, right = "용량이 31% 줄어든 것으로 측정됨", "용량이 13% 줄어든 것으로 측정됨"
    (found,) = merges(chunk(1, *FILLER, f"01:00 {left}"), chunk(2, f"01:00 {right}", "01:30 Divers came later"))
    assert [reason.name for reason in found.reasons if reason.value < 0] == ["different-numbers"]
