from __future__ import annotations

import pytest
from chunk_builder import chunk

from core.detection.vetoes import vetoes
from core.text.phrases import phrases


def names(language: str, one: str, other: str) -> list[str]:
    left, right = chunk(1, f"01:00 {one}").entries[0], chunk(2, f"01:00 {other}").entries[0]
    return [reason.name for reason in vetoes(left, right, phrases(language))]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "この弁は冬でも安定して動作する", "この弁は冬でも安定して動作しない"),
        ("ja", "彼は理由を言わずに帰った", "彼は理由を言って帰った"),
        ("ja", "部品は交換できます", "部品は交換できません"),
        ("ja", "歯が三枚ほど欠けることがある", "歯が三枚ほど欠けることがない"),
        ("ja", "大部分は川に流すが、一部は利用している", "ほとんどは川に流し、一部を活用していない"),
        ("ja", "一度も休まず、部品も交換できず終わった", "部品を交換して終わった"),
        ("ja", "それでも依頼が絶えないのは、思い出があるから", "それでも依頼が絶えないのは、思い出がないから"),
        ("en", "It is not the tide, the buoys work well", "It is not the tide, the buoys do not work well"),
        ("ko", "비가 와도 멈추지 않고 겨울에도 안정적으로 동작함", "비가 와도 멈추지 않으나 겨울에는 동작하지 않음"),
        ("ko", "이 방식은 겨울에도 안정적으로 동작함", "이 방식은 겨울에도 안정적으로 동작하지 않음"),
        ("zh", "这种方法在冬天很稳定", "这种方法在冬天不稳定"),
        ("en", "The pump works in winter", "The pump does not work in winter"),
        ("es", "El puente es seguro para camiones", "El puente no es seguro para camiones"),
        ("de", "Die Brücke trägt schwere Lastwagen", "Die Brücke trägt schwere Lastwagen nicht"),
        ("fr", "Le pont supporte les camions", "Le pont ne supporte pas les camions"),
        ("ru", "Насос работает зимой", "Насос не работает зимой"),
    ],
)
def test_a_no_about_what_the_other_says_is_a_veto(language: str, one: str, other: str) -> None:
    assert names(language, one, other) == ["negation"]
    assert names(language, other, one) == ["negation"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "まず部品を洗い、必ず乾かす", "部品は洗ってから乾かす"),
        ("ja", "音だけでなく重さも変わる", "音も重さも変わる"),
        ("ja", "定員七十人に対し、今は五十八人しかいない", "定員は70人だが、58人で働いている"),
        ("ja", "一本の見落としが事故につながりかねない", "一本でも見落とせば事故につながる"),
        ("ja", "非常に古い時計で、価値は高いに違いない", "とても古い時計で、価値は高い"),
        ("ja", "一台ずつ調べ、ずっと記録している", "一台ごとに調べて記録している"),
        ("ko", "소리뿐만 아니라 무게도 달라짐", "소리도 무게도 달라짐"),
        ("en", "Not only the sound changes but also the weight", "The sound changes, and so does the weight"),
        ("es", "Con el filtro, la mitad de la mejora no se habría visto", "La trampa ocultaba la mitad de la mejora"),
    ],
)
def test_what_only_sounds_like_a_no_is_none(language: str, one: str, other: str) -> None:
    assert "negation" not in names(language, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("費用は三十万円だった", "費用は四十万円だった"),
        ("参加者は１２人", "参加者は１５人"),
        ("二〇二四年に始まった", "二〇二三年に始まった"),
        ("용량은 3만 리터", "용량은 5만 리터"),
    ],
)
def test_numbers_that_differ_are_a_veto_however_they_are_written(one: str, other: str) -> None:
    assert "different-numbers" in names("ja", one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("費用は三十万円だった", "費用は300,000円だった"),
        ("参加者は１２人", "参加者は十二人"),
        ("二〇二四年に始まった", "2024年に始まった"),
        ("용량은 3만 5천 리터", "용량은 35,000리터"),
        ("十分に乾かす", "乾かす時間は3日"),
    ],
)
def test_one_number_written_in_two_ways_is_no_veto(one: str, other: str) -> None:
    assert "different-numbers" not in names("ja", one, other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "新しい工房を松本に開いた", "新しい工房を松本に開く予定"),
        ("ja", "来春に公開する計画がある", "春に公開した"),
    ],
)
def test_done_and_planned_are_not_the_same(language: str, one: str, other: str) -> None:
    assert "planned" in names(language, one, other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ko", "회의는 월요일에 열린다고 설명함", "회의는 화요일에 열린다고 설명함"),
        ("ko", "첫 시험은 부산에서 열렸다고 소개함", "첫 시험은 인천에서 열렸다고 소개함"),
        ("ko", "석 달 만에 요금을 올린 이유를 설명함", "석 달 만에 요금을 내린 이유를 설명함"),
        ("ko", "모두 네 대를 주문했다고 밝힘", "모두 세 대를 주문했다고 밝힘"),
        ("ja", "試験は松本で開かれたと話す", "試験は長野で開かれたと話す"),
        ("ja", "売上が増加したと説明する", "売上が減少したと説明する"),
        ("zh", "他们的第一次实验成功了", "他们的第一次实验失败了"),
        ("en", "They meet in the spring to plan the work", "They meet in the autumn to plan the work"),
        ("en", "The crew replaced the pump in five minutes", "The crew replaced the valve in five minutes"),
        ("en", "The number of visitors increased that year", "The number of visitors decreased that year"),
        ("es", "El precio sube cuando llueve", "El precio baja cuando llueve"),
        ("de", "Am Montag wird der Hafen gesperrt", "Am Freitag wird der Hafen gesperrt"),
        ("fr", "Le port ferme en hiver", "Le port ferme en été"),
        ("ru", "Собрание будет зимой в порту", "Собрание будет летом в порту"),
        ("en", "She grew up beside the river in those years", "She worked beside the river in those years"),
        ("en", "They built the bridge of old timber, he says", "They built the wall of old timber, as he says"),
        ("en", "Prices for imports went up last year", "Prices for exports went up last year"),
        ("ko", "그는 강가에서 자랐다고 회상함", "그는 강가에서 일했다고 회상함"),
        ("ko", "서울에서 열린 첫 대회에 참가함", "서산에서 열린 첫 대회에 참가함"),
        ("ko", "새 다리는 트럭이 다닐 만큼 튼튼하다고 설명함", "새 다리는 버스가 다닐 만큼 튼튼하다고 함"),
        ("ja", "薬は週に一度、郵便船で届く", "薬は月に一度、郵便船で届くという"),
        ("ja", "音の違いが分かるまで、新人は慣れが要る", "音の違いが分かるまで、ベテランは慣れが要る"),
        ("ja", "彼は川のそばで育った", "彼は川のそばで働いた"),
        ("ja", "新しい橋は丈夫で、トラックも通れる", "新しい橋は丈夫で、バスも通れるとのこと"),
        ("zh", "他在河边长大", "他在河边工作"),
        ("es", "El puente nuevo aguanta camiones pesados", "El puente viejo aguanta camiones pesados"),
    ],
)
def test_one_word_that_names_another_thing_is_a_veto(language: str, one: str, other: str) -> None:
    assert set(names(language, one, other)) & {"same-frame", "different-names"}
    assert set(names(language, other, one)) & {"same-frame", "different-names"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ko", "올겨울 12대를 시험할 예정", "올겨울 12대를 시험할 계획"),
        ("ko", "비용이 늘어난 이유를 설명함", "비용이 늘어났던 이유를 설명함"),
        ("ja", "風が強いと話す", "風が強いと語る"),
        ("en", "Anna admits that she should have stopped", "Anna concedes that she should have stopped"),
        ("es", "Tomás admite que debió plantarse", "Tomás reconoce que debió plantarse"),
        ("en", "It was sent to somebody who had left the firm", "It was sent to a person who had left the firm"),
        ("en", "The host asks why the pump failed so early", "Anna asks why the pump failed so early"),
        ("en", "The tower is 31 meters high and made of brick", "The tower is 31 m high and made of brick"),
        ("ja", "AIで故障を診断する時代が来る", "人工知能で故障を診断する時代が来る"),
        ("es", "Frente a los colegios hay veintidós", "Delante de los colegios hay veintidós"),
    ],
)
def test_another_word_for_the_same_is_no_veto(language: str, one: str, other: str) -> None:
    assert names(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "リンドベリは、夏には駅の冷房にも使うと付け加えた", "冬は駅の冷房にもこの水を使っている"),
        ("ko", "배터리 점검은 오전에 하고 기록을 남긴다고 설명", "오후가 되면 배터리를 점검해 기록으로 남김"),
        ("en", "In the summer the ferry runs twice an hour", "Twice an hour there is a ferry, says the host of winter"),
        (
            "es",
            "La partida se abrió el lunes por la lluvia",
            "Por la lluvia, hasta el jueves la partida no estuvo lista",
        ),
    ],
)
def test_words_of_one_kind_are_a_veto_wherever_they_stand(language: str, one: str, other: str) -> None:
    assert names(language, one, other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "二人が出会ったのは夜の二時", "七人が出会ったのは夜の二時"),
        ("ja", "一度は断ったと振り返る", "六度は断ったと振り返る"),
        ("en", "In 2022 it was 13.2, in 2024 it was 11.6", "In 2024 it was 13.2, in 2024 it was 11.6"),
        ("ko", "2명이 만난 것은 새벽 2시", "7명이 만난 것은 새벽 2시"),
        (
            "en",
            "It is fine at four degrees and stiff at 1.6 degrees",
            "At 9 degrees it works, at 1.6 degrees it is stiff",
        ),
        ("ko", "보도 412km를 카트로 밀며 넉 달 동안 작업", "보도만 412km, 카트를 밀며 14개월 소요"),
    ],
)
def test_another_number_in_one_place_is_a_veto_though_it_stands_in_the_other_text_too(
    language: str, one: str, other: str
) -> None:
    assert names(language, one, other)
    assert names(language, other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("夏は駅の冷房にも使う（リンドベリ）", "久我山によると、夏には駅の冷房にも使っている"),
        ("榎本いわく、来年には工房を開く", "三枝：来年には工房を開く"),
        ("榎本は、来年には工房を開くと明かす", "三枝は工房を来年に開くと話す"),
    ],
)
def test_two_who_speak_in_japanese_are_a_veto(one: str, other: str) -> None:
    assert "different-speakers" in names("ja", one, other)


def test_one_who_speaks_and_another_thing_that_is_spoken_of_are_not_two_speakers() -> None:
    one, other = "大部分は川に流すが、一部は利用している", "久我山によると、ほとんどは川に流すが、一部を利用している"
    assert "different-speakers" not in names("ja", one, other)
