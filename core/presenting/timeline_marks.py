"""Findings as signs at their times: how many stand where, and what they say. Free of Qt.

Only times are kept, in order, so that a change costs what changed and a drawing asks only for what it draws.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from enum import Enum
from time import perf_counter

from core.checks.finding import Finding
from core.checks.titles import title_of
from core.messages import Message
from core.model import Episode, FindingId
from core.workflow.review import Answer, News, Review

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
_MANY = 200  # more findings than this are worked off in idle moments
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
        self._begin()

    @property
    def is_complete(self) -> bool:
        """Whether every finding has its sign as it is now."""
        return not self._waiting

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """The findings that are stretches, not signs."""
        return tuple(self._gaps.values())

    def grow(self, budget_s: float) -> None:
        """Work out more signs, for about so long."""
        end = perf_counter() + budget_s
        more: dict[Sign, dict[bool, list[int]]] = {sign: {True: [], False: []} for sign in Sign}
        while self._waiting and perf_counter() < end:
            for key in self._waiting[-_SLICE:]:
                if key not in self._shown and (new := self._made(key)) is not None:
                    self._shown[key] = new
                    more[new[1]][new[2]].append(new[0])
            del self._waiting[-_SLICE:]
        for sign, times in more.items():
            self._times[sign].extend(times)

    def follow(self, news: News) -> frozenset[int] | None:
        """Follow what was found and decided; the times where a sign differs now, None where any may."""
        if news.is_anew:
            self._begin()
            return None
        for finding in news.gone:
            self._findings.pop(finding, None)
            self._gaps.pop(finding, None)
        for finding in news.come:
            self._note(finding)
        touched = set[int]()
        for key in (*news.gone, *(finding.id for finding in news.come), *news.answered):
            touched |= self._set(key, self._made(key))
        return frozenset(touched)

    def state(self, sign: Sign, start_s: float, end_s: float) -> State:
        """Whether the sign stands from one time up to another, and whether any of that is undecided."""
        return self._times[sign].state(start_s, end_s)

    def said(self, start_s: float, end_s: float, most: int = 4) -> tuple[tuple[Message, ...], int]:
        """What the first findings there say, what matters most first, and how many more there are."""
        there = [
            (-sign.value, time_s, key) for key, (time_s, sign, _) in self._shown.items() if start_s <= time_s < end_s
        ]
        there.sort()
        return tuple(self._words(self._findings[key]) for *_, key in there[:most]), max(0, len(there) - most)

    def _words(self, finding: Finding) -> Message:
        words = {"title": title_of(finding.rule.kind), "why": finding.message}
        if self._review.answer(finding) is Answer.OPEN:
            return Message("{title}: {why}", words)
        return Message("{title}, decided: {why}", words)

    def _begin(self) -> None:
        """Take all findings; where they are many, their signs come by ``grow``."""
        self._findings: dict[FindingId, Finding] = {}
        self._gaps: dict[FindingId, Finding] = {}
        self._shown: dict[FindingId, _Shown] = {}
        self._times = {sign: _Times() for sign in Sign}
        for finding in self._review.findings:
            self._note(finding)
        self._waiting = list(self._findings)
        if len(self._waiting) <= _MANY:
            self.grow(1)

    def _note(self, finding: Finding) -> None:
        self._findings[finding.id] = finding
        if finding.rule.kind == GAP:
            self._gaps[finding.id] = finding

    def _made(self, key: FindingId) -> _Shown | None:
        finding = self._findings.get(key)
        if finding is None or finding.rule.kind == GAP:
            return None
        time_s = finding.start_s if finding.start_s is not None else _time_of(finding, self._review.state.episode)
        if time_s is None:
            return None
        return time_s, _SIGNS.get(finding.rule.kind, Sign.SOURCE), self._review.answer(finding) is Answer.OPEN

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
