"""Building a document without a window: the candidate, with the merges accepted that one is sure enough of.

Goes through the same functions as the window. Sources are never written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.checks.finding import Finding
from core.errors import WouldOverwriteError
from core.messages import Message
from core.model import ItemId, Merge, Tier, blocks_of
from core.reading.document import read_document
from core.stitching.propose import accept_all
from core.work import Work
from core.workflow.exporting import exported, save
from core.workflow.opening import Opened, built, detection, opened
from core.workflow.review import Answer, Review

ACCEPTED_TIERS: Mapping[str, frozenset[Tier]] = {
    "none": frozenset(),
    "certain": frozenset({Tier.CERTAIN}),
    "likely": frozenset({Tier.CERTAIN, Tier.LIKELY}),
    "all": frozenset(Tier),
}


class IsAnInputError(WouldOverwriteError):
    """The file to write is one of those that were read; nothing allows that."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A document that was built, with what remains to be decided."""

    opened: Opened
    review: Review

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What nobody has decided yet."""
        review = self.review
        return tuple(finding for finding in review.findings if review.answer(finding) is Answer.OPEN)


def merge(paths: Sequence[Path], accept: str = "certain") -> Work[Merged]:
    """Read the inputs, build the candidate and accept the merges that ``ACCEPTED_TIERS`` names; raises InputError."""
    inputs = yield from opened(paths)
    review = built(inputs.episode, transcript=inputs.transcript)
    yield 0.5
    found = yield from detection(review.state)
    review.set_merges(found.merges, found.clocks)
    accept_tiers(review, ACCEPTED_TIERS[accept])
    return Merged(inputs, review)


def accept_tiers(review: Review, tiers: frozenset[Tier]) -> None:
    """Accept all merges of these tiers in one step, the surest first."""
    chosen = sorted((merge for merge in review.merges if merge.tier in tiers), key=_surest_first)
    edit = accept_all(review.state, chosen, Message("accept {count} merges", {"count": len(chosen)}))
    if edit is not None:
        review.do(edit)


def document_lines(review: Review) -> Mapping[ItemId, int]:
    """The line (1-based) of the final Markdown that each note and quote begins at."""
    read = read_document(exported(review).decode("utf-8", "surrogateescape"))
    pairs = zip(blocks_of(review.state.document), blocks_of(read.document), strict=True)
    return {block.id: read.lines[written.id] for block, written in pairs}


def write(merged: Merged, path: Path, *, replace: bool = False) -> None:
    """Write the final Markdown; raises IsAnInputError, WouldOverwriteError or ExportError."""
    for file in merged.opened.files:
        if file.path and _is_same(Path(file.path), path):
            message = Message("this file is one of the inputs, which are never written; give another path")
            raise IsAnInputError(message, file=str(path))
    save(merged.review, path, replace=replace)


def _surest_first(merge: Merge) -> tuple[int, float]:
    return merge.tier.value, -merge.score


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them does not exist
