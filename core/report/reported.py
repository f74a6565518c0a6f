"""What a report is about: findings with the files and lines that they are shown at; knows no format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.checks.finding import Finding, Severity
from core.model import EntryId, Episode
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection


@dataclass(frozen=True, slots=True)
class Place:
    """A file as it was given, and a 1-based line if one is meant."""

    file: str
    line: int | None


@dataclass(frozen=True)
class Reported:
    """Findings, the worst first, and where they are."""

    episode: Episode
    findings: Sequence[Finding]
    document: str = ""  # the file of the document, empty where only sources were looked at
    line: Callable[[Finding], int | None] = lambda _: None  # of the document

    def place(self, finding: Finding) -> Place | None:
        """Where to look first: in the document if it stands there, else in the sources."""
        if (line := self.line(finding)) is not None:
            return Place(self.document, line)
        if finding.chunk is not None and (file := self.episode.by_key[finding.chunk].file):
            return Place(file, finding.line)
        return Place(self.document, None) if self.document else None

    def sources(self, finding: Finding) -> list[Place]:
        """Where the entries stand that it is about, and their counterparts."""
        entries = [self.episode.entries[entry] for entry in dict.fromkeys((*finding.entries, *finding.related))]
        places = (Place(self.episode.by_key[entry.chunk].file, entry.line) for entry in entries)
        return [place for place in places if place.file and place != self.place(finding)]

    def text(self, finding: Finding) -> str:
        """The message, with the words of the first entry that it is about."""
        words = next(iter(self._words(finding.entries)), "")
        return f"{finding.message}: {words}" if words else str(finding.message)

    def _words(self, entries: Sequence[EntryId]) -> list[str]:
        return [self.episode.entries[entry].text for entry in entries]


def of_inspection(inspection: Inspection) -> Reported:
    """What ``inspect`` reports."""
    return Reported(inspection.opened.episode, worst_first(inspection.findings))


def of_audit(audit: Audit) -> Reported:
    """What ``check`` reports."""
    return Reported(audit.opened.episode, worst_first(audit.findings), audit.file, audit.line)


def worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings by severity and rule, else in their order."""
    return tuple(sorted(findings, key=lambda finding: (finding.rule.severity.value, finding.rule.id)))


def total(findings: Sequence[Finding]) -> str:
    """How many of each severity."""
    counts = [(severity.name.lower(), sum(f.rule.severity is severity for f in findings)) for severity in Severity]
    parts = [f"{count} {name}" if count == 1 else f"{count} {name}s" for name, count in counts if count]
    return f"Total: {', '.join(parts)}." if parts else "Total: nothing to look at."
