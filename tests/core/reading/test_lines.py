"""Lines end at line ends only, and fences hide only what they enclose."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.lines import fenced, is_fence, split_lines


@given(st.text())
def test_lines_join_to_the_text(text: str) -> None:
    assert "".join(split_lines(text)) == text


@given(st.text(alphabet="\r\n\x0b\x0c\x1c\x85\u2028\u2029a"))
def test_no_line_has_an_end_inside(text: str) -> None:
    assert all(not set("\r\n") & set(line.rstrip("\r\n")) for line in split_lines(text))


@pytest.mark.parametrize("text", ["a\x0bb", "a\x0cb", "a\x1cb", "a\x85b", "a\u2028b", "a\u2029b"])
def test_other_separators_do_not_split(text: str) -> None:
    assert split_lines(text) == (text,)


@pytest.mark.parametrize(
    ("lines", "inside"),
    [
        (["```", "a", "```", "b"], [True, True, True, False]),
        (["```py", "a", "```"], [True, True, True]),
        (["~~~", "```", "~~~"], [True, True, True]),
        (["````", "```", "````"], [True, True, True]),
        (["  ```", "a", "  ```"], [True, True, True]),
        (["a", "```", "b"], [False, False, False]),
        (["```", "a", "```py"], [False, False, False]),
        (["````", "a", "```"], [False, False, False]),
        (["```a`b", "c", "```"], [False, False, False]),
        (["```", "a", "```", "b", "```"], [True, True, True, False, False]),
        (["```a", "~~~", "b", "~~~"], [False, True, True, True]),
    ],
)
def test_a_fence_hides_its_lines_if_it_is_closed(lines: list[str], inside: list[bool]) -> None:
    assert fenced(lines) == inside


def test_what_is_fenced_as_markdown_is_read() -> None:
    assert fenced(["```markdown", "a", "```py", "b", "```", "c", "```"])[:2] == [False, False]


def test_what_is_fenced_as_markdown_may_count_as_code() -> None:
    assert fenced(["```md", "a", "```", "b"], is_markdown_code=True) == [True, True, True, False]


@given(st.lists(st.sampled_from(["```", "````", "~~~", "```md", "```py", "a", "", "  ```"])))
def test_hidden_lines_begin_and_end_with_a_fence(lines: list[str]) -> None:
    runs = [list(run) for is_inside, run in groupby(zip(lines, fenced(lines), strict=True), itemgetter(1)) if is_inside]
    assert all(is_fence(run[0][0]) and is_fence(run[-1][0]) for run in runs)
