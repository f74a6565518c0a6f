"""How surely damage is found, on a part of the cases that the benchmarks measure in full."""

from __future__ import annotations

import pytest

from tests.benchmarks.audit_damage import DOUBTED, KINDS, audit, base, by_labels, open_findings, outcomes
from tests.benchmarks.audit_reworded import LANGUAGES, NEARLY_RIGHT, judged
from tests.episodes.labelled import NAMES

FLOORS = {"en-b": 0.94, "ko-b": 0.94, "ja-b": 0.94, "en-c": 0.92, "ko-c": 0.84, "ja-c": 0.9, "es-b": 0.8}  # of both
CASES = 5  # of each kind, for each episode


@pytest.mark.parametrize("kind", KINDS)
def test_planted_damage_is_found_and_nothing_else(kind: str) -> None:
    found = [outcome for name in NAMES for outcome in outcomes(name, kind, CASES, seed=2)]
    assert [outcome.damaged for outcome in found if not outcome.is_found] == []
    assert [outcome.others for outcome in found if outcome.others] == []


@pytest.mark.parametrize("accept", ["none", "certain", "likely"])
@pytest.mark.parametrize("name", NAMES)
def test_an_undamaged_merge_is_not_blamed(name: str, accept: str) -> None:
    at = base(name, accept)
    assert [f for f in open_findings(audit(at.episode, at.document)) if f.rule.id in DOUBTED] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_merge_by_a_careful_reader_is_hardly_blamed(name: str) -> None:
    assert len([f for f in open_findings(audit(*by_labels(name))) if f.rule.id in DOUBTED]) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reworded_merge_is_judged_as_a_reader_would(language: str) -> None:
    result = judged(language)
    assert min(result.precision, result.recall) >= FLOORS.get(language, 0.9)


@pytest.mark.parametrize("language", NEARLY_RIGHT)
def test_little_is_found_in_a_merge_that_is_nearly_right(language: str) -> None:
    assert len(judged(language).false) <= 2
