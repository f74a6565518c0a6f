"""How a message shows what comes from outside; knows nothing of what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from core.messages import Message
from core.model import SourceChunk

_MOST = 80  # characters


def shortened(text: str) -> str:
    """The beginning of a text, long enough to recognise it."""
    text = text.strip()
    return text if len(text) <= _MOST else text[:_MOST].rstrip() + "…"


def named(chunk: SourceChunk) -> Message | str:
    """The name of a chunk; one that was only counted, such as "chunk 3", can be translated."""
    counted = Message("chunk {number}", {"number": chunk.number})
    return counted if chunk.name == str(counted) else chunk.name


def listed(chunks: Sequence[SourceChunk]) -> Message | str:
    """The names of chunks, empty for none."""
    found: Message | str = named(chunks[0]) if chunks else ""
    for chunk in chunks[1:]:
        found = Message("{chunks}, {chunk}", {"chunks": found, "chunk": named(chunk)})
    return found
