"""Merging by hand: which blocks can become one, and that none of what stands beneath them is lost."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.errors import EditError
from core.model import EntryId, ItemId, Merge, Tier, blocks_of
from core.presenting.joining import joining, lost_words, own_words
from core.workflow import propose
from core.workflow.joining import Wording, join, members_to_join, rows_to_join
from core.workflow.opening import built
from core.workflow.review import Review


@pytest.fixture
def review() -> Review:
    chunks = (
        chunk(1, "# A", "00:10 the lamp was lit", "  00:12 it burned", "00:20 the sea", "> 00:25 It was cold"),
        chunk(2, "# B", "00:11 they lit a lamp", "  00:11 at night", "  00:14 and all day", "00:40 the ship"),
    )
    return built(episode(*chunks, language="en"))


def home(review: Review, entry: str) -> ItemId:
    return review.homes.get(EntryId(entry))[0]


def test_rows_of_either_pane_name_their_blocks(review: Review) -> None:
    lamp, other = home(review, "1:2"), home(review, "2:2")
    assert rows_to_join(review, ["2:2", "1:2"]) == (lamp, other)
    assert rows_to_join(review, [other, lamp]) == (lamp, other)
    assert rows_to_join(review, ["1:2", other]) == (lamp, other)


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (["1:2", "1:5"], "notes are merged with notes"),
        (["1:2", "1:2"], "one already"),
        (["1:2", "c1"], "only notes or quotes"),
        (["1:2", "title"], "only notes or quotes"),
    ],
)
def test_it_is_said_why_rows_cannot_be_one(review: Review, keys: list[str], why: str) -> None:
    with pytest.raises(EditError, match=why):
        rows_to_join(review, keys)


def test_an_entry_without_a_block_is_to_be_brought_in_first(review: Review) -> None:
    review.do(propose.drop(home(review, "2:5"), "wrong"))
    with pytest.raises(EditError, match="bring it in first"):
        rows_to_join(review, ["1:2", "2:5"])


def test_children_are_united_in_the_order_of_their_times(review: Review) -> None:
    items = rows_to_join(review, ["1:2", "2:2"])
    shown = joining(review, items)
    assert [note.text for note in shown.beneath] == ["at night", "it burned", "and all day"]
    review.do(join(review.state, items, Wording("a lamp", None, 10)))
    kept = next(block for block in blocks_of(review.state.document) if block.id == items[0])
    assert [child.text for child in kept.children] == ["at night", "it burned", "and all day"]


def test_nothing_is_lost_and_one_undo_takes_it_back(review: Review) -> None:
    start = review.state
    review.do(join(review.state, rows_to_join(review, ["1:2", "2:2"]), Wording("a lamp", None, 11)))
    assert review.ledger.lost == 0
    review.undo()
    assert review.state == start


def test_words_that_are_a_copy_s_are_no_edit(review: Review) -> None:
    items = rows_to_join(review, ["1:2", "2:2"])
    review.do(join(review.state, items, Wording("they lit a lamp", None, 10, EntryId("2:2"))))
    kept = review.homes.first(EntryId("2:2"))
    assert kept is not None
    assert (kept.is_edited, kept.sources[0]) == (False, "2:2")


def test_with_another_time_it_stands_at_that_time(review: Review) -> None:
    items = rows_to_join(review, ["1:2", "2:2"])
    review.do(join(review.state, items, Wording("a lamp", None, 30)))
    tops = [block.time_s for chapter in review.state.document.chapters for block in chapter.blocks]
    assert tops == sorted(tops, key=lambda time_s: time_s or 0)
    assert 30 in tops


def test_an_edited_wording_can_be_taken_too(review: Review) -> None:
    lamp = home(review, "1:2")
    edit = propose.edit_text(review.state, lamp, "the old lamp")
    assert edit is not None
    review.do(edit)
    parts = joining(review, rows_to_join(review, ["1:2", "2:2"])).parts
    assert [(str(part.origin), part.text) for part in parts] == [
        ("As edited", "the old lamp"),
        ("Chunk 1", "the lamp was lit"),
        ("Chunk 2", "they lit a lamp"),
    ]


def test_the_members_of_a_merge_but_those_left_out_become_one(review: Review) -> None:
    members = tuple(map(EntryId, ("1:2", "2:2", "1:4")))
    merge = Merge(members, 0.9, Tier.LIKELY, (), frozenset({frozenset(members[1:])}))
    review.set_merges([merge])
    assert len(members_to_join(review, merge)) == 3
    review.do(propose.leave_out(review.state, merge, members[2]))
    assert members_to_join(review, merge) == (home(review, "1:2"), home(review, "2:2"))


def test_words_that_the_result_lacks_and_words_of_its_own_are_told(review: Review) -> None:
    parts = joining(review, rows_to_join(review, ["1:2", "2:2"])).parts
    result = "the lamp was broken"
    assert [parts[0].text[start:end] for start, end in lost_words(parts[0], result)] == ["lit"]
    assert [result[start:end] for start, end in own_words(parts, result)] == ["broken"]
