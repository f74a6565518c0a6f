"""The findings in their places, with an ordinal in the ids of those that would be equal; tells what came and went.

Knows nothing of checks, and of places only their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from core.checks.finding import Finding
from core.model import FindingId

Place = tuple[int, str]  # a scope, and what in it: a chunk, a chapter
_Placed = tuple[Place, Finding]


@dataclass(frozen=True, slots=True)
class News:
    """Which findings are no more, and which are new or say something else now."""

    gone: Sequence[FindingId] = ()
    come: Sequence[Finding] = ()


class Catalogue:
    """The findings of each place; ``news`` tells what became of them since it was last asked."""

    def __init__(self, order: Callable[[Place], tuple[int, int]]) -> None:
        self._order = order
        self._places: dict[Place, tuple[Finding, ...]] = {}
        self._alike: dict[FindingId, Sequence[_Placed]] = {}  # those whose ids are equal before they are numbered
        self._told: dict[FindingId, Sequence[Finding]] = {}  # these, numbered, as they were last told
        self._stale: set[FindingId] = set()

    def put(self, place: Place, findings: Iterable[Finding]) -> None:
        """These are the findings of a place now."""
        old, new = self._places.get(place, ()), tuple(findings)
        if old == new:
            return
        if new:
            self._places[place] = new
        else:
            del self._places[place]
        for finding in dict.fromkeys(finding.id for finding in old):
            self._set(finding, [placed for placed in self._alike[finding] if placed[0] != place])
        added: dict[FindingId, list[_Placed]] = {}
        for finding in new:
            added.setdefault(finding.id, []).append((place, finding))
        for finding, placed in added.items():
            self._set(finding, [*self._alike.get(finding, ()), *placed])

    def news(self) -> News:
        """What came and went since this was last asked."""
        gone, come = list[FindingId](), list[Finding]()
        for finding in self._stale:
            old = {one.id: one for one in self._told.get(finding, ())}
            self._told[finding] = self._numbered(self._alike.get(finding, ()))
            new = {one.id: one for one in self._told[finding]}
            gone += (key for key in old if key not in new)
            come += (one for key, one in new.items() if old.get(key) != one)
            if not new:
                del self._told[finding]
        self._stale.clear()
        return News(gone, come)

    def all(self) -> tuple[Finding, ...]:
        """All findings in the order of their places, each with an id of its own."""
        return numbered(f for place in sorted(self._places, key=self._order) for f in self._places[place])

    def at(self, place: Place) -> tuple[Finding, ...]:
        """The findings of a place; their ids are not numbered."""
        return self._places.get(place, ())

    def _set(self, finding: FindingId, placed: Sequence[_Placed]) -> None:
        self._stale.add(finding)
        if placed:
            self._alike[finding] = placed
        else:
            del self._alike[finding]

    def _numbered(self, placed: Sequence[_Placed]) -> Sequence[Finding]:
        if len(placed) < 2:
            return [finding for _, finding in placed]
        return numbered(finding for _, finding in sorted(placed, key=lambda one: self._order(one[0])))


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with an ordinal in the ids of those that would be equal."""
    seen: dict[FindingId, int] = {}
    result: list[Finding] = []
    for finding in findings:
        ordinal = seen.get(finding.id, 0)
        seen[finding.id] = ordinal + 1
        result.append(replace(finding, id=FindingId(f"{finding.id}-{ordinal}")) if ordinal else finding)
    return tuple(result)
