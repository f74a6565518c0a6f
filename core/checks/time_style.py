"""NS108: times that are written in more than one way, such as 75:30 beside 1:15:30; all are read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.messages import Message
from core.model import Entry
from core.timecode import TimeStyle, style_from_an_hour

RULE = Rule("NS108", "mixed-time-style", Severity.SUGGESTION)

_HOUR_S = 3600


def _find(view: SourcesView) -> Iterable[Finding | None]:
    wide: Entry | None = None
    counts: Counter[TimeStyle] = Counter()
    first: dict[TimeStyle, Entry] = {}
    for chunk in view.episode.chunks:
        yield None
        if wide is None:
            wide = next((entry for entry in chunk.entries if not entry.stamp.isascii()), None)
        shown = [_shown_style(entry) for entry in chunk.entries]
        for style in TimeStyle:
            if style in shown:
                counts[style] += shown.count(style)
                first.setdefault(style, chunk.entries[shown.index(style)])
    if wide is not None:
        yield _finding(wide, Message("times are written in full-width signs: {stamp}", {"stamp": wide.stamp}))
    if len(counts) > 1:
        common = counts.most_common(1)[0][0]
        other = next(entry for style, entry in first.items() if style is not common)
        shown = {"stamp": other.stamp, "usual": first[common].stamp}
        yield _finding(other, Message("times are written as {usual} and as {stamp}", shown))


def _shown_style(entry: Entry) -> TimeStyle | None:
    """Only times from one hour on show a style; from ten hours on both hour styles look the same."""
    if entry.time_s is None or entry.time_s < _HOUR_S:
        return None
    style = style_from_an_hour(entry.stamp)
    if style is TimeStyle.HOURS and entry.stamp.strip()[0] not in "0０":
        return None
    return style


def _finding(entry: Entry, message: Message) -> Finding:
    return Finding(
        finding_id(RULE, entry.text, entry.stamp),
        RULE,
        message,
        entries=(entry.id,),
        chunk=entry.chunk,
        line=entry.line,
        start_s=entry.time_s,
    )


TIME_STYLE = SourcesCheck(RULE, _find)
