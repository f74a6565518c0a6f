from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.report.columns import columns, cut, filled, shown, table


def test_hangul_han_and_kana_take_two_columns() -> None:
    assert [columns(text) for text in ("가나", "漢字", "かな", "ab", "")] == [4, 4, 4, 2, 0]


def test_a_combining_mark_takes_none() -> None:
    assert columns("e\u0301") == 1


def test_filling_up_counts_columns() -> None:
    assert filled("가", 4) + "|" == "가  |"


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("가나다", 6) == "가나다"


def test_a_cut_never_halves_a_wide_character() -> None:
    assert cut("가나다라", 6) == "가나…"


@given(st.text(max_size=60), st.integers(1, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert columns(cut(text, width)) <= width


def test_a_terminal_command_is_only_shown() -> None:
    assert shown("\x1b[2Jred\u202etxt\x85") == "␛[2Jred⟨U+202E⟩txt⟨U+0085⟩"


def test_emoji_and_plain_text_are_left_alone() -> None:
    assert shown("안녕 👩\u200d💻") == "안녕 👩\u200d💻"


def test_columns_of_mixed_scripts_line_up() -> None:
    assert table([("차고", "3"), ("depot", "12")], right=[1]) == ["차고    3", "depot  12"]
