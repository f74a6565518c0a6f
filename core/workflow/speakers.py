"""Who speaks: the speakers that are known, the quotes that bear one label, and one step that names their speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from core.editing.edit import Edit
from core.editing.edits import Batch
from core.messages import Message
from core.model import ItemId, Kind, ReviewState, blocks_of
from core.stitching import propose
from core.text.speakers import SpeakerKind, speaker_kind

_SIGNS = re.compile(r"[\W_]+")


def known_speakers(state: ReviewState) -> tuple[str, ...]:
    """Everybody who is named in the document or in the chunks, those who speak most first."""
    in_document = [block.speaker for block in blocks_of(state.document) if block.speaker]
    in_chunks = [entry.speaker for entry in state.episode.entries.values() if entry.speaker]
    named = (name for name in (*in_document, *in_chunks) if speaker_kind(name) is SpeakerKind.NAMED)
    return tuple(name for name, _ in Counter(named).most_common())


def quotes_labelled_as(state: ReviewState, item: ItemId) -> tuple[ItemId, ...]:
    """The quotes that bear the same label as this one, itself among them; none bears none."""
    label = state.document.block(state.document.find(item)).speaker
    quotes = (block for block in blocks_of(state.document) if block.kind is Kind.QUOTE)
    return tuple(block.id for block in quotes if _plain(block.speaker) == _plain(label))


def set_speakers(state: ReviewState, items: Iterable[ItemId], speaker: str) -> Edit | None:
    """Name the speaker of all of these, as one step; None where nothing would change."""
    edits = [edit for item in items if (edit := propose.set_speaker(state, item, speaker)) is not None]
    if len(edits) < 2:
        return edits[0] if edits else None
    return Batch(Message("set the speaker of {count} quotes", {"count": len(edits)}), tuple(edits))


def _plain(label: str | None) -> str:
    """Without signs and case: "(화자 미상)" is "화자 미상"."""
    return _SIGNS.sub(" ", label or "").strip().casefold()
