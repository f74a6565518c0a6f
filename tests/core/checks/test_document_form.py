from __future__ import annotations

from dataclasses import replace

import pytest
from chunk_builder import chunk, episode
from merged_text import HEAD, HEADING, against, reviewed, rules

from core.checks.table import repair
from core.model import Episode
from core.stitching import propose

SOURCES = episode(chunk(1, "00:10 the fleet runs in the north", "10:00 rain stops all of it"))
BODY = ("- [00:10] the fleet runs in the north", "- [10:00] rain stops all of it")
ONE, TWO = BODY


def fixed(sources: Episode, rule: str, *body: str, head: str = HEAD, heading: str = HEADING) -> set[str]:
    """The rules that are broken after one has been repaired."""
    review = reviewed(sources, *body, head=head, heading=heading)
    found = next(finding for finding in review.findings if finding.rule.id == rule)
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    return {finding.rule.id for finding in review.findings if finding.rule.is_of_document}


def test_a_document_in_its_form_is_fine() -> None:
    assert rules(SOURCES, *BODY) == []


def test_a_missing_title_is_set() -> None:
    head = HEAD.replace("# An episode\n\n", "")
    assert rules(SOURCES, *BODY, head=head) == ["NS401"]
    assert fixed(SOURCES, "NS401", *BODY, head=head) == set()


def test_another_title_than_the_episodes_is_found() -> None:
    assert rules(SOURCES, *BODY, head=HEAD.replace("An episode", "Another")) == ["NS401"]


def test_without_a_stated_title_any_will_do() -> None:
    assert rules(replace(SOURCES, is_titled=False), *BODY, head=HEAD.replace("An episode", "Another")) == []


def test_a_title_that_the_editor_set_is_fine() -> None:
    review = reviewed(SOURCES, *BODY)
    edit = propose.set_title(review.state, "Another")
    assert edit is not None
    review.do(edit)
    assert "NS401" not in {finding.rule.id for finding in review.findings}


@pytest.mark.parametrize("lines", ["", "1. one\n2. two\n", "1. one\n2. two\n3. three\n4. four\n"])
def test_the_summary_has_exactly_three_lines(lines: str) -> None:
    assert rules(SOURCES, *BODY, head=f"# An episode\n\n{lines}\n") == ["NS402"]


@pytest.mark.parametrize(
    "heading",
    [
        "## Part (00:10-10:00)",
        "### Chapter 1: Part (00:10-10:00)",
        "## Chapter 1: Part",
        "## Chapter 1: Part (00:10–10:00)",
        "## Chapter 2: Part (00:10-10:00)",
        "## Chapter 1: Part (10:00-00:10)",
        "## Chapter 1: Part (00:11-10:00)",
        "## Chapter 1: Part (00:10-09:59)",
        "## Chapter 1: (00:10-10:00)",
    ],
)
def test_a_heading_that_is_not_as_it_should_be_is_found(heading: str) -> None:
    assert rules(SOURCES, *BODY, heading=heading + "\n\n") == ["NS403"]


def test_a_heading_is_written_anew() -> None:
    assert fixed(SOURCES, "NS403", *BODY, heading="## Chapter 7: Part (00:11-00:12)\n\n") == set()


def test_notes_before_the_first_heading_are_found() -> None:
    assert rules(SOURCES, *BODY, heading="") == ["NS403"]


def test_chapters_that_overlap_are_found() -> None:
    second = ("", "## Chapter 2: More (00:10-00:10)", "", ONE)
    assert rules(SOURCES, TWO, *second, heading="## Chapter 1: Part (10:00-10:00)\n\n") == ["NS303"]


FIVE = ("00:10 apples", "00:20 pears", "00:30 plums", "00:40 figs", "00:50 dates")
A, B, C, D, E = (f"- [{line[:5]}] {line[6:]}" for line in FIVE)


def chapters(*bodies: tuple[str, ...]) -> tuple[Episode, tuple[str, ...]]:
    """An episode, and the lines of its document in so many chapters."""
    lines = (("", f"## Chapter {n}: Part {n}", "", *body) for n, body in enumerate(bodies, 1))
    return episode(chunk(1, *FIVE)), tuple(line for body in lines for line in body)


def parted(*bodies: tuple[str, ...]) -> list[list[str]] | None:
    """What each chapter holds after the first overlap was repaired."""
    sources, lines = chapters(*bodies)
    review = reviewed(sources, *lines, heading="")
    found = next(finding for finding in review.findings if finding.rule.id == "NS303")
    edit = repair(review.state, found)
    if edit is None:
        return None
    review.do(edit)
    assert "NS303" not in {finding.rule.id for finding in review.findings}
    return [[block.text for block in chapter.blocks] for chapter in review.state.document.chapters]


def test_one_late_note_goes_on_to_the_chapter_of_its_time() -> None:
    assert parted((A, D), (B, C, E)) == [["apples"], ["pears", "plums", "figs", "dates"]]


def test_one_early_note_goes_back_to_the_chapter_of_its_time() -> None:
    assert parted((A, C, D), (B, E)) == [["apples", "pears", "plums", "figs"], ["dates"]]


def test_a_quote_goes_with_the_notes_of_its_time() -> None:
    quote = '> [00:21] "ripe" — Ilse'
    assert parted((A, C, D), (B, quote, E)) == [["apples", "pears", "ripe", "plums", "figs"], ["dates"]]


def test_no_chapter_is_emptied_to_part_it_from_another() -> None:
    assert parted((A, D), (C,)) == [["apples"], ["plums", "figs"]]


def test_chapters_of_one_note_each_are_left_to_a_person() -> None:
    assert parted((B,), (A,)) is None


def test_chapters_that_meet_are_fine() -> None:
    second = ("", "## Chapter 2: More (10:00-10:00)", "", TWO)
    assert rules(SOURCES, ONE, *second, heading="## Chapter 1: Part (00:10-00:10)\n\n") == []


def test_a_conclusion_is_an_extra_section_and_goes() -> None:
    body = (*BODY, "", "## Conclusion", "", "All is well that ends well.", "", "- a last word")
    assert rules(SOURCES, *body) == ["NS405"]
    assert fixed(SOURCES, "NS405", *body) == set()


def test_prose_inside_a_chapter_is_extra_and_goes() -> None:
    body = (ONE, "", "Here is the merged document.", "It is whole.", "", TWO)
    assert rules(SOURCES, *body) == ["NS405"]
    assert fixed(SOURCES, "NS405", *body) == set()


def test_times_in_a_document_run_forward() -> None:
    assert rules(SOURCES, TWO, ONE) == ["NS301"]
    assert fixed(SOURCES, "NS301", TWO, ONE) == set()


def test_what_an_invented_note_says_blames_nobody_else() -> None:
    assert rules(SOURCES, "- [20:00] a bakery in Lisbon sells cakes", *BODY) == ["NS505"]


def test_the_message_about_a_range_says_which_time_lies_outside() -> None:
    (found,) = against(SOURCES, *BODY, heading="## Chapter 1: Part (00:11-10:00)\n\n")
    assert str(found.message) == "a note at 00:10 lies outside the range 00:11-10:00"
