from __future__ import annotations

import pytest
from chunk_builder import chunk, episode
from merged_text import reviewed, rules

from core.checks.clocks import CLOCK
from core.checks.finding import Finding, SourcesView
from core.checks.findings import of_sources
from core.checks.table import CHECKS, repair
from core.checks.time_style import TIME_STYLE
from core.model import ChunkKey, SourceChunk
from core.stitching import propose
from core.workflow.opening import built
from core.workflow.review import Review

SOURCES = episode(chunk(1, "00:10 the fleet runs in the north", "- rain stops all of it", "00:30 snow does not"))


def the(review: Review, rule: str) -> Finding:
    (found,) = [finding for finding in review.findings if finding.rule.id == rule]
    return found


def fix(review: Review, rule: str) -> None:
    edit = repair(review.state, the(review, rule))
    assert edit is not None
    review.do(edit)
    assert rule not in {finding.rule.id for finding in review.findings}


def test_a_time_that_no_source_has_is_retimed_and_set_right() -> None:
    sources = episode(chunk(1, "00:10 the fleet runs in the north"))
    review = reviewed(sources, "- [00:11] the fleet runs in the north")
    fix(review, "NS507")
    assert review.state.document.chapters[0].span == (10, 10)


def test_the_time_of_any_source_is_fine() -> None:
    words = "the old lighthouse was repaired by three men in a storm"
    sources = episode(chunk(1, f"00:10 {words}"), chunk(2, f"00:12 {words}"))
    assert rules(sources, f"- [00:12] {words}") == []


def test_a_quote_that_lost_its_time_is_retimed() -> None:
    sources = episode(chunk(1, "> 00:10 we stay at home — Ilse"))
    assert rules(sources, '> "we stay at home" — Ilse') == ["NS507"]


def test_what_the_editor_retimed_is_no_finding() -> None:
    review = built(SOURCES)
    home = review.homes.get(SOURCES.chunks[0].entries[0].id)[0]
    edit = propose.retime(review.state, home, 12)
    assert edit is not None
    review.do(edit)
    assert "NS507" not in {finding.rule.id for finding in review.findings}


def test_a_note_without_a_time_is_offered_the_one_before_it() -> None:
    review = built(SOURCES)
    fix(review, "NS404")
    assert [block.time_s for block in review.state.document.chapters[0].blocks] == [10, 10, 30]


def test_a_note_that_lost_its_time_is_offered_its_own() -> None:
    sources = episode(chunk(1, "00:10 the fleet runs in the north"))
    review = reviewed(sources, "- the fleet runs in the north")
    fix(review, "NS404")
    assert review.state.document.chapters[0].span == (10, 10)


def styles(*chunks: SourceChunk) -> list[str]:
    found = TIME_STYLE.find(SourcesView(episode(*chunks), {}))
    return [str(finding.message) for finding in found if finding is not None]


def test_two_styles_of_times_are_told_once() -> None:
    assert styles(chunk(1, "75:20 a", "75:30 b", "1:15:30 c", "1:16:00 d", "75:40 e")) == [
        "times are written as 75:20 and as 1:15:30"
    ]


def test_one_style_is_fine() -> None:
    assert styles(chunk(1, "59:20 a", "1:15:30 b", "10:15:30 c")) == []


def test_a_clock_that_is_off_is_told_and_set_right() -> None:
    sources = episode(chunk(1, "10:00 the fleet runs"), chunk(2, "00:05 rain stops it"))
    review = built(sources)
    review.set_merges((), {ChunkKey("2"): 600})
    assert "10:00" in str(the(review, "NS103").message)
    fix(review, "NS103")
    assert review.state.offsets == {ChunkKey("2"): 600}


def test_a_clock_that_is_right_is_fine() -> None:
    view = SourcesView(episode(chunk(1, "00:10 a")), {ChunkKey("1"): 5}, {ChunkKey("1"): 5})
    assert list(CLOCK.find(view)) == []


@pytest.mark.parametrize("stamp", ["[00:99]", "[-1:00]", "[999999:00]", "[1:2:3:4]", "［００：７７］", "[??:??]"])
def test_a_time_that_cannot_be_read_is_quoted(stamp: str) -> None:
    review = reviewed(SOURCES, f"- {stamp} the fleet runs in the north")
    assert str(the(review, "NS404").message) == f"the time {stamp} cannot be read"


@pytest.mark.parametrize("text", ["[note: see] below", "[1] is a footnote", "[00:99](https://x) is a link"])
def test_other_words_in_brackets_are_no_time(text: str) -> None:
    review = reviewed(SOURCES, f"- {text} the fleet runs in the north")
    assert str(the(review, "NS404").message) == "the note has no time"


def test_a_quotes_time_that_cannot_be_read_is_told_and_no_time_is_not() -> None:
    sources = episode(chunk(1, "> we stay at home — Ilse"))
    assert rules(sources, '> "we stay at home" — Ilse') == []
    assert rules(sources, '> "[00:99] we stay at home" — Ilse') == ["NS404"]


def test_the_sources_by_themselves_tell_times_that_cannot_be_read() -> None:
    sources = episode(chunk(1, "00:10 the fleet runs in the north", "- [00:99] rain stops it", "- no time at all"))
    found = [finding for finding in of_sources(CHECKS, sources, ()) if finding.rule.id == "NS404"]
    assert [(str(one.message), one.line) for one in found] == [("the time [00:99] cannot be read", 2)]


def test_a_time_that_cannot_be_read_gives_way_to_the_one_that_is_given() -> None:
    review = built(episode(chunk(1, "00:10 the fleet runs in the north", "- [00:99] rain stops all of it")))
    fix(review, "NS404")
    given = review.state.document.chapters[0].blocks[1]
    assert (given.time_s, given.text) == (10, "rain stops all of it")
