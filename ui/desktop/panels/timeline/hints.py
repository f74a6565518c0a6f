"""What the timeline says about a place on it, in the window's language; knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.messages import counted
from core.presenting.timeline import ChapterSpan, Timeline
from core.workflow.propose import Border
from ui.desktop.panels.timeline.drawing import AXIS, CHAPTERS, SIGNS
from ui.desktop.panels.timeline.scale import Scale
from ui.desktop.widgets.words import sentence, translated

_NEAR_PX = 5


def spoken(timeline: Timeline, time_s: int) -> str:
    """A place for somebody who hears it: time, chapter, chunks, findings."""
    findings, more = timeline.marks.said(time_s, time_s + 1)
    parts = [translated(message) for message in (*timeline.spoken(time_s), *findings)]
    return ", ".join([*parts, *_and_more(more)])


def hint(timeline: Timeline, scale: Scale, x: float, y: float) -> str:
    """What lies under the mouse, line by line."""
    if y < CHAPTERS[1] + 2:
        chapter = timeline.chapter_at(scale.time(x))
        lines = [_of_chapter(timeline, chapter)] if chapter else []
    elif y < SIGNS[0] - 1:
        lines = _of_lanes(timeline, scale, x)
    elif y < AXIS[0]:
        lines = _of_signs(timeline, scale, x)
    else:
        lines = []
    return "\n".join(lines or [timeline.stamp(scale.time(x))])


def of_border(timeline: Timeline, border: Border) -> str:
    """What letting go of a dragged border would do."""
    number = next((chapter.number for chapter in timeline.chapters if chapter.key == border.chapter), 0)
    words = counted(
        border.moved,
        QCoreApplication.translate(
            "timeline", "Chapter {number} begins at {time}; 1 note with what belongs to it moves to chapter {to}"
        ),
        QCoreApplication.translate(
            "timeline", "Chapter {number} begins at {time}; {count} notes and what belongs to them move to chapter {to}"
        ),
    )
    to = number - 1 if border.is_later else number
    return words.format(number=number, time=timeline.stamp(border.time_s), count=border.moved, to=to)


def _of_chapter(timeline: Timeline, chapter: ChapterSpan) -> str:
    return f"{sentence(chapter.words)} · {timeline.stamp(chapter.start_s)}–{timeline.stamp(chapter.last_s)}"


def _of_lanes(timeline: Timeline, scale: Scale, x: float) -> list[str]:
    start_s, end_s = scale.seconds_around(x, 1.5)
    lines = [translated(timeline.words_of(chunk)) for chunk in list(timeline.chunks_at(start_s, end_s))[:6]]
    overlap = timeline.words_of_overlap(start_s, end_s)
    gaps = [gap.words for gap in timeline.gaps if gap.start_s < end_s and start_s < gap.end_s]
    return [*lines, *map(sentence, (*([overlap] if overlap else ()), *gaps))]


def _of_signs(timeline: Timeline, scale: Scale, x: float) -> list[str]:
    findings, more = timeline.marks.said(*scale.seconds_around(x, _NEAR_PX))
    return [*map(translated, findings), *_and_more(more)]


def _and_more(count: int) -> list[str]:
    return [QCoreApplication.translate("timeline", "and {count} more").format(count=count)] if count else []
