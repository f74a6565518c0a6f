"""Chapters as lines for a description, as YouTube, Spotify and Apple Podcasts all read them.

The first begins at zero, the times ascend, and YouTube wants each at least ten seconds long: a chapter that begins
earlier is named in the line before.
"""

from __future__ import annotations

from core.export.chapter_marks import Mark, clock, doubts, marks
from core.export.material import Material
from core.messages import Message

_FEWEST, _SHORTEST_S = 3, 10
_SHORT_S, _LONG_TITLE = 30, 40  # Spotify's advice


def rendered(material: Material) -> bytes:
    """One line for each chapter: ``00:00:00 Opening``."""
    lines = (f"{clock(mark.start_s)} {_title(mark.title)}\n" for mark in _marks(material))
    return "".join(lines).encode()


def text_doubts(material: Material) -> tuple[Message, ...]:
    """Why players may not show all of it as it is."""
    found = _marks(material)
    joined = len(marks(material)) - len(found)
    short = sum(mark.end_s - mark.start_s < _SHORT_S for mark in found[:-1])
    long = sum(len(mark.title) > _LONG_TITLE for mark in found)
    counted = (
        (joined, Message("chapters under 10 seconds, listed with the one before: {count}", {"count": joined})),
        (short, Message("chapters under 30 seconds: {count}", {"count": short})),
        (long, Message("titles over 40 characters: {count}", {"count": long})),
        (
            len(found) < _FEWEST,
            Message("players show chapters from three on; there are {count}", {"count": len(found)}),
        ),
    )
    return (*doubts(material), *(message for count, message in counted if count))


def _marks(material: Material) -> tuple[Mark, ...]:
    return marks(material, shortest_s=_SHORTEST_S, is_from_zero=True)


def _title(title: str) -> str:
    """Without signs of a list, which players take for a part of the title or stumble over."""
    return title.lstrip("-–—*•· ") or title
