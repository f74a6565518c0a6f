"""SARIF, JUnit and GitHub annotations, held to the structure that their readers expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from core.checks.finding import Severity
from core.checks.table import CHECKS
from core.messages import Message
from core.report import as_github, as_junit, as_sarif
from core.report.reported import Reported, of_audit, of_inspection
from core.workflow.auditing import Audit
from core.workflow.inspecting import Inspection


@pytest.fixture
def report(audit: Audit) -> Reported:
    return of_audit(audit)


@pytest.fixture
def sarif(report: Reported) -> Any:
    return json.loads(as_sarif.reported(report))


def locations(run: Any) -> Iterator[Any]:
    for result in run["results"]:
        yield from result.get("locations", ())
        yield from result.get("relatedLocations", ())


def test_sarif_has_the_root_that_the_schema_requires(sarif: Any) -> None:
    assert set(sarif) == {"$schema", "version", "runs"}
    assert sarif["version"] == "2.1.0"
    assert "sarif-schema-2.1.0" in sarif["$schema"]
    assert len(sarif["runs"]) == 1


def test_sarif_describes_every_rule_once(sarif: Any) -> None:
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(dict.fromkeys(check.rule.id for check in CHECKS))
    assert all(set(rule) == {"id", "name", "shortDescription", "defaultConfiguration"} for rule in rules)
    assert all(re.fullmatch(r"([A-Z][a-z]+)+", rule["name"]) for rule in rules)


def test_sarif_results_point_to_their_rules(sarif: Any) -> None:
    run = sarif["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {result["level"] for result in run["results"]} <= {"error", "warning", "note"}
    assert all(result["message"]["text"] for result in run["results"])


def test_sarif_locations_are_uris_with_lines_from_one(sarif: Any) -> None:
    places = [location["physicalLocation"] for location in locations(sarif["runs"][0])]
    assert places
    assert all(re.fullmatch(r"[A-Za-z0-9._~/%:-]+", place["artifactLocation"]["uri"]) for place in places)
    assert all(place["region"]["startLine"] >= 1 for place in places if "region" in place)


def test_sarif_fingerprints_are_the_ids_of_the_findings(sarif: Any, report: Reported) -> None:
    prints = [result["partialFingerprints"]["notestitch/v1"] for result in sarif["runs"][0]["results"]]
    assert prints == [finding.id for finding in report.findings]


def test_sarif_names_the_document_first_and_the_sources_beside(sarif: Any) -> None:
    altered = next(result for result in sarif["runs"][0]["results"] if result["ruleId"] == "NS503")
    place = altered["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("a%20b/out%2C1.md", 12)
    assert altered["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "chunk%203.md"


def test_junit_counts_what_it_holds(report: Reported) -> None:
    root = ET.fromstring(as_junit.reported(report))
    (suite,) = root
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))


def test_junit_fails_for_errors_and_warnings_and_passes_for_rules_that_are_kept(report: Reported) -> None:
    suite = ET.fromstring(as_junit.reported(report))[0]
    failed = {case.attrib["name"].split()[0] for case in suite if case.find("failure") is not None}
    passed = {case.attrib["name"].split()[0] for case in suite if len(case) == 0}
    assert failed == {f.rule.id for f in report.findings if f.rule.severity is not Severity.SUGGESTION}
    assert passed == {check.rule.id for check in CHECKS if check.rule.is_of_document} - failed


def test_junit_suggestions_are_no_failures(inspection: Inspection) -> None:
    suite = ET.fromstring(as_junit.reported(of_inspection(inspection)))[0]
    assert suite.findall("testcase/system-out")


def test_junit_holds_no_character_that_xml_forbids(report: Reported) -> None:
    bad = replace(report.findings[0], message=Message("a \x00 b \x1b <&> {x}", {"x": "\ufffe"}))
    suite = ET.fromstring(as_junit.reported(replace(report, findings=(bad,))))
    assert "<&>" in "".join(suite.itertext()) + " ".join(v for e in suite.iter() for v in e.attrib.values())


def test_github_annotates_the_worst_first_and_ends_with_the_total(report: Reported) -> None:
    lines = as_github.reported(report).removesuffix("\n").split("\n")
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == [*sorted(kinds[:-1], key=["::error", "::warning", "::notice"].index), "::notice"]
    assert lines[-1].startswith("::notice title=Notestitch::Total: ")


def test_github_escapes_what_would_end_a_property(report: Reported) -> None:
    line = next(line for line in as_github.reported(report).split("\n") if "NS503" in line)
    assert line.startswith("::error file=a b/out%2C1.md,line=12,title=NS503 altered-quote::")


def test_github_keeps_a_message_on_its_line(report: Reported) -> None:
    bad = replace(report.findings[0], message=Message("100 %\nof it"))
    assert "100 %25%0Aof it" in as_github.reported(replace(report, findings=(bad,)))
