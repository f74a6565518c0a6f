"""Edits that judge merges: accept one, accept many, keep its members apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.editing.edits import Absorb, Batch, Cite, Edit, KeepApart, Rewrite
from core.errors import EditError
from core.messages import Message
from core.model import EntryId, ItemId, Kind, Merge, ReviewState, left_together
from core.stitching.propose.words import one_line
from core.text.normalise import normalised
from core.text.speakers import SpeakerKind, speaker_kind


def accept(state: ReviewState, merge: Merge, *, words_of: EntryId | None = None) -> Edit | None:
    """Accept a merge: one block stands for all members but those that were left out.

    ``words_of`` is the member whose wording it takes. Whoever accepts what was rejected has thought again.
    """
    homes = _homes(state, merge)
    left = left_together(merge, homes, state.apart) or left_together(merge, homes, frozenset())
    if not left:
        return None
    lead = left[0]
    asked = [words_of] if words_of and words_of in homes and words_of not in left else []
    keep = homes[lead][0]
    items = [keep, *dict.fromkeys(homes[entry][0] for entry in (*left, *asked) if keep not in homes[entry])]
    source = words_of or _best_attributed(state, left)
    text, speaker = _wording(state, source, keep if source == lead else None)
    if len(items) == 1:
        return None if words_of is None else _take_wording(state, keep, source)
    return absorb(state, items, text, speaker, words_of=source)


def absorb(
    state: ReviewState, items: Sequence[ItemId], text: str, speaker: str | None, *, words_of: EntryId | None = None
) -> Edit:
    """Merge blocks by hand into the first of them, with these words (one line; blanks at its ends are cut).

    Where a block further up goes together with one beneath it, the upper one is kept instead.
    """
    document = state.document
    keep = items[0]
    above = [document.find(item) for item in items[1:]]
    path = document.find(keep)
    over = [up for up in above if path[: len(up)] == up and len(path) > len(up) + 1]
    if over:
        keep = document.block(min(over, key=len)).id
    gone = tuple(item for item in items if item != keep)
    return Absorb(keep, gone, one_line(text), one_line(speaker) if speaker else None, words_of)


def accept_all(state: ReviewState, merges: Iterable[Merge], label: Message) -> Edit | None:
    """Accept many merges as one step; what was rejected stays so, and a merge that no longer fits is left pending."""
    edits: list[Edit] = []
    for merge in merges:
        if not left_together(merge, _homes(state, merge), state.apart):
            continue
        edit = accept(state, merge)
        if edit is None:
            continue
        try:
            state = edit.apply(state)
        except EditError:
            continue  # a person can see why when it is accepted by itself
        edits.append(edit)
    return Batch(label, tuple(edits)) if edits else None


def keep_apart(merge: Merge) -> Edit:
    """Reject a merge: its members do not say the same."""
    return KeepApart(merge.members)


def _homes(state: ReviewState, merge: Merge) -> Mapping[EntryId, tuple[ItemId, ...]]:
    return {entry: found for entry in merge.members if (found := state.document.homes(entry))}


def _take_wording(state: ReviewState, item: ItemId, entry: EntryId) -> Edit | None:
    """Another member's wording for a block that stands for it already."""
    block = state.document.block(state.document.find(item))
    own = state.episode.entries[entry]
    sources = (entry, *(source for source in block.sources if source != entry))
    cite, words = Cite(item, sources), Rewrite(item, block.time_s, own.text, own.speaker)
    if sources == block.sources and own.text == block.text:
        return None
    return Batch(Message("take the wording"), (cite, words))


def _wording(state: ReviewState, entry: EntryId, item: ItemId | None) -> tuple[str, str | None]:
    """A member's words: those of its block where that stands for it first and may have been edited, else its own."""
    homes = state.document.homes(entry)
    home = item or (homes[0] if homes else None)
    if home is not None:
        block = state.document.block(state.document.find(home))
        if item is not None or block.sources[0] == entry:
            return block.text, block.speaker
    own = state.episode.entries[entry]
    return own.text, own.speaker


def _best_attributed(state: ReviewState, members: Sequence[EntryId]) -> EntryId:
    """The first, or of quotes with the same words one that names its speaker."""
    entries = state.episode.entries
    lead = members[0]
    own = entries[lead]
    if own.kind is not Kind.QUOTE or speaker_kind(own.speaker) is SpeakerKind.NAMED:
        return lead
    words = normalised(own.text)
    named = (e for e in members if speaker_kind(entries[e].speaker) is SpeakerKind.NAMED)
    return next((entry for entry in named if normalised(entries[entry].text) == words), lead)
