"""Where the chapters begin and end, for every format that lists them; knows none of the formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.export.inline import plain
from core.export.markdown import numbered
from core.export.material import Material
from core.messages import Message


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter as players show it; its title is one line of plain words."""

    start_s: int
    end_s: int  # where the next one starts; of the last one, the latest second that is known of
    title: str


def marks(material: Material, *, shortest_s: int = 1, is_from_zero: bool = False) -> tuple[Mark, ...]:
    """The chapters that have a time, ascending and without gaps.

    Those that start less than ``shortest_s`` after another share a mark with it, so that no title is lost.
    """
    starts: list[int] = []
    titles: list[str] = []
    for start_s, title in _timed(material):
        if starts and start_s < starts[-1] + shortest_s:
            titles[-1] = f"{titles[-1]} / {title}"
        else:
            starts.append(0 if is_from_zero and not starts else start_s)
            titles.append(title)
    ends = [*starts[1:], max(material.end_s, starts[-1] + 1)] if starts else []
    return tuple(map(Mark, starts, ends, titles))


def doubts(material: Material) -> tuple[Message, ...]:
    """What should be known about a list of chapters."""
    chapters, timed = len(material.document.chapters), len(_timed(material))
    joined = timed - len(marks(material))
    found = (
        (chapters - timed, Message("chapters without a time, not listed: {count}", {"count": chapters - timed})),
        (
            joined,
            Message("chapters that begin in the same second as another, listed with it: {count}", {"count": joined}),
        ),
    )
    return tuple(message for count, message in found if count)


def clock(time_s: int) -> str:
    """The time with two digits for hours, minutes and seconds.

    >>> clock(3723)
    '01:02:03'
    """
    minutes, seconds = divmod(time_s, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _timed(material: Material) -> list[tuple[int, str]]:
    """Start and title of each chapter that has a time, in time order."""
    named = _named(material)
    return sorted(named, key=lambda pair: pair[0])


def _named(material: Material) -> Iterator[tuple[int, str]]:
    for number, chapter in numbered(material.document):
        if chapter.span is not None:
            own = plain(chapter.title) or (plain(material.document.title) if number is None else f"Chapter {number}")
            yield chapter.span[0], own or "Start"
