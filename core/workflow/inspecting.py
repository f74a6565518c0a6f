"""Looking at the sources by themselves: what was read, what may be merged, what is worth a look. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.checks.finding import Finding
from core.checks.findings import of_sources
from core.checks.table import CHECKS
from core.model import Document, Merge, ReviewState
from core.work import Work
from core.workflow.opening import Opened, detection, opened


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was read and found."""

    opened: Opened
    merges: tuple[Merge, ...]
    findings: tuple[Finding, ...]  # about the sources, with every merge pending


def inspect(paths: Sequence[Path]) -> Work[Inspection]:
    """Read the inputs and look at them; raises InputError."""
    inputs = yield from opened(paths)
    episode = inputs.episode
    found = yield from detection(ReviewState(episode, Document(episode.title, (), ())))
    findings = of_sources(CHECKS, episode, found.merges, found.clocks, inputs.transcript)
    return Inspection(inputs, found.merges, findings)
