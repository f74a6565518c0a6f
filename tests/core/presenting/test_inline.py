"""What is strong, emphasised or code is found where the page has it, and no character of the data gets lost."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import raw_texts

from core.export.inline import inline as page
from core.presenting.inline import Inline, Style, Styled, cut, inline, without_signs

TAGS = {Style.STRONG: "strong", Style.EMPHASIS: "em", Style.CODE: "code"}
SIGNED = st.text(alphabet=st.sampled_from("ab가 .()*_`\\[]"), max_size=30) | st.lists(
    st.sampled_from(["**", "*", "__", "_", "`", "``", "***", "a", "가", " ", "(", ")", "\\", "](https://a_b.c)"]),
    max_size=14,
).map("".join)


def looks(text: str) -> list[tuple[str, str]]:
    """The styled words and their styles."""
    line = without_signs(text)
    return [(line.text[start:end], style.name) for start, end, style in line.styled]


def as_html(text: str) -> str:
    """The line as the page writes it."""
    line = without_signs(text)
    at_start = [(each.start, 1, -each.end, f"<{TAGS[each.style]}>") for each in line.styled]
    at_end = [(each.end, 0, -each.start, f"</{TAGS[each.style]}>") for each in reversed(line.styled)]
    parts, done = list[str](), 0
    for at, _, _, tag in sorted(at_start + at_end, key=lambda each: each[:3]):
        parts += (escape(line.text[done:at], quote=False), tag)
        done = at
    return "".join([*parts, escape(line.text[done:], quote=False)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "a **b** *c* _d_ __e__ `f`",
            [("b", "STRONG"), *((x, "EMPHASIS") for x in "cd"), ("e", "STRONG"), ("f", "CODE")],
        ),
        ("**BRO**를 언급", [("BRO", "STRONG")]),
        ("**대조 손실(contrastive loss)**을", [("대조 손실(contrastive loss)", "STRONG")]),
        ("**“열린다”**고", [("“열린다”", "STRONG")]),
        ("日本語の**太字**と*強調*です", [("太字", "STRONG"), ("強調", "EMPHASIS")]),
        ("***a***", [("a", "EMPHASIS"), ("a", "STRONG")]),
        ("**a *b* c**", [("a b c", "STRONG"), ("b", "EMPHASIS")]),
        ("**a `**` b**", [("a ** b", "STRONG"), ("**", "CODE")]),
        ("``a`b``", [("a`b", "CODE")]),
        ("[**a**](https://b/_c_)", [("a", "STRONG")]),
        (r"*a\*b*", [(r"a\*b", "EMPHASIS")]),
    ],
)
def test_styled_words_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert looks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("*", "a * b", "2 * 3 * 4", "snake_case_name", "_밑줄_를", "**a", "a** b**", "** b **", "****", "a ** b ** c"),
        *(r"\*a\*", r"\_a\_", "`a", "``a`", r"\`a`", "", "* a", "[a](https://b/*c*/d)"),
    ],
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert inline(text) == Inline()
    assert without_signs(text).text == text


@pytest.mark.parametrize("text", ["5*3*2", "2**8**1", "f(x)*g*h", "a*(b)*c"])
def test_signs_of_what_may_be_a_sum_are_not_left_out(text: str) -> None:
    assert without_signs(text).text == text


@pytest.mark.parametrize("sign", ["*", "_", "`", "**a", "a*", "*a_", "\\*", "[a](https://", "` ``"])
def test_no_more_is_looked_for_than_a_line_can_mean(sign: str) -> None:
    assert inline(sign * 10_000) == Inline()


@given(SIGNED | raw_texts())
def test_no_character_gets_lost(text: str) -> None:
    found, line = inline(text), without_signs(text)
    rest, parts, done = line.text, list[str](), 0
    for start, end in found.signs:
        parts += (rest[: start - done], text[start:end])
        rest, done = rest[start - done :], end
    assert "".join([*parts, rest]) == text
    assert set("".join(text[start:end] for start, end in found.signs)) <= set("*_`")


@given(SIGNED)
def test_styled_words_are_the_same_in_both_texts(text: str) -> None:
    found, line = inline(text), without_signs(text)
    assert len(found.styled) == len(line.styled)
    for raw, read in zip(found.styled, line.styled, strict=True):
        within = [(start, end) for start, end in found.signs if raw.start <= start and end <= raw.end]
        words = "".join(c for at, c in enumerate(text) if raw.start <= at < raw.end and not _is_in(at, within))
        assert line.text[read.start : read.end] == words
        assert raw.style is read.style


@given(SIGNED)
def test_styled_words_lie_within_each_other_or_apart(text: str) -> None:
    styled = inline(text).styled
    assert all(each.start < each.end for each in styled)
    pairs = [(one, other) for at, one in enumerate(styled) for other in styled[at + 1 :]]
    assert all(other.end <= one.end or other.start >= one.end for one, other in pairs)


WORD = st.sampled_from(["a", "word", "말", "큰 말", "말(word)", "“말”", "x_y", "2", "太字", "C++", "a < b"])
SIGN = st.sampled_from(["**", "*", "***", "`", ""])
TAIL = st.sampled_from(["", "를", "은", ",", ".", "(x)"])
PIECE = st.tuples(SIGN, WORD, TAIL).map(lambda piece: f"{piece[0]}{piece[1]}{piece[0]}{piece[2]}") | st.tuples(
    st.sampled_from(["_", "__"]), WORD
).map(lambda piece: f"{piece[0]}{piece[1]}{piece[0]}")


@given(st.lists(PIECE, max_size=5))
def test_what_people_write_looks_as_on_the_page(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert as_html(text) == page(text).replace("<strong><em>", "<em><strong>").replace(
        "</em></strong>", "</strong></em>"
    )


def test_a_part_keeps_what_is_styled_of_it() -> None:
    styled = (Styled(2, 6, Style.STRONG), Styled(8, 9, Style.CODE))
    assert cut(styled, 4, 8) == (Styled(0, 2, Style.STRONG),)


def _is_in(at: int, places: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)
