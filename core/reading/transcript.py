"""A window's transcript, as it stands in the prompt that asked for the window's notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.reading.grammar import bullet, leading_time
from core.reading.prompt import find_frame


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """A run of spoken words and when it begins."""

    start_s: int
    text: str


def is_transcript(lines: Sequence[str]) -> bool:
    """Whether the lines are a prompt that frames a transcript rather than notes."""
    frame = find_frame(lines)
    return frame is not None and is_spoken(lines[frame.start : frame.end])


def is_spoken(lines: Sequence[str]) -> bool:
    """Whether more of the lines begin with a time than with a bullet."""
    texts = [line.strip() for line in lines]
    return sum(leading_time(text) is not None for text in texts) > sum(bullet(text) is not None for text in texts)


def read_transcript(lines: Sequence[str]) -> tuple[Cue, ...]:
    """The cues of one window in the order of their lines; a line without a time goes on with the cue before it."""
    frame = find_frame(lines)
    cues = list[tuple[int, list[str]]]()
    for line in lines[frame.start : frame.end] if frame else ():
        text = line.strip()
        if time := leading_time(text):
            cues.append((time.time_s, [time.rest] if time.rest else []))
        elif text and cues:
            cues[-1][1].append(text)
    return tuple(Cue(start_s, " ".join(parts)) for start_s, parts in cues if parts)


def joined(windows: Iterable[Sequence[Cue]]) -> tuple[Cue, ...]:
    """The cues of all windows in time order; what overlapping windows share is there once."""
    return tuple(sorted({cue for window in windows for cue in window}))
