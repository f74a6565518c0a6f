from __future__ import annotations

import pytest

from core.detection.cutoff import continuation, cut_in_notes, cut_off_notes, is_cut_in, is_cut_off
from core.model import ChunkKey, Entry, EntryId, Kind, SourceChunk


def chunk(key: str, *notes: tuple[int | None, str]) -> SourceChunk:
    entries = tuple(
        Entry(EntryId(f"{key}:{line}"), ChunkKey(key), Kind.NOTE, line, time_s, text)
        for line, (time_s, text) in enumerate(notes, 1)
    )
    return SourceChunk(ChunkKey(key), 1, key, "", 1, (), (), (), entries)


@pytest.mark.parametrize(
    "text",
    [
        "질문을 던지려다 문장이 중간에서 끊김",
        "이유를 묻는 데서 끊긴 채 다음으로 넘어감",
        "대답하려던 발화가 여기서 끊겼음",
        "이유를 묻는 질문이 이어지다 중단됨",
        "그 이유를 말하던 문장이 미완으로 끝남",
        "그 이유를 설명하기 시작하나 구간이 종료됨.",
        "She starts to explain; the excerpt ends mid-sentence.",
        "理由を説明しかけたところで途切れる",
        "他开始解释原因，片段到此结束",
        "Empieza a explicarlo y el fragmento se corta ahí",
        "Er will es erklären, doch der Satz bricht ab",
        "Il commence à expliquer, mais l'extrait s'arrête ici",
        "Он начинает объяснять, но запись обрывается",
        "대답을 시작하려다 끊겼음",
        "왜 그랬는지 묻는 질문이 중간에 끊긴 채 다음 구간으로 넘어감",
        "He begins to answer but is cut off",
        "She names a second reason (cut off)",
        "The host's question breaks off",
        "Empieza a contar el motivo, pero se corta",
        "Sie beginnt mit einem Beispiel und bricht ab",
        "Il commence une réponse, mais s'interrompt",
        "Начинает отвечать, но обрывается на полуслове",
        "司会が質問する途中で途切れる",
        "他的话被打断",
    ],
)
def test_a_cut_off_note_is_known_in_every_language(text: str) -> None:
    assert is_cut_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "성능 향상으로 마무리로 이어짐",
        "비가 오면 연결이 끊긴다고 설명함",
        "밤이면 버스가 끊겨 걸어서 돌아갔다고 말함",
        "공사가 중단된 지 2년이 지났다고 밝힘",
        "미완성 건물이 그대로 서 있음",
        "태풍에 나무가 잘려 나갔다고 함",
        "연결 끊김이 잦은 이유를 설명함",
        "학업을 마치지 못한 이유를 밝힘",
        "질문이 많아지면 서버 연결이 끊긴다고 함",
        "The storm cut off the island from the mainland",
        "The trip was cut short by bad weather",
        "The new bridge is unfinished",
        "通信が途切れると話す",
        "工事が中断された",
        "通信中断了两天",
        "La luz se corta cada tarde",
        "Das Projekt wurde abgebrochen",
        "Le courant est coupé deux fois par jour",
        "Связь прерывается каждый вечер",
        "The meeting ended with applause.",
        "La réunion se termine bien",
        "会议顺利结束",
        "Die Sitzung endete um acht",
    ],
)
def test_an_end_of_something_else_is_no_cut(text: str) -> None:
    assert not is_cut_off(text)


def test_a_note_that_begins_in_the_middle_is_known() -> None:
    assert is_cut_in("(The excerpt begins in the middle of an explanation.) The breaker trips")


def test_only_the_last_three_notes_can_be_cut_off() -> None:
    notes = chunk("1", (1, "말이 끊김"), (2, "둘"), (3, "말이 끊김"), (4, "넷"))
    assert [note.line for note in cut_off_notes(notes)] == [3]


def test_only_the_first_note_can_begin_in_the_middle() -> None:
    notes = chunk("1", (1, "picks up partway"), (2, "picks up partway"))
    assert [note.line for note in cut_in_notes(notes)] == [1]


def test_the_next_chunks_first_note_goes_on() -> None:
    follows = continuation(chunk("1", (10, "a")), chunk("2", (25, "b"), (30, "c")))
    assert (follows.entry and follows.entry.text, follows.gap_s) == ("b", 15)


def test_a_note_more_than_half_a_minute_later_does_not_go_on() -> None:
    follows = continuation(chunk("1", (10, "a")), chunk("2", (93, "b")))
    assert (follows.entry, follows.gap_s) == (None, 83)


def test_the_clock_offset_counts() -> None:
    assert continuation(chunk("1", (10, "a")), chunk("2", (93, "b")), shift_s=-80).gap_s == 3


def test_after_the_last_chunk_nothing_goes_on() -> None:
    assert continuation(chunk("1", (10, "a")), None).entry is None


WINDOW = [(420, "세 번째 실험의 준비"), (500, "장비를 옮김"), (560, "측정이 시작됨")]


def test_where_windows_overlap_by_minutes_what_goes_on_stands_at_the_cut() -> None:
    cut = chunk("1", (500, "장비를 옮김"), (595, "결과를 설명하려는 순간 구간이 종료됨"))
    follows = continuation(cut, chunk("2", *WINDOW, (596, "오차가 절반으로 줄었다고 설명함"), (640, "다음 주제")))
    assert (follows.entry and follows.entry.line, follows.gap_s) == (4, 1)


def test_the_note_that_tells_it_in_full_goes_before_the_first_one_behind_the_cut() -> None:
    cut = chunk("1", (598, "오차가 절반으로 줄어든 이유를 설명하려다 끊김"))
    told = (596, "오차가 절반으로 줄어든 이유는 새 렌즈라고 설명함")
    follows = continuation(cut, chunk("2", *WINDOW, told, (599, "청중이 웃음"), (640, "다음 주제")))
    assert (follows.entry and follows.entry.line, follows.gap_s) == (4, 0)


def test_each_cut_off_note_has_its_own_continuation() -> None:
    first = chunk("1", (590, "첫째를 말하다 끊김"), (600, "둘째를 말하다 끊김"))
    second = chunk("2", *WINDOW, (592, "첫째는 비용"), (603, "둘째는 시간"))
    assert [continuation(first, second, note=note).gap_s for note in first.notes] == [0, 3]


def test_a_next_chunk_whose_clock_restarts_goes_on_with_its_first_note() -> None:
    follows = continuation(chunk("1", (600, "말이 끊김")), chunk("2", (0, "a"), (9, "b")))
    assert follows.entry == Entry(EntryId("2:1"), ChunkKey("2"), Kind.NOTE, 1, 0, "a")
