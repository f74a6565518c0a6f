"""The evidence: the words that matter are marked, and each copy says where it is from."""

from __future__ import annotations

import pytest
from chunk_builder import chunk, episode

from core.detection.vetoes import vetoes
from core.messages import Message
from core.model import ChunkKey, Entry, EntryId, Kind, Merge, Reason, Tier
from core.presenting.evidence import Context, Evidence, evidence_of, origin_of
from core.presenting.queue import Queue
from core.reading.document import read_document
from core.text.phrases import phrases
from core.workflow import propose
from core.workflow.auditing import attached
from core.workflow.exporting import exported
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
    veto = Reason("different-numbers", -1.0, Message("different numbers: 9, 10"))
    shown = evidence(review_of("9 lamps", "10 lamps", Reason("time", 0.0, Message("same second")), veto))
    assert [str(message) for message in shown.reasons] == ["same second"]
    assert [str(message) for message in shown.against] == ["different numbers: 9, 10"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("31 % of the lamps were lit", "13 % of the lamps were lit"),
        ("they saw Berlin and the sea", "they saw Madrid and the sea"),
        ("the lamp is lit every night", "the lamp is not lit every night"),
        ("they plan to light the lamp", "they lit the lamp"),
        (
            "the lamp was lit by the harbour",
            "the lamp was lit by the harbour while crews unloaded crates of herring",
        ),
    ],
)
def test_every_veto_of_detection_is_shown_as_one(left: str, right: str) -> None:
    one, other = (
        Entry(EntryId(f"{n}:2"), ChunkKey(str(n)), Kind.NOTE, 2, 10, text) for n, text in enumerate((left, right), 1)
    )
    found = list(vetoes(one, other, phrases()))
    assert found
    shown = evidence(review_of(left, right, *found))
    assert (shown.reasons, shown.against) == ((), tuple(reason.message for reason in found))


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


def test_nothing_is_called_marked_where_words_were_only_added() -> None:
    review = review_of("the lamp was lit at nine", "somebody sang")
    home = review.homes.get(EntryId("1:2"))[0]
    edit = propose.edit_text(review.state, home, "the lamp was lit at nine o'clock")
    assert edit is not None
    review.do(edit)
    shown = origin_of(review, home)
    assert shown is not None
    assert (marked(shown), shown.marks) == ([[]], None)


def test_a_chapter_has_no_origin() -> None:
    review = review_of("a lamp", "somebody sang")
    assert origin_of(review, review.state.document.chapters[0].id) is None


# ------------------------------------------------------------------------------------------------------------ around it


def family() -> Review:
    """Two chunks that overlap in a parent, each with a child, and a third that says it once more."""
    chunks = (
        chunk(1, "# A", "00:08 before", "00:10 the lamp", "    00:12 it was lit", "00:14 behind"),
        chunk(2, "# B", "00:10 a lamp", "    00:13 it burned"),
        chunk(3, "# C", "00:10 lamp"),
    )
    made = built(episode(*chunks, language="en"))
    members = tuple(map(EntryId, ("1:3", "2:2", "3:2")))
    made.set_merges([Merge(members, 0.9, Tier.CERTAIN, (), frozenset({frozenset(members[1:])}))])
    return made


def test_a_copy_is_shown_between_its_neighbours() -> None:
    assert evidence(family()).copies[0].context == Context("", "before", "it was lit")


def test_a_child_is_shown_beneath_its_parent() -> None:
    review = family()
    shown = origin_of(review, review.homes.get(EntryId("1:4"))[0])
    assert shown is not None
    assert shown.copies[0].context == Context("the lamp", "", "behind")


def test_a_quote_is_shown_beneath_the_note_that_it_illustrates() -> None:
    words = "We spent five months trying to fix the main pump"
    left = chunk(1, "# A", "00:08 They spent five months on the main pump", "00:09 Rain", f"> 00:10 {words} — Ann")
    right = chunk(2, "# B", f"> 00:10 {words} — Ann")
    made = built(episode(left, right, language="en"))
    made.set_merges([Merge((EntryId("1:4"), EntryId("2:2")), 0.9, Tier.CERTAIN, ())])
    assert evidence(made).copies[0].context == Context("They spent five months on the main pump", "Rain", "")


def test_it_is_said_what_a_merge_will_do() -> None:
    assert [str(message) for message in evidence(family()).outcome] == [
        "words of chunk 1 at 00:10",
        "notes moving along: 1",
    ]


def test_a_decided_one_tells_of_no_outcome() -> None:
    review = family()
    review.do(propose.keep_apart(review.merges[0]))
    assert evidence(review).outcome == ()


def test_a_copy_that_was_left_out_says_so() -> None:
    review = family()
    review.do(propose.leave_out(review.state, review.merges[0], EntryId("3:2")))
    assert [copy.is_left_out for copy in evidence(review).copies] == [False, False, True]


def test_of_a_rejected_merge_no_copy_is_called_left_out() -> None:
    review = family()
    review.do(propose.keep_apart(review.merges[0]))
    assert not any(copy.is_left_out for copy in evidence(review).copies)


def test_the_reason_of_a_dismissal_is_told() -> None:
    review = built(episode(chunk(1, "# A", "00:10 the lamp", "09:00 the ship"), language="en"))
    item = next(item for item in Queue(review).items if item.kind == "coverage-gap")
    review.do(propose.dismiss(item.id, "a pause"))
    item = next(each for each in Queue(review).items if each.id == item.id)
    assert str(evidence_of(review, item).verdict) == "All right as it is: a pause"


def test_a_finding_in_a_source_says_in_which_line() -> None:
    review = built(episode(chunk(1, "# A", "00:10 the lamp", "? what is this"), language="en"))
    item = next(item for item in Queue(review).items if item.kind == "stray-line")
    assert str(evidence_of(review, item).place[0]).endswith("line 3")


def test_it_is_said_what_a_repair_will_do() -> None:
    review = built(episode(chunk(1, "# A", "00:10 the lamp", "00:20 the sea", "00:30 the ship"), language="en"))
    move = propose.move_down(review.state, review.state.document.chapters[0].blocks[0].id)
    assert move is not None
    review.do(move)
    item = next(item for item in Queue(review).items if item.kind == "out-of-order")
    assert [str(message) for message in evidence_of(review, item).outcome] != []


def altered() -> Evidence:
    """What is shown of a quote of which one word was changed."""
    sources = episode(chunk(1, "# Fog", "00:10 the lamp is lit", "> 00:11 it is never dark — Ilse"))
    text = exported(built(sources)).decode().replace("never", "always")
    review = Review(attached(sources, read_document(text)))
    return evidence_of(review, next(item for item in Queue(review).items if item.kind == "altered-quote"))


def test_what_the_document_says_stands_above_what_its_source_says() -> None:
    assert [(str(copy.origin), copy.text) for copy in altered().copies] == [
        ("In the document", "it is always dark"),
        ("Chunk 1", "it is never dark"),
    ]


def test_the_one_word_that_was_changed_is_marked_in_both() -> None:
    assert marked(altered()) == [["always"], ["never"]]


def test_an_origin_says_the_line_and_the_chapter() -> None:
    review = built(episode(chunk(1, "# A", "00:10 the lamp"), language="en"))
    shown = origin_of(review, review.homes.get(EntryId("1:2"))[0])
    assert shown is not None
    assert [str(message) for message in shown.place][-1] == "chapter 1: A"
    assert str(shown.place[0]).endswith("line 2")
