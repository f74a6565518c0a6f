"""What speaks for and against a finding: its copies with the words marked that matter, and the reasons. Free of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.checks.wording import named
from core.detection.quotes import quote_links
from core.errors import EditError
from core.messages import Message
from core.model import (
    Block,
    Document,
    Entry,
    EntryId,
    Fate,
    ItemId,
    Kind,
    Merge,
    ReviewState,
    SourceChunk,
    Tier,
    left_together,
)
from core.presenting.marks import is_reworded
from core.presenting.outcome import outcome
from core.presenting.queue import QueueItem
from core.presenting.spans import Span, changed, telling
from core.timecode import written
from core.workflow import propose
from core.workflow.repairs import has_repair, repair
from core.workflow.review import Answer, Review


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an entry in its chunk: texts from outside, empty where nothing stands."""

    parent: str = ""  # of a note; of a quote the note that it illustrates
    before: str = ""  # unless that is the parent
    after: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One entry that a finding or a block is about, or the words of the document beside it.

    Attributes:
        entry: None: these are the document's words.
        origin: Which chunk it comes from.
        stamp: Its time as shown, empty when it has none.
        text: Its words in its source.
        marked: The parts of the text to point out.
        is_kept: The block keeps these words now.
        is_left_out: It was taken out of the merge; the others may still be merged.
    """

    entry: EntryId | None
    origin: Message
    stamp: str
    text: str
    speaker: str | None
    marked: tuple[Span, ...]
    is_kept: bool
    context: Context = field(default_factory=Context)
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the card shows about one thing.

    Attributes:
        marks: What the marked words are.
        place: Where it stands: the source's file and line, the document's chapter.
        against: What holds "certain" back.
        outcome: What the first answer would do, sentence by sentence; nothing once it is answered.
        verdict: What was decided, and why if a reason was given.
    """

    title: Message
    why: Message | None
    marks: Message | None
    copies: tuple[Copy, ...]
    reasons: tuple[Message, ...]
    against: tuple[Message, ...]
    verdict: Message | None
    place: tuple[Message, ...] = ()
    outcome: tuple[Message, ...] = ()


_VERDICTS = {
    Answer.ACCEPTED: Message("Merged"),
    Answer.REJECTED: Message("Both kept"),
    Answer.DISMISSED: Message("All right as it is"),
}


def evidence_of(review: Review, item: QueueItem) -> Evidence:
    """The evidence about a finding."""
    about = (*item.entries, *(entry for entry in item.finding.related if entry not in item.entries))
    merge = item.finding.merge
    episode = review.state.episode
    marked, marks = telling([episode.entries[entry].text for entry in about]) if merge else ([()] * len(about), None)
    stands = None if merge else _other_words(review, item)
    if stands is not None and stands.sources:
        marked, marks = [_differing(review, stands, entry) for entry in about], Message("marked: what differs")
    reasons, against = _reasons(merge)
    return Evidence(
        title=item.title,
        why=_why(item),
        marks=marks,
        copies=(*_in_document(review, stands), *_copies(review, about, marked, merge)),
        reasons=reasons,
        against=against,
        verdict=_verdict(review, item),
        place=_place(review, item),
        outcome=_outcome(review.state, item) if item.is_open else (),
    )


def origin_of(review: Review, block: ItemId) -> Evidence | None:
    """Where a block comes from; None for a chapter or a block that is no more."""
    document = review.state.document
    if not document.has(block) or len(path := document.find(block)) < 2:
        return None
    found = document.block(path)
    marked = [_changed(review, found, entry) for entry in found.sources]
    return Evidence(
        title=_origin_title(review, found),
        why=_origin_note(review, found),
        marks=Message("marked: what was changed") if any(marked) else None,  # an added word marks nothing in a source
        copies=_copies(review, found.sources, marked, None),
        reasons=(),
        against=(),
        verdict=None,
        place=_stands(review, found),
    )


def _stands(review: Review, block: Block) -> tuple[Message, ...]:
    """The line that a block comes from, where there is one, and the chapter that it stands in."""
    found, document = list[Message](), review.state.document
    if len(block.sources) == 1:
        entry = review.state.episode.entries[block.sources[0]]
        name = named(review.state.episode.by_key[entry.chunk])
        found.append(Message("{name}, line {line}", {"name": name, "line": entry.line}))
    return (*found, _chapter_of(document, block.id))


def _chapter_of(document: Document, item: ItemId) -> Message:
    number = document.find(item)[0]
    return Message("chapter {number}: {title}", {"number": number + 1, "title": document.chapters[number].title})


def _origin_title(review: Review, block: Block) -> Message:
    is_added = not block.sources and not review.session.start.document.has(block.id)
    return Message("Added by the editor") if is_added else Message("Where this comes from")


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
    return changed(review.state.episode.entries[entry].text, block.text) if is_reworded(review, block) else ()


def _other_words(review: Review, item: QueueItem) -> Block | None:
    """The block that the finding is about, if it says it otherwise than its sources or has none."""
    document, block = review.state.document, item.finding.block
    if block is None or not document.has(block) or len(path := document.find(block)) < 2:
        return None
    found = document.block(path)
    entries = [review.state.episode.entries[source] for source in found.sources]
    is_same = any((e.text, e.speaker, e.time_s) == (found.text, found.speaker, found.time_s) for e in entries)
    return None if is_same else found


def _differing(review: Review, block: Block, entry: EntryId) -> tuple[Span, ...]:
    return changed(review.state.episode.entries[entry].text, block.text) if entry in block.sources else ()


def _in_document(review: Review, block: Block | None) -> tuple[Copy, ...]:
    """What stands in the document, with the words marked that its first source has not."""
    if block is None:
        return ()
    episode = review.state.episode
    stamp = "" if block.time_s is None else written(block.time_s, episode.style)
    spans = changed(block.text, episode.entries[block.sources[0]].text) if block.sources else ()
    return (Copy(None, Message("In the document"), stamp, block.text, block.speaker, spans, is_kept=False),)


def _why(item: QueueItem) -> Message:
    """What is wrong; of copies, how sure that is and how many there are."""
    merge = item.finding.merge
    if merge is None:
        return item.why
    count = {"count": len(merge.members)}
    match merge.tier:
        case Tier.CERTAIN:
            return Message("certain, {count} copies", count)
        case Tier.LIKELY:
            return Message("likely, {count} copies", count)
        case Tier.POSSIBLE:
            return Message("possible, {count} copies", count)


def _verdict(review: Review, item: QueueItem) -> Message | None:
    reason = review.state.dismissed.get(item.id, "")
    if item.answer is Answer.DISMISSED and reason:
        return Message("All right as it is: {reason}", {"reason": reason})
    return _VERDICTS.get(item.answer)


def _place(review: Review, item: QueueItem) -> tuple[Message, ...]:
    """Where the finding stands; of a merge each copy says so itself."""
    if item.finding.merge is not None:
        return ()
    state, found = review.state, list[Message]()
    chunk = state.episode.by_key.get(item.finding.chunk) if item.finding.chunk is not None else None
    if chunk is not None and item.finding.line is not None:
        found.append(Message("{name}, line {line}", {"name": named(chunk), "line": item.finding.line}))
    if item.block is not None and state.document.has(item.block):
        found.append(_chapter_of(state.document, item.block))
    return tuple(found)


def _outcome(state: ReviewState, item: QueueItem) -> tuple[Message, ...]:
    try:
        if item.finding.merge is not None:
            edit = propose.accept(state, item.finding.merge)
        else:
            edit = repair(state, item.finding) if has_repair(item.finding) else None
        return outcome(state, edit) if edit is not None else ()
    except EditError as error:  # it will be refused, for this reason
        return (error.message,)


def _copies(
    review: Review, entries: Sequence[EntryId], marked: Sequence[tuple[Span, ...]], merge: Merge | None
) -> tuple[Copy, ...]:
    episode, found = review.state.episode, list[Copy]()
    left_out = _left_out(review, merge) if merge else frozenset[EntryId]()
    for entry_id, spans in zip(entries, marked, strict=True):
        entry = episode.entries[entry_id]
        chunk, home = episode.by_key[entry.chunk], review.homes.first(entry_id)
        found.append(
            Copy(
                entry_id,
                Message("Chunk {number}", {"number": chunk.number}),
                "" if entry.time_s is None else written(entry.time_s, episode.style),
                entry.text,
                entry.speaker,
                spans,
                is_kept=home is not None and len(home.sources) > 1 and home.sources[0] == entry_id,
                context=_context(chunk, entry),
                is_left_out=entry_id in left_out,
            )
        )
    return tuple(found)


def _left_out(review: Review, merge: Merge) -> frozenset[EntryId]:
    """The members that were kept apart from others that belong together."""
    apart = review.state.apart
    together = left_together(merge, review.homes.of(merge.members), apart)
    others = (entry for entry in merge.members if entry not in together)
    return frozenset(entry for entry in others if any(frozenset((entry, other)) in apart for other in together))


def _context(chunk: SourceChunk, entry: Entry) -> Context:
    at = chunk.entries.index(entry)
    before = chunk.entries[at - 1] if at else None
    after = chunk.entries[at + 1] if at + 1 < len(chunk.entries) else None
    parent = _parent(chunk, at) if entry.kind is Kind.NOTE else _illustrated(chunk, entry)
    return Context(
        parent.text if parent else "",
        before.text if before and before is not parent else "",
        after.text if after else "",
    )


def _parent(chunk: SourceChunk, at: int) -> Entry | None:
    depth = chunk.entries[at].depth
    above = (each for each in reversed(chunk.entries[:at]) if each.kind is Kind.NOTE and each.depth < depth)
    return next(above, None)


def _illustrated(chunk: SourceChunk, quote: Entry) -> Entry | None:
    """The note whose matter a quote gives in the speaker's words; a link, since a quote and a note never merge."""
    note = quote_links(chunk).get(quote.id)
    return next((each for each in chunk.notes if each.id == note), None)


def _reasons(merge: Merge | None) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """What speaks for a merge, and what keeps it from being certain."""
    found = merge.reasons if merge else ()
    return (
        tuple(reason.message for reason in found if reason.value >= 0),
        tuple(reason.message for reason in found if reason.value < 0),
    )
