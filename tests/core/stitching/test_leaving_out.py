"""One member of a merge is left out: it stands by itself, the others can still be merged, and undo brings all back."""

from __future__ import annotations

from collections import Counter

import pytest
from chunk_builder import chunk, episode
from hypothesis import given
from hypothesis import strategies as st
from review_strategies import edits, merges, states

from core.checks.homes import Homes, fate
from core.editing.edits import Edit
from core.editing.session import ReviewSession
from core.errors import EditError
from core.messages import Message
from core.model import Block, EntryId, Fate, Merge, ReviewState, SourceChunk, Tier, Verdict, blocks_of, verdict, walk
from core.stitching import propose
from core.stitching.candidate import candidate
from core.workflow.review import Review

COPIES = (
    chunk(1, "# One", "00:10 intro", "00:20 a"),
    chunk(2, "# Two", "00:20 b in full", "  00:21 b1", "00:30 other"),
    chunk(3, "# Three", "00:22 c", "  00:23 c1", "00:40 end"),
)
A, B, C = EntryId("1:3"), EntryId("2:2"), EntryId("3:2")
ALL = Merge((B, A, C), 0.7, Tier.LIKELY, also=frozenset({frozenset({A, C})}))
TOGETHER_ONLY = Merge((B, A, C), 0.7, Tier.LIKELY)


def review(*chunks: SourceChunk) -> ReviewState:
    read = episode(*chunks)
    return ReviewState(read, candidate(read))


def after(state: ReviewState, *made: Edit | None) -> ReviewState:
    for edit in made:
        assert edit is not None
        state = edit.apply(state)
    return state


def judged(state: ReviewState, merge: Merge = ALL) -> Verdict:
    return verdict(merge, Homes(state.document).of(merge.members), state.apart)


def sources(state: ReviewState) -> set[tuple[EntryId, ...]]:
    return {block.sources for block in blocks_of(state.document)}


def block_of(state: ReviewState, entry: EntryId) -> Block:
    (home,) = state.document.homes(entry)
    return state.document.block(state.document.find(home))


def test_one_left_out_does_not_decide_about_the_others() -> None:
    state = review(*COPIES)
    assert judged(after(state, propose.leave_out(state, ALL, C))) is Verdict.PENDING


def test_accepting_merges_all_but_the_one_left_out() -> None:
    state = review(*COPIES)
    state = after(state, propose.leave_out(state, ALL, C))
    done = after(state, propose.accept(state, ALL))
    assert {(B, A), (C,)} <= sources(done)
    assert judged(done) is Verdict.ACCEPTED


def test_accepting_many_respects_what_was_left_out() -> None:
    state = review(*COPIES)
    state = after(state, propose.leave_out(state, ALL, A))
    done = after(state, propose.accept_all(state, [ALL], Message("merge the certain ones")))
    assert {(B, C), (A,)} <= sources(done)


def test_with_the_canonical_left_out_the_next_one_takes_its_place() -> None:
    state = review(*COPIES)
    state = after(state, propose.leave_out(state, ALL, B))
    assert judged(state) is Verdict.PENDING
    done = after(state, propose.accept(state, ALL))
    assert {(A, C), (B,)} <= sources(done)
    assert judged(done) is Verdict.ACCEPTED


def test_what_only_the_canonical_held_together_falls_apart_without_it() -> None:
    state = review(*COPIES)
    state = after(state, propose.leave_out(state, TOGETHER_ONLY, B))
    assert judged(state, TOGETHER_ONLY) is Verdict.REJECTED
    assert propose.accept_all(state, [TOGETHER_ONLY], Message("merge the certain ones")) is None


@pytest.mark.parametrize("left_out", [A, B, C])
@pytest.mark.parametrize("merge", [ALL, TOGETHER_ONLY])
def test_a_merged_one_left_out_again_has_a_block_with_its_own_words(left_out: EntryId, merge: Merge) -> None:
    state = review(*COPIES)
    state = after(state, propose.accept(state, merge))
    done = after(state, propose.leave_out(state, merge, left_out))
    for entry in merge.members:
        block, own = block_of(done, entry), done.episode.entries[entry]
        assert (block.text, block.time_s) == (own.text, own.time_s) or block.sources[0] != entry
    assert block_of(done, left_out).sources == (left_out,)
    assert judged(done, merge) is (Verdict.REJECTED if (merge, left_out) == (TOGETHER_ONLY, B) else Verdict.ACCEPTED)


def test_what_the_canonical_held_together_gets_a_block_each() -> None:
    state = review(*COPIES)
    state = after(state, propose.accept(state, TOGETHER_ONLY))
    assert {(A,), (B,), (C,)} <= sources(after(state, propose.leave_out(state, TOGETHER_ONLY, B)))


def test_what_stood_beneath_it_comes_along() -> None:
    state = review(*COPIES)
    state = after(state, propose.accept(state, ALL))
    assert [child.text for child in block_of(state, B).children] == ["b1", "c1"]
    done = after(state, propose.leave_out(state, ALL, C))
    assert [child.text for child in block_of(done, B).children] == ["b1"]
    assert [child.text for child in block_of(done, C).children] == ["c1"]


def test_leaving_out_what_is_merged_gives_the_document_back_as_it_was() -> None:
    state = review(chunk(1, "# One", "00:10 a", "00:20 b", "  00:21 b1"), chunk(2, "00:22 c", "  00:23 c1", "00:40 d"))
    pair = Merge((EntryId("1:3"), EntryId("2:1")), 0.7, Tier.LIKELY)
    done = after(state, propose.accept(state, pair))
    done = after(done, propose.leave_out(done, pair, EntryId("2:1")))
    shown = [[(path, block.text) for path, block in walk(c.blocks)] for c in done.document.chapters]
    assert shown == [[(path, block.text) for path, block in walk(c.blocks)] for c in state.document.chapters]


def test_it_goes_back_beneath_the_note_that_it_stood_beneath() -> None:
    state = review(chunk(1, "# One", "00:10 a", "  00:11 a1"), chunk(2, "# Two", "00:11 x"))
    pair = Merge((EntryId("2:2"), EntryId("1:3")), 0.7, Tier.LIKELY)
    done = after(state, propose.accept(state, pair))
    done = after(done, propose.leave_out(done, pair, EntryId("1:3")))
    assert [child.text for child in block_of(done, EntryId("1:2")).children] == ["a1"]


def test_the_editors_words_stay_with_the_others() -> None:
    state = review(*COPIES)
    state = after(state, propose.accept(state, ALL))
    state = after(state, propose.edit_text(state, block_of(state, B).id, "in my words"))
    done = after(state, propose.leave_out(state, ALL, B))
    assert (block_of(done, A).text, block_of(done, B).text) == ("in my words", "b in full")


def test_of_two_members_leaving_one_out_is_keeping_both() -> None:
    pair = Merge((B, A), 0.7, Tier.LIKELY)
    state = review(*COPIES)
    assert propose.leave_out(state, pair, A).apply(state).apart == propose.keep_apart(pair).apply(state).apart


def test_the_words_of_the_one_left_out_take_it_in_again() -> None:
    state = review(*COPIES)
    state = after(state, propose.leave_out(state, ALL, C))
    done = after(state, propose.accept(state, ALL, words_of=C))
    assert (C, B, A) in sources(done)


def test_what_was_rejected_can_still_be_accepted_by_hand() -> None:
    state = review(*COPIES)
    state = after(state, propose.keep_apart(ALL))
    done = after(state, propose.accept(state, ALL))
    assert (B, A, C) in sources(done)
    assert judged(done) is Verdict.ACCEPTED


def test_leaving_out_is_one_step_back() -> None:
    session = ReviewSession(review(*COPIES))
    session.state = after(session.state, propose.accept(session.state, ALL))
    before = session.state
    session.apply(propose.leave_out(before, ALL, B))
    session.undo()
    assert session.state == before


@given(states(), st.data())
def test_whatever_is_left_out_the_ledger_adds_up_and_nothing_is_lost(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    taken = Review(ReviewSession(state), found)
    for _ in range(data.draw(st.integers(1, 10))):
        if not found or data.draw(st.booleans()):
            made = data.draw(edits(taken.state))
        else:
            merge = data.draw(st.sampled_from(found))
            leave = propose.leave_out(taken.state, merge, data.draw(st.sampled_from(merge.members)))
            made = data.draw(st.sampled_from([propose.accept(taken.state, merge), leave]))
        before = taken.ledger.lost
        try:
            if made is not None:
                taken.do(made)
        except EditError:
            continue
        assert taken.ledger.lost <= before or "sources" in str(made.label if made else "")
        if data.draw(st.integers(0, 4)) == 0:
            taken.undo()
    fates = Counter(fate(entry, taken.state, taken.homes) for entry in taken.state.episode.entries)
    assert fates.total() == taken.ledger.entries == len(taken.state.episode.entries)
    assert fates[Fate.LOST] == taken.ledger.lost


@given(states(), st.data())
def test_one_left_out_stands_by_itself_and_the_rest_can_be_accepted(state: ReviewState, data: st.DataObject) -> None:
    found = data.draw(merges(state.episode))
    if not found:
        return
    merge = found[0]
    if data.draw(st.booleans()):
        state = after(state, propose.accept(state, merge))
    left_out = data.draw(st.sampled_from(merge.members))
    state = propose.leave_out(state, merge, left_out).apply(state)
    edit = propose.accept_all(state, [merge], Message("merge"))
    state = edit.apply(state) if edit else state
    homes = Homes(state.document)
    assert all(set(homes.get(left_out)).isdisjoint(homes.get(m)) for m in merge.members if m != left_out)
    left = len(merge.members) - 1 if left_out != merge.canonical else 1
    assert judged(state, merge) is (Verdict.ACCEPTED if left > 1 else Verdict.REJECTED)
