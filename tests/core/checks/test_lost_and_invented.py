from __future__ import annotations

from chunk_builder import chunk, episode
from merged_text import against, reviewed, rules

from core.checks.table import repair
from core.stitching import propose

SOURCES = episode(
    chunk(
        1,
        "00:10 the fleet has many robots in the north",
        "00:20 rain stops every one of them",
        "> 00:30 we stay at home then — Ilse",
    )
)
BODY = (
    "- [00:10] the fleet has many robots in the north",
    "- [00:20] rain stops every one of them",
    "",
    '> "[00:30] we stay at home then" — Ilse',
)


def test_a_whole_document_has_lost_nothing() -> None:
    assert rules(SOURCES, *BODY) == []


def test_a_note_that_is_missing_is_lost() -> None:
    found = against(SOURCES, BODY[0], *BODY[2:])
    assert [(f.rule.id, f.line) for f in found if f.rule.id != "NS508"] == [("NS501", 2)]


def test_a_quote_that_is_missing_is_lost() -> None:
    assert [(f.rule.id, f.line) for f in against(SOURCES, *BODY[:2])] == [("NS502", 3)]


def test_a_lost_note_is_brought_in_at_its_time() -> None:
    review = reviewed(SOURCES, BODY[1], *BODY[2:])
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS501"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert [block.time_s for block in review.state.document.chapters[0].blocks] == [10, 20, 30]
    assert review.ledger.lost == 0


def test_a_reworded_note_is_not_lost() -> None:
    body = ("- [00:10] in the north the fleet runs many robots", "- [00:20] each of them is stopped by rain", *BODY[2:])
    assert rules(SOURCES, *body) == []


def test_two_notes_told_as_one_are_not_lost() -> None:
    body = ("- [00:10] the fleet has many robots in the north, and rain stops every one of them", *BODY[2:])
    assert [rule for rule in rules(SOURCES, *body) if rule != "NS508"] == []


def test_a_note_split_in_two_is_told_once() -> None:
    sources = episode(chunk(1, "00:10 the tower is forty meters high and its lens was made by a glazier in Paris"))
    body = ("- [00:10] the tower is forty meters high", "  - [00:10] its lens was made by a glazier in Paris")
    assert rules(sources, *body) == []


def test_a_note_that_nobody_made_is_invented_and_gets_no_other_finding() -> None:
    body = (*BODY[:2], "- [00:05] eine Bäckerei in Lissabon verkauft Kuchen und das ist nicht alles", *BODY[2:])
    assert rules(SOURCES, *body) == ["NS505"]


def test_an_invented_quote_is_taken_out_again() -> None:
    review = reviewed(SOURCES, *BODY, "", '> "[00:35] the moon is made of green cheese" — Ilse')
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS505"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert "NS505" not in {finding.rule.id for finding in review.findings}


def test_a_note_of_the_editor_is_not_invented() -> None:
    review = reviewed(SOURCES, *BODY)
    home = review.homes.get(SOURCES.chunks[0].entries[0].id)[0]
    review.do(propose.add_note(review.state, home, "sponsored by a baker"))
    assert "NS505" not in {finding.rule.id for finding in review.findings}


def test_a_note_told_twice_is_a_duplicate() -> None:
    assert rules(SOURCES, BODY[0], *BODY) == ["NS201"]


def test_a_quote_told_twice_is_a_duplicate_and_one_is_dropped() -> None:
    review = reviewed(SOURCES, *BODY, "", BODY[3])
    (found,) = [finding for finding in review.findings if finding.rule.id == "NS202"]
    edit = repair(review.state, found)
    assert edit is not None
    review.do(edit)
    assert "NS202" not in {finding.rule.id for finding in review.findings}
    assert review.ledger.lost == review.ledger.dropped == 0


def test_nested_notes_may_lose_their_nesting_and_time_styles_may_change() -> None:
    sources = episode(chunk(1, "1:00:10 the parent of all", "  1:00:15 a child beneath it"))
    assert (
        rules(
            sources,
            "- [60:10] the parent of all",
            "- [60:15] a child beneath it",
            heading="## Chapter 1: P (60:00-61:00)\n\n",
        )
        == []
    )
