"""What detection proposes, made ready for a review: by entry, and as findings. Knows nothing of what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from core.model import ChunkKey, EntryId, Episode, FindingId, Merge
from core.work import Work

if TYPE_CHECKING:
    from core.checks.finding import Finding

Members = tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """Merges of one episode.

    Attributes:
        findings: By members; each with an id of its own.
        made: The same, before their ids were numbered.
        clocks: The offsets that would set the clocks of chunks right.
        episode: What they were found in.
    """

    merges: tuple[Merge, ...] = ()
    merges_of: Mapping[EntryId, Sequence[Merge]] = field(default_factory=dict[EntryId, Sequence[Merge]])
    findings: Mapping[Members, Finding] = field(default_factory=dict[Members, "Finding"])
    made: Mapping[Members, Finding] = field(default_factory=dict[Members, "Finding"])
    clocks: Mapping[ChunkKey, int] = field(default_factory=dict[ChunkKey, int])
    episode: Episode | None = None

    @classmethod
    def making(
        cls, episode: Episode, merges: tuple[Merge, ...], clocks: Mapping[ChunkKey, int], before: Proposed
    ) -> Work[Proposed]:
        """Make ready what detection found, a merge at a time; what is as ``before`` is taken from there."""
        yield 0.0
        from core.checks.catalogue import numbered  # noqa: PLC0415 - they bring what the first paint can wait for
        from core.checks.table import of_merge  # noqa: PLC0415

        made: dict[Members, Finding] = {}
        merges_of: dict[EntryId, list[Merge]] = {}
        for at, merge in enumerate(merges):
            yield at / len(merges)
            old = before.made.get(merge.members)
            made[merge.members] = old if old is not None and old.merge == merge else of_merge(episode, merge)
            for entry in merge.members:
                merges_of.setdefault(entry, []).append(merge)
        return cls(merges, merges_of, dict(zip(made, numbered(made.values()), strict=True)), made, clocks, episode)

    def within(self, episode: Episode) -> Proposed:
        """What is about entries that are still the episode's: a chunk may have been revised meanwhile."""
        strangers = () if episode is self.episode else self.merges_of.keys() - episode.entries.keys()
        if not strangers:
            return self
        from core.checks.catalogue import numbered  # noqa: PLC0415 - see above

        gone = {merge.members for entry in strangers for merge in self.merges_of[entry]}
        merges_of = dict(self.merges_of)
        for entry in {entry for members in gone for entry in members}:
            merges_of[entry] = [merge for merge in merges_of[entry] if merge.members not in gone]
        merges_of = {entry: merges for entry, merges in merges_of.items() if merges}
        made = {members: finding for members, finding in self.made.items() if members not in gone}
        merges = tuple(merge for merge in self.merges if merge.members not in gone)
        findings = dict(zip(made, numbered(made.values()), strict=True))
        return Proposed(merges, merges_of, findings, made, self.clocks, episode)

    def towards(self, before: Proposed, most: int) -> Proposed:
        """What ``before`` was with at most so many merges more, those of this that it did not have; at last this one.

        What is told of in pieces can be shown in pieces, none of which takes long.
        """
        news = _others(self.findings, before.findings)
        if len(news) <= most:
            return self
        taken = {members: self.made[members] for members in news[:most] if members not in before.findings}
        merges_of = dict(before.merges_of)
        merges = tuple(merge for finding in taken.values() if (merge := finding.merge) is not None)
        for merge in merges:
            for entry in merge.members:
                merges_of[entry] = (*merges_of.get(entry, ()), merge)
        findings = {**before.findings, **{members: self.findings[members] for members in taken}}
        if not taken:  # they are there and only look different
            findings |= {members: self.findings[members] for members in news[:most]}
        return Proposed(
            (*before.merges, *merges), merges_of, findings, {**before.made, **taken}, before.clocks, self.episode
        )

    def changed(self, before: Proposed) -> tuple[set[Members], list[FindingId], list[Finding]]:
        """The members of merges that came, went or are others now; the findings that are no more; those that came."""
        old, new = before.findings, self.findings
        come = _others(new, old)
        others = {*come, *(old.keys() - new.keys())}
        gone = {old[members].id for members in others if members in old} - {new[members].id for members in come}
        return others, list(gone), [new[members] for members in come]


def _others(new: Mapping[Members, Finding], old: Mapping[Members, Finding]) -> list[Members]:
    """Those that were not there, or not as the same object; there are many, and this runs for each piece of them."""
    return list(compress(new, map(is_not, new.values(), map(old.get, new))))
