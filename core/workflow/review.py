"""A review: the session with all that is computed from it, kept up to date edit by edit.

The window and the command line hold one of these; nothing else keeps merges, verdicts, fates or findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from core.checks.homes import Changed, Homes, Ledger, fate
from core.editing.edit import Edit
from core.editing.session import ReviewSession, StateChange
from core.messages import Message
from core.model import ChunkKey, EntryId, Fate, ItemId, Merge, ReviewState, Verdict, verdict
from core.reading.transcript import Cue
from core.work import Work, finished

if TYPE_CHECKING:
    from core.checks.finding import Finding
    from core.checks.findings import Findings

Answer = Enum("Answer", "OPEN ACCEPTED REJECTED DISMISSED")


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What subscribers of a review hear."""

    before: ReviewState
    after: ReviewState
    changed: Changed  # chapters and entries that an edit touched; of new merges, the entries they are about


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks found about one state."""

    state: ReviewState
    homes: Homes
    findings: Findings


class Review:
    """The state, and everything computed from it and from the merges that detection proposes.

    The checks run from the beginning, or else from ``judge`` on, so that a window can be painted before them.
    """

    def __init__(
        self,
        session: ReviewSession,
        merges: Iterable[Merge] = (),
        *,
        transcript: Sequence[Cue] = (),
        is_judged: bool = True,
    ) -> None:
        self.session = session
        self.homes = Homes(session.state.document)
        state = session.state
        self._fates = {entry: fate(entry, state, self.homes) for entry in state.episode.entries}
        self._counts = Counter(self._fates.values())
        self._transcript = transcript
        self._clocks: Mapping[ChunkKey, int] = {}
        self._findings: Findings | None = None
        self._merges_of: dict[EntryId, tuple[Merge, ...]] = {}
        self._verdicts: dict[tuple[EntryId, ...], Verdict] = {}  # by members
        self.merges: tuple[Merge, ...] = ()
        self._subscribers: list[Callable[[ReviewChange], None]] = []
        self._take(merges, {})
        session.subscribe(self._on_session_change)
        if is_judged:
            self.judge()

    @property
    def state(self) -> ReviewState:
        """The state now."""
        return self.session.state

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, answered ones too; ask ``answer`` what became of one."""
        return self._findings.all() if self._findings is not None else ()

    def findings_of(self, chapter: ItemId) -> tuple[Finding, ...]:
        """The findings about one chapter of the document."""
        return self._findings.of_chapter(chapter) if self._findings is not None else ()

    @property
    def ledger(self) -> Ledger:
        """The totals of all fates."""
        strays = sum(len(chunk.strays) for chunk in self.state.episode.chunks)
        return Ledger.of(self._counts, strays)

    def fate(self, entry: EntryId) -> Fate:
        """What became of an entry."""
        return self._fates[entry]

    def verdict(self, merge: Merge) -> Verdict:
        """What was decided about a merge."""
        if merge.members not in self._verdicts:
            self._verdicts[merge.members] = verdict(merge, self.homes.of(merge.members), self.state.apart)
        return self._verdicts[merge.members]

    def merges_of(self, entry: EntryId) -> tuple[Merge, ...]:
        """The merges that an entry is a member of."""
        return self._merges_of.get(entry, ())

    def answer(self, finding: Finding) -> Answer:
        """What was decided about a finding."""
        if finding.id in self.state.dismissed:
            return Answer.DISMISSED
        if finding.merge is None:
            return Answer.OPEN
        return _ANSWERS[self.verdict(finding.merge)]

    def set_merges(self, merges: Iterable[Merge], clocks: Mapping[ChunkKey, int] | None = None) -> None:
        """Take what detection found; the state does not change.

        ``clocks`` are the offsets that would set the clocks of chunks right.
        """
        before = frozenset(self._merges_of)
        self._take(merges, clocks or {})
        touched = before | frozenset(self._merges_of)
        self._tell(ReviewChange(self.state, self.state, Changed((), (), touched)))

    def judge(self) -> None:
        """Run the checks, and keep their findings up to date from now on."""
        self.take_judged(finished(self.judging()))

    def judging(self) -> Work[Judged]:
        """Run the checks on the state of this moment, beside whatever happens meanwhile; for ``take_judged``."""
        state = self.state
        yield 0.0
        # They bring phrase lists and patterns that the first paint can wait for.
        from core.checks.findings import Findings  # noqa: PLC0415
        from core.checks.table import CHECKS  # noqa: PLC0415

        homes, start = Homes(state.document), self.session.start.document
        return Judged(state, homes, Findings(CHECKS, state, homes, start=start, transcript=self._transcript))

    def take_judged(self, judged: Judged) -> None:
        """Take what the checks found, brought up to the state of now, and keep it up to date."""
        state, findings = self.state, judged.findings
        if judged.state is not state:
            findings.update(judged.state, state, _changed(judged.state, state, judged.homes), self.homes)
        findings.set_detected(state, self.merges, self._clocks)
        self._findings = findings
        self._tell(ReviewChange(state, state, Changed(state.document.chapters, (), frozenset())))

    def do(self, edit: Edit, *, burst: str | None = None) -> None:
        """Do an edit; raises EditError and then nothing has changed."""
        self.session.apply(edit, burst=burst)

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self.session.undo()

    def redo(self) -> bool:
        """Do the last undone step again; False if there is none."""
        return self.session.redo()

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back."""
        return self.session.undo_label

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again."""
        return self.session.redo_label

    def subscribe(self, hear: Callable[[ReviewChange], None]) -> Callable[[], None]:
        """Hear of each change from now on; the result ends it."""
        self._subscribers.append(hear)
        return lambda: self._subscribers.remove(hear)

    def _take(self, merges: Iterable[Merge], clocks: Mapping[ChunkKey, int]) -> None:
        self.merges = tuple(merges)
        self._merges_of = {}
        self._verdicts = {}
        for merge in self.merges:
            for entry in merge.members:
                self._merges_of[entry] = (*self._merges_of.get(entry, ()), merge)
        self._clocks = clocks
        if self._findings is not None:
            self._findings.set_detected(self.state, self.merges, clocks)

    def _on_session_change(self, change: StateChange) -> None:
        before, after = change.before, change.after
        changed = _changed(before, after, self.homes)
        for entry in changed.entries:
            self._counts[self._fates[entry]] -= 1
            self._fates[entry] = fate(entry, after, self.homes)
            self._counts[self._fates[entry]] += 1
            for merge in self._merges_of.get(entry, ()):
                self._verdicts.pop(merge.members, None)
        if self._findings is not None:
            self._findings.update(before, after, changed, self.homes)
        self._tell(ReviewChange(before, after, changed))

    def _tell(self, change: ReviewChange) -> None:
        for hear in tuple(self._subscribers):
            hear(change)


_ANSWERS = {Verdict.PENDING: Answer.OPEN, Verdict.ACCEPTED: Answer.ACCEPTED, Verdict.REJECTED: Answer.REJECTED}


def _changed(before: ReviewState, after: ReviewState, homes: Homes) -> Changed:
    """What differs between two states; ``homes`` follow to the later one."""
    moved = homes.update(after.document)
    entries = moved.entries | _differing(before.dropped, after.dropped)
    if before.apart is not after.apart:
        entries |= frozenset(entry for pair in before.apart ^ after.apart for entry in pair)
    return Changed(moved.chapters, moved.gone, entries)


def _differing(before: Mapping[EntryId, str], after: Mapping[EntryId, str]) -> frozenset[EntryId]:
    if before is after:
        return frozenset()
    return frozenset(dict(before.items() ^ after.items()))
