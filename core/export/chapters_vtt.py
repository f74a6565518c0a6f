"""Chapters as WebVTT cues (W3C WebVTT, "chapter cues"), one after the other."""

from __future__ import annotations

from html import escape

from core.export.chapter_marks import Mark, clock, marks
from core.export.material import Material


def rendered(material: Material) -> bytes:
    """A cue for each chapter; what could be a tag or an arrow in its title is escaped."""
    return "\n".join(["WEBVTT\n", *map(_cue, marks(material))]).encode()


def _cue(mark: Mark) -> str:
    return f"{clock(mark.start_s)}.000 --> {clock(mark.end_s)}.000\n{escape(mark.title, quote=False)}\n"
