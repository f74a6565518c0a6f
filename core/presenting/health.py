"""How sound the notes are that were read: what is wrong with whole chunks, with the next steps. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from core.messages import Message
from core.model import ChunkKey, Episode, FindingId
from core.presenting.queue import Queue, QueueItem
from core.timecode import written

Step = Enum("Step", "FILE PASTE REPAIR SHOW IGNORE")
"""FILE: choose the right file; REPAIR: what can be set right by itself; IGNORE: with a reason."""

_STEPS: Mapping[str, tuple[Step, ...]] = {  # by the finding's kind, the most likely first
    "chunk-without-notes": (Step.FILE, Step.PASTE, Step.IGNORE),
    "repeated-chunk": (Step.FILE, Step.PASTE, Step.REPAIR, Step.IGNORE),
    "clock-restart": (Step.REPAIR, Step.FILE, Step.IGNORE),
    "coverage-gap": (Step.SHOW, Step.IGNORE),
    "language-drift": (Step.SHOW, Step.IGNORE),
    "stray-line": (Step.SHOW, Step.IGNORE),
    "note-without-time": (Step.SHOW, Step.IGNORE),
}
GRAVE = frozenset({"chunk-without-notes", "repeated-chunk", "clock-restart"})
_MANY = 3  # findings of one kind are one line from here on, where each by itself is small
_MOST_MISSING = 6  # in a row that are a line each
_SMALL = frozenset({"language-drift", "stray-line", "note-without-time"})


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One thing that is wrong.

    Attributes:
        key: The finding's id, or "missing:3".
        where: Which chunk, or from when to when; None for all notes.
        chunk: The chunk that can be given other notes.
        number: Of a window that is not there at all, else 0.
    """

    key: str
    title: Message
    why: Message
    where: Message | None
    steps: tuple[Step, ...]
    finding: FindingId | None = None
    chunk: ChunkKey | None = None
    number: int = 0
    is_grave: bool = False


def health(queue: Queue | None, episode: Episode) -> tuple[HealthLine, ...]:
    """What is wrong and not answered yet, the gravest first."""
    items = [item for item in queue.items if item.is_open and item.kind in _STEPS] if queue else []
    lines = [*_missing(episode), *_of_findings(items, episode)]
    return tuple(sorted(lines, key=lambda line: not line.is_grave))


def takes_notes(item: QueueItem) -> bool:
    """Whether pasting a chunk's notes is a way to answer it."""
    return Step.PASTE in _STEPS.get(item.kind, ())


def _of_findings(items: list[QueueItem], episode: Episode) -> Iterator[HealthLine]:
    for kind in _STEPS:
        own = [item for item in items if item.kind == kind]
        if kind in _SMALL and len(own) >= _MANY:
            yield _together(own)
        else:
            yield from (_line(item, episode) for item in own)


def _line(item: QueueItem, episode: Episode) -> HealthLine:
    return HealthLine(
        item.id,
        item.title,
        item.why,
        _where(item, episode),
        _STEPS[item.kind],
        finding=item.id,
        chunk=item.finding.chunk,
        is_grave=item.kind in GRAVE,
    )


def _together(items: list[QueueItem]) -> HealthLine:
    first = items[0]
    why = Message("{count} times; first: {why}", {"count": len(items), "why": first.why})
    return HealthLine(f"all:{first.kind}", first.title, why, None, (Step.SHOW,), finding=first.id)


def _where(item: QueueItem, episode: Episode) -> Message | None:
    finding = item.finding
    if item.kind == "coverage-gap" and finding.start_s is not None and finding.end_s is not None:
        span = {"start": written(finding.start_s, episode.style), "end": written(finding.end_s, episode.style)}
        return Message("{start}–{end}", span)
    chunk = episode.by_key.get(finding.chunk) if finding.chunk else None
    return Message("Chunk {number}", {"number": chunk.number}) if chunk else None


def _missing(episode: Episode) -> Iterator[HealthLine]:
    """Windows whose numbers are left out."""
    numbers = [chunk.number for chunk in episode.chunks]
    for before, after in pairwise((0, *numbers)):
        if after - before > _MOST_MISSING:
            yield _missing_line(Message("Chunks {first}–{last}", {"first": before + 1, "last": after - 1}), before + 1)
        else:
            for number in range(before + 1, after):
                yield _missing_line(Message("Chunk {number}", {"number": number}), number)


def _missing_line(where: Message, number: int) -> HealthLine:
    why = Message("there is no chunk of that number; choose its file, or paste its notes")
    title = Message("Missing chunk")
    return HealthLine(f"missing:{number}", title, why, where, (Step.FILE, Step.PASTE), number=number, is_grave=True)
