"""One answer to many findings or rows, as one step; each edit is made for the state that the others leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from core.checks.finding import Finding
from core.editing.edit import Edit, Tried
from core.editing.edits import Batch, Place
from core.errors import EditError
from core.messages import Message
from core.model import ItemId, ReviewState
from core.stitching import propose
from core.work import Work
from core.workflow.repairs import has_repair, repair

Make = Callable[[ReviewState, Finding], Edit | None]
Move = Callable[[ReviewState, ItemId], Edit | None]


@dataclass(frozen=True, slots=True)
class Together(Tried):
    """What answers many findings."""

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


def dropping(state: ReviewState, blocks: Sequence[ItemId], reason: str) -> Work[Tried]:
    """Drop blocks for one reason, as one step; what stands beneath one of them and is not named stays."""
    return _in_turn(state, blocks, lambda _, block: propose.drop(block, reason), Message("drop"))


def shifting(state: ReviewState, blocks: Sequence[ItemId], by_s: int) -> Work[Tried]:
    """Later or earlier by the same seconds, as far as the first second; what has no time stays without."""
    found = [state.document.block(state.document.find(block)) for block in blocks]
    times = {block.id: block.time_s for block in found if block.time_s is not None}
    by_s = max(by_s, -min(times.values(), default=0))
    return _in_turn(state, times, lambda now, block: propose.retime(now, block, times[block] + by_s), Message("edit"))


def indenting(state: ReviewState, blocks: Sequence[ItemId]) -> Work[Tried]:
    """Each family beneath the note before it; beneath none of the others, which then would change its parent."""
    tops = _tops(state, blocks)

    def indent(now: ReviewState, block: ItemId) -> Edit | None:
        edit = propose.indent(now, block)
        return None if isinstance(edit, Place) and edit.parent in tops else edit

    return _in_turn(state, tops, indent, Message("move"))


def outdenting(state: ReviewState, blocks: Sequence[ItemId]) -> Work[Tried]:
    """Each family out of its parent; their order stays."""
    return _in_turn(state, _tops(state, blocks)[::-1], propose.outdent, Message("move"))


def are_neighbours(state: ReviewState, blocks: Sequence[ItemId]) -> bool:
    """Whether families stand one behind the other, beneath one parent."""
    paths = [state.document.find(block) for block in _tops(state, blocks)]
    return all(after == (*before[:-1], before[-1] + 1) for before, after in pairwise(paths))


def moving_up(state: ReviewState, blocks: Sequence[ItemId]) -> Work[Tried]:
    """Neighbours, as one block; nothing where the first of them cannot move."""
    return _as_a_block(state, _tops(state, blocks), propose.move_up)


def moving_down(state: ReviewState, blocks: Sequence[ItemId]) -> Work[Tried]:
    """Neighbours, as one block; nothing where the last of them cannot move."""
    return _as_a_block(state, _tops(state, blocks)[::-1], propose.move_down)


def _as_a_block(state: ReviewState, blocks: Sequence[ItemId], move: Move) -> Work[Tried]:
    """The one that goes first makes way for the others."""
    return _in_turn(state, blocks if move(state, blocks[0]) is not None else (), move, Message("move"))


def _tops(state: ReviewState, blocks: Sequence[ItemId]) -> list[ItemId]:
    """In the order of the document, without those that go along with one of the others."""
    paths = sorted(map(state.document.find, blocks))
    known = set(paths)
    tops = [path for path in paths if not any(path[:n] in known for n in range(2, len(path)))]
    return [state.document.block(path).id for path in tops]


def _in_turn(state: ReviewState, blocks: Collection[ItemId], make: Move, what: Message) -> Work[Tried]:
    before, edits = state, list[Edit]()
    for at, block in enumerate(blocks):
        yield at / len(blocks)
        edit = make(state, block)
        if edit is not None:
            state = edit.apply(state)
            edits.append(edit)
    return Tried(before, _as_one(edits, what), state)


def _together(state: ReviewState, findings: Sequence[Finding], make: Make, what: Message) -> Work[Together]:
    before, edits, done = state, list[Edit](), list[Finding]()
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
    return Together(before, _as_one(edits, what), state, tuple(done))


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
