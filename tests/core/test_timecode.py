"""Times are read as people write them, and what is written reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.timecode import LATEST_S, TimeStyle, common_style, parse, parse_typed, style_of, written


@pytest.mark.parametrize(
    ("stamp", "time_s"),
    [
        ("00:00", 0),
        ("12:34", 754),
        ("1:05", 65),
        ("75:30", 4530),
        ("120:00", 7200),
        ("1:15:30", 4530),
        ("01:15:30", 4530),
        ("１２：３４", 754),
        (" 12:34 ", 754),
        ("9999:59", LATEST_S),
    ],
)
def test_a_written_time_is_read_in_seconds(stamp: str, time_s: int) -> None:
    assert parse(stamp) == time_s


@pytest.mark.parametrize(
    "stamp", ["", "12", "12:", ":34", "12:60", "1:60:00", "12:345", "12:3", "-1:00", "a:00", "12:34:56:78", "999:59:59"]
)
def test_what_is_no_time_is_none(stamp: str) -> None:
    assert parse(stamp) is None


def test_minutes_and_hours_write_the_same_time() -> None:
    assert parse("75:30") == parse("1:15:30")


@given(st.integers(0, LATEST_S), st.sampled_from(TimeStyle))
def test_every_style_reads_back(time_s: int, style: TimeStyle) -> None:
    assert parse(written(time_s, style)) == time_s


@given(st.integers(0, 3599), st.sampled_from(TimeStyle))
def test_below_one_hour_all_styles_write_the_same(time_s: int, style: TimeStyle) -> None:
    assert written(time_s, style) == written(time_s)


@given(st.integers(3600, LATEST_S))
def test_a_time_from_one_hour_on_shows_the_style_that_it_was_written_in(time_s: int) -> None:
    assert style_of(written(time_s, TimeStyle.MINUTES)) is TimeStyle.MINUTES


@pytest.mark.parametrize(
    ("stamps", "style"),
    [
        ([], TimeStyle.HOURS),
        (["12:30", "59:59"], TimeStyle.HOURS),
        (["12:30", "75:30"], TimeStyle.MINUTES),
        (["1:15:30", "10:00:00"], TimeStyle.SHORT_HOURS),
        (["01:15:30", "10:00:00"], TimeStyle.HOURS),
        (["1:15:30", "01:15:31"], TimeStyle.HOURS),
        (["75:30", "1:15:30"], TimeStyle.HOURS),
        (["12:30", "75:30", "01:15:30"], TimeStyle.HOURS),
        (["", "no time"], TimeStyle.HOURS),
    ],
)
def test_an_episode_has_one_style(stamps: list[str], style: TimeStyle) -> None:
    assert common_style(stamps) is style


@pytest.mark.parametrize(("text", "time_s"), [("3723", 3723), ("62:03", 3723), ("1:02:03", 3723), ("[62:03]", 3723)])
def test_a_typed_time_may_be_bare_seconds(text: str, time_s: int) -> None:
    assert parse_typed(text) == time_s


@pytest.mark.parametrize("text", ["", "soon", "1234567", "12:99"])
def test_a_typed_text_that_is_no_time_is_none(text: str) -> None:
    assert parse_typed(text) is None
