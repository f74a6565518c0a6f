"""Findings as GitHub annotations; only ten of a kind are shown there, so the worst come first and a total last."""

from __future__ import annotations

from core.checks.finding import Finding, Severity
from core.report.reported import Reported, total

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def reported(report: Reported) -> str:
    """One line for each finding, and the total."""
    lines = [_line(finding, report) for finding in report.findings]
    return "\n".join([*lines, f"::notice title=Notestitch::{_data(total(report.findings))}"]) + "\n"


def _line(finding: Finding, report: Reported) -> str:
    place = report.place(finding)
    properties = {"title": f"{finding.rule.id} {finding.rule.kind}"}
    if place is not None:
        properties = {"file": place.file, **({"line": str(place.line)} if place.line else {}), **properties}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.rule.severity]} {shown}::{_data(report.text(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
