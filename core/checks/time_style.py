"""NS108: times that are written in more than one way, such as 75:30 beside 1:15:30; all are read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.checks.finding import Finding, Rule, Severity, SourcesCheck, SourcesView, finding_id
from core.messages import Message
from core.model import Entry
from core.timecode import TimeStyle

RULE = Rule("NS108", "mixed-time-style", Severity.SUGGESTION)


def _find(view: SourcesView) -> Iterable[Finding | None]:
    wide: Entry | None = None
    counts: Counter[TimeStyle] = Counter()
    first: dict[TimeStyle, Entry] = {}
    for chunk in view.episode.chunks:
        yield None
        if wide is None:
            wide = next((entry for entry in chunk.entries if not entry.stamp.isascii()), None)
        for style in TimeStyle:
            if style in chunk.styles:
                counts[style] += chunk.styles.count(style)
                first.setdefault(style, chunk.entries[chunk.styles.index(style)])
    if wide is not None:
        yield _finding(wide, Message("times are written in full-width signs: {stamp}", {"stamp": wide.stamp}))
    if len(counts) > 1:
        common = counts.most_common(1)[0][0]
        other = next(entry for style, entry in first.items() if style is not common)
        shown = {"stamp": other.stamp, "usual": first[common].stamp}
        yield _finding(other, Message("times are written as {usual} and as {stamp}", shown))


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
