"""Another revision of a chunk: pasted notes, the right file, files that changed on disk. Sources are never written.

Everything becomes one edit, and a report in which each decision about the old revision stands once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.editing.edit import Edit, Tried
from core.editing.edits import Batch, Dismiss
from core.editing.session import ReviewSession
from core.errors import EditError, InputError
from core.messages import Message
from core.model import Block, ChunkKey, Entry, EntryId, Merge, ReviewState, SourceChunk, blocks_of
from core.reading.files import read_text
from core.reading.folder import is_chunk, number_of
from core.reading.lines import split_lines
from core.reading.prompt import is_prompt
from core.reading.revisions import Window, next_key, pasted_lines, read_revision
from core.reading.transcript import is_transcript
from core.stitching.anchoring import Anchor, Anchoring, Certainty, anchored
from core.stitching.propose import Revised, revise_chunk
from core.store.contents import Source
from core.work import Work
from core.workflow.changed_sources import ChangedSource
from core.workflow.review import Review
from core.workflow.revised_decisions import Answers, Decision, DecisionKind, Outcome, decisions_about, dismissals

__all__ = ["Decision", "DecisionKind", "Outcome", "Revision", "reload", "revision", "revision_from_file"]


@dataclass(frozen=True, slots=True)
class Revision(Tried):
    """What another revision means, before anything is done; the edit is for the state before it alone."""

    edit: Edit
    chunks: tuple[SourceChunk, ...]  # the new revisions
    decisions: tuple[Decision, ...]
    new: tuple[Entry, ...]  # entries that come in as blocks of their own
    gone: tuple[Block, ...]  # blocks that go, since their entries are gone
    left: tuple[Block, ...]  # a person's words whose entries are gone: they stay, without a source
    questions: Mapping[EntryId, EntryId]  # old to new, to be asked; give those that were confirmed and make it again
    sources: tuple[Source, ...] = ()  # files as they were read now, for ``KeptReview.add_sources``

    def of(self, outcome: Outcome) -> tuple[Decision, ...]:
        """The decisions with one outcome; all outcomes together are all decisions."""
        return tuple(decision for decision in self.decisions if decision.outcome is outcome)


@dataclass(frozen=True, slots=True)
class _Change:
    """A chunk that takes another's place, or comes in before another."""

    old: SourceChunk | None
    new: SourceChunk
    before: ChunkKey | None = None


Confirmed = Mapping[EntryId, EntryId]


def revision(
    review: Review, chunk: ChunkKey | None, text: str, *, number: int = 0, confirmed: Confirmed | None = None
) -> Work[Revision]:
    """Pasted notes in place of a chunk, or (None) as the window ``number``; raises InputError if there are none."""
    change = _change(review.state, chunk, pasted_lines(text), Window(number, f"chunk {number}"))
    label = Message("paste notes into chunk {number}", {"number": change.new.number})
    return (yield from _revised(review, (change,), label, confirmed or {}))


def revision_from_file(
    review: Review, chunk: ChunkKey | None, path: Path, *, number: int = 0, confirmed: Confirmed | None = None
) -> Work[Revision]:
    """The right file for a chunk; raises InputError if it cannot be read, or holds no notes.

    Without a chunk it comes in as the window ``number``, or as the one that it is named as, if that is missing too.
    """
    decoded = read_text(path)
    lines, file = split_lines(decoded.text), str(path.absolute())
    if is_prompt(lines) or is_transcript(lines):
        raise InputError(Message("this is a prompt, not the notes of one chunk; choose the chunk's file"), file=file)
    own = number_of(path) if chunk is None and is_chunk(path) else None
    taken = {one.number for one in review.state.episode.chunks}
    window = Window(own if own and own not in taken else number, path.stem, file)
    change = _change(review.state, chunk, lines, window)
    label = Message("choose the file of chunk {number}", {"number": change.new.number})
    return (yield from _revised(review, (change,), label, confirmed or {}))


def reload(review: Review, changed: Sequence[ChangedSource], *, confirmed: Confirmed | None = None) -> Work[Revision]:
    """One edit for all chunks that ``changed_sources`` tells; raises EditError if the review went on since."""
    changes: list[_Change] = []
    by_key = review.state.episode.by_key
    taken = set(by_key)
    for part in (part for source in changed for part in source.parts):
        if part.old is not None and part.old not in by_key:
            raise EditError(Message("chunk {chunk} is not part of the episode", {"chunk": part.old}))
        old = by_key[part.old] if part.old else None
        key = _free_key(old, part.window.number, taken)
        taken.add(key)
        changes.append(_Change(old, read_revision(part.lines, key, part.window), part.before))
    found = yield from _revised(review, changes, Message("reload changed files"), confirmed or {})
    sources = tuple(source.source for source in changed if source.source is not None)
    return replace(found, sources=sources)


def _change(state: ReviewState, chunk: ChunkKey | None, lines: Sequence[str], window: Window) -> _Change:
    by_key = state.episode.by_key
    old, before = None, None
    if chunk is None:
        before = next((one.key for one in state.episode.chunks if one.number > window.number), None)
    else:
        old = by_key[chunk]
        window = Window(old.number, old.name, window.file)
    new = read_revision(lines, _free_key(old, window.number, by_key), window)
    if not new.entries:
        message = Message("there are no notes in it; a note is a line like “- [12:34] …”")
        raise InputError(message, file=window.file or None)
    return _Change(old, new, before)


def _free_key(old: SourceChunk | None, number: int, taken: Mapping[ChunkKey, object] | set[ChunkKey]) -> ChunkKey:
    key = ChunkKey(str(number)) if old is None else old.key
    return next_key(key, taken) if key in taken else key


def _revised(review: Review, changes: Sequence[_Change], label: Message, confirmed: Confirmed) -> Work[Revision]:
    state, language = review.state, review.state.episode.language
    findings, start = review.findings, review.session.start.document
    found: list[Anchoring] = []
    for at, change in enumerate(changes):
        yield 0.4 * at / len(changes)
        old = change.old.entries if change.old else ()
        found.append(_confirmed(anchored(old, change.new.entries, language), change, confirmed))
    entries = [entry for change in changes if change.old for entry in change.old.entries]
    answers = Answers(entries, (anchor for one in found for anchor in one.anchors), confirmed)
    offsets = [_offset_s(state, change, one) for change, one in zip(changes, found, strict=True)]
    shifted = {
        change.old.key: by_s != 0
        for change, by_s in zip(changes, offsets, strict=True)
        if change.old and state.offsets.get(change.old.key)
    }
    decisions = list(decisions_about(state, {block.id: block for block in blocks_of(start)}, answers, shifted))
    whole = Revised(state)
    for at, (change, by_s) in enumerate(zip(changes, offsets, strict=True)):
        yield 0.4 + 0.4 * at / len(changes)
        _take(whole, change, answers.moved, by_s)
    keys = {change.old.key: change.new.key for change in changes if change.old}
    if any(finding.id in state.dismissed for finding in findings):
        later = yield from _judged(review, whole.state, answers.moved)
        told = list(dismissals(state, findings, later.findings, answers, keys))
        for d in told:
            if d.finding and d.dismissed_as:
                whole.do(Dismiss(d.dismissed_as, state.dismissed[d.finding]))
        decisions += told
    _ = whole.state.episode.style  # asked for as soon as it is done: found here, nobody waits for it then
    return Revision(
        state,
        Batch(label, tuple(whole.edits)),
        whole.state,
        tuple(change.new for change in changes),
        tuple(decisions),
        tuple(whole.new),
        tuple(whole.gone),
        tuple(whole.left),
        _questions(decisions),
    )


def _take(whole: Revised, change: _Change, moved: Mapping[EntryId, EntryId], by_s: int) -> None:
    """One chunk more; raises EditError where it cannot come in."""
    own = {entry.id: moved[entry.id] for entry in change.old.entries if entry.id in moved} if change.old else {}
    old = change.old.key if change.old else None
    done = revise_chunk(whole.state, old, change.new, own, before=change.before, offset_s=by_s)
    whole.state = done.state
    whole.edits += done.edits
    whole.new += done.new
    whole.gone += done.gone
    whole.left += done.left


def _confirmed(found: Anchoring, change: _Change, confirmed: Confirmed) -> Anchoring:
    """The pairs that a person named take the place of those that were found."""
    old = {entry.id: entry for entry in change.old.entries} if change.old else {}
    new = {entry.id: entry for entry in change.new.entries}
    named = {one: other for one, other in confirmed.items() if one in old and other in new}
    if not named:
        return found
    others = set(named.values())
    kept = [anchor for anchor in found.anchors if anchor.old.id not in named and anchor.new.id not in others]
    kept += (Anchor(old[one], new[other], Certainty.DOUBTFUL, 1.0) for one, other in named.items())
    return Anchoring(tuple(kept), found.shift_s)


def _offset_s(state: ReviewState, change: _Change, found: Anchoring) -> int:
    """The correction of the old clock, unless the new one is right by itself."""
    by_s = state.offsets.get(change.old.key, 0) if change.old else 0
    if change.old is None or not by_s or change.old.span is None or change.new.span is None:
        return by_s
    ahead_s = change.new.span[0] - change.old.span[0] if found.shift_s is None else found.shift_s
    return 0 if abs(ahead_s - by_s) < abs(ahead_s) else by_s


def _judged(review: Review, state: ReviewState, moved: Mapping[EntryId, EntryId]) -> Work[Review]:
    """The review as it would be then, but for what detection would find anew."""
    session = ReviewSession(review.session.start)
    session.state = state
    later = yield from Review.making(session, transcript=review.transcript)
    known = state.episode.entries
    merges = (_mapped(merge, moved) for merge in review.merges)
    later.set_merges(merge for merge in merges if all(entry in known for entry in merge.members))
    return later


def _mapped(merge: Merge, moved: Mapping[EntryId, EntryId]) -> Merge:
    members = tuple(moved.get(entry, entry) for entry in merge.members)
    return Merge(members, merge.score, merge.tier, merge.reasons)


def _questions(decisions: Sequence[Decision]) -> Mapping[EntryId, EntryId]:
    pairs = (
        (old.id, new.id)
        for decision in decisions
        if decision.outcome is Outcome.TO_CONFIRM
        for old, new in zip(decision.entries, decision.answers, strict=True)
        if new is not None and new.id != old.id
    )
    return dict(pairs)
