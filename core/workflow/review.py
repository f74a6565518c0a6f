"""A review: the session with all that is computed from it, kept up to date edit by edit.

The window and the command line hold one of these; nothing else keeps merges, verdicts, fates or findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from core.checks.homes import Changed, Homes, Ledger, fate
from core.editing.edit import Edit
from core.editing.session import ReviewSession, StateChange
from core.identity import unlike
from core.messages import Message
from core.model import ChunkKey, EntryId, Fate, FindingId, ItemId, Merge, ReviewState, Verdict, verdict
from core.reading.transcript import Cue
from core.work import Work, finished
from core.workflow.proposed import Proposed

if TYPE_CHECKING:
    from core.checks.finding import Finding
    from core.checks.findings import Findings

_MANY = 200
__all__ = ["Answer", "Judged", "News", "Proposed", "Review", "ReviewChange", "Standing", "standing_in"]

Answer = Enum("Answer", "OPEN ACCEPTED REJECTED DISMISSED")


@dataclass(frozen=True, slots=True)
class News:
    """What became of the findings.

    Attributes:
        gone: Findings that are no more.
        come: New ones, and ones that say something else now.
        answered: Ones whose answer may be another.
        is_anew: So many that it may be quicker to look at all of them again.
    """

    gone: Collection[FindingId] = ()
    come: Sequence[Finding] = ()
    answered: Collection[FindingId] = ()
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What subscribers of a review hear; ``before`` is ``after`` where only what is computed became known."""

    before: ReviewState
    after: ReviewState
    changed: Changed  # chapters and entries that an edit touched; of new merges, the entries they are about
    news: News = field(default_factory=News)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the entries stand in one state, and what became of them."""

    homes: Homes
    fates: dict[EntryId, Fate]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks found about one state."""

    state: ReviewState
    homes: Homes
    findings: Findings


class Review:
    """The state, and everything computed from it and from the merges that detection proposes.

    The checks run from the beginning, or else from ``judge`` on, so that a window can be painted before them.

    Attributes:
        waits_from: What checks say of a change of so many chapters, and of any, comes after it, a piece at a time:
            somebody calls ``go_on`` while it ``is_behind``. None: it comes with every change.
    """

    def __init__(
        self,
        session: ReviewSession,
        merges: Iterable[Merge] = (),
        *,
        transcript: Sequence[Cue] = (),
        is_judged: bool = True,
        standing: Standing | None = None,
    ) -> None:
        self.session = session
        stand = standing or finished(standing_in(session.state))
        self.homes, self._fates = stand.homes, stand.fates
        self._counts = Counter(self._fates.values())
        self._transcript = transcript
        self._findings: Findings | None = None
        self.waits_from: int | None = None
        self._behind: Work[None] | None = None  # what the checks have still to look at
        self._looking = Lock()  # workers ask for findings too, and only one thread may look
        self._untold: frozenset[ItemId] = frozenset()  # the chapters that it is about, until their findings are told
        self._verdicts: dict[tuple[EntryId, ...], Verdict] = {}  # by members
        self._proposed = Proposed()
        self._subscribers: list[Callable[[ReviewChange], None]] = []
        session.subscribe(self._on_session_change)
        if found := tuple(merges):
            self._proposed = finished(self.proposing(found))
        if is_judged:
            self.judge()

    @classmethod
    def making(cls, session: ReviewSession, *, transcript: Sequence[Cue] = (), is_judged: bool = True) -> Work[Review]:
        """A review without merges, a piece at a time; nobody may edit meanwhile."""
        standing = yield from standing_in(session.state)
        for chapter in session.state.document.chapters:
            yield 1.0
            _ = chapter.span, chapter.top_span, chapter.note_count  # a window asks for all of them when it is shown
        review = cls(session, transcript=transcript, is_judged=False, standing=standing)
        if is_judged:
            review.take_judged((yield from review.judging()))
        return review

    @property
    def state(self) -> ReviewState:
        """The state now."""
        return self.session.state

    @property
    def transcript(self) -> Sequence[Cue]:
        """What was spoken, as far as it is known."""
        return self._transcript

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, answered ones too; ask ``answer`` what became of one."""
        self._catch_up()
        return self._findings.all() if self._findings is not None else ()

    def findings_of(self, chapter: ItemId) -> tuple[Finding, ...]:
        """The findings about one chapter of the document."""
        return self._findings.of_chapter(chapter) if self._findings is not None else ()

    @property
    def is_behind(self) -> bool:
        """Whether findings are still to be told of a large change."""
        return bool(self._untold)

    def go_on(self, budget_s: float) -> None:
        """Look at more of a large change, for about so long; at its end the findings are told."""
        if self._untold and self._has_looked(budget_s):
            state, untold, self._untold = self.state, self._untold, frozenset[ItemId]()
            chapters = tuple(chapter for chapter in state.document.chapters if chapter.id in untold)
            self._tell(ReviewChange(state, state, Changed(chapters, (), frozenset()), self._with_news(News())))

    def _has_looked(self, budget_s: float) -> bool:
        """Look for about so long; whether that was all."""
        until = perf_counter() + budget_s
        if not self._looking.acquire(timeout=budget_s):
            return False
        try:
            while self._behind is not None:
                if next(self._behind, None) is None:
                    self._behind = None
                elif perf_counter() >= until:
                    return False
        finally:
            self._looking.release()
        return True

    def _catch_up(self) -> None:
        """Look at all of a large change now; it is still told by ``go_on``."""
        with self._looking:
            behind, self._behind = self._behind, None
            if behind is not None:
                finished(behind)

    @property
    def ledger(self) -> Ledger:
        """The totals of all fates."""
        return Ledger.of(self._counts, self.state.episode.stray_count)

    def fate(self, entry: EntryId) -> Fate:
        """What became of an entry."""
        return self._fates[entry]

    def verdict(self, merge: Merge) -> Verdict:
        """What was decided about a merge."""
        if merge.members not in self._verdicts:
            self._verdicts[merge.members] = verdict(merge, self.homes.of(merge.members), self.state.apart)
        return self._verdicts[merge.members]

    @property
    def merges(self) -> tuple[Merge, ...]:
        """What detection proposes."""
        return self._proposed.merges

    def merges_of(self, entry: EntryId) -> Sequence[Merge]:
        """The merges that an entry is a member of."""
        return self._proposed.merges_of.get(entry, ())

    def partners(self, entries: Iterable[EntryId]) -> set[EntryId]:
        """All members of the merges that some of the entries are members of."""
        return {member for entry in entries for merge in self.merges_of(entry) for member in merge.members}

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
        self.take_proposed(finished(self.proposing(tuple(merges), clocks)))

    def proposing(self, merges: tuple[Merge, ...], clocks: Mapping[ChunkKey, int] | None = None) -> Work[Proposed]:
        """Make ready what detection found, beside whatever happens meanwhile; for ``take_proposed``."""
        return Proposed.making(self.state.episode, merges, clocks or {}, self._proposed)

    def take_proposed(self, proposed: Proposed) -> None:
        """Take what detection found; the state does not change."""
        self._catch_up()
        state = self.state
        touched, news = self._take(proposed.within(state.episode))
        self._tell(ReviewChange(state, state, Changed((), (), touched), self._with_news(news)))

    def take_some(self, proposed: Proposed, most: int) -> bool:
        """Take at most so many merges more of what detection found; True when that was all."""
        proposed = proposed.within(self.state.episode)
        piece = proposed.towards(self._proposed, most)
        self.take_proposed(piece)
        return piece is proposed

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

        homes = yield from Homes.making(state.document)
        start = self.session.start.document
        findings = yield from Findings.making(CHECKS, state, homes, start=start, transcript=self._transcript)
        return Judged(state, homes, findings)

    def take_judged(self, judged: Judged) -> None:
        """Take what the checks found, brought up to the state of now, and keep it up to date."""
        self._catch_up()
        state, gone = self.state, [finding.id for finding in self.findings]
        self._findings = judged.findings
        self._findings.update(state, _changed(judged.state, state, judged.homes), self.homes)
        self._findings.set_merges(tuple(self._proposed.findings.values()), self._proposed.clocks)
        self._findings.news()  # all is news
        changed = Changed(state.document.chapters, (), frozenset())
        self._tell(ReviewChange(state, state, changed, News(gone, self.findings, is_anew=True)))

    def do(self, edit: Edit, *, burst: str | None = None, after: ReviewState | None = None) -> None:
        """Do an edit, see ``ReviewSession.apply``; raises EditError and then nothing has changed."""
        self.session.apply(edit, burst=burst, after=after)

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

    def _take(self, proposed: Proposed) -> tuple[frozenset[EntryId], News]:
        """Take what is proposed; the result are the entries of merges that are others now, and the news of these."""
        others, gone, come = proposed.changed(self._proposed)
        self._proposed = proposed
        for members in others:
            self._verdicts.pop(members, None)
        touched = frozenset(entry for members in others for entry in members)
        if self._findings is None:
            return touched, News()
        self._findings.set_merges(tuple(proposed.findings.values()), proposed.clocks)
        return touched, News(gone, come)

    def _with_news(self, news: News) -> News:
        """The same, and what became of the other findings."""
        if self._findings is None or self._behind is not None:
            return news
        told = self._findings.news()
        gone, come = (*news.gone, *told.gone), (*news.come, *told.come)
        return News(gone, come, news.answered, is_anew=len(gone) + len(come) > _MANY)

    def _on_session_change(self, change: StateChange) -> None:
        self._catch_up()
        before, after, news = change.before, change.after, News()
        changed = _changed(before, after, self.homes)
        if before.episode is not after.episode:
            touched, news = self._take(self._proposed.within(after.episode))
            changed = replace(changed, entries=changed.entries | touched)
        for entry in changed.entries:
            self._count(entry, after)
        answered = set(_differing(before.dismissed, after.dismissed))
        for merge in {id(merge): merge for entry in changed.entries for merge in self.merges_of(entry)}.values():
            self._verdicts.pop(merge.members, None)
            answered.add(self._proposed.findings[merge.members].id)
        if self._findings is not None:
            work = self._findings.updating(after, changed, self.homes)
            if changed.chapters and self.waits_from is not None and len(changed.chapters) >= self.waits_from:
                self._behind, self._untold = work, self._untold.union(chapter.id for chapter in changed.chapters)
            else:
                finished(work)
        self._tell(ReviewChange(before, after, changed, self._with_news(replace(news, answered=answered))))

    def _count(self, entry: EntryId, state: ReviewState) -> None:
        was = self._fates.pop(entry, None)
        if was is not None:
            self._counts[was] -= 1
        if entry in state.episode.entries:
            self._fates[entry] = now = fate(entry, state, self.homes)
            self._counts[now] += 1

    def _tell(self, change: ReviewChange) -> None:
        for hear in tuple(self._subscribers):
            hear(change)


_ANSWERS = {Verdict.PENDING: Answer.OPEN, Verdict.ACCEPTED: Answer.ACCEPTED, Verdict.REJECTED: Answer.REJECTED}


def standing_in(state: ReviewState) -> Work[Standing]:
    """Where the entries stand, a piece at a time."""
    homes = yield from Homes.making(state.document)
    fates: dict[EntryId, Fate] = {}
    for at, chunk in enumerate(state.episode.chunks):
        yield at / len(state.episode.chunks)
        fates.update((entry.id, fate(entry.id, state, homes)) for entry in chunk.entries)
    return Standing(homes, fates)


def _changed(before: ReviewState, after: ReviewState, homes: Homes) -> Changed:
    """What differs between two states; ``homes`` follow to the later one."""
    moved = homes.update(after.document)
    entries = moved.entries | _differing(before.dropped, after.dropped)
    if before.apart is not after.apart:
        entries |= frozenset(entry for pair in before.apart ^ after.apart for entry in pair)
    if before.episode is not after.episode:
        old, new = unlike(before.episode.chunks, after.episode.chunks)
        chunks = (*before.episode.chunks[old], *after.episode.chunks[new])
        entries |= frozenset(entry.id for chunk in chunks for entry in chunk.entries)
    return Changed(moved.chapters, moved.gone, entries)


_Id = TypeVar("_Id", bound=str)


def _differing(before: Mapping[_Id, str], after: Mapping[_Id, str]) -> frozenset[_Id]:
    """The keys that only one has, or that stand for something else."""
    if before is after:
        return frozenset()
    return frozenset(dict(before.items() ^ after.items()))
