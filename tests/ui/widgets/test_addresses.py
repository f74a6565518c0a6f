"""Where a recording is at a second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl, QUrlQuery

from ui.desktop.widgets.addresses import address_at, is_address


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("https://youtu.be/abc", "https://youtu.be/abc?t=83s"),
        ("https://www.youtube.com/watch?v=abc&t=9", "https://www.youtube.com/watch?v=abc&t=83s"),
        ("https://example.org/a.mp3#t=9", "https://example.org/a.mp3#t=83"),
        ("https://notyoutube.com/a", "https://notyoutube.com/a#t=83"),
    ],
)
def test_the_second_is_in_the_address(address: str, there: str) -> None:
    assert address_at(address, 83) == there


@pytest.mark.parametrize(("place", "is_one"), [("https://a.org", True), ("/a/b.mp3", False), ("C:\\a.mp3", False)])
def test_an_address_is_no_file(place: str, *, is_one: bool) -> None:
    assert is_address(place) is is_one


@given(st.integers(0, 100_000), st.text("abct&=?", max_size=10))
def test_only_one_second_is_named(second: int, query: str) -> None:
    made = QUrl(address_at(f"https://www.youtube.com/watch?v=x&{query}", second))
    assert QUrlQuery(made).allQueryItemValues("t") == [f"{second}s"]
