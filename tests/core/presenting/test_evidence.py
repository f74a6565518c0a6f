"""The evidence: the words that matter are marked, and each copy says where it is from."""

from __future__ import annotations

from chunk_builder import chunk, episode

from core.messages import Message
from core.model import EntryId, Merge, Reason, Tier
from core.presenting.evidence import Evidence, evidence_of, origin_of
from core.presenting.queue import Queue
from core.workflow import propose
from core.workflow.opening import built
from core.workflow.review import Review


def review_of(left: str, right: str, *reasons: Reason) -> Review:
    made = built(episode(chunk(1, "# A", f"00:10 {left}"), chunk(2, "# B", f"00:10 {right}"), language="en"))
    made.set_merges([Merge((EntryId("1:2"), EntryId("2:2")), 0.9, Tier.CERTAIN, reasons)])
    return made


def evidence(review: Review) -> Evidence:
    return evidence_of(review, Queue(review).items[0])


def marked(shown: Evidence) -> list[list[str]]:
    return [[copy.text[start:end] for start, end in copy.marked] for copy in shown.copies]


def test_like_texts_are_marked_where_they_differ() -> None:
    shown = evidence(review_of("the lamp was lit at nine in the evening", "the lamp was lit at ten in the evening"))
    assert marked(shown) == [["nine"], ["ten"]]
    assert str(shown.marks) == "marked: what differs"


def test_unlike_texts_are_marked_where_they_agree() -> None:
    shown = evidence(review_of("the old lamp was lit", "somebody climbed the stairs and lit a fire with care"))
    assert all("lit" in " ".join(words) for words in marked(shown))
    assert str(shown.marks) == "marked: what they share"


def test_equal_texts_are_not_marked() -> None:
    shown = evidence(review_of("the lamp was lit", "the lamp was lit"))
    assert marked(shown) == [[], []]
    assert str(shown.marks) == "the words are the same"


def test_korean_texts_are_marked_by_syllable() -> None:
    shown = evidence(review_of("운전사가 첫날 밤 버스를 몰았다고 설명함", "운전사가 첫날 밤 버스를 몰았다고 설명했음"))
    assert marked(shown)[1] == ["했음"]


def test_what_holds_back_stands_apart_from_what_speaks_for_it() -> None:
    reasons = Reason("time", 0.9, Message("same second")), Reason("numbers", -1.0, Message("different numbers"))
    shown = evidence(review_of("9 lamps", "10 lamps", *reasons))
    assert [str(message) for message in shown.reasons] == ["same second"]
    assert [str(message) for message in shown.against] == ["different numbers"]


def test_a_copy_says_where_it_is_from() -> None:
    shown = evidence(review_of("a lamp", "the lamp"))
    assert [(str(copy.origin), copy.stamp) for copy in shown.copies] == [("Chunk 1", "00:10"), ("Chunk 2", "00:10")]


def test_after_a_merge_the_copy_in_use_is_named() -> None:
    review = review_of("a lamp", "the lamp")
    edit = propose.accept(review.state, review.merges[0], words_of=EntryId("2:2"))
    assert edit is not None
    review.do(edit)
    shown = evidence(review)
    assert [copy.is_kept for copy in shown.copies] == [False, True]
    assert str(shown.verdict) == "Merged"


def test_the_origin_of_an_edited_note_marks_what_was_changed() -> None:
    review = review_of("the lamp was lit at nine", "somebody sang")
    home = review.homes.get(EntryId("1:2"))[0]
    edit = propose.edit_text(review.state, home, "the lamp was lit at ten")
    assert edit is not None
    review.do(edit)
    shown = origin_of(review, home)
    assert shown is not None
    assert marked(shown) == [["nine"]]


def test_a_chapter_has_no_origin() -> None:
    review = review_of("a lamp", "somebody sang")
    assert origin_of(review, review.state.document.chapters[0].id) is None
