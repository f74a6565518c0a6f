from __future__ import annotations

from dataclasses import replace

import pytest
from chunk_builder import chunk, episode
from merged_text import against, reviewed

from core.checks.retention import Figures, figures
from core.checks.table import repair
from core.model import Episode, blocks_of
from core.stitching import propose
from core.workflow.opening import built
from core.workflow.review import Review

WORDS = ("amber", "basalt", "copper", "driftwood", "emerald", "feldspar", "granite", "hematite", "indigo", "jasper")
TEXTS = [f"the {word} lantern number {word[::-1]} stands beside {word}" for word in WORDS]
SOURCES = episode(chunk(1, *(f"00:{second} {text}" for second, text in enumerate(TEXTS, 10))))
BODY = [f"- [00:{second}] {text}" for second, text in enumerate(TEXTS, 10)]


def retention(sources: Episode, *body: str) -> list[str]:
    return [str(found.message) for found in against(sources, *body) if found.rule.id == "NS508"]


def test_eight_of_ten_notes_are_enough() -> None:
    assert retention(SOURCES, *BODY[:8]) == []


def test_seven_of_ten_notes_are_not() -> None:
    assert retention(SOURCES, *BODY[:7])[0] == "of the chunk's notes 7 of 10 are kept, 70 % and not 80 %"


def test_a_document_much_shorter_than_its_notes_is_found() -> None:
    assert "the document has 18 % of the length of its notes, and not 70 %" in retention(SOURCES, *BODY[:2])


def test_the_prompts_own_figures_come_first() -> None:
    strict = replace(SOURCES, rules=("Keep at least 95% of each chunk's bullets.",))
    assert retention(strict, *BODY[:9]) == ["of the chunk's notes 9 of 10 are kept, 90 % and not 95 %"]


def test_what_the_editor_dropped_is_not_asked_for() -> None:
    review = built(SOURCES)
    for entry in SOURCES.chunks[0].entries[:5]:
        review.do(propose.drop(review.homes.get(entry.id)[0], "off topic"))
    assert "NS508" not in {finding.rule.id for finding in review.findings}


def test_sparse_notes_are_the_windows_not_the_merges() -> None:
    sources = episode(chunk(1, "00:10 the amber lantern", "20:00 the basalt lantern"))
    assert retention(sources, "- [00:10] the amber lantern", "- [20:00] the basalt lantern") == []


def brought_back(review: Review) -> list[str] | None:
    """The notes after the first repair of what is missing."""
    found = next(finding for finding in review.findings if finding.rule.id == "NS508")
    edit = repair(review.state, found)
    if edit is None:
        return None
    review.do(edit)
    return [block.text for block in blocks_of(review.state.document)]


def test_what_a_chunk_lost_is_brought_back_to_its_time() -> None:
    review = reviewed(SOURCES, *BODY[3:])
    assert brought_back(review) == TEXTS
    assert "NS508" not in {finding.rule.id for finding in review.findings}


def test_what_was_dropped_for_a_reason_stays_out() -> None:
    review = reviewed(SOURCES, *BODY[:7])
    review.do(propose.drop(review.homes.get(SOURCES.chunks[0].entries[0].id)[0], "off topic"))
    assert brought_back(review) == TEXTS[1:]


def test_what_was_dropped_for_no_reason_comes_back_too() -> None:
    review = reviewed(SOURCES, *BODY[:7])
    review.do(propose.drop(review.homes.get(SOURCES.chunks[0].entries[0].id)[0], ""))
    assert brought_back(review) == TEXTS


def test_where_all_stands_there_and_is_short_nothing_can_be_brought_back() -> None:
    review = reviewed(SOURCES, *(line[: line.index("lantern")] + "lantern" for line in BODY))
    found = [finding for finding in review.findings if finding.rule.id == "NS508"]
    assert [repair(review.state, finding) for finding in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((), Figures()),
        (("Remove only exact duplicates; keep at least 80% of each chunk's bullets.",), Figures(80, 70, 15, 10)),
        (("At least 12 bullets per 10 minutes.", "At least 60 % of the combined length."), Figures(80, 60, 12, 10)),
        (("각 구간 노트의 90% 이상을 유지", "10분마다 20개 이상", "전체 길이의 75% 이상"), Figures(90, 75, 20, 10)),
        (("Use the same language as the chunks.", "Then include exactly 3 summary lines."), Figures()),
    ],
)
def test_figures_are_read_from_the_rules(rules: tuple[str, ...], expected: Figures) -> None:
    assert figures(rules) == expected
