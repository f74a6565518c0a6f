"""Findings and totals as one JSON object, the contract that pipelines rely on; members that do not apply are left out.

Decides nothing: it says what the workflow found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.checks.finding import Finding
from core.checks.homes import Ledger
from core.errors import NotestitchError
from core.model import EntryId, Episode, ItemId, SourceChunk
from core.report.reported import worst_first
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection
from core.workflow.merging import Merged, document_lines

VERSION = 1
JsonObject = Mapping[str, object]
LineOf = Callable[[Finding], int | None]  # the line of the document that a finding is about


def inspected(inspection: Inspection) -> str:
    """What ``inspect`` found."""
    return _object(_report(inspection.opened.episode, inspection.findings, _nowhere))


def merged(result: Merged) -> str:
    """What ``merge`` did, and what is left to decide."""
    lines = document_lines(result.review)
    report = _report(result.opened.episode, result.open_findings, lambda found: lines.get(found.block or ItemId("")))
    return _object({**report, "ledger": _ledger(result.review.ledger)})


def checked(audit: Audit) -> str:
    """What ``check`` found."""
    report = _report(audit.opened.episode, worst_first(audit.findings), audit.line)
    return _object({**report, "ledger": _ledger(audit.review.ledger)})


def _nowhere(_: Finding) -> None:
    """Where there is no document."""


def failed(code: str, message: str, *, file: str | None = None, line: int | None = None) -> str:
    """That nothing came of it, and why."""
    return _object({"version": VERSION, "error": _present(code=code, message=message, file=file, line=line)})


def failed_with(error: NotestitchError) -> str:
    """As ``failed``, for an error of the core."""
    return failed(error.code, str(error.message), file=error.file, line=error.line)


def _object(members: JsonObject) -> str:
    return json.dumps(members, ensure_ascii=False, indent=1) + "\n"


def _report(episode: Episode, findings: Iterable[Finding], line_of: LineOf) -> JsonObject:
    head = _present(title=episode.title, language=episode.language or None, description=episode.description or None)
    return {
        "version": VERSION,
        "episode": head,
        "chunks": [_chunk(chunk) for chunk in episode.chunks],
        "findings": [_finding(finding, episode, line_of) for finding in findings],
    }


def _chunk(chunk: SourceChunk) -> JsonObject:
    start_s, end_s = chunk.span or (None, None)
    return _present(
        chunk=chunk.number,
        name=chunk.name,
        file=chunk.file or None,
        status="ok" if chunk.entries else "no-notes",
        notes=len(chunk.notes),
        quotes=len(chunk.quotes),
        start_s=start_s,
        end_s=end_s,
    )


def _finding(finding: Finding, episode: Episode, line_of: LineOf) -> JsonObject:
    chunk = episode.by_key[finding.chunk] if finding.chunk else None
    return _present(
        id=finding.id,
        rule=finding.rule.id,
        kind=finding.rule.kind,
        severity=finding.rule.severity.name.lower(),
        message=str(finding.message),
        **_proposal(finding),
        entries=_entries(finding.entries, episode),
        related=_entries(finding.related, episode),
        chunk=chunk.number if chunk else None,
        file=(chunk.file or None) if chunk else None,
        line=finding.line,
        start_s=finding.start_s,
        end_s=finding.end_s,
        document_line=line_of(finding),
    )


def _proposal(finding: Finding) -> JsonObject:
    if finding.merge is None:
        return {}
    reasons = [
        {"name": reason.name, "value": _rounded(reason.value), "text": str(reason.message)}
        for reason in finding.merge.reasons
    ]
    return {"tier": finding.merge.tier.name.lower(), "score": _rounded(finding.merge.score), "reasons": reasons}


def _entries(ids: Sequence[EntryId], episode: Episode) -> list[JsonObject] | None:
    entries = [episode.entries[entry] for entry in ids]
    chunks = episode.by_key
    return [
        _present(
            chunk=chunks[entry.chunk].number,
            file=chunks[entry.chunk].file or None,
            line=entry.line,
            time_s=entry.time_s,
            text=entry.text,
        )
        for entry in entries
    ] or None


def _ledger(ledger: Ledger) -> JsonObject:
    return {
        "entries": ledger.entries,
        "kept": ledger.kept,
        "merged": ledger.merged,
        "edited": ledger.edited,
        "dropped": ledger.dropped,
        "lost": ledger.lost,
        "stray_lines": ledger.stray_lines,
    }


def _present(**members: object) -> JsonObject:
    return {name: value for name, value in members.items() if value is not None}


def _rounded(value: float) -> float:
    return round(value, 4)
