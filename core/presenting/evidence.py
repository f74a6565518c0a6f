"""What speaks for and against a finding: its copies with the words marked that matter, and the reasons. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.messages import Message
from core.model import Block, EntryId, Fate, ItemId, Merge
from core.presenting.queue import QueueItem
from core.text.hunks import Hunk, HunkKind, hunks
from core.timecode import written
from core.workflow.review import Answer, Review

LIKE = 0.7  # from here on a pair is marked where it differs, below it where it agrees
Span = tuple[int, int]  # half-open offsets into a text


@dataclass(frozen=True, slots=True)
class Copy:
    """One entry that a finding or a block is about.

    Attributes:
        origin: Which chunk it comes from.
        stamp: Its time as shown, empty when it has none.
        text: Its words in its source.
        marked: The parts of the text to point out.
        is_kept: The block keeps these words now.
    """

    entry: EntryId
    origin: Message
    stamp: str
    text: str
    speaker: str | None
    marked: tuple[Span, ...]
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the card shows about one thing."""

    title: Message
    why: Message | None
    marks: Message | None  # what the marked words are
    copies: tuple[Copy, ...]
    reasons: tuple[Message, ...]
    against: tuple[Message, ...]  # what holds "certain" back
    verdict: Message | None  # what was decided


_VERDICTS = {
    Answer.ACCEPTED: Message("Merged"),
    Answer.REJECTED: Message("Both kept"),
    Answer.DISMISSED: Message("Dismissed"),
}


def evidence_of(review: Review, item: QueueItem) -> Evidence:
    """The evidence about a finding."""
    about = (*item.entries, *(entry for entry in item.finding.related if entry not in item.entries))
    merge = item.finding.merge
    marked, marks = _marked(review, about if merge else ())
    reasons, against = _reasons(merge)
    return Evidence(
        title=item.title,
        why=item.why,
        marks=marks,
        copies=_copies(review, about, marked or [()] * len(about)),
        reasons=reasons,
        against=against,
        verdict=_VERDICTS.get(item.answer),
    )


def origin_of(review: Review, block: ItemId) -> Evidence | None:
    """Where a block comes from; None for a chapter or a block that is no more."""
    document = review.state.document
    if not document.has(block) or len(path := document.find(block)) < 2:
        return None
    found = document.block(path)
    return Evidence(
        title=Message("Where this comes from") if found.sources else Message("Added by the editor"),
        why=_origin_note(review, found),
        marks=Message("marked: what was changed") if found.is_edited and found.sources else None,
        copies=_copies(review, found.sources, [_changed(review, found, entry) for entry in found.sources]),
        reasons=(),
        against=(),
        verdict=None,
    )


def _origin_note(review: Review, block: Block) -> Message | None:
    match block.sources:
        case ():
            return Message("no chunk holds this")
        case (only,):
            is_edited = review.fate(only) is Fate.EDITED
            return Message("its words were edited") if is_edited else Message("word for word as in its chunk")
        case several:
            return Message("it stands for {count} entries", {"count": len(several)})


def _changed(review: Review, block: Block, entry: EntryId) -> tuple[Span, ...]:
    if not block.is_edited:
        return ()
    text = review.state.episode.entries[entry].text
    return _spans(hunks(text, block.text), HunkKind.DIFFERS, text, is_first=True)


def _copies(review: Review, entries: Sequence[EntryId], marked: Sequence[tuple[Span, ...]]) -> tuple[Copy, ...]:
    episode = review.state.episode
    found: list[Copy] = []
    for entry_id, spans in zip(entries, marked, strict=True):
        entry = episode.entries[entry_id]
        home = review.homes.first(entry_id)
        number = episode.by_key[entry.chunk].number
        found.append(
            Copy(
                entry_id,
                Message("Chunk {number}", {"number": number}),
                "" if entry.time_s is None else written(entry.time_s, episode.style),
                entry.text,
                entry.speaker,
                spans,
                is_kept=home is not None and len(home.sources) > 1 and home.sources[0] == entry_id,
            )
        )
    return tuple(found)


def _marked(review: Review, entries: Sequence[EntryId]) -> tuple[list[tuple[Span, ...]], Message | None]:
    """For each entry the spans to point out, each compared with the first, the first with all others."""
    texts = [review.state.episode.entries[entry].text for entry in entries]
    if len(texts) < 2:
        return [], None
    compared = [hunks(texts[0], other) for other in texts[1:]]
    is_like = min(_likeness(texts[0], text, runs) for text, runs in zip(texts[1:], compared, strict=True)) >= LIKE
    kind = HunkKind.DIFFERS if is_like else HunkKind.SAME
    first = _united(span for runs in compared for span in _spans(runs, kind, texts[0], is_first=True))
    others = [_spans(runs, kind, text, is_first=False) for text, runs in zip(texts[1:], compared, strict=True)]
    if texts.count(texts[0]) == len(texts):
        return [first, *others], Message("the words are the same")
    words = Message("marked: what differs") if is_like else Message("marked: what they share")
    return [first, *others], words


def _likeness(a: str, b: str, runs: Sequence[Hunk]) -> float:
    shared = sum(run.a_end - run.a_start for run in runs if run.kind is HunkKind.SAME)
    return 2 * shared / max(1, len(a) + len(b))


def _spans(runs: Sequence[Hunk], kind: HunkKind, text: str, *, is_first: bool) -> tuple[Span, ...]:
    """The runs of one kind in one of the texts, without blanks at their ends; shared signs alone tell nothing."""
    found: list[Span] = []
    for run in runs:
        start, end = (run.a_start, run.a_end) if is_first else (run.b_start, run.b_end)
        words = text[start:end]
        is_telling = any(map(str.isalnum, words)) if kind is HunkKind.SAME else bool(words.strip())
        if run.kind is kind and is_telling:
            found.append((start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return tuple(found)


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _reasons(merge: Merge | None) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """What speaks for a merge, and what holds it back: a reason whose value is below zero."""
    found = merge.reasons if merge else ()
    return (
        tuple(reason.message for reason in found if reason.value >= 0),
        tuple(reason.message for reason in found if reason.value < 0),
    )
