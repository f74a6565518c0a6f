from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from merged_text import against, reviewed, rules

from core.checks.table import repair


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("the fleet has 214 robots", "the fleet has 241 robots", "en"),
        ("the fleet has 3,180 robots", "the robots of the fleet number 3,810", "en"),
        ("로봇은 모두 214대이다", "등록된 로봇은 모두 241대이다", "ko"),
        ("la red tiene 57 sensores", "la red cuenta con 75 sensores", "es"),
        ("the window does open at night", "the window does not open at night", "en"),
        ("the window does not open at night", "the window does open at night", "en"),
        ("비가 오면 로봇이 운행함", "비가 오면 로봇이 운행하지 않음", "ko"),
        ("la ventana se abre de noche", "la ventana no se abre de noche", "es"),
        ("하루 평균 73번 쓰였고 사고는 한 건도 없었음", "하루 평균 73번 이용했고 사고가 있었다", "ko"),
        ("못 잔 사람은 그날 운전하지 않고 쉼", "자지 못한 사람도 그날 운전대를 잡고 쉼", "ko"),
        ("팀이 처음에는 그 방식에 반대했다고 밝힘", "팀은 처음부터 그 방식에 찬성했다고 함", "ko"),
        ("諏訪で工房を営んで十八年になる", "工房は諏訪にあり、営んで二十八年になる", "ja"),
        ("文字盤の塩の跡は本人の希望で残した", "文字盤に付いた塩の跡は本人の希望により残さなかった", "ja"),
        ("持ち主は宮城県の漁師で瓦礫の中で見つかった", "瓦礫の中で見つかり持ち主は岩手県の漁師", "ja"),
        ("yesterday SCARP went down at noon", "yesterday NEPTUNE went down at noon", "en"),
    ],
)
def test_a_fact_that_no_source_has_is_found(source: str, text: str, language: str) -> None:
    sources = episode(chunk(1, f"00:10 {source}"), language=language)
    assert rules(sources, f"- [00:10] {text}") == ["NS506"]


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("the fleet has 3,180 robots in 5 towns", "the fleet has 3180 robots in five towns", "en"),
        ("six buoys came back", "6 buoys came back", "en"),
        ("로봇 두 대가 늘 고장 상태였다", "로봇 2대는 늘 고장 상태였다", "ko"),
        ("the window does not open at night", "the window never does open at night", "en"),
        ("충전을 기다리지 않고 팩을 교체함", "충전을 기다리는 대신 팩을 교체함", "ko"),
        ("the fleet in the north has 214 robots and 12 depots", "the fleet in the north has 214 robots", "en"),
        ("the lamp of SCARP is lit", "SCARP's lamp is lit", "en"),
        ("출발 전 15분 동안 둘씩 짝을 지어 점검함", "출발 전 15분간 2인 1조로 점검함", "ko"),
        ("말을 마치기 전에 구간이 종료됨", "답을 시작한 데서 구간이 끊겼다", "ko"),
        ("사고는 한 건도 없었음", "사고가 전혀 없었다", "ko"),
    ],
)
def test_the_same_fact_in_other_words_is_fine(source: str, text: str, language: str) -> None:
    sources = episode(chunk(1, f"00:10 {source}"), language=language)
    assert rules(sources, f"- [00:10] {text}") == []


@pytest.mark.parametrize(
    ("speaker", "source", "text", "language"),
    [
        (
            "한도윤",
            "한도윤은 2009년 장마철에 가게를 열었다고 회상함.",
            "한도훈이 2009년 장마 때 문을 연 일을 떠올렸다.",
            "ko",
        ),
        (
            "小田切",
            "職人の小田切は1987年に祖父から店を継いだ。",
            "小田原は祖父の店を1987年に引き継いだと語った。",
            "ja",
        ),
        ("周砚清", "周砚清在1991年从师傅手里接过铺子。", "1991年，周砚青从师傅那里接手了铺子。", "zh"),
    ],
)
def test_a_name_with_another_syllable_is_found(speaker: str, source: str, text: str, language: str) -> None:
    sources = episode(chunk(1, f"00:10 {source}", f"> 00:12 hm — {speaker}"), language=language)
    (found,) = [one for one in against(sources, f"- [00:10] {text}") if one.rule.id == "NS506"]
    assert str(found.message).endswith(f"is in none of the sources, which say {speaker}")


@pytest.mark.parametrize(
    ("speaker", "source", "text", "language"),
    [
        ("한도윤", "한도윤은 우산 수리비의 기준을 정했다고 함.", "우산 수리비의 기준으로 한도를 정했다고 한다.", "ko"),
        ("한도윤", "한도윤은 2009년 장마철에 가게를 열었다고 함.", "한도윤이 2009년 장마 때 가게를 열었다.", "ko"),
        ("한도윤", "한도윤은 한도훈과 함께 가게를 열었다고 함.", "한도훈과 함께 가게를 열었다고 한다.", "ko"),
        ("小田切", "小田切は1987年に祖父から店を継いだ。", "1987年に祖父から店を継いだ。", "ja"),
        ("森下", "森下は1987年に祖父から店を継いだ。", "山下町の店を1987年に祖父から継いだ。", "ja"),
    ],
)
def test_another_word_that_is_like_a_name_is_fine(speaker: str, source: str, text: str, language: str) -> None:
    sources = episode(chunk(1, f"00:10 {source}", f"> 00:12 hm — {speaker}"), language=language)
    assert "NS506" not in [one.rule.id for one in against(sources, f"- [00:10] {text}")]


def test_a_swapped_name_is_found_at_the_start_of_a_sentence_too() -> None:
    notes = ("00:05 the host greets Ilse and Mateus", "00:10 Ilse spliced the cable by hand")
    body = ("- [00:05] the host greets Ilse and Mateus", "- [00:10] Mateus spliced the cable by hand")
    (found,) = against(episode(chunk(1, *notes), language="en"), *body)
    assert str(found.message) == "the name mateus is in none of the sources, which say ilse"


def test_a_name_may_take_the_place_of_a_pronoun() -> None:
    notes = ("00:05 the host greets Ilse at the door", "00:10 she spliced the cable by hand")
    body = ("- [00:05] the host greets Ilse at the door", "- [00:10] Ilse spliced the cable by hand")
    assert rules(episode(chunk(1, *notes), language="en"), *body) == []


def test_a_swapped_korean_speaker_is_found() -> None:
    notes = (
        "00:10 도경훈은 배터리를 직접 만들었다고 말함",
        "> 00:12 제가 했어요 — 도경훈",
        "> 00:14 저는 지도예요 — 위나래",
    )
    body = (
        "- [00:10] 위나래는 배터리를 직접 만들었다고 말함",
        "",
        '> "[00:12] 제가 했어요" — 도경훈',
        "",
        '> "[00:14] 저는 지도예요" — 위나래',
    )
    assert rules(episode(chunk(1, *notes), language="ko"), *body) == ["NS506"]


def test_facts_are_compared_with_all_sources_together() -> None:
    sources = episode(
        chunk(1, "00:10 the northern fleet has 214 robots"),
        chunk(2, "00:11 its packs hold exactly 12 cells"),
        language="en",
    )
    body = "- [00:10] the northern fleet has 214 robots, and its packs hold exactly 12 cells"
    assert [rule for rule in rules(sources, body) if rule != "NS508"] == []


def test_the_source_is_restored() -> None:
    review = reviewed(
        episode(chunk(1, "00:10 the fleet has 214 robots"), language="en"), "- [00:10] the fleet has 241 robots"
    )
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS506"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert "NS506" not in {finding.rule.id for finding in review.findings}
