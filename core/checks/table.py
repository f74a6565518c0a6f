"""The table of checks: adding a check is adding its file and one line here."""

from __future__ import annotations

from core.checks import chunk_health, coverage, cut_off, duplicates, order, speakers, stray_lines
from core.checks.finding import Check

CHECKS: tuple[Check, ...] = (
    chunk_health.WITHOUT_NOTES,
    coverage.GAP,
    stray_lines.STRAY_LINE,
    cut_off.CUT_OFF,
    duplicates.DUPLICATE,
    order.IN_SOURCES,
    order.IN_DOCUMENT,
    speakers.UNATTRIBUTED,
)
