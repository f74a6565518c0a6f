"""Whatever the bytes are, the text gives them back, and it is said what was assumed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.reading.encoding import DecodedText, decode, is_storable

KOREAN = "## 등대의 밤\n\n- [00:12] 진행자가 손님을 소개함.\n"
ENGLISH = "## The lighthouse\n\n- [00:12] The host opens.\n"
FRENCH = "## L'été\n\n- [00:12] La soirée a été très animée, dit le présentateur âgé.\n- [00:20] Où êtes-vous né ?\n"


@given(st.binary() | st.text().map(lambda text: text.encode("utf-16-le", "surrogatepass")))
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(codecs.BOM_UTF8 + b"a\xff")
@example(codecs.BOM_UTF32_LE + b"abc")
@example(KOREAN.encode("cp949"))
@example(KOREAN.encode("utf-8")[1:])
def test_any_bytes_come_back(data: bytes) -> None:
    assert decode(data).encoded() == data


@pytest.mark.parametrize("text", [KOREAN, ENGLISH, FRENCH])
@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_known_with_and_without_a_mark(text: str, bom: bytes, encoding: str) -> None:
    decoded = decode(bom + text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (text, encoding, bom)


def test_korean_in_its_old_encoding_is_read() -> None:
    assert decode(KOREAN.encode("cp949")) == DecodedText(KOREAN, "cp949", is_guess=True)


def test_french_in_its_old_encoding_is_not_read_as_korean() -> None:
    assert decode(FRENCH.encode("cp1252")).text == FRENCH


def test_a_few_bad_bytes_in_utf_8_are_kept() -> None:
    decoded = decode((KOREAN * 3).encode() + b"\xff\xfe\n")
    assert (decoded.encoding, decoded.bad_bytes, decoded.text[-3:]) == ("utf-8", 2, "\udcff\udcfe\n")


def test_a_bad_byte_in_utf_8_is_kept_where_hardly_anything_else_is_foreign() -> None:
    data = '> "[00:10] wood remem\xffbers" '.encode("latin-1") + "— Inés, “1994”\n".encode()
    assert (decode(data).encoding, decode(data).bad_bytes) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("목재는 한 번 용서하고, 그다음부터는 기억한다고 함.", "cp949"),
        ("木材は一度だけ許し、そのあとは覚えているという。", "cp932"),
        ("木头原谅你一次，然后就会记住。", "gb18030"),
        ("Wer Holz verärgert, hört später davon – so sagt sie.", "cp1252"),
    ],
)
def test_text_of_another_code_page_is_no_utf_8_with_bad_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).encoding != "utf-8"


def test_a_byte_order_mark_with_bad_bytes_is_kept() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\xff").bom == codecs.BOM_UTF8


def test_nul_in_utf_8_is_kept() -> None:
    assert decode(b"- [00:12] a\0b and more\n") == DecodedText("- [00:12] a\0b and more\n")


@pytest.mark.parametrize(
    "data", [b"", ENGLISH.encode(), KOREAN.encode(), codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")]
)
def test_what_the_bytes_say_themselves_is_no_guess(data: bytes) -> None:
    assert not decode(data).is_guess


@pytest.mark.parametrize(
    ("text", "is_so"), [("a", True), ("한\udcff", True), ("\ud800", False), ("\udcc3\udca9", False)]
)
def test_a_text_is_storable_if_it_comes_back(text: str, is_so: bool) -> None:
    assert is_storable(text) is is_so
