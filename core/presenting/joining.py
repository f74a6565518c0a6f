"""What is shown while copies are merged by hand: their words, and what stands beneath them. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.messages import Message
from core.model import Block, EntryId, ItemId, Kind, walk
from core.text.hunks import Span, uncovered
from core.timecode import written
from core.workflow.joining import blocks_of
from core.workflow.review import Review


@dataclass(frozen=True, slots=True)
class Part:
    """One wording to take from: an entry's, or that of a block that was edited or added."""

    origin: Message
    stamp: str
    time_s: int | None
    text: str
    speaker: str | None
    entry: EntryId | None


@dataclass(frozen=True, slots=True)
class Beneath:
    """A note that comes along; ``depth`` is counted from the one that it will stand beneath."""

    stamp: str
    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class Joining:
    """What becomes one.

    Attributes:
        times: To choose from, the one that it has now first.
    """

    items: tuple[ItemId, ...]
    is_quote: bool
    parts: tuple[Part, ...]
    beneath: tuple[Beneath, ...]
    times: tuple[int, ...]


def joining(review: Review, items: Sequence[ItemId]) -> Joining:
    """The blocks of these ids; the first one's wording comes first."""
    blocks = blocks_of(review.state, items)
    parts = tuple(part for block in blocks for part in _parts(review, block))
    times = (blocks[0].time_s, *(part.time_s for part in parts)) if blocks else ()
    return Joining(
        tuple(items),
        is_quote=bool(blocks) and blocks[0].kind is Kind.QUOTE,
        parts=parts,
        beneath=tuple(_beneath(review, blocks)),
        times=tuple(dict.fromkeys(time for time in times if time is not None)),
    )


def lost_words(part: Part, result: str) -> tuple[Span, ...]:
    """What of a wording the result does not say."""
    return uncovered(part.text, [result])


def own_words(parts: Sequence[Part], result: str) -> tuple[Span, ...]:
    """What of the result no wording says."""
    return uncovered(result, [part.text for part in parts])


def _parts(review: Review, block: Block) -> Iterator[Part]:
    episode, style = review.state.episode, review.state.episode.style
    if block.is_edited or not block.sources:
        origin = Message("As edited") if block.sources else Message("Added by the editor")
        stamp = "" if block.time_s is None else written(block.time_s, style)
        yield Part(origin, stamp, block.time_s, block.text, block.speaker, None)
    for source in block.sources:
        entry = episode.entries[source]
        offset_s = review.state.offsets.get(entry.chunk, 0)
        time_s = None if entry.time_s is None else max(0, entry.time_s + offset_s)
        origin = Message("Chunk {number}", {"number": episode.by_key[entry.chunk].number})
        stamp = "" if time_s is None else written(time_s, style)
        yield Part(origin, stamp, time_s, entry.text, entry.speaker, source)


def _beneath(review: Review, blocks: Sequence[Block]) -> Iterator[Beneath]:
    """All that stands beneath them, in the order that it will have."""
    joined = {block.id for block in blocks}
    own_s = (blocks[0].time_s or 0) if blocks else 0
    children = [child for block in blocks for child in block.children if child.id not in joined]
    children.sort(key=lambda child: own_s if child.time_s is None else child.time_s)
    for path, block in walk(tuple(children)):
        stamp = "" if block.time_s is None else written(block.time_s, review.state.episode.style)
        yield Beneath(stamp, block.text, len(path) - 1)
