"""Building a document without a window: the candidate, with the merges accepted that one is sure enough of.

Goes through the same functions as the window. Sources are never written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.checks.finding import Finding
from core.errors import ExportError
from core.messages import Message, counted
from core.model import ItemId, Merge, Tier, blocks_of
from core.reading.document import read_document
from core.stitching.propose import accept_all
from core.store.lock import is_held
from core.store.reading import SIDE_SUFFIXES
from core.work import Work
from core.workflow.exporting import IsAnInputError, exported, refuse_input, save
from core.workflow.opening import Opened, built, detection, is_session, opened
from core.workflow.review import Answer, Review
from core.workflow.sessions import create

__all__ = ["ACCEPTED_TIERS", "IsAnInputError", "Merged", "accept_tiers", "document_lines", "merge", "write"]

ACCEPTED_TIERS: Mapping[str, frozenset[Tier]] = {
    "none": frozenset(),
    "certain": frozenset({Tier.CERTAIN}),
    "likely": frozenset({Tier.CERTAIN, Tier.LIKELY}),
    "all": frozenset(Tier),
}


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
    count = len(chosen)
    label = counted(count, Message("accept 1 merge"), Message("accept {count} merges", {"count": count}))
    edit = accept_all(review.state, chosen, label)
    if edit is not None:
        review.do(edit)


def document_lines(review: Review) -> Mapping[ItemId, int]:
    """The line (1-based) of the final Markdown that each note and quote begins at."""
    read = read_document(exported(review).decode("utf-8", "surrogateescape"))
    pairs = zip(blocks_of(review.state.document), blocks_of(read.document), strict=True)
    return {block.id: read.lines[written.id] for block, written in pairs}


def write(merged: Merged, path: Path, *, replace: bool = False) -> None:
    """Write the final Markdown, or a session with all that was decided where the path is named as one.

    Raises IsAnInputError, WouldOverwriteError or ExportError.
    """
    refuse_input((file.path for file in merged.opened.files), path)
    if is_session(path):
        _refuse_live(path)
        create(path, merged.opened, merged.review, replace=replace)
    else:
        save(merged.review, path, replace=replace)


def _refuse_live(path: Path) -> None:
    """A session that somebody works on, or that holds steps beside it, must not be written over."""
    beside = (path.with_name(f"{path.name}{suffix}") for suffix in SIDE_SUFFIXES)
    if is_held(path) or any(one.exists() for one in beside):
        message = Message("the session is in use, or was not closed properly; open it, or give another path")
        raise ExportError(message, file=str(path))


def _surest_first(merge: Merge) -> tuple[int, float]:
    return merge.tier.value, -merge.score
