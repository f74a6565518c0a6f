"""The table of checks: adding a check is adding its file and one line here."""

from __future__ import annotations

from collections.abc import Iterator

from core.checks import (
    chapters,
    chunk_health,
    clocks,
    coverage,
    cut_off,
    doubles,
    duplicates,
    facts,
    head,
    invented,
    language,
    lost,
    order,
    quotes,
    repeated,
    retention,
    retimed,
    sections,
    speakers,
    stray_lines,
    time_style,
    transcript,
    untimed,
)
from core.checks.finding import Check, Finding, HeadCheck, HeadsCheck, MergeCheck, Repair, WholeCheck
from core.editing.edits import Edit
from core.model import Episode, Merge, ReviewState

CHECKS: tuple[Check, ...] = (
    chunk_health.WITHOUT_NOTES,
    coverage.GAP,
    clocks.CLOCK,
    repeated.REPEATED,
    language.HEADINGS_IN_SOURCES,
    language.ENTRIES_IN_SOURCES,
    language.TITLES_IN_DOCUMENT,
    language.BLOCKS_IN_DOCUMENT,
    stray_lines.STRAY_LINE,
    cut_off.CUT_OFF,
    time_style.TIME_STYLE,
    duplicates.DUPLICATE,
    repeated.COPY_TWICE,
    doubles.NOTE_TWICE,
    doubles.QUOTE_TWICE,
    order.IN_SOURCES,
    order.IN_DOCUMENT,
    chapters.OVERLAP,
    head.TITLE,
    head.SUMMARY,
    chapters.HEADING,
    untimed.UNREADABLE,
    untimed.UNTIMED,
    sections.EXTRA,
    lost.LOST_NOTE,
    lost.LOST_QUOTE,
    quotes.ALTERED,
    quotes.ANOTHER_SPEAKER,
    invented.INVENTED,
    facts.CHANGED_FACT,
    retimed.RETIMED,
    retention.OF_CHUNK,
    retention.OF_WHOLE,
    speakers.UNATTRIBUTED,
    transcript.NOT_IN_TRANSCRIPT,
)


def of_merge(episode: Episode, merge: Merge) -> Finding:
    """What is told of a merge."""
    check = next(check for check in CHECKS if isinstance(check, MergeCheck))
    return check.find(episode, merge)


def repairs(finding: Finding) -> Iterator[Repair]:
    """What may set a finding right. What is told of chapter heads or of the whole is about no entry."""
    for check in CHECKS:
        is_of_entries = not isinstance(check, HeadCheck | HeadsCheck | WholeCheck)
        if check.repair is not None and check.rule == finding.rule and (is_of_entries or not finding.entries):
            yield check.repair


def repair(state: ReviewState, finding: Finding) -> Edit | None:
    """The edit that would set a finding right, None where only a person can tell."""
    return next((edit for make in repairs(finding) if (edit := make(state, finding)) is not None), None)
