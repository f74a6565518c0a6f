"""One line of Markdown keeps its words, and cannot do anything."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import raw_texts

from core.export.inline import inline, plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** *c* `d`", "a <strong>b</strong> <em>c</em> <code>d</code>"),
        ("some_snake_case", "some_snake_case"),
        ("[x](https://a.b/c_(d))", '<a href="https://a.b/c_(d)">x</a>'),
        ("[**x**](mailto:a@b)", '<a href="mailto:a@b"><strong>x</strong></a>'),
        ("`a<b` & c", "<code>a&lt;b</code> &amp; c"),
        (r"\*a\* \[b\]", "*a* [b]"),
    ],
)
def test_emphasis_code_and_links_are_shown(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize(
    "text",
    [
        *("# a", "1. a", "- - a", "    a", "---", "[a]: https://b", "a  ", "[박수](웃음)", "![a](https://b/c.png)"),
        *(
            "[a](javascript:alert(1))",
            "[a](file:///etc/passwd)",
            "[a](data:text/html,b)",
            '[a](https://b "c")',
            "[a][b]",
        ),
    ],
)
def test_what_is_no_markup_in_a_line_stays_as_it_is(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("&lt;b&gt; *&copy;*", "&amp;lt;b&amp;gt; <em>&amp;copy;</em>"),
        ("<https://a.b>", "&lt;https://a.b&gt;"),
        ('[a](https://b/"onclick="c)', '<a href="https://b/&quot;onclick=&quot;c">a</a>'),
    ],
)
def test_html_in_a_text_is_text(text: str, html: str) -> None:
    assert inline(text) == html


def test_what_is_no_text_is_a_mark() -> None:
    assert inline("a\0b\x02wzxhzdk:0\x03\udcff") == "a\ufffdb\ufffdwzxhzdk:0\ufffd\ufffd"


def test_plain_text_has_no_signs() -> None:
    assert plain("a **b**\t`c_d`  [e](https://f)") == "a b c_d e (https://f)"


def test_an_address_that_is_its_own_words_is_said_once() -> None:
    assert plain("[https://f](https://f)") == "https://f"


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@given(raw_texts())
def test_no_letter_is_lost(text: str) -> None:
    assert letters(plain(text)) == letters(text)


def test_a_line_that_python_markdown_would_lose_words_of_stays_as_it_is() -> None:
    text = "_말_를 **x**. snake_case를 **2**"
    assert inline(text) == plain(text) == text


@given(
    st.lists(
        st.tuples(st.sampled_from(["**", "*", "_", "__", ""]), st.sampled_from(["말", "snake_case", "x"])).map(
            lambda piece: f"{piece[0]}{piece[1]}{piece[0]}"
        )
        | st.sampled_from(["_말_를", "**말**을", "[x_y](https://a_b.c)"]),
        max_size=6,
    )
)
def test_no_letter_is_lost_among_signs(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert letters(plain(text)) == letters(text)


@given(raw_texts())
def test_every_sign_of_html_is_one_of_ours(text: str) -> None:
    rest = re.sub(r"</?(?:strong|em|code|a)>|<a href=\"[^\"<>]*\">|&(?:lt|gt|amp|quot|#x27);", "", inline(text))
    assert not re.search("[<>&]", rest)


@pytest.mark.parametrize("sign", ["[", "*", "_", "`", "<", "**a*", "[a](https://", "`a", "![", "\\"])
@pytest.mark.parametrize("times", [190, 20_000])
def test_a_hostile_line_costs_little(sign: str, times: int) -> None:
    before = time.process_time()
    inline(sign * times)
    assert time.process_time() - before < 0.5
