"""Findings as JUnit XML, which every build server shows: a test case for each finding and each rule that is kept."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from core.checks.finding import Finding, Severity
from core.checks.table import CHECKS
from core.report.reported import Reported

_SUITE = "notestitch"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def reported(report: Reported) -> str:
    """Errors and warnings as failures; suggestions pass and say what they suggest."""
    found = {finding.rule for finding in report.findings}
    rules = dict.fromkeys(check.rule for check in CHECKS)
    kept = [rule for rule in rules if rule not in found and (rule.is_of_document or not report.document)]
    cases = [_finding(finding, report) for finding in report.findings]
    cases += [f"<testcase {_attributes(classname=_SUITE, name=f'{rule.id} {rule.kind}')}/>" for rule in kept]
    failures = sum(finding.rule.severity is not Severity.SUGGESTION for finding in report.findings)
    counts = _attributes(name="Notestitch", tests=str(len(cases)), failures=str(failures), errors="0")
    lines = "\n".join(f"  {case}" for case in cases)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}\n<testsuites {counts}>\n <testsuite {counts}>\n{lines}\n </testsuite>\n</testsuites>\n"


def _finding(finding: Finding, report: Reported) -> str:
    place = report.place(finding)
    where = {} if place is None else {"file": place.file}
    if place is not None and place.line is not None:
        where["line"] = str(place.line)
    name = f"{finding.rule.id} {finding.rule.kind} {finding.id}"
    opened = f"<testcase {_attributes(classname=_SUITE, name=name, **where)}>"
    text = report.text(finding)
    shown = "" if place is None else f"{place.file}:{place.line}: " if place.line else f"{place.file}: "
    body = escape(_clean(shown + text))
    if finding.rule.severity is Severity.SUGGESTION:
        return f"{opened}<system-out>{body}</system-out></testcase>"
    failed = _attributes(type=finding.rule.severity.name.lower(), message=str(finding.message))
    return f"{opened}<failure {failed}>{body}</failure></testcase>"


def _attributes(**values: str) -> str:
    return " ".join(f"{name}={quoteattr(_clean(value))}" for name, value in values.items())


def _clean(text: str) -> str:
    """Without characters that no XML may hold."""
    return _NOT_XML.sub("\ufffd", text)
