"""What becomes of the decisions about a chunk when another revision takes its place: each has exactly one outcome.

Knows what was decided in a state; changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from core.messages import Message
from core.model import Block, ChunkKey, Entry, EntryId, FindingId, ItemId, ReviewState
from core.stitching.anchoring import Anchor, Certainty

if TYPE_CHECKING:
    from core.checks.finding import Finding

Outcome = Enum("Outcome", "KEPT MOVED TO_CONFIRM NOT_FOUND")  # the best first
DecisionKind = Enum("DecisionKind", "MERGED EDITED DROPPED KEPT_APART SHIFTED DISMISSED")


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that a person decided about the old revision."""

    kind: DecisionKind
    outcome: Outcome
    what: Message
    entries: tuple[Entry, ...] = ()  # of the old revision, and of other chunks for what concerns both; none: the chunk
    answers: tuple[Entry | None, ...] = ()  # for each of them the entry of now, or the one to be confirmed
    finding: FindingId | None = None  # what was dismissed
    dismissed_as: FindingId | None = None  # its id in the new revision


class Answers:
    """What answers to the entries of chunks that are revised."""

    def __init__(
        self, entries: Iterable[Entry], anchors: Iterable[Anchor], confirmed: Mapping[EntryId, EntryId]
    ) -> None:
        self._old = {entry.id: entry for entry in entries}
        self._anchors = {anchor.old.id: anchor for anchor in anchors}
        self._confirmed = confirmed

    @property
    def old(self) -> Collection[EntryId]:
        """All entries of the old revisions."""
        return self._old.keys()

    @property
    def moved(self) -> Mapping[EntryId, EntryId]:
        """Old to new, for all that are sure or confirmed."""
        return {
            old: anchor.new.id
            for old, anchor in self._anchors.items()
            if self.outcome([old]) in (Outcome.KEPT, Outcome.MOVED)
        }

    def outcome(self, entries: Iterable[EntryId]) -> Outcome:
        """What becomes of a decision about some entries: the worst of them counts."""
        return max((self._outcome(entry) for entry in entries), key=lambda one: one.value, default=Outcome.KEPT)

    def answer(self, entry: Entry) -> Entry | None:
        """The entry of now, None if there is none."""
        if entry.id not in self._old:
            return entry
        anchor = self._anchors.get(entry.id)
        return anchor.new if anchor else None

    def _outcome(self, entry: EntryId) -> Outcome:
        if entry not in self._old:
            return Outcome.KEPT
        anchor = self._anchors.get(entry)
        if anchor is None:
            return Outcome.NOT_FOUND
        if anchor.certainty is Certainty.SAME:
            return Outcome.KEPT
        is_sure = anchor.certainty is Certainty.LIKE or self._confirmed.get(entry) == anchor.new.id
        return Outcome.MOVED if is_sure else Outcome.TO_CONFIRM


def decisions_about(
    state: ReviewState, start: Mapping[ItemId, Block], answers: Answers, offsets: Mapping[ChunkKey, bool]
) -> Iterator[Decision]:
    """What was decided about the entries of the old revisions, but for dismissals.

    Args:
        state: Before the revision.
        start: The blocks as they were before anybody decided.
        answers: What answers to whom.
        offsets: For each old chunk whose clock was corrected, whether the correction is kept.
    """
    for entry in answers.old:
        for kind, what in _about(state, start, state.episode.entries[entry]):
            yield _decision(state, answers, kind, what, (entry,))
    for pair in sorted(map(sorted, state.apart)):
        if any(entry in answers.old for entry in pair):
            yield _decision(state, answers, DecisionKind.KEPT_APART, Message("kept both"), pair)
    for is_kept in offsets.values():
        outcome = Outcome.KEPT if is_kept else Outcome.NOT_FOUND
        yield Decision(DecisionKind.SHIFTED, outcome, Message("clock corrected"))


def dismissals(
    state: ReviewState,
    before: Iterable[Finding],
    after: Iterable[Finding],
    answers: Answers,
    keys: Mapping[ChunkKey, ChunkKey],
) -> Iterator[Decision]:
    """The dismissed findings about the old revisions, and what they are in the new ones.

    Args:
        state: Before the revision.
        before: Its findings.
        after: The findings once everything else is done.
        answers: What answers to whom.
        keys: Old chunk to new.
    """
    moved = answers.moved
    new = {_key(finding, {}, {}): finding.id for finding in after}
    for finding in before:
        if finding.id not in state.dismissed or not _concerns(state, finding, answers, keys):
            continue
        now = new.get(_key(finding, moved, keys))
        outcome = answers.outcome((*finding.entries, *finding.related))
        if outcome in (Outcome.KEPT, Outcome.MOVED):
            outcome = Outcome.NOT_FOUND if now is None else Outcome.KEPT if now == finding.id else Outcome.MOVED
        entries = tuple(state.episode.entries[entry] for entry in finding.entries)
        yield Decision(
            DecisionKind.DISMISSED,
            outcome,
            finding.message,
            entries,
            tuple(map(answers.answer, entries)),
            finding.id,
            now if outcome is Outcome.MOVED else None,
        )


_Key = tuple[str, tuple[EntryId, ...], ItemId | None, ChunkKey | None]


def _key(finding: Finding, moved: Mapping[EntryId, EntryId], keys: Mapping[ChunkKey, ChunkKey]) -> _Key:
    """What a finding is about, whatever its words."""
    chunk = finding.chunk and keys.get(finding.chunk, finding.chunk)
    return finding.rule.id, tuple(moved.get(entry, entry) for entry in finding.entries), finding.block, chunk


def _concerns(state: ReviewState, finding: Finding, answers: Answers, keys: Mapping[ChunkKey, ChunkKey]) -> bool:
    about = [*finding.entries, *finding.related]
    if finding.block is not None and len(path := state.document.find(finding.block)) > 1:
        about += state.document.block(path).sources
    return finding.chunk in keys or any(entry in answers.old for entry in about)


def _decision(
    state: ReviewState, answers: Answers, kind: DecisionKind, what: Message, about: Iterable[EntryId]
) -> Decision:
    entries = tuple(state.episode.entries[entry] for entry in about)
    return Decision(kind, answers.outcome(e.id for e in entries), what, entries, tuple(map(answers.answer, entries)))


def _about(state: ReviewState, start: Mapping[ItemId, Block], entry: Entry) -> Iterator[tuple[DecisionKind, Message]]:
    """What was decided about one entry."""
    homes = state.document.homes(entry.id)
    if not homes:
        if entry.id in state.dropped:
            yield DecisionKind.DROPPED, Message("dropped: {reason}", {"reason": state.dropped[entry.id]})
        return
    block = state.document.block(state.document.find(homes[0]))
    if len(block.sources) > 1:
        yield DecisionKind.MERGED, Message("{count} merged", {"count": len(block.sources)})
    if block.sources[:1] == (entry.id,) and (block.is_edited or _is_retimed(state, start.get(block.id), block, entry)):
        yield DecisionKind.EDITED, Message("edited")


def _is_retimed(state: ReviewState, was: Block | None, block: Block, entry: Entry) -> bool:
    own_s = None if entry.time_s is None else max(0, entry.time_s + state.offsets.get(entry.chunk, 0))
    return block.time_s != own_s and (was is None or was.time_s != block.time_s)
