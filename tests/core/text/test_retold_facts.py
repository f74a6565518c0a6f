"""Which rewordings keep the facts, and which do not."""

from __future__ import annotations

import pytest

from core.text.facts import changed_fact

KNOWN = frozenset({"tamsin", "ilse", "久我山", "リンドベリ"})


def told(source: str, text: str, language: str = "") -> str | None:
    message = changed_fact(text, [source], ["Ilse was there", "リンドベリもいた"], KNOWN, language)
    return None if message is None else str(message)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the supplier paid for half of it", "50 % came from the supplier"),
        ("it drops by two-tenths of a percent", "a drop of 0.2 %"),
        ("it went to ground at 4:12 a.m.", "at 04:12 it went to ground"),
        ("오후 4시 50분에 지도를 올렸다", "16시 50분에 새 지도가 올라갔다"),
        ("63대가 한꺼번에 멈췄다", "예순세 대가 동시에 섰다"),
        ("한 건에 2,950원이 든다", "한 건에 2천950원이 든다"),
        ("열흘 동안 쉬었다", "10일 동안 쉬었다"),
        ("대당 11만 원이 더 들었다", "한 대에 십일만 원씩 더 들었다"),
        ("苦情の四割を音が占めた", "音の苦情は40%だった"),
        ("一週間で分かる", "7日で分かる"),
        ("一日3万8,000トンが湧く", "一日に三万八千トンが湧く"),
        ("電気代は1億2,000万円減った", "電気代は1.2億円減った"),
        ("평균 3분 20초 걸린다", "평균 200초가 걸린다"),
        ("正解率は94パーセントだ", "当たるのは九割四分だ"),
        ("it is kept for thirty days", "it is kept for a month"),
        ("今後の目標を語る", "二人は今後の目標を語る"),
        ("11.000 euros de renta", "once mil euros de renta"),
        ("veinticinco personas, un año cada una", "25 ciudadanos durante doce meses"),
        ("todo hueco de más de dos horas", "cualquier hueco superior a 120 minutos"),
        ("auditoría externa semestral", "una auditoría externa cada seis meses"),
        ("30 cm of rubber", "0.3 m of rubber"),
        ("a crowd of 118 million", "a crowd of 118,000,000"),
        ("a remotely operated vehicle went down", "the dive was that of an ROV"),
        ("a tone of 0.7 hertz", "a tone of 0.7 Hz"),
        ("信号の故障が41件あった", "信号トラブルは41件だった"),
    ],
)
def test_a_fact_that_is_written_otherwise_is_the_same(source: str, text: str) -> None:
    assert told(source, text) is None


@pytest.mark.parametrize(
    ("source", "text", "new"),
    [
        ("the supplier paid for half of it", "60 % came from the supplier", "60"),
        ("오후 4시 50분에 지도를 올렸다", "17시 50분에 새 지도가 올라갔다", "17"),
        ("一回の水はコップ半分ほど", "水は一度にコップ二杯ほど", "2"),
        ("the plume rises 310 m", "the plume rises 310 feet", "310 feet"),
        ("港町駅の上の池は水が澄む", "池は湊川駅の上にあり澄んでいる", "湊川駅"),
        ("Tamsin sums it up", "as Ilse puts it", "ilse"),
        ("意見が割れたと久我山が明かす", "異論があったとリンドベリさんは打ち明ける", "リンドベリ"),
    ],
)
def test_another_fact_is_named(source: str, text: str, new: str) -> None:
    assert new in (told(source, text) or "")


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("最も多いのは混雑よりも音だ", "最も多いのは混雑ではなく音だ", "ja"),
        ("枕木を持ち上げて入れる", "枕木は持ち上げなければならず、手間がかかる", "ja"),
        ("the data is gone by then", "the data no longer exists by then", "en"),
        ("he tried it and wasn't allowed to", "he tried it; not allowed", "en"),
        ("운행 중단으로 손실이 났다", "운행하지 못해 손실이 났다", "ko"),
        ("걸어 본 사람이 지도를 가장 잘 만든다", "걸어 본 사람만큼 지도를 잘 만드는 사람은 없다", "ko"),
        ("自分で拾わず駅員に伝えてほしい", "自分で拾ったりせず、駅員に知らせてほしい", "ja"),
        ("27軒をゼロにすること", "27軒をなくすことだ", "ja"),
    ],
)
def test_another_way_to_say_no_is_the_same(source: str, text: str, language: str) -> None:
    assert told(source, text, language) is None


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("protection should have isolated one branch", "the protection isolated one branch", "en"),
        ("관제 인원을 늘릴 예정", "관제 인원이 늘었다", "ko"),
        ("夜勤を減らす予定だ", "夜勤が減った", "ja"),
    ],
)
def test_what_is_meant_is_not_done(source: str, text: str, language: str) -> None:
    assert told(source, text, language) == "the source tells something as planned, and this as done"


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [("관제 인원이 늘었다", "관제 인원을 늘릴 예정", "ko"), ("夜勤が減った", "夜勤を減らす予定だ", "ja")],
)
def test_what_is_done_is_not_meant(source: str, text: str, language: str) -> None:
    assert told(source, text, language) == "it tells something as planned, and none of the sources does"


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("관제 인원을 늘릴 예정", "관제 인원을 늘리려 한다", "ko"),
        ("올겨울 12대를 투입할 예정", "이번 겨울에는 열두 대를 산간에 보낸다", "ko"),
        ("they plan to open a shop", "a shop is what they hope to open", "en"),
        ("店を開く予定だ", "店を開きたいという", "ja"),
    ],
)
def test_what_is_meant_may_be_told_in_other_words(source: str, text: str, language: str) -> None:
    assert told(source, text, language) is None
