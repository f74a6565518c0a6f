"""What a merged document keeps, read from the files by patterns of this test's own, not by the program's reader."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from core.model import Fate, Tier, Verdict
from core.work import finished
from core.workflow.exporting import exported
from core.workflow.merging import ACCEPTED_TIERS, IsAnInputError, Merged, document_lines, merge, write

ROOT = Path(__file__).resolve().parents[3]
EPISODES = [ROOT / "resources" / "sample", *sorted((ROOT / "tests" / "episodes").glob("*-*"))]
NOTE = re.compile(r"( *)- \[([\d:]+)\] (.*\S)\s*")
QUOTE = re.compile(r"> .*")
CHAPTER = re.compile(r"## Chapter (\d+): (\S.*) \(([\d:]+)-([\d:]+)\)")


@dataclass(frozen=True)
class Case:
    folder: Path
    accept: str

    @property
    def source(self) -> list[str]:
        files = sorted((self.folder / "chunks").glob("chunk_*.md"))
        return [line for file in files for line in file.read_text("utf-8").split("\n")]


CASES = [Case(folder, accept) for folder in EPISODES for accept in ACCEPTED_TIERS]


@cache
def merged(case: Case) -> Merged:
    return finished(merge([case.folder], case.accept))


@pytest.fixture(params=CASES, ids=lambda case: f"{case.folder.name}-{case.accept}")
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


@pytest.fixture
def lines(case: Case) -> list[str]:
    return exported(merged(case).review).decode("utf-8").split("\n")


def seconds(stamp: str) -> int:
    total = 0
    for part in stamp.split(":"):
        total = total * 60 + int(part)
    return total


def words_of_quotes(lines: list[str]) -> Counter[str]:
    """What each quote says, without marks, time and speaker."""
    quotes = (re.sub(r"^> *\W*\[[\d:]+\] *", "", line.strip()) for line in lines if line.startswith(">"))
    return Counter(bare(re.sub(r"([\"”»」]) (?:[—–-] .*)$", r"\1", quote)) for quote in quotes)


def bare(quote: str) -> str:
    return quote.strip('"“”«»「」 ')


def notes(lines: list[str]) -> Counter[str]:
    return Counter(f"{match[2]} {match[3]}" for line in lines if (match := NOTE.fullmatch(line)))


def test_it_begins_with_the_title_and_three_numbered_lines(case: Case, lines: list[str]) -> None:
    assert lines[0] == f"# {merged(case).opened.episode.title}"
    assert [line[:3] for line in lines[1:6]] == ["", "1. ", "2. ", "3. ", ""]


def test_nothing_stands_in_it_but_chapters_notes_and_quotes(lines: list[str]) -> None:
    unknown = [line for line in lines[6:] if line and not any(p.fullmatch(line) for p in (NOTE, QUOTE, CHAPTER))]
    assert unknown == []


def test_every_quote_is_there_word_for_word(case: Case, lines: list[str]) -> None:
    missing = words_of_quotes(case.source).keys() - words_of_quotes(lines).keys()
    review = merged(case).review
    gone = {bare(e.text) for c in review.state.episode.chunks for e in c.quotes if review.fate(e.id) is Fate.MERGED}
    assert missing - gone == set()


def test_top_level_notes_stand_in_time_order(lines: list[str]) -> None:
    times = [seconds(match[2]) for line in lines if (match := NOTE.fullmatch(line)) and not match[1]]
    assert times == sorted(times)


def test_notes_stand_after_their_parent_and_siblings(lines: list[str]) -> None:
    above: list[int] = []
    early: list[str] = []
    for line in lines:
        match = NOTE.fullmatch(line)
        if match is None:
            continue
        depth, time_s = len(match[1]) // 2, seconds(match[2])
        if depth < len(above) and above[depth] > time_s:
            early.append(line)
        above = [*above[:depth], time_s]
    assert early == []


def test_chapters_are_numbered_and_do_not_overlap(lines: list[str]) -> None:
    heads = [match for line in lines if (match := CHAPTER.fullmatch(line))]
    assert [int(head[1]) for head in heads] == list(range(1, len(heads) + 1))
    tops: list[list[int]] = []
    for line in lines:
        if CHAPTER.fullmatch(line):
            tops.append([])
        elif (match := NOTE.fullmatch(line)) and not match[1]:
            tops[-1].append(seconds(match[2]))
    assert [(one, other) for one, other in pairwise(tops) if max(one) > min(other)] == []


def test_only_notes_that_were_merged_are_gone(case: Case, lines: list[str]) -> None:
    gone = notes(case.source) - notes(lines)
    ledger = merged(case).review.ledger
    assert gone.total() <= ledger.merged


def test_nothing_is_new(case: Case, lines: list[str]) -> None:
    assert notes(lines) - notes(case.source) == Counter()


def test_nothing_is_lost(case: Case) -> None:
    ledger = merged(case).review.ledger
    assert ledger.lost == ledger.dropped == ledger.edited == 0
    assert ledger.entries == ledger.kept + ledger.merged


def test_just_the_tiers_asked_for_are_accepted(case: Case) -> None:
    review = merged(case).review
    accepted = {one.tier for one in review.merges if review.verdict(one) is Verdict.ACCEPTED}
    assert accepted <= ACCEPTED_TIERS[case.accept]
    pending = {one.tier for one in review.merges if review.verdict(one) is Verdict.PENDING}
    assert not pending & ACCEPTED_TIERS[case.accept]


def test_all_of_it_is_one_step_to_undo(case: Case) -> None:
    result = finished(merge([case.folder], case.accept))
    result.review.undo()
    assert not result.review.undo()


def test_each_block_is_found_at_its_line(case: Case, lines: list[str]) -> None:
    review = merged(case).review
    at = document_lines(review)
    blocks = {block for chapter in review.state.document.chapters for block in chapter.paths if block != chapter.id}
    assert set(at) == blocks
    assert all(NOTE.fullmatch(lines[line - 1]) or QUOTE.fullmatch(lines[line - 1]) for line in at.values())


def test_the_sample_has_a_certain_merge() -> None:
    result = merged(Case(EPISODES[0], "none"))
    assert any(one.tier is Tier.CERTAIN for one in result.review.merges)


def test_what_is_left_open_are_not_the_accepted_merges() -> None:
    result = merged(Case(EPISODES[0], "all"))
    assert not [finding for finding in result.open_findings if finding.merge]


def test_an_input_is_never_written(tmp_path: Path) -> None:
    source = tmp_path / "chunk_001.md"
    source.write_text("- [00:01] a note\n", "utf-8")
    result = finished(merge([source]))
    with pytest.raises(IsAnInputError):
        write(result, source, replace=True)
    assert source.read_text("utf-8") == "- [00:01] a note\n"
