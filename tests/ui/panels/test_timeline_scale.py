"""How the timeline lays seconds on pixels."""

from __future__ import annotations

import pytest

from ui.desktop.panels.timeline.scale import PAD_PX, Scale


@pytest.mark.parametrize(("start_s", "end_s", "width"), [(30, 30, 100), (30, 32, 200), (39, 40, 100)])
def test_what_lasts_a_second_is_as_wide_as_one(start_s: int, end_s: int, width: int) -> None:
    left, right = Scale(0, 40, 4000 + 2 * PAD_PX).stretch(start_s, end_s)
    assert right - left == width


def test_what_is_too_short_to_be_seen_is_two_pixels_wide() -> None:
    left, right = Scale(0, 40_000, 4000 + 2 * PAD_PX).stretch(5, 5)
    assert right - left == 2


def test_nothing_reaches_beyond_the_end() -> None:
    assert Scale(0, 40, 4000 + 2 * PAD_PX).stretch(40, 40) == (4000 + PAD_PX, 4002 + PAD_PX)
