"""Lists of chapters are what players accept, whatever the titles are."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, raw_texts

from core.export import chapters_ffmetadata, chapters_json, chapters_psc, chapters_text, chapters_vtt
from core.export.chapter_marks import doubts, marks
from core.export.material import Material
from core.model import Block, Chapter, Document, ItemId, Kind

HOSTILE = ("a --> b", "<b>&amp;", "=;#\\", "\"'", "[CHAPTER]", "- a", "NOTE", "]]>", "{", "한 글", "\u2028x", "\x85y")


def chapter(title: str, *times: int) -> Chapter:
    notes = tuple(Block(ItemId(f"b{time}"), Kind.NOTE, time, "x") for time in times)
    return Chapter(ItemId(f"c{title}{times}"), title, notes)


def material(*chapters: Chapter) -> Material:
    return Material(Document("Fog", (), chapters))


def listed() -> st.SearchStrategy[Material]:
    """Chapters at any time, with any title, in any order."""
    titles = st.sampled_from(HOSTILE) | raw_texts()
    times = st.lists(st.integers(0, 20_000), max_size=3)
    chapters = st.builds(lambda title, found: chapter(title, *found), titles, times)
    return st.lists(chapters, max_size=6).map(lambda found: material(*found))


def seconds(clock: str) -> int:
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


THREE = material(chapter("One", 12, 40), chapter("Two", 70, 71), chapter("Three", 3700, 3800))


# ------------------------------------------------------------------------------------------------------------ the marks


def test_each_chapter_ends_where_the_next_begins_and_the_last_with_the_last_second() -> None:
    assert [(mark.start_s, mark.end_s) for mark in marks(THREE)] == [(12, 70), (70, 3700), (3700, 3800)]


def test_chapters_of_one_second_share_a_mark() -> None:
    assert [mark.title for mark in marks(material(chapter("One", 5), chapter("Two", 5)))] == ["One / Two"]


def test_a_chapter_without_a_title_has_its_number() -> None:
    assert [mark.title for mark in marks(material(chapter("One", 5), chapter("", 9)))] == ["One", "Chapter 2"]


def test_what_stands_before_the_first_heading_is_called_like_the_episode() -> None:
    assert [mark.title for mark in marks(material(chapter("", 1), chapter("One", 5)))] == ["Fog", "One"]


def test_markup_in_a_title_is_left_out() -> None:
    assert marks(material(chapter("**One** `x`", 5)))[0].title == "One x"


def test_a_chapter_without_a_time_is_told_of() -> None:
    assert [str(doubt) for doubt in doubts(material(chapter("One")))] == ["chapters without a time, not listed: 1"]


@given(listed())
def test_marks_ascend_without_gaps(made: Material) -> None:
    found = marks(made)
    assert all(one.end_s == other.start_s for one, other in pairwise(found))
    assert all(mark.start_s < mark.end_s for mark in found)


@given(listed() | documents().map(Material))
def test_no_title_of_a_timed_chapter_is_lost(made: Material) -> None:
    titles = " / ".join(mark.title for mark in marks(made))
    joined = titles.count(" / ")
    assert joined + 1 >= sum(part.span is not None for part in made.document.chapters)


# ------------------------------------------------------------------------------------------------------------- the text


def test_lines_begin_at_zero() -> None:
    assert chapters_text.rendered(THREE).decode() == "00:00:00 One\n00:01:10 Two\n01:01:40 Three\n"


def test_a_chapter_too_short_for_players_is_named_with_the_one_before() -> None:
    made = material(chapter("One", 0), chapter("Two", 20), chapter("Three", 25), chapter("Four", 60))
    assert chapters_text.rendered(made).decode() == "00:00:00 One\n00:00:20 Two / Three\n00:01:00 Four\n"


def test_what_players_dislike_is_told() -> None:
    made = material(chapter("One", 0), chapter("x" * 41, 20))
    assert [str(doubt) for doubt in chapters_text.text_doubts(made)] == [
        "chapters under 30 seconds: 1",
        "titles over 40 characters: 1",
        "players show chapters from three on; there are 2",
    ]


def test_a_title_that_looks_like_a_list_is_none() -> None:
    assert chapters_text.rendered(material(chapter("- One", 5))) == b"00:00:00 One\n"


@given(listed())
def test_every_line_is_a_time_and_a_title(made: Material) -> None:
    lines = chapters_text.rendered(made).decode().split("\n")[:-1]
    found = [re.fullmatch(r"(\d{2,}:[0-5]\d:[0-5]\d) (\S.*)", line) for line in lines]
    starts = [seconds(match[1]) for match in found if match]
    assert len(starts) == len(lines)
    assert starts[:1] in ([], [0])
    assert all(later - sooner >= 10 for sooner, later in pairwise(starts[1:]))


# -------------------------------------------------------------------------------------------------------- other formats


@given(listed())
def test_json_says_what_the_marks_say(made: Material) -> None:
    read = json.loads(chapters_json.rendered(made))
    assert read["version"] == "1.2.0"
    assert [(one["startTime"], one["endTime"], one["title"]) for one in read["chapters"]] == [
        (float(mark.start_s), float(mark.end_s), mark.title) for mark in marks(made)
    ]


@given(listed())
def test_podlove_says_what_the_marks_say(made: Material) -> None:
    root = ET.fromstring(chapters_psc.rendered(made))
    space = "{http://podlove.org/simple-chapters}"
    assert (root.tag, root.get("version")) == (f"{space}chapters", "1.2")
    assert [(seconds((one.get("start") or "").removesuffix(".000")), one.get("title")) for one in root] == [
        (mark.start_s, mark.title) for mark in marks(made)
    ]


@given(listed())
def test_webvtt_is_one_cue_for_each_mark(made: Material) -> None:
    head, *cues = chapters_vtt.rendered(made).decode().removesuffix("\n").split("\n\n")
    assert head.strip() == "WEBVTT"
    found = [cue.split("\n") for cue in cues]
    assert [len(lines) for lines in found] == [2] * len(marks(made))
    assert all(re.fullmatch(r"\d{2,}:\d\d:\d\d\.000 --> \d{2,}:\d\d:\d\d\.000", timing) for timing, _ in found)
    assert not any(re.search(r"-->|<|&(?!lt;|gt;|amp;)", title) for _, title in found)


@given(listed())
def test_ffmetadata_escapes_what_it_reads_as_its_own(made: Material) -> None:
    text = chapters_ffmetadata.rendered(made).decode()
    sections = re.findall(r"\[CHAPTER\]\nTIMEBASE=1/1000\nSTART=(\d+)\nEND=(\d+)\ntitle=((?:[^=;#\\\n]|\\.)+)\n", text)
    assert text.startswith(";FFMETADATA1\n")
    assert [(int(a), int(b), re.sub(r"\\(.)", r"\1", title)) for a, b, title in sections] == [
        (1000 * mark.start_s, 1000 * mark.end_s, mark.title) for mark in marks(made)
    ]
