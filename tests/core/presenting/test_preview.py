"""The preview renders no more than is looked at, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from core.export.html import chapter, head
from core.export.markdown import numbered
from core.model import Block, Chapter, Document, ItemId, Kind
from core.presenting.preview import HEAD, LONGEST, MOST, Preview, Section, window
from core.timecode import TimeStyle
from core.work import finished

STYLE = TimeStyle.HOURS


def part(number: int, blocks: int = 1) -> Chapter:
    notes = (Block(ItemId(f"b{number}-{at}"), Kind.NOTE, at, f"note {at}") for at in range(blocks))
    return Chapter(ItemId(f"c{number}"), f"Chapter {number}", tuple(notes))


def of(*chapters: Chapter) -> Document:
    return Document("T", ("one",), chapters)


def shown(preview: Preview, document: Document) -> tuple[Section, ...]:
    return finished(preview.rendering(document, STYLE, range(len(document.chapters))))


@given(documents(), st.sampled_from(TimeStyle))
def test_it_is_the_html_of_the_page(document: Document, style: TimeStyle) -> None:
    made = finished(Preview().rendering(document, style, range(len(document.chapters))))
    parts = (chapter(one, number, style) for number, one in numbered(document))
    assert [section.html for section in made] == [head(document), *parts]


def test_a_chapter_that_is_the_same_is_not_rendered_again() -> None:
    preview, before = Preview(), of(part(1), part(2), part(3))
    old = shown(preview, before)
    new = shown(preview, before.with_chapters(1, part(2, blocks=2)))
    assert [one is other for one, other in zip(old, new, strict=True)] == [False, True, False, True]


def test_a_chapter_whose_number_changed_is_rendered_again() -> None:
    preview = Preview()
    shown(preview, of(part(1), part(2)))
    assert "Chapter 1: Chapter 2" in shown(preview, of(part(2)))[1].html


def test_the_head_comes_before_the_first_chapter_alone() -> None:
    document = of(part(1), part(2), part(3))
    assert [one.key for one in finished(Preview().rendering(document, STYLE, range(1, 3)))] == ["c2", "c3"]
    assert [one.key for one in finished(Preview().rendering(document, STYLE, range(1)))] == [HEAD, "c1"]


def test_a_line_that_no_widget_could_lay_out_is_cut() -> None:
    long = replace(part(1), blocks=(Block(ItemId("b"), Kind.NOTE, 1, "x" * 3 * LONGEST),))
    assert len(shown(Preview(), of(long))[1].html) < LONGEST + 200


@pytest.mark.parametrize(
    ("blocks", "around", "expected"),
    [
        ([1, 1, 1], 0, range(3)),
        ([1, 1, 1], 9, range(3)),
        ([MOST] * 5, 2, range(2, 3)),
        ([MOST // 3] * 9, 4, range(3, 6)),
        ([MOST // 3] * 9, 0, range(3)),
        ([MOST // 3] * 9, 8, range(6, 9)),
        ([], 0, range(0)),
    ],
)
def test_as_many_chapters_are_shown_as_one_can_look_at(blocks: list[int], around: int, expected: range) -> None:
    assert window([part(number, count) for number, count in enumerate(blocks)], around) == expected
