"""What was read, found and decided as text for a terminal: the worst first, a total last; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.checks.finding import Finding, Rule, Severity
from core.checks.homes import Ledger
from core.messages import Message
from core.model import Chapter, EntryId, Episode, SourceChunk
from core.reading.files import Notice
from core.report.columns import WIDTH, cut, shown, table
from core.report.reported import Reported, of_audit, total
from core.timecode import TimeStyle, written
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection
from core.workflow.merging import Merged

_MOST_PLACES = 5  # named of the findings of one rule
_DRAFTS = "The summary lines are drafts: read them before the document goes out."


def inspected(inspection: Inspection) -> str:
    """What ``inspect`` found, by severity and rule."""
    episode, findings = inspection.opened.episode, inspection.findings
    return _text(
        _head(episode),
        _notices(inspection.opened.notices),
        _section("Chunks", _chunks(episode)),
        *(_of_severity(severity, findings, episode) for severity in Severity),
        [total(findings)],
    )


def checked(audit: Audit) -> str:
    """What ``check`` found, by severity and rule, each at its line."""
    episode, findings = audit.opened.episode, audit.findings
    return _text(
        [audit.file],
        _notices(audit.opened.notices),
        _section("Entries", _ledger(audit.review.ledger)),
        *(_of_severity(severity, findings, episode, of_audit(audit)) for severity in Severity),
        [total(findings)],
    )


def merged(result: Merged, path: str) -> str:
    """Where ``merge`` wrote, what became of the entries, and what is left to decide."""
    state, findings = result.review.state, result.open_findings
    return _text(
        [f"Written to {path}"],
        _notices(result.opened.notices),
        _section("Entries", _ledger(result.review.ledger)),
        _section("Chapters", _chapters(state.document.chapters, state.episode.style)),
        _section("Left to decide", _left(findings, state.episode)),
        [_DRAFTS, total(findings)],
    )


def merged_aside(result: Merged) -> str:
    """What people should know beside a report for programs."""
    return _text(_notices(result.opened.notices), [_DRAFTS])


def exported(path: str, of: Iterable[Notice], doubts: Iterable[Message]) -> str:
    """Where ``export`` wrote, and what should be known about it."""
    return _text([f"Written to {path}"], _notices(of), [f"Note: {doubt}" for doubt in doubts])


def notices(of: Iterable[Notice]) -> str:
    """What people should know about the input, though it could be read; empty if there is nothing."""
    lines = _notices(of)
    return _text(lines) if lines else ""


def harmless(text: str) -> str:
    """A text of several lines that cannot act on a terminal."""
    return _text(text.split("\n"))


def _text(*parts: Sequence[str]) -> str:
    """The parts that say something, a blank line between them."""
    blocks = ("\n".join(shown(line) for line in part) for part in parts if part)
    return "\n\n".join(blocks) + "\n"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [title, *(f"  {line}" if line else "" for line in lines)] if lines else []


def _head(episode: Episode) -> list[str]:
    notes = sum(len(chunk.notes) for chunk in episode.chunks)
    quotes = sum(len(chunk.quotes) for chunk in episode.chunks)
    spans = [span for chunk in episode.chunks if (span := chunk.span)]
    facts = [_counted(len(episode.chunks), "chunk"), _counted(notes, "note"), _counted(quotes, "quote")]
    if spans:
        facts.append(_range((min(span[0] for span in spans), max(span[1] for span in spans)), episode.style))
    files = {chunk.file for chunk in episode.chunks}
    return [episode.title, ", ".join(facts), *(files if len(files) == 1 and files != {""} else ())]


def _notices(notices: Iterable[Notice]) -> list[str]:
    places = ((notice, notice.file + (f":{notice.line}" if notice.line else "")) for notice in notices)
    return [f"Note: {place}: {notice.message}" if place else f"Note: {notice.message}" for notice, place in places]


def _chunks(episode: Episode) -> list[str]:
    has_files = len({chunk.file for chunk in episode.chunks}) > 1
    rows = [_chunk(chunk, episode.style, has_file=has_files) for chunk in episode.chunks]
    return table([("", "", "notes", "quotes", ""), *rows], right=[2, 3])


def _chunk(chunk: SourceChunk, style: TimeStyle, *, has_file: bool) -> tuple[str, ...]:
    counts = (str(len(chunk.notes)), str(len(chunk.quotes))) if chunk.entries else ("none", "")
    return (chunk.name, _range(chunk.span, style), *counts, chunk.file if has_file else "")


def _of_severity(
    severity: Severity, findings: Sequence[Finding], episode: Episode, report: Reported | None = None
) -> list[str]:
    of_rules = _by_rule(finding for finding in findings if finding.rule.severity is severity)
    lines: list[str] = []
    for rule, found in of_rules.items():
        lines += ["", f"{rule.id} {rule.kind}"] if lines else [f"{rule.id} {rule.kind}"]
        lines += (f"  {line}" for line in _of_rule(found, episode, report))
    return _section(f"{severity.name.capitalize()}s", lines)


def _of_rule(findings: Sequence[Finding], episode: Episode, report: Reported | None) -> list[str]:
    heads = table([(_shown_place(finding, episode, report), str(finding.message)) for finding in findings])
    lines: list[str] = []
    for head, finding in zip(heads, findings, strict=True):
        lines += [head, *(f"    {detail}" for detail in _details(finding, episode))]
    return lines


def _details(finding: Finding, episode: Episode) -> list[str]:
    """The entries' words, of a merge with their places and the reasons."""
    rows = _entries(finding.entries, episode)
    if finding.merge is None:
        return [cut(shown(row[-1]), WIDTH - 8) for row in rows]
    reasons = "; ".join(str(reason.message) for reason in finding.merge.reasons)
    return [*(cut(shown(line), WIDTH - 8) for line in table(rows)), *([reasons] if reasons else [])]


def _entries(ids: Iterable[EntryId], episode: Episode) -> list[tuple[str, str, str]]:
    entries = (episode.entries[entry] for entry in ids)
    return [
        (
            "" if entry.time_s is None else written(entry.time_s, episode.style),
            f"{episode.by_key[entry.chunk].name}, line {entry.line}",
            entry.text,
        )
        for entry in entries
    ]


def _ledger(ledger: Ledger) -> list[str]:
    counts = {"kept": ledger.kept, "merged": ledger.merged, "edited": ledger.edited}
    counts |= {"dropped": ledger.dropped, "lost": ledger.lost}
    rows = [("read", str(ledger.entries)), *((name, str(count)) for name, count in counts.items() if count)]
    if ledger.stray_lines:
        rows.append(("stray lines", str(ledger.stray_lines)))
    return table(rows, right=[1])


def _chapters(chapters: Sequence[Chapter], style: TimeStyle) -> list[str]:
    rows = [(str(number), _range(chapter.span, style), chapter.title) for number, chapter in enumerate(chapters, 1)]
    return table(rows, right=[0]) if rows else []


def _left(findings: Sequence[Finding], episode: Episode) -> list[str]:
    """One line for each rule: how often, and where first."""
    rows: list[tuple[str, str, str]] = []
    for rule, found in _by_rule(findings).items():
        places = [_moment(finding, episode) for finding in found]
        more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
        rows.append((f"{rule.id} {rule.kind}", str(len(found)), ", ".join(places[:_MOST_PLACES]) + more))
    return table(rows, right=[1]) if rows else []


def _by_rule(findings: Iterable[Finding]) -> Mapping[Rule, list[Finding]]:
    """The findings of each rule, the worst rules first."""
    found: dict[Rule, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: (one.rule.severity.value, one.rule.id)):
        found.setdefault(finding.rule, []).append(finding)
    return found


def _shown_place(finding: Finding, episode: Episode, report: Reported | None) -> str:
    """In the document by its line, in the sources by chunk and line."""
    line = report.line(finding) if report else None
    return _place(finding, episode) if line is None else f"line {line}"


def _place(finding: Finding, episode: Episode) -> str:
    if finding.chunk is None:
        return "the whole document"
    name = episode.by_key[finding.chunk].name
    return name if finding.line is None else f"{name}, line {finding.line}"


def _moment(finding: Finding, episode: Episode) -> str:
    if finding.start_s is None:
        return _place(finding, episode)
    span = (finding.start_s, finding.start_s if finding.end_s is None else finding.end_s)
    return _range(span, episode.style)


def _range(span: tuple[int, int] | None, style: TimeStyle) -> str:
    if span is None:
        return ""
    start, end = (written(second, style) for second in span)
    return start if start == end else f"{start}–{end}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
