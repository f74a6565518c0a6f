"""A review: the session with all that is computed from it, kept up to date edit by edit.

The window and the command line hold one of these; nothing else keeps merges, verdicts, fates or findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from core.checks.homes import Changed, Homes, Ledger, fate
from core.editing.edit import Edit
from core.editing.session import ReviewSession, StateChange
from core.errors import EditError
from core.messages import Message
from core.model import ChunkKey, EntryId, Fate, ItemId, Merge, ReviewState, Verdict, verdict
from core.reading.transcript import Cue
from core.work import Work, finished
from core.workflow.proposed import Proposed
from core.workflow.review_change import News, ReviewChange, changed_between, differing, joined
from core.workflow.review_steps import Way

if TYPE_CHECKING:
    from core.checks.finding import Finding
    from core.checks.findings import Findings

_MANY = 200
_TOLD_AT_ONCE = 1000  # chapters
__all__ = ["Answer", "Judged", "News", "Proposed", "Review", "ReviewChange", "Standing", "standing_in"]

Answer = Enum("Answer", "OPEN ACCEPTED REJECTED DISMISSED")


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
        most: A change of more blocks or decisions is followed in steps of so many, at ``go_on`` too: the session has
            it at once, ``state`` is on the way there, and nothing can be done until it has arrived, but undo and redo.
            None: every change is one step.
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
        self.most: int | None = None
        self._way: Way | None = None  # to the session's state, until it has arrived
        self._unseen = Changed((), (), frozenset())  # by the checks, until it has arrived
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
        """The state now: the session's, but while a large change is followed."""
        return self.session.state if self._way is None else self._way.now

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
        """Whether there is more of a large change, to be followed or to be told of."""
        return self.is_on_the_way or bool(self._untold)

    @property
    def is_on_the_way(self) -> bool:
        """Whether ``state`` is not yet what the session holds."""
        return self._way is not None

    @property
    def share(self) -> float:
        """How much of the way is done."""
        return 1.0 if self._way is None else self._way.share

    def go_on(self, budget_s: float) -> None:
        """Take one step more of a large change, or look at more of it, for about so long; then tell what is found."""
        if self._way is not None:
            self._step(self._way)
        elif self._untold and self._has_looked(budget_s):
            state, untold = self.state, self._untold
            told = frozenset([*untold][:_TOLD_AT_ONCE])
            self._untold = untold - told
            chapters = tuple(chapter for chapter in state.document.chapters if chapter.id in told)
            self._tell(ReviewChange(state, state, Changed(chapters, (), frozenset()), self._with_news(News())))

    def turn_back(self) -> None:
        """Go back to where a large change began; like every step it can be done again."""
        if self._way is not None:
            _ = self.redo() if self._way.is_back else self.undo()

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
        self._findings.update(state, changed_between(judged.state, state, judged.homes), self.homes)
        self._findings.set_merges(tuple(self._proposed.findings.values()), self._proposed.clocks)
        self._findings.news()  # all is news
        changed = Changed(state.document.chapters, (), frozenset())
        self._tell(ReviewChange(state, state, changed, News(gone, self.findings, is_anew=True)))

    def do(self, edit: Edit, *, burst: str | None = None, after: ReviewState | None = None) -> None:
        """Do an edit, see ``ReviewSession.apply``; raises EditError and then nothing has changed."""
        if self._way is not None:
            raise EditError(Message("a large change is being taken in; wait until it is there, or stop it"))
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
        here = change.before if self._way is None else self._way.now
        self._way = Way(here, change.after, self.most, is_back=change.step == "undo")
        self._step(self._way)

    def _step(self, way: Way) -> None:
        """Take a step on the way, and tell of it."""
        before, after = way.now, way.go()
        changed, news = self._followed(before, after)
        self._unseen = joined(self._unseen, changed)
        if after is self.session.state:
            self._way = None
            changed = self._look_at(after, changed)
        self._tell(ReviewChange(before, after, changed, self._with_news(news)))

    def _followed(self, before: ReviewState, after: ReviewState) -> tuple[Changed, News]:
        """What differs, and what of the answers may."""
        changed, news = changed_between(before, after, self.homes), News()
        if before.episode is not after.episode:
            touched, news = self._take(self._proposed.within(after.episode))
            changed = replace(changed, entries=changed.entries | touched)
        for entry in changed.entries:
            self._count(entry, after)
        answered = set(differing(before.dismissed, after.dismissed))
        for merge in {id(merge): merge for entry in changed.entries for merge in self.merges_of(entry)}.values():
            self._verdicts.pop(merge.members, None)
            answered.add(self._proposed.findings[merge.members].id)
        return changed, replace(news, answered=answered)

    def _look_at(self, state: ReviewState, last: Changed) -> Changed:
        """Let the checks look at all that was touched on the way, or begin to; the result is what can be told of."""
        changed, self._unseen = self._unseen, Changed((), (), frozenset())
        if self._findings is None:
            return last
        work = self._findings.updating(state, changed, self.homes)
        if changed.chapters and self.waits_from is not None and len(changed.chapters) >= self.waits_from:
            self._behind, self._untold = work, self._untold.union(chapter.id for chapter in changed.chapters)
            return last
        finished(work)
        return changed

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
