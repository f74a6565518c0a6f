"""Findings as signs at their times: how many stand where, and what they say. Free of Qt.

Only times are kept, in order, so that a change costs what changed and a drawing asks only for what it draws.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from enum import Enum
from time import perf_counter

from core.checks.finding import Finding
from core.checks.titles import title_of
from core.messages import Message
from core.model import Episode, FindingId
from core.workflow.review import Answer, Review, ReviewChange

Sign = Enum("Sign", "SOURCE ORDER DUPLICATE WORDS LOST")
"""What a finding is about, what matters most last: the sources as they are, the order, something said twice, words
that differ from the sources, something that is missing."""
State = Enum("State", "NONE DECIDED OPEN")

_SIGNS: Mapping[str, Sign] = {
    "duplicate": Sign.DUPLICATE,
    "duplicate-quote": Sign.DUPLICATE,
    "repeated-chunk": Sign.DUPLICATE,
    "out-of-order": Sign.ORDER,
    "chapter-overlap": Sign.ORDER,
    "clock-restart": Sign.ORDER,
    "note-without-time": Sign.ORDER,
    "retimed": Sign.ORDER,
    "altered-quote": Sign.WORDS,
    "changed-speaker": Sign.WORDS,
    "changed-fact": Sign.WORDS,
    "invented": Sign.WORDS,
    "quote-not-in-transcript": Sign.WORDS,
    "lost-note": Sign.LOST,
    "lost-quote": Sign.LOST,
    "chunk-without-notes": Sign.LOST,
    "retention": Sign.LOST,
}
GAP = "coverage-gap"  # drawn as a stretch, not as a sign
_MANY = 200  # so many changes are worked off in idle moments
_SLICE = 200

_Shown = tuple[int, Sign, bool]  # where a finding's sign stands, which, and whether it is undecided


class _Times:
    """The times of one sign, in order."""

    def __init__(self) -> None:
        self._of: dict[bool, list[int]] = {True: [], False: []}

    def add(self, time_s: int, is_open: bool) -> None:
        insort(self._of[is_open], time_s)

    def remove(self, time_s: int, is_open: bool) -> None:
        times = self._of[is_open]
        del times[bisect_left(times, time_s)]

    def extend(self, times: Mapping[bool, list[int]]) -> None:
        for is_open, more in times.items():
            self._of[is_open] += more
            self._of[is_open].sort()

    def state(self, start_s: float, end_s: float) -> State:
        if _is_any(self._of[True], start_s, end_s):
            return State.OPEN
        return State.DECIDED if _is_any(self._of[False], start_s, end_s) else State.NONE


class TimelineMarks:
    """The signs of one review's findings; ``follow`` after each change, ``grow`` while it is not complete."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._found: tuple[Finding, ...] = ()
        self._known: set[int] = set()  # identities of what was found
        self._waiting: list[Finding] = []  # those whose sign is not worked out yet, or not anew
        self._shown: dict[FindingId, _Shown] = {}
        self._of_merges: dict[tuple[str, ...], Finding] = {}
        self._times = {sign: _Times() for sign in Sign}
        self.gaps: tuple[Finding, ...] = ()  # the findings that are stretches
        self._take()

    @property
    def is_complete(self) -> bool:
        """Whether every finding has its sign as it is now."""
        return not self._waiting

    def grow(self, budget_s: float) -> None:
        """Work out more signs, for about so long."""
        end = perf_counter() + budget_s
        more: dict[Sign, dict[bool, list[int]]] = {sign: {True: [], False: []} for sign in Sign}
        while self._waiting and perf_counter() < end:
            for finding in self._waiting[-_SLICE:]:
                new = self._made(finding)
                if finding.id in self._shown:
                    self._set(finding.id, new)
                elif new is not None:
                    self._shown[finding.id] = new
                    more[new[1]][new[2]].append(new[0])
            del self._waiting[-_SLICE:]
        for sign, times in more.items():
            self._times[sign].extend(times)

    def follow(self, change: ReviewChange) -> frozenset[int]:
        """Follow what was found and decided; the times where a sign differs now, but for those that ``grow`` brings."""
        touched = self._take()
        decided = {finding.id: finding for finding in self._decided(change)}
        if len(decided) > _MANY:
            self._waiting += decided.values()
            return frozenset(touched)
        for finding in decided.values():
            touched |= self._set(finding.id, self._made(finding))
        return frozenset(touched)

    def state(self, sign: Sign, start_s: float, end_s: float) -> State:
        """Whether the sign stands from one time up to another, and whether any of that is undecided."""
        return self._times[sign].state(start_s, end_s)

    def said(self, start_s: float, end_s: float, most: int = 4) -> tuple[tuple[Message, ...], int]:
        """What the first findings there say, what matters most first, and how many more there are."""
        there = [
            (-shown[1].value, shown[0], at)
            for at, finding in enumerate(self._found)
            if (shown := self._shown.get(finding.id)) is not None and start_s <= shown[0] < end_s
        ]
        there.sort()
        said = tuple(self._words(self._found[at]) for _, _, at in there[:most])
        return said, max(0, len(there) - most)

    def _words(self, finding: Finding) -> Message:
        words = {"title": title_of(finding.rule.kind), "why": finding.message}
        if self._review.answer(finding) is Answer.OPEN:
            return Message("{title}: {why}", words)
        return Message("{title}, decided: {why}", words)

    def _take(self) -> set[int]:
        """Take what was found anew; the times where a sign differs at once."""
        found, touched = self._review.findings, set[int]()
        if found is self._found:
            return touched
        known = set(map(id, found))
        come = [finding for finding in found if id(finding) not in self._known]
        stay = {finding.id for finding in come}
        gone = [finding for finding in self._found if id(finding) not in known and finding.id not in stay]
        self._found, self._known = found, known
        if any(finding.rule.kind == GAP for finding in (*come, *gone)):
            self.gaps = tuple(finding for finding in found if finding.rule.kind == GAP)
        if self._waiting:
            self._waiting = [finding for finding in self._waiting if id(finding) in known]
        for finding in gone:
            touched |= self._set(finding.id, None)
        is_many = len(come) > _MANY
        for finding in come:
            if finding.merge is not None:
                self._of_merges[finding.merge.members] = finding
            if not is_many or finding.id in self._shown:
                touched |= self._set(finding.id, self._made(finding))
        self._waiting += come if is_many else ()
        return touched

    def _decided(self, change: ReviewChange) -> Iterator[Finding]:
        """The findings whose answer may be another now."""
        for entry in change.changed.entries:
            for merge in self._review.merges_of(entry):
                finding = self._of_merges.get(merge.members)
                if finding is not None and finding.id in self._shown:
                    yield finding
        before, after = change.before.dismissed, change.after.dismissed
        if before is not after:
            other = before.keys() ^ after.keys()
            yield from (finding for finding in self._found if finding.id in other)

    def _made(self, finding: Finding) -> _Shown | None:
        kind = finding.rule.kind
        time_s = finding.start_s if finding.start_s is not None else _time_of(finding, self._review.state.episode)
        if kind == GAP or time_s is None:
            return None
        return time_s, _SIGNS.get(kind, Sign.SOURCE), self._review.answer(finding) is Answer.OPEN

    def _set(self, key: FindingId, new: _Shown | None) -> set[int]:
        """Let a finding show so; the times that this touches."""
        old = self._shown.get(key)
        if old == new:
            return set()
        if old is not None:
            del self._shown[key]
            self._times[old[1]].remove(old[0], old[2])
        if new is not None:
            self._shown[key] = new
            self._times[new[1]].add(new[0], new[2])
        return {shown[0] for shown in (old, new) if shown is not None}


def _time_of(finding: Finding, episode: Episode) -> int | None:
    """When a finding without a time is: the time of its entry, or where its chunk would be."""
    times = (episode.entries[entry].time_s for entry in finding.entries if entry in episode.entries)
    time_s = next((time_s for time_s in times if time_s is not None), None)
    if time_s is not None or finding.chunk is None:
        return time_s
    before: int | None = None
    for chunk in episode.chunks:
        if chunk.span is not None:
            before = chunk.span[0] if chunk.key == finding.chunk else chunk.span[1]
        if chunk.key == finding.chunk:
            break
    return before


def _is_any(times: list[int], start_s: float, end_s: float) -> bool:
    at = bisect_left(times, start_s)
    return at < len(times) and times[at] < end_s
