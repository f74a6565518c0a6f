"""What a session file holds as text: edits, states, episodes, and packed blobs that show when a byte was changed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from typing import cast

from core.editing.edits import EDITS, Edit
from core.model import ChunkKey, Document, EntryId, Episode, FindingId, ReviewState, SourceChunk
from core.store.codec import Codecs, Json, MalformedError, json_text, parsed

LARGEST_TEXT_BYTES = 512 * 1024 * 1024  # unpacked; a few kilobytes could claim to be more
_PIECES_DEPTH = 4  # a chapter of a state, a chunk of an episode
_PACKING_LEVEL = 3  # twice as fast as the default, five per cent larger
_CODECS = Codecs({Edit: ("edit", EDITS)})


@dataclass(frozen=True, slots=True)
class _Decisions:
    """A state without its episode, which is kept once."""

    document: Document
    apart: frozenset[frozenset[EntryId]] = frozenset()
    dropped: Mapping[EntryId, str] = field(default_factory=dict[EntryId, str])
    dismissed: Mapping[FindingId, str] = field(default_factory=dict[FindingId, str])
    offsets: Mapping[ChunkKey, int] = field(default_factory=dict[ChunkKey, int])


_DECISIONS, _EPISODE, _CHUNK, _EDIT = map(_CODECS.of, (_Decisions, Episode, SourceChunk, Edit))


def state_json(state: ReviewState) -> Json:
    """A state without its episode."""
    kept = _Decisions(state.document, state.apart, state.dropped, state.dismissed, state.offsets)
    return _DECISIONS.encode(kept)


def state_of(value: Json, episode: Episode) -> ReviewState:
    """The state again; raises MalformedError."""
    kept = cast("_Decisions", _DECISIONS.decode(value))
    return ReviewState(episode, kept.document, kept.apart, kept.dropped, kept.dismissed, kept.offsets)


def state_hash(state: ReviewState) -> str:
    """A hash of all decisions and of the document, the same in every version; what was dropped first makes none."""
    parts = _ordered(state_json(state))
    return sha256(json_text(parts).encode()).hexdigest()


def episode_json(episode: Episode) -> Json:
    """An episode with all lines of its chunks."""
    return _EPISODE.encode(episode)


def episode_of(value: Json) -> Episode:
    """The episode again; raises MalformedError."""
    return cast("Episode", _EPISODE.decode(value))


def chunks_json(episode: Episode, known: Episode) -> Json:
    """The chunks of an episode: by their keys alone where ``known`` has the same."""
    return [chunk.key if known.by_key.get(chunk.key) == chunk else _CHUNK.encode(chunk) for chunk in episode.chunks]


def chunks_of(value: Json, known: Episode) -> tuple[SourceChunk, ...]:
    """The chunks again; raises MalformedError."""
    if not isinstance(value, list):
        raise MalformedError("the chunks are no array")
    found: list[SourceChunk] = []
    for part in value:
        if not isinstance(part, str):
            found.append(cast("SourceChunk", _CHUNK.decode(part)))
        elif (chunk := known.by_key.get(ChunkKey(part))) is not None:
            found.append(chunk)
        else:
            raise MalformedError("a chunk that is named is not the episode's")
    return tuple(found)


def edit_json(edit: Edit) -> Json:
    """An edit as an object whose first member is its name."""
    return _EDIT.encode(edit)


def edit_of(value: Json) -> Edit:
    """The edit again; raises MalformedError."""
    return cast("Edit", _EDIT.decode(value))


def packed(value: Json) -> bytes:
    """JSON, compressed, in small pieces: other threads are never kept waiting."""
    packer = zlib.compressobj(_PACKING_LEVEL)
    pieces = [packer.compress(part.encode()) for part in _pieces(value, _PIECES_DEPTH)]
    return b"".join((*pieces, packer.flush()))


def unpacked(data: bytes) -> Json:
    """The value again; raises MalformedError, also where it would be too large."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(data, LARGEST_TEXT_BYTES).decode()
    except (zlib.error, UnicodeError) as error:
        raise MalformedError(f"packed text is damaged: {error}") from error
    if not unpacker.eof or unpacker.unused_data:
        raise MalformedError("packed text is cut off, too long, or has something behind it")
    return parsed(text)


def digest(*parts: str | bytes | int | None) -> bytes:
    """Shows whether any of the parts was changed; no protection against somebody who changes it too."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        found.update(f"{type(part).__name__}{len(data)}:".encode())
        found.update(data)
    return found.digest()


def _pieces(value: Json, depth: int) -> Iterator[str]:
    """The text of a value; what lies deeper than ``depth`` comes whole."""
    if not depth or not isinstance(value, dict | list):
        yield json_text(value)
        return
    yield "{" if isinstance(value, dict) else "["
    parts = value.items() if isinstance(value, dict) else (("", part) for part in value)
    for at, (name, part) in enumerate(parts):
        yield "," if at else ""
        yield f"{json_text(name)}:" if isinstance(value, dict) else ""
        yield from _pieces(part, depth - 1)
    yield "}" if isinstance(value, dict) else "]"


def _ordered(value: Json) -> Json:
    """The same with all members in the order of their names."""
    if isinstance(value, dict):
        return {name: _ordered(part) for name, part in sorted(value.items())}
    return [_ordered(part) for part in value] if isinstance(value, list) else value
