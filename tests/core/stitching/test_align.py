from __future__ import annotations

from chunk_builder import chunk, episode

from core.model import Document, EntryId, Episode, Merge, Tier, blocks_of
from core.reading.document import read_document
from core.stitching.align import align

HEAD = "# T\n\n1. a\n2. b\n3. c\n\n## Chapter 1: Part (00:00-59:59)\n\n"


def document(*body: str) -> Document:
    return read_document(HEAD + "\n".join(body) + "\n").document


def sources(of: Episode, *body: str, merges: tuple[Merge, ...] = ()) -> list[tuple[str, ...]]:
    return [block.sources for block in blocks_of(align(of, document(*body), merges))]


TWO = episode(
    chunk(1, "00:10 the fleet has many robots in the north", "00:20 rain stops every one of them"),
    chunk(2, "00:21 when it rains all robots stop", "00:40 each pack holds twelve heavy cells"),
)


def test_the_same_words_are_found_whatever_the_time() -> None:
    assert sources(TWO, "- [09:00] rain stops every one of them") == [("1:2",)]


def test_equal_words_go_to_the_nearest_in_time() -> None:
    said_twice = episode(chunk(1, "00:10 a word from our sponsor", "20:00 a word from our sponsor"))
    body = ("- [20:00] a word from our sponsor",)
    assert sources(said_twice, *body) == [("1:2",)]


def test_one_block_stands_for_copies_that_are_near_each_other() -> None:
    copies = episode(chunk(1, "00:10 a word from our sponsor"), chunk(2, "00:12 a word from our sponsor"))
    assert sources(copies, "- [00:10] a word from our sponsor") == [("1:1", "2:1")]


def test_reworded_notes_are_found() -> None:
    body = ("- [00:10] up north the fleet runs many robots", "- [00:40] every pack consists of twelve heavy cells")
    assert sources(TWO, *body) == [("1:1",), ("2:2",)]


def test_a_removed_duplicate_is_merged_where_its_partner_stands() -> None:
    merge = Merge((EntryId("1:2"), EntryId("2:1")), 0.6, Tier.LIKELY)
    assert sources(TWO, "- [00:20] rain stops every one of them", merges=(merge,)) == [("1:2", "2:1")]


COPIES = episode(
    chunk(1, "00:20 the owner was a fisherman from the north; three years later it was found among the rubble"),
    chunk(2, "00:20 it belonged to a fisherman of the north and was found among the rubble after three years"),
)
SAME = (Merge((EntryId("1:1"), EntryId("2:1")), 0.9, Tier.CERTAIN),)


def test_a_note_told_in_two_parts_is_told_once_though_two_chunks_have_it() -> None:
    body = ("- [00:20] a fisherman in the north was the owner", "- [00:20] after three years rubble gave it back")
    cited = sources(COPIES, *body, merges=SAME)
    assert [set(entries) for entries in cited] == [{"1:1", "2:1"}, {"1:1", "2:1"}]


def test_a_note_told_twice_is_no_note_in_two_parts() -> None:
    body = (
        "- [00:20] its owner, a fisherman from the north, found it among the rubble three years later",
        "- [00:20] it was a northern fisherman's, and was found among the rubble after three years",
    )
    assert sources(COPIES, *body, merges=SAME) == [("1:1",), ("2:1",)]


def test_without_a_merge_that_says_so_it_is_not() -> None:
    assert sources(TWO, "- [00:20] rain stops every one of them") == [("1:2",)]


def test_two_notes_told_as_one_are_both_cited() -> None:
    assert sources(TWO, "- [00:10] the fleet has many robots in the north; each pack holds twelve heavy cells") == [
        ("1:1", "2:2")
    ]


def test_a_short_quote_at_its_second_is_found_though_no_word_is_the_same() -> None:
    quoted = episode(chunk(1, "> 00:10 yes — Ilse", "> 00:20 no — Ilse"))
    assert sources(quoted, '> "[00:20] well" — Ilse') == [("1:2",)]


def test_quotes_are_no_notes() -> None:
    quoted = episode(chunk(1, "> 00:10 the fleet has many robots — Ilse"))
    assert sources(quoted, "- [00:10] the fleet has many robots") == [()]


def test_what_nobody_said_has_no_source() -> None:
    assert sources(TWO, "- [00:10] a bakery in Lisbon sells cakes") == [()]


def test_prose_has_no_source() -> None:
    assert sources(TWO, "the fleet has many robots in the north") == [()]


def test_nothing_but_the_sources_changes() -> None:
    brought = document("- [00:10] up north the fleet runs many robots", "  - [00:20] rain", "", "prose")
    aligned = align(TWO, brought)
    assert [(b.text, b.time_s, b.kind) for b in blocks_of(aligned)] == [
        (b.text, b.time_s, b.kind) for b in blocks_of(brought)
    ]
    assert [chapter.stated for chapter in aligned.chapters] == [chapter.stated for chapter in brought.chapters]


def test_korean_and_japanese_are_found_in_other_words() -> None:
    korean = episode(chunk(1, "00:10 재작년 1월 영하 18도까지 떨어진 날 가용 용량이 31% 줄어 있었음"))
    assert sources(korean, "- [00:10] 재작년 1월 영하 18도였던 날 용량이 31% 감소함") == [("1:1",)]
    japanese = episode(chunk(1, "00:10 灯台の光は四十キロ先まで届くと説明した"))
    assert sources(japanese, "- [00:12] 灯台の光が四十キロ先に届く") == [("1:1",)]
