"""The queue: what needs a person first, and how much is left."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.checks.table import CHECKS
from core.messages import Message
from core.model import EntryId, Merge, Tier
from core.presenting.counts import Left
from core.presenting.filters import Filter
from core.presenting.queue import Queue, group_title
from core.reading.document import read_document
from core.work import finished
from core.workflow import propose
from core.workflow.auditing import audited
from core.workflow.opening import built
from core.workflow.ready import is_waited_for
from core.workflow.review import Answer, Review


def merge(*members: str, tier: Tier = Tier.CERTAIN, score: float = 0.9) -> Merge:
    return Merge(tuple(map(EntryId, members)), score, tier)


@pytest.fixture
def review() -> Review:
    chunks = (
        chunk(1, "# First", "00:10 the lamp was lit", "00:20 the keeper wrote a letter", "> 00:21 It was cold"),
        chunk(2, "# Second", "00:10 they lit the lamp", "00:20 he wrote a letter", "00:40 the ship came"),
    )
    made = built(episode(*chunks, language="en"))
    made.set_merges([merge("1:3", "2:3", tier=Tier.POSSIBLE), merge("1:2", "2:2")])
    return made


def test_duplicates_come_first_and_the_most_certain_of_them_before(review: Review) -> None:
    assert [item.finding.merge for item in Queue(review).items[:2]] == [
        merge("1:2", "2:2"),
        merge("1:3", "2:3", tier=Tier.POSSIBLE),
    ]


def test_a_note_at_a_wrong_time_comes_before_its_neighbours_that_seem_out_of_order() -> None:
    notes = ("00:10 the lamp was lit", "00:20 the keeper wrote a letter", "00:40 the ship came late")
    merged = "# T\n\n1. a\n2. b\n3. c\n\n## Chapter 1: First (00:10-05:00)\n\n- [05:00] the lamp was lit\n"
    merged += "".join(f"- [{time}] {text}\n" for time, _, text in (note.partition(" ") for note in notes[1:]))
    judged = finished(audited(episode(chunk(1, "# First", *notes), language="en"), read_document(merged)))
    kinds = [item.kind for item in Queue(judged).items if item.kind in {"retimed", "out-of-order"}]
    assert kinds[0] == "retimed"
    assert "out-of-order" in kinds


def test_an_answered_item_keeps_its_place(review: Review) -> None:
    queue = Queue(review)
    before = [item.id for item in queue.items]
    review.do(propose.keep_apart(merge("1:2", "2:2")))
    queue.follow()
    assert [item.id for item in queue.items] == before
    assert queue.items[0].answer is Answer.REJECTED


def test_what_is_left_goes_down_by_one(review: Review) -> None:
    queue = Queue(review)
    left = queue.left
    review.do(propose.keep_apart(merge("1:2", "2:2")))
    queue.follow()
    assert queue.left == left - 1


def test_what_keeps_the_document_from_being_ready_is_what_ready_waits_for(review: Review) -> None:
    open_ones = [finding for finding in review.findings if review.answer(finding) is Answer.OPEN]
    needed = sum(is_waited_for(finding, review.state.episode) for finding in open_ones)
    assert Queue(review).counts == Left(len(review.findings), len(open_ones), needed)
    assert needed


def test_an_answer_takes_one_away_from_all_that_is_counted(review: Review) -> None:
    queue = Queue(review)
    before = queue.counts
    review.subscribe(queue.follow)
    review.do(propose.keep_apart(merge("1:2", "2:2")))
    assert queue.counts == Left(before.total, before.left - 1, before.needed - 1)
    assert queue.counts == Queue(review).counts


def settled(review: Review) -> None:
    """An edit after which something is no more that was found: the quote goes, whose speaker is not known."""
    review.do(propose.drop(review.homes.get(EntryId("1:4"))[0], "nobody said it"))


def test_what_an_edit_settles_is_gone_and_counts_as_done(review: Review) -> None:
    queue = Queue(review)
    before, items = queue.counts, len(queue.items)
    review.subscribe(queue.follow)
    settled(review)
    assert len(queue.items) == items - 1
    assert (queue.counts.total, queue.counts.left) == (before.total, before.left - 1)


def test_what_comes_back_with_undo_is_left_again(review: Review) -> None:
    queue = Queue(review)
    before = queue.counts
    review.subscribe(queue.follow)
    settled(review)
    review.undo()
    assert queue.counts == before


def test_what_was_settled_in_a_former_run_counts_as_done(review: Review) -> None:
    found, before = Queue(review).found, Queue(review).counts
    settled(review)
    assert Queue(review, found).counts.total == before.total


def test_a_duplicate_that_is_proposed_no_more_counts_no_more(review: Review) -> None:
    queue = Queue(review)
    before = queue.counts.total
    review.set_merges([merge("1:2", "2:2")])
    queue.follow()
    assert queue.counts.total == before - 1


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Left(23, 7, 5), "7 of 23 left, 5 until ready"),
        (Left(23, 7, 7), "7 of 23 left"),
        (Left(23, 7, 0), "7 of 23 left"),
        (Left(1, 0, 0), "1 of 1 decided"),
        (Left(0, 0, 0), "Nothing to decide"),
    ],
)
def test_it_is_said_how_much_is_left_and_how_much_until_ready(counts: Left, words: str) -> None:
    assert str(counts.words) == words


def test_the_next_open_item_is_sought_round_the_end(review: Review) -> None:
    queue = Queue(review)
    last = queue.items[-1]
    following = queue.next_open(last.id, +1)
    assert following is not None
    assert following.id == queue.items[0].id


def test_no_item_is_next_to_the_only_open_one(review: Review) -> None:
    queue = Queue(review)
    duplicates = Filter(kinds=frozenset({"duplicate"}))
    review.do(propose.keep_apart(merge("1:2", "2:2")))
    queue.follow()
    assert queue.next_open(queue.items[1].id, +1, duplicates) is None


def test_from_an_item_that_is_no_more_the_next_one_is_found_and_the_one_before(review: Review) -> None:
    queue = Queue(review)
    before, gone, following = queue.items[:3]
    review.set_merges([item.finding.merge for item in (before, following) if item.finding.merge])
    queue.follow()
    assert queue.find(gone.id) is None
    assert queue.step(gone.id, +1) is queue.find(following.id)
    assert queue.step(gone.id, -1) is queue.find(before.id)


def test_an_item_put_off_goes_behind_its_kind(review: Review) -> None:
    queue = Queue(review)
    first, second, *others = [item.id for item in queue.items]
    queue.put_off(first)
    assert [item.id for item in queue.items] == [second, first, *others]
    assert queue.items[1].is_late


def test_after_undo_the_item_that_is_open_again_is_found(review: Review) -> None:
    queue = Queue(review)
    review.do(propose.keep_apart(merge("1:3", "2:3")))
    queue.follow()
    before = queue.items
    review.undo()
    queue.follow()
    assert queue.first_turned(before) is queue.items[1]


def test_where_no_answer_differs_no_item_has_turned(review: Review) -> None:
    queue = Queue(review)
    before = queue.items
    queue.follow()
    assert queue.first_turned(before) is None


def test_an_open_item_is_preferred_at_a_place(review: Review) -> None:
    item = Queue(review).of_entries([EntryId("2:2")], None)
    assert item is not None
    assert item.finding.merge == merge("1:2", "2:2")


@pytest.mark.parametrize("kind", sorted({check.rule.kind for check in CHECKS}))
def test_every_kind_has_a_name_for_people(kind: str) -> None:
    assert group_title(kind).template != "{kind}"


def test_an_unknown_kind_is_spelled_out() -> None:
    assert str(group_title("new-kind")) == str(Message("New kind"))
