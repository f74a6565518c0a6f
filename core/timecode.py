"""Times as people write them: ``MM:SS``, ``MMM:SS``, ``H:MM:SS``, ``HH:MM:SS``, also in full-width characters.

Inside the program a time is a whole number of seconds from the start of the episode.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

# \d takes full-width digits too, and int() reads them.
TIME_PATTERN = r"(?:(\d{1,3})[:：])?(\d{1,4})[:：](\d{2})(?!\d)"
LATEST_S = 9999 * 60 + 59  # the latest time that every style can write and read
_TIME = re.compile(TIME_PATTERN)
_SPOKEN = re.compile(r"\d{1,6}")  # a bare number of seconds, when somebody types one


class TimeStyle(Enum):
    """How times from one hour on are written; below one hour all of them write ``MM:SS``."""

    MINUTES = "MMM:SS"
    SHORT_HOURS = "H:MM:SS"
    HOURS = "HH:MM:SS"


def parse(stamp: str) -> int | None:
    """The seconds of one written time, None if it is none or later than ``LATEST_S``.

    >>> parse("62:03"), parse("1:02:03"), parse("１２：３４"), parse("12:75")
    (3723, 3723, 754, None)
    """
    match = _TIME.fullmatch(stamp.strip())
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
        return None
    time_s = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return time_s if time_s <= LATEST_S else None


def parse_typed(text: str) -> int | None:
    """As ``parse``, and a bare number of seconds as well: what a person may type into a time field.

    >>> parse_typed("3723")
    3723
    """
    text = text.strip().strip("[]［］")
    return int(text) if _SPOKEN.fullmatch(text) else parse(text)


def style_of(stamp: str) -> TimeStyle | None:
    """The style that one written time shows, None if it is below one hour and so shows none.

    >>> style_of("75:30"), style_of("1:15:30"), style_of("12:30")
    (<TimeStyle.MINUTES: 'MMM:SS'>, <TimeStyle.SHORT_HOURS: 'H:MM:SS'>, None)
    """
    seconds = parse(stamp)
    return None if seconds is None or seconds < 3600 else style_from_an_hour(stamp)


def style_from_an_hour(stamp: str) -> TimeStyle:
    """The style of a written time that is known to be one, of one hour or more."""
    parts = stamp.strip().replace("：", ":").split(":")
    if len(parts) == 2:
        return TimeStyle.MINUTES
    return TimeStyle.HOURS if len(parts[0]) > 1 else TimeStyle.SHORT_HOURS


def common_style(stamps: Sequence[str]) -> TimeStyle:
    """The one style that an episode's times show; ``HH:MM:SS`` if they mix or show none.

    From ten hours on both hour styles look the same, so a two-digit hour does not speak against ``H:MM:SS``.
    """
    shown = {style for stamp in stamps if (style := style_of(stamp)) is not None}
    if TimeStyle.SHORT_HOURS in shown and TimeStyle.MINUTES not in shown:
        padded = any(style_of(stamp) is TimeStyle.HOURS and stamp.strip()[0] in "0０" for stamp in stamps)
        return TimeStyle.HOURS if padded else TimeStyle.SHORT_HOURS
    return shown.pop() if len(shown) == 1 else TimeStyle.HOURS


def written(time_s: int, style: TimeStyle = TimeStyle.HOURS) -> str:
    """A time as it stands in the document, without brackets.

    >>> written(754), written(3723), written(3723, TimeStyle.MINUTES), written(3723, TimeStyle.SHORT_HOURS)
    ('12:34', '01:02:03', '62:03', '1:02:03')
    """
    minutes, seconds = divmod(time_s, 60)
    if minutes < 60 or style is TimeStyle.MINUTES:
        return f"{minutes:02}:{seconds:02}"
    hours, minutes = divmod(minutes, 60)
    width = 2 if style is TimeStyle.HOURS else 1
    return f"{hours:0{width}}:{minutes:02}:{seconds:02}"
