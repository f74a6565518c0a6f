from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.duplicates import DUPLICATE
from core.checks.finding import Finding
from core.model import EntryId, Merge, SourceChunk, Tier

CHUNKS = (chunk(1, "00:10 a note"), chunk(2, "# heading", "00:12 the same note"))


def found(tier: Tier = Tier.CERTAIN, chunks: tuple[SourceChunk, ...] = CHUNKS) -> Finding:
    canonical, *others = [entry.id for one in chunks for entry in one.entries]
    return DUPLICATE.find(episode(*chunks), Merge((canonical, *others), 0.8, tier))


def test_its_entries_are_the_members_canonical_first() -> None:
    assert found().entries == ("1:1", "2:2")


def test_it_stands_where_the_canonical_entry_stands() -> None:
    finding = found()
    assert (finding.chunk, finding.line, finding.start_s) == ("1", 1, 10)


def test_it_carries_its_merge() -> None:
    merge = found().merge
    assert merge is not None
    assert merge.score == 0.8


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        (Tier.CERTAIN, "the same thing is said 2 times"),
        (Tier.LIKELY, "the same thing is probably said 2 times"),
        (Tier.POSSIBLE, "the same thing may be said 2 times"),
    ],
)
def test_it_says_no_more_than_is_known(tier: Tier, words: str) -> None:
    assert str(found(tier).message) == words


def test_its_id_outlives_other_lines_and_chunk_numbers() -> None:
    moved = (chunk(5, "# new", "# newer", "00:10 a note"), chunk(6, "00:12 the same note"))
    assert found().id == found(chunks=moved).id


def test_its_id_changes_with_the_words() -> None:
    other = (CHUNKS[0], chunk(2, "00:12 another note"))
    assert found().id != found(chunks=other).id


def test_members_need_not_be_known_by_line() -> None:
    assert DUPLICATE.find(episode(*CHUNKS), Merge((EntryId("2:2"), EntryId("1:1")), 0.3, Tier.POSSIBLE)).start_s == 12
