"""Chapters as FFmpeg reads them into a media file: ``ffmpeg -i in.mp3 -i FILE -map_metadata 1 -codec copy out.mp3``."""

from __future__ import annotations

import re

from core.export.chapter_marks import Mark, marks
from core.export.inline import plain
from core.export.material import Material

_SPECIAL = re.compile(r"([=;#\\\n])")


def rendered(material: Material) -> bytes:
    """A section for each chapter, in milliseconds."""
    title = plain(material.document.title)
    head = ";FFMETADATA1\n" + (f"title={_escaped(title)}\n" if title else "")
    return "".join([head, *map(_section, marks(material))]).encode()


def _section(mark: Mark) -> str:
    start, end = 1000 * mark.start_s, 1000 * mark.end_s
    return f"\n[CHAPTER]\nTIMEBASE=1/1000\nSTART={start}\nEND={end}\ntitle={_escaped(mark.title)}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
