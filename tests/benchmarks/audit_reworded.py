"""How well an audit tells what is wrong with merges that were reworded by hand, the way a model does.

    make bench-audit_reworded

``tests/episodes/reworded/<language>/expected.json`` names every finding that a careful reader would make.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.checks.finding import Finding
from core.model import Episode, ReviewState, blocks_of
from core.reading.chunks import read_chunk
from core.reading.document import read_document
from core.reading.lines import split_lines
from core.work import finished
from core.workflow.auditing import audited
from core.workflow.review import Answer

EPISODES = Path(__file__).resolve().parents[1] / "episodes"
LANGUAGES = ("en", "ko", "es", "ja", "ko-night", "en-b", "ko-b", "ja-b", "en-c", "ko-c", "ja-c", "es-b")
NEARLY_RIGHT = ("en-d", "ko-d", "ja-d")  # reworded from end to end, with a mistake or two


@dataclass(frozen=True)
class Judged:
    """Findings beside what was expected."""

    hits: Sequence[Finding]
    false: Sequence[Finding]
    missed: Sequence[Any]
    state: ReviewState

    @property
    def precision(self) -> float:
        """The share of findings that were expected."""
        return len(self.hits) / max(1, len(self.hits) + len(self.false))

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return len(self.hits) / max(1, len(self.hits) + len(self.missed))


@cache
def judged(language: str) -> Judged:
    """The audit of one merge."""
    folder = EPISODES / "reworded" / language
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    chunks = tuple(
        read_chunk(split_lines((EPISODES / name).read_text("utf-8")), number=number, name=Path(name).stem)
        for number, name in enumerate(expected["chunks"], 1)
    )
    episode = Episode(expected["title"], language=expected["language"], chunks=chunks)
    review = finished(audited(episode, read_document((folder / "merged.md").read_text("utf-8"))))
    found = [f for f in review.findings if f.rule.is_of_document and review.answer(f) is Answer.OPEN]
    missed, hits, false = list(expected["findings"]), list[Finding](), list[Finding]()
    for finding in found:
        match = next((one for one in missed if _is_meant(one, finding, review.state)), None)
        if match is None:
            false.append(finding)
        else:
            missed.remove(match)
            hits.append(finding)
    return Judged(hits, false, missed, review.state)


def _is_meant(expected: Any, finding: Finding, state: ReviewState) -> bool:
    if expected["rule"] != finding.rule.id:
        return False
    if "entry" in expected:
        return any(state.episode.entries[entry].text.startswith(expected["entry"]) for entry in finding.entries)
    if "block" not in expected:
        return True
    items = {block.id: block.text for block in blocks_of(state.document)}
    items |= {chapter.id: chapter.title for chapter in state.document.chapters}
    homes = [home for entry in finding.entries for home in state.document.homes(entry)]
    meant = [finding.block] if finding.block else homes
    return any(items[item].startswith(expected["block"]) for item in meant if item)


def main() -> None:
    """Prints precision and recall, and every finding that is wrong or missing."""
    for language in (*LANGUAGES, *NEARLY_RIGHT):
        result = judged(language)
        print(f"{language}: precision {result.precision:.3f}, recall {result.recall:.3f}")
        texts = {block.id: block.text for block in blocks_of(result.state.document)}
        for finding in result.false:
            entries = [result.state.episode.entries[entry].text for entry in finding.entries]
            print("   false:", finding.rule.id, finding.message, "|", texts.get(finding.block or ""), "|", entries)  # type: ignore[call-overload]
        for one in result.missed:
            print("   missed:", one)


if __name__ == "__main__":
    main()
