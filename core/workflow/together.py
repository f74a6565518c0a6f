"""One answer to many findings, as one step; each edit is made for the state that the others leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from core.checks.finding import Finding
from core.editing.edit import Edit
from core.editing.edits import Batch
from core.errors import EditError
from core.messages import Message
from core.model import ItemId, ReviewState
from core.stitching import propose
from core.work import Work
from core.workflow.repairs import has_repair, repair

Make = Callable[[ReviewState, Finding], Edit | None]


@dataclass(frozen=True, slots=True)
class Together:
    """What answers many findings; ``edit`` is None where there is nothing to do, else it leads to ``after``."""

    edit: Edit | None
    after: ReviewState
    done: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Answerable:
    """Findings by the answer that they can get together.

    Attributes:
        merges: Can be merged, or kept apart.
        repairs: Can be set right.
        quotes: Can get a speaker.
        others: Can be called all right, as repairs and quotes can too.
    """

    merges: tuple[Finding, ...] = ()
    repairs: tuple[Finding, ...] = ()
    quotes: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()

    @property
    def harmless(self) -> tuple[Finding, ...]:
        """What can be called all right without a reason."""
        return tuple(finding for finding in (*self.repairs, *self.quotes, *self.others) if not is_loss(finding))


def is_loss(finding: Finding) -> bool:
    """Whether something is missing from the document, which takes a reason to be all right."""
    return finding.rule.kind in ("lost-note", "lost-quote")


def answerable(findings: Sequence[Finding]) -> Answerable:
    """Sort findings by how they can be answered."""
    found: dict[str, list[Finding]] = {"merges": [], "repairs": [], "quotes": [], "others": []}
    for finding in findings:
        if finding.merge is not None:
            found["merges"].append(finding)
        elif has_repair(finding):
            found["repairs"].append(finding)
        elif finding.rule.kind == "unattributed-quote":
            found["quotes"].append(finding)
        else:
            found["others"].append(finding)
    return Answerable(**{name: tuple(each) for name, each in found.items()})


def accepting(state: ReviewState, findings: Sequence[Finding]) -> Work[Together]:
    """Merge the duplicates among them, and set right what has a repair."""
    return _together(state, findings, _accept, Message("merge"))


def keeping_apart(state: ReviewState, findings: Sequence[Finding]) -> Work[Together]:
    """Say of duplicates that they are none."""
    return _together(state, findings, _keep_apart, Message("keep both"))


def dismissing(state: ReviewState, findings: Sequence[Finding], reason: str = "") -> Work[Together]:
    """Say of findings that they are all right as they are."""
    return _together(state, findings, partial(_dismiss, reason), Message("dismiss"))


def attributing(state: ReviewState, findings: Sequence[Finding], speaker: str) -> Work[Together]:
    """Give quotes one speaker."""
    return _together(state, findings, partial(_attribute, speaker), Message("set the speaker"))


def dropping(blocks: Sequence[ItemId], reason: str) -> Edit | None:
    """Drop blocks for one reason, as one step; what stands beneath one of them and is not named stays."""
    return _as_one([propose.drop(block, reason) for block in blocks], Message("drop"))


def _together(state: ReviewState, findings: Sequence[Finding], make: Make, what: Message) -> Work[Together]:
    edits, done = list[Edit](), list[Finding]()
    for at, finding in enumerate(findings):
        yield at / len(findings)
        try:
            edit = make(state, finding)
            after = edit.apply(state) if edit is not None else state
        except EditError:
            continue  # another answer has made it impossible: it stays open
        if edit is not None:
            state = after
            edits.append(edit)
            done.append(finding)
    return Together(_as_one(edits, what), state, tuple(done))


def _as_one(edits: Sequence[Edit], what: Message) -> Edit | None:
    if len(edits) < 2:
        return edits[0] if edits else None
    return Batch(Message("{what} ({count})", {"what": what, "count": len(edits)}), tuple(edits))


def _accept(state: ReviewState, finding: Finding) -> Edit | None:
    return repair(state, finding) if finding.merge is None else propose.accept(state, finding.merge)


def _keep_apart(_state: ReviewState, finding: Finding) -> Edit | None:
    return None if finding.merge is None else propose.keep_apart(finding.merge)


def _dismiss(reason: str, _state: ReviewState, finding: Finding) -> Edit | None:
    return propose.dismiss(finding.id, reason)


def _attribute(speaker: str, state: ReviewState, finding: Finding) -> Edit | None:
    homes = state.document.homes(finding.entries[0]) if finding.entries else ()
    block = finding.block or (homes[0] if homes else None)
    return None if block is None else propose.set_speaker(state, block, speaker)
