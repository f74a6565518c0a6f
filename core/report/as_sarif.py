"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines; decides nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from core.checks.finding import Finding, Rule, Severity
from core.checks.table import CHECKS
from core.report.reported import Place, Reported

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
JsonObject = Mapping[str, object]


def reported(report: Reported) -> str:
    """All findings in one run."""
    rules = list(dict.fromkeys(check.rule for check in CHECKS))
    driver = {"name": "Notestitch", "rules": [_rule(rule) for rule in rules]}
    results = [_result(finding, rules.index(finding.rule), report) for finding in report.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> JsonObject:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.kind.split("-")),
        "shortDescription": {"text": rule.kind.replace("-", " ")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, report: Reported) -> JsonObject:
    place, related = report.place(finding), report.sources(finding)
    result: dict[str, object] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": _LEVELS[finding.rule.severity],
        "message": {"text": report.text(finding)},
        "partialFingerprints": {"notestitch/v1": finding.id},
    }
    if place is not None:
        result["locations"] = [_location(place)]
    if related:
        result["relatedLocations"] = [_location(one) for one in related]
    return result


def _location(place: Place) -> JsonObject:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
    return {"physicalLocation": physical}


def uri(path: str) -> str:
    """A path as a URI reference: relative as it is, absolute with its scheme.

    >>> uri("a b/chunk_001.md")
    'a%20b/chunk_001.md'
    """
    pure = Path(path)
    if pure.is_absolute():
        return pure.as_uri()
    characters = pure.as_posix().encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in characters)
