"""The rules that the final document keeps, each with what is found against it now. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from core.checks.table import CHECKS
from core.messages import Message
from core.model import FindingId, Tier
from core.presenting.queue import Queue, QueueItem
from core.workflow.repairs import has_repair

Standing = Enum("Standing", "KEPT BROKEN CHECKING")


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """One thing that the final document promises, and the findings (by their rules' ids) that speak against it."""

    id: str
    words: Message
    by: tuple[str, ...]


RULES: tuple[DocumentRule, ...] = (
    DocumentRule("title", Message("Title of the episode"), ("NS401",)),
    DocumentRule("summary", Message("Three summary lines"), ("NS402",)),
    DocumentRule("headings", Message("Chapter headings"), ("NS403",)),
    DocumentRule("times", Message("A time on every note"), ("NS404", "NS507")),
    DocumentRule("order", Message("Order of time"), ("NS301", "NS303")),
    DocumentRule("quotes", Message("Quotes word for word"), ("NS503", "NS504")),
    DocumentRule("facts", Message("Nothing invented"), ("NS505", "NS506")),
    DocumentRule("duplicates", Message("Nothing said twice"), ("NS201", "NS202")),
    DocumentRule("omitted", Message("Nothing left out"), ("NS501", "NS502", "NS508", "NS106")),
    DocumentRule("language", Message("One language"), ("NS105",)),
    DocumentRule("sections", Message("No other section"), ("NS405",)),
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it stands now.

    Attributes:
        open: How many findings speak against it and are not answered.
        fixable: Those of them that can be set right without a decision, in the order of the queue.
    """

    rule: DocumentRule
    standing: Standing
    open: int = 0
    fixable: tuple[FindingId, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of findings that it is about."""
        return kinds_of(self.rule)


def rule_lines(queue: Queue | None, *, is_detecting: bool = False) -> tuple[RuleLine, ...]:
    """All rules; without a queue, and where duplicates are still looked for, it cannot be told yet."""
    if queue is None:
        return tuple(RuleLine(rule, Standing.CHECKING) for rule in RULES)
    left = {group.kind: group.left for group in queue.groups}
    fixable = _fixable(queue.items)
    return tuple(_line(rule, left, fixable, is_detecting=is_detecting) for rule in RULES)


def kinds_of(rule: DocumentRule) -> frozenset[str]:
    """The kinds of findings that speak against a rule."""
    return frozenset(check.rule.kind for check in CHECKS if check.rule.id in rule.by)


def _line(
    rule: DocumentRule, left: Mapping[str, int], fixable: Mapping[str, list[FindingId]], *, is_detecting: bool
) -> RuleLine:
    kinds = kinds_of(rule)
    count = sum(left.get(kind, 0) for kind in kinds)
    if count:
        found = tuple(finding for kind in sorted(kinds) for finding in fixable.get(kind, ()))
        return RuleLine(rule, Standing.BROKEN, count, found)
    is_waiting = is_detecting and "NS201" in rule.by
    return RuleLine(rule, Standing.CHECKING if is_waiting else Standing.KEPT)


def _fixable(items: Iterable[QueueItem]) -> Mapping[str, list[FindingId]]:
    """By kind, the open findings that need no decision: those with a repair, and merges that detection is sure of."""
    found: dict[str, list[FindingId]] = {}
    for item in items:
        merge = item.finding.merge
        is_sure = merge.tier is Tier.CERTAIN if merge else has_repair(item.finding)
        if item.is_open and is_sure:
            found.setdefault(item.kind, []).append(item.id)
    return found
